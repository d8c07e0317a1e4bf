"""The site map: which pages there are, and what each is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from chronology.chronology import Chronology
from chronology.coverage import measure
from chronology.names import ADDRESS as NAMES
from chronology.problems import Problem, did_you_mean, quoted

DATA = "chronology.json"


@dataclass(frozen=True)
class Page:
    """One file of the site that a template makes."""

    address: str
    """From the site's root."""
    title: str | None
    """None where the chronology's own title is the page's."""
    template: str
    description: str | None
    context: Mapping[str, Any]
    """What the page is about; the templates ask the chronology for the rest."""


def list_pages(chronology: Chronology) -> Iterator[Page]:
    """Yield every page of the site, in the order of a reader's way through it."""
    settings, words = chronology.settings, chronology.words
    yield _page("index.html", description=settings.description)
    for event in chronology.events:
        first = next((passage.text for passage in event.prose.passages()), event.title)
        described = f"{event.date.words}: {first}"
        yield _page(event.address, event.title, "event.html", described, event=event)
    for source in chronology.sources.values():
        title = f"{source.name}: {source.headline}"
        yield _page(source.address, title, "source.html", source=source)
    yield _page("sources/index.html", "Sources", "sources.html")
    yield _page("differences.html", "Differences")
    for key in sorted(words.keys() - {"introduction"}):
        page = words[key]
        yield _page(page.address, page.title, "words.html", words=page, measure=measure)
    if chronology.names:
        yield _page(NAMES, "Names")
    if chronology.corrections:
        yield _page("corrections.html", "Corrections")
    yield _page("data.html", "Data")
    yield _page("404.html", "Not found", home=settings.url and f"{settings.url}/")
    yield _page("assets/script.js", template="script.js")
    yield _page("robots.txt")
    if settings.url and chronology.events:
        yield _page("sitemap.xml")
        yield _page("feed.xml")


def _page(
    address: str,
    title: str | None = None,
    template: str | None = None,
    description: str | None = None,
    **context: Any,
) -> Page:
    return Page(address, title, f"pages/{template or address}", description, context)


def check_links(chronology: Chronology, addresses: frozenset[str]) -> Iterator[Problem]:
    """Every link of a text leads to an entry, a source or a page that is built."""
    placed = [(use.path, link) for use in chronology.uses for link in use.passage.links]
    for text in (*chronology.words.values(), *chronology.sources.values()):
        placed += [(text.path, link) for link in text.links]  # type: ignore[attr-defined]
    unread = {PurePosixPath(path).stem.removeprefix("_") for path in chronology.faulty}
    for path, (link, position) in placed:
        if link.address not in addresses and PurePosixPath(link.address or "").stem not in unread:
            typed = link.typed.partition("#")[0]
            as_typed = [a.removeprefix("events/").replace(".html", ".md") for a in addresses]
            known = as_typed if typed.endswith(".md") else addresses
            message = f"nothing is built for the link {quoted(typed)}.{did_you_mean(typed, known)}"
            yield Problem(path, position, message)
