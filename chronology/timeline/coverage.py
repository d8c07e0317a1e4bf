"""How well the chronology is covered: on how many voices its entries rest, and on which outlets."""

from collections import Counter, defaultdict

from chronology.content.model import Event
from chronology.timeline.chronology import Chronology


def measure(chronology: Chronology) -> tuple[dict[int, list[Event]], Counter[str]]:
    """Return the entries by how many independent voices each rests on, and citations by outlet.

    A voice that two sources pass on is one voice.
    """
    outlet_of = {s.id: s.container_title or s.name for s in chronology.sources.values()}
    entries, outlets = defaultdict[int, list[Event]](list), Counter[str]()
    for event in chronology.entries:
        cited = [(outlet_of[c.source], c.voice) for c in event.prose.citations()]
        entries[len({voice or outlet for outlet, voice in cited})].append(event)
        outlets.update(outlet for outlet, _ in cited)
    return entries, outlets
