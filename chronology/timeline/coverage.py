"""Measures on how many voices and outlets the entries of a chronology rest."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.timeline.chronology import Chronology


@dataclass(frozen=True)
class Coverage:
    """What the entries rest on, counted from their citations."""

    by_voices: dict[int, list[Event]]
    """The entries by how many independent voices each rests on."""
    outlets: Counter[str]
    """How many citations each outlet has."""


def measure(chronology: Chronology) -> Coverage:
    """Return on how many voices each entry rests, and how often each outlet is cited.

    A voice that two sources pass on counts once. What a source says itself counts as the
    word of its outlet.
    """
    outlet_of = {
        source.id: source.outlet_name for source in chronology.sources.values()
    }
    by_voices: dict[int, list[Event]] = defaultdict(list)
    outlets: Counter[str] = Counter()
    for event in chronology.entries:
        voices = set()
        for citation in event.prose.citations():
            outlet = outlet_of[citation.source]
            voices.add(citation.voice or outlet)
            outlets[outlet] += 1
        by_voices[len(voices)].append(event)
    return Coverage(by_voices, outlets)
