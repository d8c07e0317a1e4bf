"""What the index can be filtered by."""

from collections import Counter

from chronology.content.event import Event
from chronology.content.periods import Period

Choice = tuple[str, str]
"""A facet and one of its values: ("kind", "command")."""


def choices_of(event: Event, period: Period | None) -> set[Choice]:
    """Return the choices under which this entry of this period stays on the index."""
    choices = {("kind", event.fields.kind), ("status", event.fields.status)}
    if event.disputed:
        choices.add(("disputed", "yes"))
    if period:
        choices.add(("period", period.id))
    for citation in event.prose.citations():
        choices.add(("source", citation.source))
        if citation.voice:
            choices.add(("voice", citation.voice))
    return choices


def count_choices(entries: list[tuple[Event, Period | None]]) -> Counter[Choice]:
    """Return each choice, sorted, with how many entries it leaves."""
    found: Counter[Choice] = Counter()
    for event, period in entries:
        found.update(choices_of(event, period))
    return Counter(dict(sorted(found.items())))
