"""How well the chronology is covered: on how many voices its entries rest, and on which outlets."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from chronology.chronology import Chronology
from chronology.model import Event


@dataclass(frozen=True)
class Coverage:
    """What the method page cannot count by itself."""

    voices: dict[int, list[Event]]
    """For each number of independent voices, the entries that rest on so many."""
    outlets: Counter[str]
    """For each outlet, the citations of it in entries."""


def measure(chronology: Chronology) -> Coverage:
    """Return the counts; a voice that two sources pass on is one voice."""
    outlets = {s.id: s.container_title or s.name for s in chronology.sources.values()}
    coverage = Coverage(defaultdict(list), Counter())
    for event in chronology.entries:
        cited = [(outlets[c.source], c.voice) for c in event.prose.citations()]
        coverage.outlets.update(outlet for outlet, _ in cited)
        coverage.voices[len({voice or outlet for outlet, voice in cited})].append(event)
    return coverage
