"""The site map: which pages there are, and what each is about."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from chronology.content.names import ADDRESS as NAMES
from chronology.figure.drawing import draw_figure
from chronology.problems import Position, Problem
from chronology.syntax.markup import Link
from chronology.timeline.chronology import Chronology
from chronology.timeline.coverage import measure
from chronology.wording import did_you_mean, quoted

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
    settings, words = chronology.settings, chronology.words
    drawn = {"figure": draw_figure(chronology)}
    yield Page(
        "index.html",
        description=settings.description,
        context=drawn,
        styles=("base", "figure"),
    )
    for event in chronology.events:
        first = next((passage.text for passage in event.prose.passages()), event.title)
        described = f"{event.date.words}: {first}"
        yield Page(
            event.address, event.title, "event.html", described, {"event": event}
        )
    for source in chronology.sources.values():
        title = f"{source.name}: {source.headline}"
        yield Page(source.address, title, "source.html", context={"source": source})
    yield Page("sources/index.html", "Sources", "sources.html")
    yield Page("differences.html", "Differences")
    for key in sorted(words.keys() - {"introduction"}):
        about = {"words": words[key], "measure": measure}
        yield Page(words[key].address, words[key].title, "words.html", context=about)
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


def check_links(chronology: Chronology, addresses: frozenset[str]) -> Iterator[Problem]:
    """Every link of a text leads to an entry, a source or a page that is built."""
    unread = {PurePosixPath(path).stem.removeprefix("_") for path in chronology.faulty}
    for path, (link, position) in _placed_links(chronology):
        if (
            link.address not in addresses
            and PurePosixPath(link.address or "").stem not in unread
        ):
            typed = link.typed.partition("#")[0]
            as_typed = [
                a.removeprefix("events/").replace(".html", ".md") for a in addresses
            ]
            known = as_typed if typed.endswith(".md") else addresses
            message = f"nothing is built for the link {quoted(typed)}.{did_you_mean(typed, known)}"
            yield Problem(path, position, message)


def check_fragments(
    chronology: Chronology, texts: Mapping[str, str]
) -> Iterator[Problem]:
    """Every link to a place within a page leads to an id that stands on it."""
    ids: dict[str, set[str]] = {}
    for path, (link, position) in _placed_links(chronology):
        address, fragment = link.address or "", unquote(link.typed.partition("#")[2])
        if not fragment or address not in texts:
            continue
        if address not in ids:
            ids[address] = list_ids(texts[address])
        if fragment not in ids[address]:
            hint = did_you_mean(fragment, ids[address])
            message = f"{address} has no place {quoted(fragment)} to link to.{hint}"
            yield Problem(path, position, message)


def _placed_links(
    chronology: Chronology,
) -> Iterator[tuple[str, tuple[Link, Position]]]:
    """Yield each link that an editor has typed, with its file and where it stands there."""
    for use in chronology.uses:
        for placed in use.passage.links:
            yield use.path, placed
    for text in (*chronology.words.values(), *chronology.sources.values()):
        for placed in text.links:  # type: ignore[attr-defined]
            yield text.path, placed


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
