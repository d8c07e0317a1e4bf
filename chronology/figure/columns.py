"""The columns into which the periods open below the line, each as wide as its record."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.periods import Period
from chronology.figure.line import Line, Stretch
from chronology.timeline.chronology import Chronology

LONG = 12
"""A column with more entries is twice as wide."""


@dataclass(frozen=True)
class Column:
    """A period with its entries."""

    period: Period
    events: tuple[Event, ...]
    time: Stretch
    """From where to where along the line it is."""
    place: Stretch
    """From where to where its column is, in per cent of the width."""
    is_fullest: bool
    """Whether no other period has as many entries; the first of several that do is."""

    @property
    def is_wide(self) -> bool:
        """Whether it is twice as wide as others."""
        return _units(self.events) > 1


def list_columns(
    chronology: Chronology, shown: set[str], line: Line
) -> tuple[Column, ...]:
    """Return the columns of the periods that have entries among those shown, by their ids.

    One column alone would say nothing, so then there is none.
    """
    groups = _group(chronology, shown)
    if len(groups) < 2:
        return ()
    periods = {period.id: period for period in chronology.periods}
    fullest = max(groups, key=lambda id_: len(groups[id_]))
    places = _divide(groups)
    return tuple(
        Column(
            period=periods[id_],
            events=tuple(events),
            time=_time_of(periods[id_], line),
            place=places[id_],
            is_fullest=id_ == fullest,
        )
        for id_, events in groups.items()
    )


def _group(chronology: Chronology, shown: set[str]) -> dict[str, list[Event]]:
    """Return all entries of each period that has one of those shown, by the period's id."""
    groups: dict[str, list[Event]] = {}
    met: set[str] = set()
    for event in chronology.entries:
        period = chronology.period_of(event)
        if period:
            groups.setdefault(period.id, []).append(event)
            if event.id in shown:
                met.add(period.id)
    return {id_: events for id_, events in groups.items() if id_ in met}


def _divide(groups: dict[str, list[Event]]) -> dict[str, Stretch]:
    """Return what each group takes of the width, by its id."""
    total = sum(map(_units, groups.values()))
    places: dict[str, Stretch] = {}
    begun = 0
    for id_, events in groups.items():
        units = _units(events)
        places[id_] = Stretch(_share(begun, total), _share(begun + units, total))
        begun += units
    return places


def _units(events: Sequence[Event]) -> int:
    """Return how wide the column of these entries is."""
    return 2 if len(events) > LONG else 1


def _share(units: int, total: int) -> float:
    """Return a number of units in per cent of the width."""
    return round(100 * units / total, 2)


def _time_of(period: Period, line: Line) -> Stretch:
    """Return from where to where along the line a period is; what is open goes to its end."""
    earliest, latest = period.time.earliest, period.time.latest
    start = line.at(earliest.ordinal) if earliest else 0
    end = line.at(latest.ordinal + 1) if latest else 100
    return Stretch(start, end)
