"""The site map: which pages there are, and what each is about."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, NamedTuple

from chronology.content.names import ADDRESS as NAMES
from chronology.figure.drawing import draw_figure
from chronology.timeline.chronology import Chronology
from chronology.timeline.coverage import measure

DATA = "chronology.json"


class Page(NamedTuple):
    """One file of the site that a template makes."""

    address: str
    """From the site's root."""
    title: str | None = None
    """None where the chronology's own title is the page's."""
    template: str | None = None
    """None where it is named as the page is."""
    description: str | None = None
    context: Mapping[str, Any] = {}
    """What the page is about; the templates ask the chronology for the rest."""
    styles: tuple[str, ...] = ("base", "apparatus")
    """The stylesheets that it carries within itself."""


def list_pages(chronology: Chronology) -> Iterator[Page]:
    """Yield every page of the site, in the order of a reader's way through it."""
    settings, texts = chronology.settings, chronology.texts
    drawn = {"figure": draw_figure(chronology)}
    yield Page(
        "index.html",
        description=settings.description,
        context=drawn,
        styles=("base", "figure"),
    )
    for event in chronology.events:
        first = next(
            (passage.text for passage in event.prose.passages()), event.fields.title
        )
        described = f"{event.fields.date.words}: {first}"
        yield Page(
            event.address, event.fields.title, "event.html", described, {"event": event}
        )
    for source in chronology.sources.values():
        title = f"{source.name}: {source.headline}"
        yield Page(source.address, title, "source.html", context={"source": source})
    yield Page("sources/index.html", "Sources", "sources.html")
    yield Page("differences.html", "Differences")
    for key in sorted(texts.keys() - {"introduction"}):
        about = {"text": texts[key], "measure": measure}
        yield Page(
            texts[key].address, texts[key].fields.title, "text.html", context=about
        )
    if chronology.names:
        yield Page(NAMES, "Names")
    if chronology.corrections:
        yield Page("corrections.html", "Corrections")
    yield Page("data.html", "Data")
    yield Page(
        "404.html", "Not found", context={"home": settings.url and f"{settings.url}/"}
    )
    yield Page("assets/script.js", template="script.js")
    yield Page("assets/asked.css", template="asked.css")
    yield Page("robots.txt")
    if settings.url and chronology.events:
        yield Page("sitemap.xml")
        yield Page("feed.xml")


class _Ids(HTMLParser):
    """Collects the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the id of an element that has one."""
        self.found.update(value for name, value in attrs if name == "id" and value)


def list_ids(page: str) -> set[str]:
    """Return the ids that stand on a page of HTML."""
    parser = _Ids()
    parser.feed(page)
    return parser.found
