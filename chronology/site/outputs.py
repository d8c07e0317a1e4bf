"""The one list of everything the site holds: pages, feed, data, script and assets."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from chronology.content.event import Event
from chronology.content.names import ADDRESS as NAMES
from chronology.content.texts import METHOD, Text
from chronology.exports import EXPORTS
from chronology.site.output import (
    INDEX,
    NOT_FOUND,
    SOURCES,
    Copied,
    Exported,
    Output,
    Rendered,
)
from chronology.site.views.event import view_event
from chronology.site.views.feed import list_newest
from chronology.site.views.finding import view_asked
from chronology.site.views.index import view_index
from chronology.site.views.names import view_names
from chronology.site.views.overviews import (
    list_counts,
    view_differences,
    view_text,
)
from chronology.site.views.references import References
from chronology.site.views.source import view_source
from chronology.site.views.sources import view_sources
from chronology.timeline.chronology import Chronology


def list_outputs(chronology: Chronology, assets: Mapping[str, Path]) -> list[Output]:
    """Return everything the site holds, in the order in which a reader meets it."""
    references = References(chronology)
    return [
        *_list_main_pages(chronology, references),
        *_list_events(chronology, references),
        *_list_moved(chronology),
        *_list_sources(chronology, references),
        *_list_downloads(chronology),
        *_list_files(chronology, references),
        *(Output(address, Copied(file)) for address, file in assets.items()),
    ]


def _list_main_pages(
    chronology: Chronology, references: References
) -> Iterator[Output]:
    """Yield the pages to which the masthead leads, and those that go with them."""
    yield _index(chronology, references)
    differences = partial(view_differences, chronology, references)
    yield Output(
        address="differences.html",
        made=Rendered("pages/differences.html", differences),
        title="Differences",
        menu="Differences",
    )
    if chronology.names:
        names = partial(view_names, chronology, references)
        yield Output(
            address=NAMES,
            made=Rendered("pages/people.html", names),
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
    yield from _list_pages_about_the_site(chronology)


def _index(chronology: Chronology, references: References) -> Output:
    """Return the first page."""
    return Output(
        address=INDEX,
        made=Rendered(
            template="pages/index.html",
            view=partial(view_index, chronology, references),
            styles=("base", "figure"),
        ),
        description=chronology.settings.description,
        menu="Chronology",
    )


def _list_pages_about_the_site(chronology: Chronology) -> Iterator[Output]:
    """Yield the pages on the data, the corrections, and what is not there."""
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


def _list_moved(chronology: Chronology) -> Iterator[Output]:
    """Yield a page at each former address, which says where the entry went."""
    for former, event in chronology.moved.items():
        yield Output(
            address=f"events/{former}.html",
            made=Rendered("pages/moved.html", partial(_itself, event)),
            title=event.fields.title,
            description=f"This entry has moved: {event.fields.title}",
            part_of=INDEX,
            moved_to=event.address,
        )


def _itself(event: Event) -> Event:
    """Return the event, which is all that its page shows."""
    return event


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
