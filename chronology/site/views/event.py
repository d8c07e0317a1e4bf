"""The page of an entry."""

from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.periods import Period
from chronology.content.slips import Slip
from chronology.content.source import Source
from chronology.dates.comparison import distance
from chronology.site.views.entries import EntryView, view_entry
from chronology.site.views.references import Reference, References, list_better
from chronology.timeline.chronology import Chronology


@dataclass(frozen=True)
class Neighbour:
    """The entry before or after another."""

    entry: EntryView
    distance: str
    """How far off it is: `three days earlier`, or else `previous`."""


@dataclass(frozen=True)
class Person:
    """Somebody that an entry names."""

    name: str
    fragment: str | None
    """The id of the person's place on the page of names; None if there is none."""


@dataclass(frozen=True)
class EventView:
    """What the page of an entry shows."""

    entry: EntryView
    period: Period | None
    number: int | None
    """Its place among the entries, counted from 1; None if it is withdrawn."""
    of: int
    """How many entries there are."""
    people: tuple[Person, ...]
    slips: tuple[tuple[Source, Slip], ...]
    """The known slips in the paragraphs that it cites."""
    references: tuple[Reference, ...]
    neighbours: tuple[Neighbour, ...]
    citation_title: str
    """Its title for use between quotation marks, with its own marks as inner ones."""


def view_event(
    event: Event, chronology: Chronology, references: References
) -> EventView:
    """Return what the page of an entry shows."""
    citing = chronology.citing
    slips = tuple(citing.slips_at(event))
    better = list_better((slip for _, slip in slips), chronology)
    position = chronology.positions.get(event.id)
    return EventView(
        entry=view_entry(event, chronology.settings),
        period=chronology.period_of(event),
        number=None if position is None else position + 1,
        of=len(chronology.entries),
        people=_find_people(event, chronology),
        slips=slips,
        references=references.to([*citing.sources_beside(event), *better]),
        neighbours=_find_neighbours(event, chronology),
        citation_title=event.fields.title.replace("“", "‘").replace("”", "’"),
    )


def _find_people(event: Event, chronology: Chronology) -> tuple[Person, ...]:
    """Return the people of an entry, each with their place on the page of names."""
    ids = {
        named.fields.name: named.id
        for named in chronology.names
        if named.group == "people"
    }
    return tuple(Person(name, ids.get(name)) for name in event.fields.people)


def _find_neighbours(event: Event, chronology: Chronology) -> tuple[Neighbour, ...]:
    """Return the entries before and after one; a withdrawn entry has none."""
    if event.fields.withdrawn:
        return ()
    found = []
    before, after = chronology.neighbours(event)
    date = event.fields.date
    if before:
        words = distance(before.fields.date, date, before=True) or "previous"
        found.append(Neighbour(view_entry(before, chronology.settings), words))
    if after:
        words = distance(date, after.fields.date) or "next"
        found.append(Neighbour(view_entry(after, chronology.settings), words))
    return tuple(found)
