"""The site map: which pages there are, and what each shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from chronology.chronology import Chronology
from chronology.dates import Date, distance
from chronology.exports import list_counts
from chronology.forms import Correction, Withdrawn
from chronology.model import Event, Source, Use
from chronology.passages import Passage, Quotation
from chronology.problems import Problem, did_you_mean, quoted
from chronology.quotations import pieces

DATA = "chronology.json"


@dataclass(frozen=True)
class Page:
    """One file of the site that a template makes."""

    address: str
    """From the site's root."""
    template: str
    title: str | None
    """None where the chronology's own title is the page's."""
    context: Mapping[str, Any] = field(default_factory=dict)
    description: str | None = None


@dataclass(frozen=True)
class Found:
    """A quotation on its source's page, with the way to the very words."""

    text: str
    href: str | None


@dataclass(frozen=True)
class Resting:
    """One passage that rests on a source."""

    title: str
    address: str
    fragment: str | None
    passage: Passage
    quotations: tuple[Found, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source, and what rests on it."""

    number: int
    uses: tuple[Resting, ...]


@dataclass(frozen=True)
class Corrected:
    """A correction or a withdrawal; the other is None."""

    event: Event
    date: Date
    correction: Correction | None
    withdrawn: Withdrawn | None


def list_pages(chronology: Chronology) -> Iterator[Page]:
    """Yield every page of the site, in the order of a reader's way through it."""
    settings, words = chronology.settings, chronology.words
    yield Page(
        "index.html",
        "pages/index.html",
        None,
        {
            "introduction": words.get("introduction"),
            "sections": chronology.sections,
            "total": len(chronology.entries),
        },
        settings.description,
    )
    for event in chronology.events:
        yield _page_of_event(chronology, event)
    yield from _pages_of_sources(chronology)
    disputed = [event for event in chronology.entries if event.disputed]
    yield Page("differences.html", "pages/differences.html", "Differences", {"events": disputed})
    for key in ("afterword", "method"):
        if key in words:
            page = words[key]
            yield Page(page.address, "pages/words.html", page.title, {"words": page})
    if corrections := _list_corrections(chronology):
        context = {"corrections": corrections}
        yield Page("corrections.html", "pages/corrections.html", "Corrections", context)
    yield _page_of_data(chronology)
    home = settings.url and settings.url.rstrip("/") + "/"
    yield Page("404.html", "pages/404.html", "Not found", {"home": home})
    yield Page("robots.txt", "pages/robots.txt", None)
    if settings.url:
        yield Page("sitemap.xml", "pages/sitemap.xml", None)
        yield _feed(chronology)


def _page_of_event(chronology: Chronology, event: Event) -> Page:
    entries = chronology.entries
    at = entries.index(event) if event in entries else None
    before = entries[at - 1] if at else None
    after = entries[at + 1] if at is not None and at + 1 < len(entries) else None
    context = {
        "event": event,
        "period": chronology.period_of(event),
        "previous": before,
        "next": after,
        "earlier": distance(before.date, event.date).replace("later", "earlier") if before else "",
        "later": distance(event.date, after.date) if after else "",
        "number": None if at is None else at + 1,
        "total": len(entries),
        "sources": chronology.sources_of(event),
        "touches": chronology.slips_at(event),
    }
    first = next(event.prose.passages(), None)
    description = f"{event.date.words}: {first.text}" if first else event.date.words
    return Page(event.address, "pages/event.html", event.title, context, description)


def _pages_of_sources(chronology: Chronology) -> Iterator[Page]:
    rows = []
    for source in chronology.sources.values():
        uses = [(use, c) for use, c in chronology.uses_of[source.id] if not use.is_slip]
        entries = {use.event.id for use, _ in uses if use.event}
        rows.append({"source": source, "entries": len(entries), "passages": len(uses)})
        numbers = sorted({number for _, citation in uses for number in citation.paragraphs})
        context = {
            "source": source,
            "paragraphs": [_paragraph(source, number, uses) for number in numbers],
            "uses_without_paragraph": [
                _resting(source, use, None) for use, c in uses if not c.paragraphs
            ],
        }
        title = f"{source.name}: {source.headline}"
        yield Page(source.address, "pages/source.html", title, context)
    yield Page("sources/index.html", "pages/sources.html", "Sources", {"sources": rows})


def _paragraph(source: Source, number: int, uses: list[tuple[Use, Any]]) -> Paragraph:
    resting = dict.fromkeys(
        _resting(source, use, number) for use, citation in uses if number in citation.paragraphs
    )
    return Paragraph(number, tuple(resting))


def _resting(source: Source, use: Use, number: int | None) -> Resting:
    found = tuple(
        Found(quotation.text, _way_to_words(source, quotation))
        for quotation in use.passage.quotations
        if number and source.ledger and source.ledger.holds(quotation.text, [number])
    )
    return Resting(use.title, use.address, use.fragment, use.passage, found)


def _way_to_words(source: Source, quotation: Quotation) -> str | None:
    """Return the address of the text with a fragment that finds the very words in it."""
    if source.readable_at is None:
        return None
    parts = pieces(quotation.text)
    ends = [parts[0]] if len(parts) == 1 else [parts[0], parts[-1]]
    words = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{source.readable_at}#:~:text={words}"


def _list_corrections(chronology: Chronology) -> list[Corrected]:
    rows: list[Corrected] = []
    for event in chronology.events:
        rows += [Corrected(event, c.date, c, None) for c in event.corrections]
        if event.withdrawn:
            rows.append(Corrected(event, event.withdrawn.date, None, event.withdrawn))
    return sorted(rows, key=lambda row: row.date.order, reverse=True)


def _page_of_data(chronology: Chronology) -> Page:
    files = [{"address": DATA, "what": "every entry, passage, quotation, citation and source"}]
    if chronology.settings.url:
        files.append({"address": "feed.xml", "what": "the newest entries, as an Atom feed"})
    context = {"counts": list_counts(chronology), "files": files}
    return Page("data.html", "pages/data.html", "Data", context)


def _feed(chronology: Chronology) -> Page:
    """The newest entries first: what is new to a reader, whenever it happened."""
    newest = sorted(chronology.entries, key=lambda e: (e.added.order, e.sort_key), reverse=True)
    changed = max((event.changed for event in chronology.events), key=lambda day: day.order)
    context = {"events": newest, "updated": changed.edtf}
    return Page("feed.xml", "pages/feed.xml", None, context)


def check_links(chronology: Chronology, addresses: frozenset[str]) -> Iterator[Problem]:
    """Every link of a text leads to an entry, a source or a page that is built."""
    placed = [(use.path, link) for use in chronology.uses for link in use.passage.links]
    for words in chronology.words.values():
        placed += [(words.path, link) for link in words.links]
    for source in chronology.sources.values():
        placed += [(source.path, link) for link in source.links]
    for path, (link, position) in placed:
        if link.address not in addresses:
            typed = link.typed.partition("#")[0]
            as_typed = [a.removeprefix("events/").replace(".html", ".md") for a in addresses]
            known = as_typed if typed.endswith(".md") else addresses
            message = f"nothing is built for the link {quoted(typed)}.{did_you_mean(typed, known)}"
            yield Problem(path, position, message)
