"""The site map: which pages there are, and what each shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from chronology.chronology import Chronology
from chronology.coverage import measure
from chronology.dates import Date, distance
from chronology.forms import Correction, Withdrawn
from chronology.model import Event, Source
from chronology.names import ADDRESS
from chronology.problems import Problem, did_you_mean, quoted
from chronology.resting import list_paragraphs

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
    yield _page(
        "index.html",
        None,
        description=settings.description,
        introduction=words.get("introduction"),
        sections=chronology.sections,
        total=len(chronology.entries),
    )
    for event in chronology.events:
        yield _page_of_event(chronology, event)
    for source in chronology.sources.values():
        yield _page_of_source(chronology, source)
    rows = [_count_uses(chronology, source) for source in chronology.sources.values()]
    yield _page("sources/index.html", "Sources", "sources.html", sources=rows)
    disputed = [event for event in chronology.entries if event.disputed]
    yield _page("differences.html", "Differences", events=disputed)
    for key in sorted(words.keys() - {"introduction"}):
        page, coverage = words[key], measure(chronology) if key == "method" else None
        yield _page(page.address, page.title, "words.html", words=page, coverage=coverage)
    if chronology.names:
        yield _page(ADDRESS, "Names", names=_list_names(chronology))
    if corrections := _list_corrections(chronology):
        yield _page("corrections.html", "Corrections", corrections=corrections)
    yield _page("data.html", "Data", counts=_count(chronology), files=_list_files(chronology))
    yield _page("404.html", "Not found", home=settings.url and f"{settings.url}/")
    yield _page("robots.txt")
    if settings.url and chronology.events:
        yield _page("sitemap.xml")
        yield _feed(chronology)


def _page(
    address: str,
    title: str | None = None,
    template: str | None = None,
    description: str | None = None,
    **context: object,
) -> Page:
    return Page(address, title, f"pages/{template or address}", description, context)


def _page_of_event(chronology: Chronology, event: Event) -> Page:
    entries = chronology.entries
    at = entries.index(event) if event in entries else None
    before = entries[at - 1] if at else None
    after = entries[at + 1] if at is not None and at + 1 < len(entries) else None
    first = next(event.prose.passages(), None)
    return _page(
        event.address,
        event.title,
        "event.html",
        f"{event.date.words}: {first.text if first else event.title}",
        event=event,
        period=chronology.period_of(event),
        previous=before,
        next=after,
        earlier=distance(before.date, event.date).replace("later", "earlier") if before else "",
        later=distance(event.date, after.date) if after else "",
        number=None if at is None else at + 1,
        total=len(entries),
        sources=chronology.sources_of(event),
        touches=chronology.slips_at(event),
    )


def _page_of_source(chronology: Chronology, source: Source) -> Page:
    voices = {citation.voice for _, citation in chronology.uses_of[source.id] if citation.voice}
    return _page(
        source.address,
        f"{source.name}: {source.headline}",
        "source.html",
        source=source,
        paragraphs=list(list_paragraphs(chronology, source)),
        voices=sorted(voices),
        alone=[event for event in chronology.entries if chronology.sources_of(event) == [source]],
    )


def _count_uses(chronology: Chronology, source: Source) -> dict[str, object]:
    uses = [use for use, _ in chronology.uses_of[source.id] if not use.is_slip]
    entries = {use.event.id for use in uses if use.event}
    return {"source": source, "entries": len(entries), "passages": len(uses)}


def _list_names(chronology: Chronology) -> list[dict[str, object]]:
    return [
        {
            "named": named,
            "appears": [event for event in chronology.entries if named.appears_in(event)],
            "speaks": [event for event in chronology.entries if named.speaks_in(event)],
        }
        for named in chronology.names
    ]


def _list_corrections(chronology: Chronology) -> list[Corrected]:
    rows: list[Corrected] = []
    for event in chronology.events:
        rows += [Corrected(event, c.date, c, None) for c in event.corrections]
        if event.withdrawn:
            rows.append(Corrected(event, event.withdrawn.date, None, event.withdrawn))
    return sorted(rows, key=lambda row: row.date.order, reverse=True)


def _list_files(chronology: Chronology) -> list[dict[str, str]]:
    files = {DATA: "every entry, passage, quotation, citation and source"}
    if chronology.settings.url:
        files["feed.xml"] = "the newest entries, as an Atom feed"
    return [{"address": address, "what": what} for address, what in files.items()]


def _count(chronology: Chronology) -> dict[str, int]:
    passages = [use.passage for use in chronology.uses if not use.is_slip]
    return {
        "events": len(chronology.entries),
        "sources": len(chronology.sources),
        "passages": len(passages),
        "citations": sum(len(passage.citations) for passage in passages),
        "quotations": sum(len(passage.quotations) for passage in passages),
    }


def _feed(chronology: Chronology) -> Page:
    """The newest entries first: what is new to a reader, whenever it happened."""
    newest = sorted(chronology.entries, key=lambda e: (e.added.order, e.sort_key), reverse=True)
    changed = max((event.changed for event in chronology.events), key=lambda day: day.order)
    return _page("feed.xml", events=newest, updated=changed.edtf)


def check_links(chronology: Chronology, addresses: frozenset[str]) -> Iterator[Problem]:
    """Every link of a text leads to an entry, a source or a page that is built."""
    placed = [(use.path, link) for use in chronology.uses for link in use.passage.links]
    placed += [(page.path, link) for page in chronology.words.values() for link in page.links]
    placed += [
        (source.path, link) for source in chronology.sources.values() for link in source.links
    ]
    unread = {PurePosixPath(path).stem.removeprefix("_") for path in chronology.faulty}
    for path, (link, position) in placed:
        if link.address not in addresses and PurePosixPath(link.address or "").stem not in unread:
            typed = link.typed.partition("#")[0]
            as_typed = [a.removeprefix("events/").replace(".html", ".md") for a in addresses]
            known = as_typed if typed.endswith(".md") else addresses
            message = f"nothing is built for the link {quoted(typed)}.{did_you_mean(typed, known)}"
            yield Problem(path, position, message)
