"""The line of time: where along it a day is, and from where to where a span reaches."""

from typing import NamedTuple

from chronology.dates.calendar import SingleDate
from chronology.figure.spans import Edge, Span

START = 2.6
END = 97.4
"""What time takes of the width, in per cent."""
FADE = 4.4
"""How far a bar fades if its end is open, in per cent."""
SHORTEST = 0.8
"""Of a bar, in per cent."""
HALF_A_DOT = 0.55
"""In per cent of a wide window."""


class Stretch(NamedTuple):
    """From where to where along something is, in per cent of the width."""

    start: float
    end: float

    def meets(self, other: "Stretch", apart: float) -> bool:
        """Return whether there is less room than that between two stretches."""
        return self.start < other.end + apart and other.start < self.end + apart


class Line(NamedTuple):
    """Days, from the first that is shown to the last."""

    first: int
    """The ordinal of the first day."""
    days: int

    def at(self, day: float) -> float:
        """Return where a day begins, or the end of the time shown that is nearest to it."""
        share = min(max(0, (day - self.first) / self.days), 1)
        return round(START + (END - START) * share, 2)

    def point(self, day: SingleDate) -> float:
        """Return where the dot of a day stands: in its day, near its beginning."""
        begins = self.at(day.ordinal)
        half = (self.at(day.ordinal + 1) - begins) / 2
        return round(begins + min(half, HALF_A_DOT), 2)

    def reach(self, span: Span) -> Stretch:
        """Return from where to where a bar is drawn, with what fades of it."""
        begins = self.at(span.first.ordinal)
        ends = self.at(span.last.ordinal + 1)
        fade = max(FADE, 1.5 * (END - START) / self.days)
        starts = {
            Edge.HARD: begins,
            Edge.ABOUT: begins - fade / 4,
            Edge.OPEN: ends - fade,
            Edge.RUNS_ON: min(START, ends - fade),
        }
        stops = {
            Edge.HARD: ends,
            Edge.ABOUT: ends + fade / 4,
            Edge.OPEN: begins + fade,
            Edge.RUNS_ON: max(END, begins + fade),
        }
        start = _within(starts[span.left])
        return Stretch(start, _within(max(stops[span.right], start + SHORTEST)))


def line_of(extent: Span) -> Line:
    """Return the line that shows all days of a span."""
    return Line(extent.first.ordinal, extent.days)


def _within(along: float) -> float:
    """Return the nearest place within the width."""
    return round(min(max(0, along), 100), 2)
