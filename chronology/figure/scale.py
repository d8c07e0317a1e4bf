"""Where along the picture of time a day is: what a date leaves possible, and its place on a scale.

A length is in CSS pixels, `along` the arrow of time: lying, time runs to the right; upright, down.
"""

from typing import NamedTuple

from chronology.dates.calendar import SingleDate
from chronology.dates.edtf import Date

LYING = 908  # along, the whole
RADIUS = 6  # of a point; a bar that would be shorter is one
REACH = (
    1 / 15
)  # of the time shown, 1.5 days at least: how far a bar fades where an end is open

Pair = tuple[int, int]


class Span(NamedTuple):
    """The days that a date leaves possible; where an end is open, only the other end's day."""

    first: SingleDate
    last: SingleDate
    left: str = "hard"
    right: str = "hard"
    """What is known of an end: hard; about; open, for a day within; runs on, for what lasted."""

    @property
    def days(self) -> int:
        """How many they are."""
        return self.last.ordinal + 1 - self.first.ordinal


class Bar(NamedTuple):
    """From where to where along something is; where both are one, it is a point."""

    lying: Pair
    upright: Pair
    fade: str = ""
    """The ends, left and right, at which it is not known how far it goes."""


class Scale(NamedTuple):
    """Where along a day is."""

    extent: Span
    """All that is known; something may fade beyond it."""
    start: float
    """The number of the day it begins with."""
    day: float
    """The length of a day, lying."""
    head: int
    """Where it begins, upright."""
    turn: float
    """What a length is multiplied by, upright."""

    def at(self, day: float) -> int:
        """Return where the day of this number begins, lying, or the end that is nearest to it."""
        return min(max(0, RADIUS + round(self.day * (day - self.start))), LYING)

    def upright(self, along: float) -> int:
        """Return where that is, upright."""
        return self.head + round(self.turn * along)

    def place(self, span: Span, share: float = 0) -> Bar:
        """Return a span's bar; upright, a point stands where that share of its time is over."""
        start, end = map(self.at, reach_of(span, self.extent))
        fade = "".join(
            side for side in ("left", "right") if getattr(span, side) != "hard"
        )
        if fade or (end - start >= RADIUS and span.first != span.last):
            return Bar((start, end), (self.upright(start), self.upright(end)), fade)
        point = start + min(RADIUS, (end - start) // 2)
        turned = self.upright(start + share * (end - start))
        return Bar((point, point), (turned, turned))

    def run(self, first: SingleDate | None, last: SingleDate | None) -> Pair:
        """Return from where to where along the days run, lying; None is an end of the picture."""
        return self.at(first.ordinal) if first else 0, self.at(
            last.ordinal + 1
        ) if last else LYING


def span_of(date: Date) -> Span:
    """Return the days that a date leaves possible, and what is known of its ends."""
    none = "runs on" if date.form == "interval" else "open"
    edges = [
        ("about" if e.qualifier else "hard") if e else none
        for e in (date.start, date.end)
    ]
    first, last = date.earliest or date.known.latest, date.latest or date.known.earliest
    return Span(first, last, *edges)


def reach_of(span: Span, extent: Span) -> tuple[float, float]:
    """Return the numbers of the days between which a bar is drawn, what fades of it included."""
    start, first = span.first.ordinal, extent.first.ordinal
    end, last, fade = (
        start + span.days,
        first + extent.days,
        max(REACH * extent.days, 1.5),
    )
    froms = {
        "about": start - fade / 4,
        "open": end - fade,
        "runs on": min(first, end - fade),
    }
    tos = {
        "about": end + fade / 4,
        "open": start + fade,
        "runs on": max(last, start + fade),
    }
    return froms.get(span.left, start), tos.get(span.right, end)
