"""How well the chronology is covered: voices, outlets, precision, counted from its citations."""

from collections import Counter
from dataclasses import dataclass

from chronology.chronology import Chronology
from chronology.model import Event


@dataclass(frozen=True)
class Coverage:
    """What the method page shows of the entries on the index."""

    voices: tuple[tuple[int, int], ...]
    """For each number of independent voices, how many entries rest on so many."""
    single: tuple[Event, ...]
    """The entries that rest on one voice."""
    outlets: tuple[tuple[str, int], ...]
    """For each outlet the citations of it, the most cited first."""
    precisions: tuple[tuple[str, int], ...]
    """For each precision of a date the entries that have it."""
    citations: int
    passages: int
    quotations: int
    """Those that stand in the ledgers."""


def measure(chronology: Chronology) -> Coverage:
    """Return the counts; a voice that two sources pass on is one voice."""
    entries = chronology.entries
    voices = {event.id: _count_voices(chronology, event) for event in entries}
    cited = [c.source for event in entries for c in event.prose.citations()]
    outlets = Counter(_outlet(chronology, source) for source in cited)
    return Coverage(
        tuple(sorted(Counter(voices.values()).items())),
        tuple(event for event in entries if voices[event.id] == 1),
        tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple(Counter(event.date.precision for event in entries).most_common()),
        len(cited),
        sum(1 for event in entries for _ in event.prose.passages()),
        sum(len(s.ledger.lines) for s in chronology.sources.values() if s.ledger),
    )


def _count_voices(chronology: Chronology, event: Event) -> int:
    """Return on how many voices an entry rests: those passed on, and outlets that speak."""
    return len({c.voice or _outlet(chronology, c.source) for c in event.prose.citations()})


def _outlet(chronology: Chronology, id_: str) -> str:
    return chronology.sources[id_].container_title or chronology.sources[id_].name
