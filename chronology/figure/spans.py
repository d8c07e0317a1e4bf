"""What a date leaves possible: the days of a span, and what is known of its two edges."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from chronology.content.event import Event
from chronology.dates.calendar import SingleDate
from chronology.dates.edtf import Date

FAR = 4
"""One entry is off the scale if the time is more than this many times as long with it."""


class Edge(Enum):
    """What is known of one end of a span."""

    HARD = "hard"
    ABOUT = "about"
    OPEN = "open"
    """It happened on a day within, and nothing bounds it here."""
    RUNS_ON = "runs on"
    """It lasted, and nothing bounds it here."""


class Span(NamedTuple):
    """The days that a date leaves possible; if an end is open, only the other end's day."""

    first: SingleDate
    last: SingleDate
    left: Edge = Edge.HARD
    right: Edge = Edge.HARD

    @property
    def days(self) -> int:
        """How many they are."""
        return self.last.ordinal + 1 - self.first.ordinal

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.days == 1 and self.left == self.right == Edge.HARD


class Item(NamedTuple):
    """An entry with what is drawn of it."""

    event: Event
    spans: tuple[Span, ...]
    """Several if accounts give dates that cannot all be true."""


def span_of(date: Date) -> Span:
    """Return the days that a date leaves possible, and what is known of its ends."""
    first = date.earliest or date.known.latest
    last = date.latest or date.known.earliest
    unbounded = Edge.RUNS_ON if date.form == "interval" else Edge.OPEN
    return Span(
        first, last, _edge_of(date.start, unbounded), _edge_of(date.end, unbounded)
    )


def _edge_of(end: SingleDate | None, unbounded: Edge) -> Edge:
    """Return what is known of the end of a date."""
    if end is None:
        return unbounded
    return Edge.ABOUT if end.qualifier else Edge.HARD


def item_of(event: Event) -> Item:
    """Return an entry with the span of its date, or of each account's date if they clash."""
    told: list[Date] = []
    for difference in event.prose.disputes:
        if difference.clash:
            told += [account.date for account in difference.accounts if account.date]
    spans = {span_of(date) for date in told or [event.fields.date]}
    return Item(event, tuple(sorted(spans, key=lambda span: span[:2])))


def join(items: Iterable[Item]) -> Span:
    """Return the span from the first day of all items to the last."""
    spans = [span for item in items for span in item.spans]
    first = min(span.first for span in spans)
    last = max(span.last for span in spans)
    return Span(first, last)


def leave_outliers_out(items: list[Item]) -> list[Item]:
    """Return the items without the first or last that makes the time four times as long.

    The items are sorted by time.
    """
    for others in (items[1:], items[:-1]):
        if len(others) > 2 and join(items).days > FAR * join(others).days:
            return leave_outliers_out(others)
    return items
