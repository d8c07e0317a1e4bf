"""The one list of everything the site holds: pages, feed, data, script and assets."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chronology.content.event import Event
from chronology.content.names import ADDRESS as NAMES
from chronology.content.texts import METHOD, Text
from chronology.exports import EXPORTS, Export
from chronology.site.views.event import view_event
from chronology.site.views.finding import view_asked
from chronology.site.views.index import view_index
from chronology.site.views.names import view_names
from chronology.site.views.overviews import (
    list_counts,
    list_newest,
    view_differences,
    view_text,
)
from chronology.site.views.sources import References, view_source, view_sources
from chronology.timeline.chronology import Chronology

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
    download: str | None = None
    """What the data page says about it; None if it is not offered there."""

    @property
    def is_listed(self) -> bool:
        """Whether the sitemap has it."""
        return self.address.endswith(".html") and self.address != NOT_FOUND


def list_outputs(chronology: Chronology, assets: Mapping[str, Path]) -> list[Output]:
    """Return everything the site holds, in the order in which a reader meets it."""
    references = References(chronology)
    return [
        *_list_main_pages(chronology, references),
        *_list_events(chronology, references),
        *_list_sources(chronology, references),
        *_list_downloads(chronology),
        *_list_files(chronology, references),
        *(Output(address, Copied(file)) for address, file in assets.items()),
    ]


def _list_main_pages(
    chronology: Chronology, references: References
) -> Iterator[Output]:
    """Yield the pages to which the masthead links, and other pages about the whole."""
    yield Output(
        address=INDEX,
        made=Rendered(
            template="pages/index.html",
            view=partial(view_index, chronology, references),
            styles=("base", "figure"),
        ),
        description=chronology.settings.description,
        menu="Chronology",
    )
    yield Output(
        address="differences.html",
        made=Rendered(
            "pages/differences.html", partial(view_differences, chronology, references)
        ),
        title="Differences",
        menu="Differences",
    )
    if chronology.names:
        yield Output(
            address=NAMES,
            made=Rendered(
                "pages/people.html", partial(view_names, chronology, references)
            ),
            title="Names",
            menu="Names",
        )
    yield Output(
        address=SOURCES,
        made=Rendered("pages/sources.html", partial(view_sources, chronology)),
        title="Sources",
        menu="Sources",
    )
    for text in chronology.texts.values():
        if text.address != INDEX:
            yield _text_page(text, chronology, references)
    yield Output(
        address="data.html",
        made=Rendered("pages/data.html", partial(list_counts, chronology)),
        title="Data",
        menu="Data",
    )
    if chronology.corrections:
        yield Output(
            "corrections.html", Rendered("pages/corrections.html"), "Corrections"
        )
    yield Output(NOT_FOUND, Rendered("pages/404.html"), "Not found")


def _text_page(text: Text, chronology: Chronology, references: References) -> Output:
    """Return the page of a text."""
    is_method = text.id == METHOD
    return Output(
        address=text.address,
        made=Rendered(
            "pages/text.html", partial(view_text, text, chronology, references)
        ),
        title=text.fields.title,
        menu="Method" if is_method else None,
        part_of=None if is_method else INDEX,
    )


def _list_events(chronology: Chronology, references: References) -> Iterator[Output]:
    """Yield the page of each entry."""
    for event in chronology.events:
        yield Output(
            address=event.address,
            made=Rendered(
                "pages/event.html", partial(view_event, event, chronology, references)
            ),
            title=event.fields.title,
            description=f"{event.fields.date.words}: {_first_words(event)}",
            part_of=INDEX,
        )


def _first_words(event: Event) -> str:
    """Return the first passage of an entry, or its title if it has none."""
    for passage in event.prose.passages():
        return passage.text
    return event.fields.title


def _list_sources(chronology: Chronology, references: References) -> Iterator[Output]:
    """Yield the page of each source."""
    for source in chronology.sources.values():
        yield Output(
            address=source.address,
            made=Rendered(
                "pages/source.html",
                partial(view_source, source, chronology, references),
            ),
            title=f"{source.name}: {source.headline}",
            part_of=SOURCES,
        )


def _list_downloads(chronology: Chronology) -> Iterator[Output]:
    """Yield the files that the data page offers."""
    for export in EXPORTS:
        yield Output(export.address, Exported(export), download=export.about)
    if chronology.settings.url and chronology.events:
        yield Output(
            address="feed.xml",
            made=Rendered("pages/feed.xml", partial(list_newest, chronology)),
            download="the newest entries, as an Atom feed",
        )


def _list_files(chronology: Chronology, references: References) -> Iterator[Output]:
    """Yield the files that pages and programs ask for, not readers."""
    yield Output("assets/script.js", Rendered("script/page.js"))
    yield Output(
        "assets/asked.css",
        Rendered("style/asked.css", partial(view_asked, chronology, references)),
    )
    yield Output("robots.txt", Rendered("pages/robots.txt"))
    if chronology.settings.url and chronology.events:
        yield Output("sitemap.xml", Rendered("pages/sitemap.xml"))
