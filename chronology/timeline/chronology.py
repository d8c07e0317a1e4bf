"""Everything that was read: in order, indexed once, and ready to answer questions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from chronology.content.event import Correction, Event, Withdrawn
from chronology.content.names import Named
from chronology.content.periods import Period
from chronology.content.settings import Settings
from chronology.content.source import Source
from chronology.content.texts import Text
from chronology.dates.edtf import Date
from chronology.timeline.citing import Citing
from chronology.timeline.filters import Choice, count_choices
from chronology.timeline.statements import (
    Statement,
    list_statements_of_event,
    list_statements_of_name,
    list_statements_of_period,
    list_statements_of_slips,
    list_statements_of_text,
)


@dataclass(frozen=True, eq=False)
class Chronology:
    """The settings, events, sources, periods, texts and names that were read, in order."""

    settings: Settings
    events: tuple[Event, ...]
    """All that have a page, withdrawn ones too, in the order of time."""
    sources: dict[str, Source]
    """By id, in the order of ids."""
    periods: tuple[Period, ...]
    texts: dict[str, Text]
    """By id: introduction, afterword, method."""
    names: tuple[Named, ...]
    """The registry; empty if there is none."""
    known_sources: frozenset[str]
    """The ids of all records in seeds/, those with faults too."""
    left_out: tuple[Event, ...] = ()
    """Drafts that get no page; the ledgers keep the lines that they quote."""
    faulty: frozenset[str] = frozenset()
    """The paths of files that could not be read without faults."""

    @cached_property
    def entries(self) -> tuple[Event, ...]:
        """The events that the index shows, in the order of time."""
        return tuple(event for event in self.events if not event.fields.withdrawn)

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each entry among all entries, counted from 0, by its id."""
        return {event.id: number for number, event in enumerate(self.entries)}

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return the entries before and after one; None if there is none."""
        number = self.positions[event.id]
        before = self.entries[number - 1] if number > 0 else None
        after = self.entries[number + 1] if number + 1 < len(self.entries) else None
        return before, after

    @cached_property
    def newest(self) -> Date | None:
        """The day on which the newest entry was added; None if there is no event."""
        days = [event.fields.added for event in self.events]
        return max(days, key=lambda day: day.order, default=None)

    @cached_property
    def corrections(self) -> tuple[tuple[Event, Correction | Withdrawn], ...]:
        """The corrections and withdrawals with their entries, the newest first."""
        made = [(event, change) for event in self.events for change in event.changes]
        return tuple(sorted(made, key=lambda pair: pair[1].date.order, reverse=True))

    @cached_property
    def moved(self) -> dict[str, Event]:
        """The event that each former id leads to."""
        return {
            former: event for event in self.events for former in event.fields.formerly
        }

    def period_of(self, event: Event) -> Period | None:
        """Return the first period that covers the event's date; None if none does."""
        return self._period_by_event.get(event.id)

    @cached_property
    def _period_by_event(self) -> dict[str, Period]:
        """The first period that covers each event, by the event's id."""
        found: dict[str, Period] = {}
        for event in self.events:
            for period in self.periods:
                if period.covers(event.fields.date):
                    found[event.id] = period
                    break
        return found

    @cached_property
    def sections(self) -> list[tuple[Period | None, list[Event]]]:
        """The entries of the index, in groups of consecutive entries that share a period."""
        runs = groupby(self.entries, key=self.period_of)
        return [(period, list(events)) for period, events in runs]

    @cached_property
    def choices(self) -> Counter[Choice]:
        """What the index can be filtered by, and how many entries each choice leaves."""
        return count_choices([(event, self.period_of(event)) for event in self.entries])

    @cached_property
    def citing(self) -> Citing:
        """Every statement, found by source, by paragraph and by entry."""
        return Citing(tuple(self._list_statements()), self.sources)

    @cached_property
    def alone_on(self) -> dict[str, tuple[Event, ...]]:
        """The entries that rest on one source alone, by the source's id."""
        found: dict[str, tuple[Event, ...]] = {}
        for event in self.entries:
            sources = self.citing.sources_of(event)
            if len(sources) == 1:
                id_ = sources[0].id
                found[id_] = (*found.get(id_, ()), event)
        return found

    @cached_property
    def unshown(self) -> tuple[Statement, ...]:
        """The statements of the drafts that get no page."""
        return tuple(
            statement
            for event in self.left_out
            for statement in list_statements_of_event(event)
        )

    def _list_statements(self) -> Iterator[Statement]:
        """Yield every statement that the site shows, in its order."""
        for event in self.events:
            yield from list_statements_of_event(event)
        for text in self.texts.values():
            yield from list_statements_of_text(text)
        shown = [period for period, _ in self.sections]
        for period in self.periods:
            yield from list_statements_of_period(period, is_shown=period in shown)
        for named in self.names:
            yield from list_statements_of_name(named)
        for source in self.sources.values():
            yield from list_statements_of_slips(source)
