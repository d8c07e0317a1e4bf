"""Dots above the line and bars below it, each in the lowest row that has room for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from chronology.content.event import Event
from chronology.figure.line import Line, Stretch
from chronology.figure.spans import Edge, Item, Span

MOST_ROWS = 24
"""Of dots, and of bars; what finds no room in them is not drawn."""
ROW = 7
"""The height of a row, in pixels."""
FIRST_DOT = -6
FIRST_BAR = 30
"""How far below the line the middle of the first row is, in pixels."""
DOT = 2.2
BETWEEN_BARS = 0.7
"""The room that a dot takes, and the least between two bars, in per cent of a phone's width."""


class Dot(NamedTuple):
    """A day."""

    at: float
    y: int
    """How far below the line its middle is, in pixels: less than 0, since it is above."""


class Bar(NamedTuple):
    """Every day of a span is possible."""

    stretch: Stretch
    y: int
    """How far below the line its middle is, in pixels."""
    left: Edge
    right: Edge

    @property
    def fade(self) -> str:
        """The ends, left and right, at which it is not known how far it goes."""
        left = "" if self.left == Edge.HARD else "left"
        right = "" if self.right == Edge.HARD else "right"
        return left + right

    @property
    def cut(self) -> float:
        """Where the stroke stands that tells that accounts differ: where most is known."""
        start, end = self.stretch
        if self.fade == "left":
            return end
        return start if self.fade == "right" else round((start + end) / 2, 2)


@dataclass(frozen=True)
class Mark:
    """One entry in the picture."""

    event: Event
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]


class Rows:
    """Rows of stretches that keep apart."""

    def __init__(self, apart: float) -> None:
        """Begin without any row."""
        self.apart = apart
        self.rows: list[list[Stretch]] = []

    def take(self, stretch: Stretch) -> int | None:
        """Take the lowest row with room, and return its number; None if there is none."""
        for number, row in enumerate(self.rows):
            if not any(stretch.meets(other, self.apart) for other in row):
                row.append(stretch)
                return number
        if len(self.rows) == MOST_ROWS:
            return None
        self.rows.append([stretch])
        return len(self.rows) - 1


def place_marks(items: Iterable[Item], line: Line) -> list[Mark]:
    """Return the marks of all items that find room, in the same order."""
    above = Rows(apart=0)
    below = Rows(apart=BETWEEN_BARS)
    marks: list[Mark] = []
    for event, spans in items:
        dots = [_dot(span, line, above) for span in spans if span.is_day]
        bars = [_bar(span, line, below) for span in spans if not span.is_day]
        mark = Mark(event, tuple(filter(None, dots)), tuple(filter(None, bars)))
        if mark.dots or mark.bars:
            marks.append(mark)
    return marks


def _dot(span: Span, line: Line, rows: Rows) -> Dot | None:
    """Return a day's dot, or None if there is no room."""
    at = line.point(span.first)
    row = rows.take(Stretch(at - DOT / 2, at + DOT / 2))
    return None if row is None else Dot(at, FIRST_DOT - ROW * row)


def _bar(span: Span, line: Line, rows: Rows) -> Bar | None:
    """Return a span's bar, or None if there is no room."""
    stretch = line.reach(span)
    row = rows.take(stretch)
    if row is None:
        return None
    return Bar(stretch, FIRST_BAR + ROW * row, span.left, span.right)
