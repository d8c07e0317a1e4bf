"""An entry as pages show it: its facts, and how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.settings import Settings
from chronology.dates.comparison import distance
from chronology.dates.edtf import Date

STATUSES = {
    "reported": "A source states it.",
    "claimed": "A named party says it.",
    "alleged": "An accusation, as it stood then, that was denied or that no court had yet decided.",
}
"""What each status means."""

_STEPS = (7, 30, 90, 180, 365, 1000, 4000)
"""The numbers of days at which the gap between two entries is drawn one step longer."""


@dataclass(frozen=True)
class Gap:
    """The time that passes between two entries."""

    words: str
    """As readers see it: `nine months later`."""
    step: int
    """How long it is drawn, from 0 to 7."""


@dataclass(frozen=True)
class EntryView:
    """One entry, with its facts in words."""

    event: Event
    kind: str
    """The name of its kind."""
    places: tuple[str, ...]
    """The names of its places."""
    standing: tuple[str, ...]
    """How sure it is, in words: draft, withdrawn, its status, accounts differ."""
    gap: Gap | None = None
    """The time since the entry before it; None if it is not shown."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """Its standing without `reported`, which needs no remark."""
        return tuple(word for word in self.standing if word != "reported")


def view_entry(
    event: Event, settings: Settings, before: Event | None = None
) -> EntryView:
    """Return an entry as pages show it, with the time since the entry before it."""
    fields = event.fields
    return EntryView(
        event=event,
        kind=settings.kinds[fields.kind].name,
        places=tuple(settings.places[place].name for place in fields.places),
        standing=tuple(_list_standing(event)),
        gap=_find_gap(before.fields.date, fields.date) if before else None,
    )


def _list_standing(event: Event) -> Iterator[str]:
    """Yield the words for how sure an entry is."""
    if event.is_draft:
        yield "draft"
    if event.fields.withdrawn:
        yield "withdrawn"
    yield event.fields.status
    if event.disputed:
        yield "accounts differ"


def _find_gap(earlier: Date, later: Date) -> Gap | None:
    """Return the time that passes between two dates; None if that is unclear."""
    words = distance(earlier, later)
    if not words:
        return None
    days = later.order[0].ordinal - earlier.order[0].ordinal
    return Gap(words, sum(step <= days for step in _STEPS))
