"""The feed: the newest entries, each with how sure it is and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.source import Source
from chronology.site.views.citations import citations_in_words
from chronology.site.views.entries import STATUSES
from chronology.syntax.passages import Passage
from chronology.timeline.chronology import Chronology


@dataclass(frozen=True)
class FeedEntry:
    """One entry of the feed."""

    event: Event
    summary: str
    """Its status, its first paragraph with the citations in words, and its outcome."""


def list_newest(chronology: Chronology) -> list[FeedEntry]:
    """Return the entries, the newest first; those of one day in the order of time."""
    newest = sorted(
        chronology.entries, key=lambda event: event.fields.added.edtf, reverse=True
    )
    return [FeedEntry(event, _summarize(event, chronology.sources)) for event in newest]


def _summarize(event: Event, sources: Mapping[str, Source]) -> str:
    """Return an entry in a few sentences, none of which stands without its source."""
    status = event.fields.status
    parts = [f"{status.capitalize()}: {STATUSES[status]}"]
    # The whole paragraph: a denial stands beside what is alleged.
    parts += [_with_citations(passage, sources) for passage in _first_paragraph(event)]
    if event.outcome:
        decided = f"Decided on {event.outcome.date.words}:"
        parts.append(f"{decided} {_with_citations(event.outcome.passage, sources)}")
    if event.disputed:
        parts.append("Accounts differ; the entry shows each.")
    return " ".join(parts)


def _first_paragraph(event: Event) -> tuple[Passage, ...]:
    """Return the passages with which the text of an entry begins."""
    return event.prose.blocks[0].items[0] if event.prose.blocks else ()


def _with_citations(passage: Passage, sources: Mapping[str, Source]) -> str:
    """Return the text of a passage with what it rests on."""
    cited = citations_in_words(passage.citations, sources)
    return f"{passage.text} ({cited})."
