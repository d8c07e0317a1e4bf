"""One file of the site: where it stands, what it is, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chronology.exports import Export

INDEX = "index.html"
SOURCES = "sources/index.html"
NOT_FOUND = "404.html"
READING = ("base", "apparatus")
"""The stylesheets that are inlined in most pages."""


@dataclass(frozen=True)
class Rendered:
    """A file that a template makes from a view."""

    template: str
    """Its path in the folder of templates."""
    view: Callable[[], object] | None = None
    """Returns what the page shows; called only if the content has no faults."""
    styles: tuple[str, ...] = READING
    """The stylesheets that are inlined in the page."""


@dataclass(frozen=True)
class Exported:
    """A file that an export makes from the chronology."""

    export: Export


@dataclass(frozen=True)
class Copied:
    """A file that is copied unchanged."""

    file: Path


@dataclass(frozen=True)
class Output:
    """One file of the site: where it stands, what it is, and how it is made."""

    address: str
    """From the site's root."""
    made: Rendered | Exported | Copied
    title: str | None = None
    """None if the page has the chronology's own title."""
    description: str | None = None
    menu: str | None = None
    """Its name in the masthead; None if the masthead has no link to it."""
    part_of: str | None = None
    """The page of the masthead to which it belongs."""
    moved_to: str | None = None
    """The page that took its place; None for a page that stands."""
    download: str | None = None
    """What the data page says about it; None if it is not offered there."""

    @property
    def is_listed(self) -> bool:
        """Whether the sitemap has it."""
        is_page = self.address.endswith(".html") and self.address != NOT_FOUND
        return is_page and self.moved_to is None
