"""The pages about the whole chronology: differences, data, texts and coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.slips import Slip
from chronology.content.source import Source
from chronology.content.texts import METHOD, Text
from chronology.site.views.entries import EntryView, view_entry
from chronology.site.views.references import Reference, References
from chronology.timeline.chronology import Chronology
from chronology.timeline.coverage import measure
from chronology.wording import counted

_PRECISIONS = {
    "day": "to the day",
    "month": "to the month",
    "season": "to the season",
    "year": "to the year",
    "interval": "from … to …",
    "set": "a day within a span",
}
"""What the method page calls each precision of a date."""


@dataclass(frozen=True)
class Row:
    """A name, and what is counted for it."""

    name: str
    value: str


@dataclass(frozen=True)
class DifferencesView:
    """What the page of differences shows."""

    entries: tuple[EntryView, ...]
    """The entries in which accounts differ."""
    of: int
    """How many entries there are."""
    points: str
    """On how many points they differ, in words."""
    wording: tuple[tuple[Source, Slip], ...]
    """The slips that concern no entry: spelling, rank, arithmetic."""
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class TextView:
    """What the page of a text shows."""

    text: Text
    coverage: "CoverageView | None"
    """None except on the method page."""
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class CoverageView:
    """How well the chronology is covered."""

    quotations: int
    """How many were checked."""
    voices: tuple[Row, ...]
    """How many entries rest on each number of voices."""
    on_one_voice: tuple[Event, ...]
    outlets: tuple[Row, ...]
    """The share of each outlet in the citations, the largest first."""
    precisions: tuple[Row, ...]


def view_differences(chronology: Chronology, references: References) -> DifferencesView:
    """Return what the page of differences shows."""
    disputed = [event for event in chronology.entries if event.disputed]
    points = sum(len(event.prose.disputes) for event in disputed)
    return DifferencesView(
        entries=tuple(view_entry(event, chronology.settings) for event in disputed),
        of=len(chronology.entries),
        points=counted(points, "point"),
        wording=tuple(_list_wording(chronology)),
        references=references.to(chronology.citing.on_index),
    )


def _list_wording(chronology: Chronology) -> Iterator[tuple[Source, Slip]]:
    """Yield the slips that concern no entry, each with its source."""
    for source in chronology.sources.values():
        for slip in source.slips:
            if slip.touches == ():
                yield source, slip


def list_counts(chronology: Chronology) -> list[Row]:
    """Return what the page of data counts."""
    passages = [
        statement.passage
        for statement in chronology.citing.statements
        if statement.event and not statement.event.fields.withdrawn
    ]
    citations = sum(len(passage.citations) for passage in passages)
    counts = {
        "entries": len(chronology.entries),
        "passages in entries": len(passages),
        "citations in entries": citations,
        "quotations checked": count_quotations(chronology),
        "sources": len(chronology.sources),
    }
    return [Row(name, str(number)) for name, number in counts.items()]


def count_quotations(chronology: Chronology) -> int:
    """Return how many quotations stand in ledgers."""
    ledgers = [source.ledger for source in chronology.sources.values() if source.ledger]
    return sum(len(ledger.lines) for ledger in ledgers)


def view_text(text: Text, chronology: Chronology, references: References) -> TextView:
    """Return what the page of a text shows; the method page also has the coverage."""
    return TextView(
        text=text,
        coverage=view_coverage(chronology) if text.id == METHOD else None,
        references=references.all,
    )


def view_coverage(chronology: Chronology) -> CoverageView:
    """Return how well the chronology is covered."""
    coverage = measure(chronology)
    voices = [
        Row(counted(number, "voice"), counted(len(events), "entry", "entries"))
        for number, events in sorted(coverage.by_voices.items())
    ]
    return CoverageView(
        quotations=count_quotations(chronology),
        voices=tuple(voices),
        on_one_voice=tuple(coverage.by_voices.get(1, ())),
        outlets=tuple(_list_shares(coverage.outlets)),
        precisions=tuple(_list_precisions(chronology)),
    )


def _list_shares(outlets: dict[str, int]) -> Iterator[Row]:
    """Yield the share of each outlet in the citations, the largest first."""
    total = sum(outlets.values())
    by_name = sorted(outlets)
    for outlet in sorted(by_name, key=lambda name: outlets[name], reverse=True):
        citations = outlets[outlet]
        percent = 100 * citations / total
        share = f"{percent:.0f}" if percent >= 1 else "under 1"
        yield Row(outlet, f"{counted(citations, 'citation')}, {share}%")


def _list_precisions(chronology: Chronology) -> Iterator[Row]:
    """Yield how many entries have a date of each precision."""
    precisions = [event.fields.date.precision for event in chronology.entries]
    for precision, words in _PRECISIONS.items():
        number = precisions.count(precision)
        if number:
            yield Row(words, counted(number, "entry", "entries"))
