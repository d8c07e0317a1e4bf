"""The ticks of the line, and the names of years or of what else suits its length."""

from collections.abc import Iterator
from typing import NamedTuple

from chronology.dates.calendar import SingleDate
from chronology.dates.edtf import Date
from chronology.figure.line import END, START, Line
from chronology.figure.names import PHONE, WIDE, width_of
from chronology.figure.spans import Span

UNITS = ((0, 1), (1, 30), (12, 365), (120, 3652), (1200, 36524), (12000, 365242))
"""Steps of months, 0 for a single day, each with its days."""
CLOSEST = 1.6
"""Two ticks, in per cent."""
BESIDE = 5
"""From a tick to its name, in pixels."""


class Time(NamedTuple):
    """A tick with a name."""

    at: float
    name: str
    is_wide: bool
    """Whether only a wide window has room for the name."""


def list_ticks(extent: Span, line: Line) -> list[float]:
    """Return where the units begin, the smallest that are not too close."""
    step = _step(line, CLOSEST)
    return [at for at, _ in _units(extent, line, step) if at > START]


def list_times(extent: Span, line: Line) -> list[Time]:
    """Return the names that have room: first those for a phone, then more for the desk."""
    times: list[Time] = []
    for width, least in ((PHONE, 44), (WIDE, 64)):
        units = list(_units(extent, line, _step(line, 100 * least / width)))
        for at, name in reversed(units):
            time = Time(at, name, is_wide=width == WIDE)
            if _has_room(time, times, width):
                times.append(time)
    return sorted(times)


def _has_room(time: Time, others: list[Time], width: int) -> bool:
    """Return whether a name keeps within the picture and apart from the others."""
    start, end = _extent(time, width)
    if end > width:
        return False
    extents = [_extent(other, width) for other in others]
    return all(end + 6 <= left or right + 6 <= start for left, right in extents)


def _extent(time: Time, width: int) -> tuple[float, float]:
    """Return from where to where a name stands, in pixels; it is bold."""
    left = time.at * width / 100 + BESIDE
    return left, left + 1.06 * width_of(time.name)


def _step(line: Line, least: float) -> int:
    """Return the smallest step, in months, that is that long in per cent."""
    for months, days in UNITS:
        if days * (END - START) / line.days >= least:
            return months
    return UNITS[-1][0]


def _units(extent: Span, line: Line, step: int) -> Iterator[tuple[float, str]]:
    """Yield where each unit begins, and its name.

    If a unit had begun before, its first month has the name: the whole has no place.
    """
    first = 12 * extent.first.year + extent.first.month - 1
    last = 12 * extent.last.year + extent.last.month - 1
    stride = step or 1
    for number in range(first - first % stride, last + 1, stride):
        month = max(first, number)
        is_whole = step >= 12 and month % step == 0
        unit = SingleDate(month // 12, 0 if is_whole else month % 12 + 1)
        for one in _days(unit) if step == 0 else [unit]:
            if extent.first <= one.latest and one.earliest <= extent.last:
                yield line.at(one.earliest.ordinal), Date("single", one, one).words


def _days(month: SingleDate) -> list[SingleDate]:
    """Return the days of a month."""
    return [month._replace(day=day) for day in range(1, month.latest.day + 1)]
