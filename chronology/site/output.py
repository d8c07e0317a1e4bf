"""One file of the site: where it stands, what it is, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chronology.exports import Export

INDEX = "index.html"
SOURCES = "sources/index.html"
NOT_FOUND = "404.html"
READING = ("base", "apparatus")
"""The stylesheets that most pages carry within themselves."""


@dataclass(frozen=True)
class Rendered:
    """Made by a template, of a view."""

    template: str
    """From the folder of templates."""
    view: Callable[[], object] | None = None
    """Returns what the page shows; asked only where the content has no faults."""
    styles: tuple[str, ...] = READING
    """The stylesheets that the page carries within itself."""


@dataclass(frozen=True)
class Exported:
    """Made of the chronology by an export."""

    export: Export


@dataclass(frozen=True)
class Copied:
    """A file as it is."""

    file: Path


@dataclass(frozen=True)
class Output:
    """One file of the site: where it stands, what it is, and how it is made."""

    address: str
    """From the site's root."""
    made: Rendered | Exported | Copied
    title: str | None = None
    """None where the chronology's own title is the page's."""
    description: str | None = None
    menu: str | None = None
    """What the masthead calls it; None where it does not lead there."""
    part_of: str | None = None
    """The page of the masthead to which it belongs."""
    moved_to: str | None = None
    """The page that took its place; None for a page that stands."""
    download: str | None = None
    """What the page of data says of it; None where it is not offered there."""

    @property
    def is_listed(self) -> bool:
        """Whether the sitemap has it."""
        is_page = self.address.endswith(".html") and self.address != NOT_FOUND
        return is_page and self.moved_to is None
