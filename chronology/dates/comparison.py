"""Compares dates: whether they can all be true, and how much time lies between two."""

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from chronology.dates.edtf import Date

_Unit = Literal["day", "week", "month", "year"]

_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
_DAYS_IN_A_YEAR = 365.2425


def can_all_be_true(dates: Sequence[Date]) -> bool:
    """Return whether one day fits every date; an open end fits any day."""
    starts = [date.earliest for date in dates if date.earliest]
    ends = [date.latest for date in dates if date.latest]
    if not starts or not ends:
        return True
    return max(starts) <= min(ends)


def distance(earlier: Date, later: Date, *, before: bool = False) -> str:
    """Return the time between two dates in words, `nine months later`, or "" if it is unclear.

    With `before` the words look back from the later date: `nine months earlier`.

    The time runs from the day on which the earlier date began to the day on which the
    later one began, and is given in one unit. If such a day is not exact, the words say
    `about`, and the middle of the possible days is taken. Before year 1 the unit is years.

    The time is unclear if a set is open at one end, if the later date may have begun
    first, or if the time is much shorter than the days that the vaguer date leaves open.
    """
    start = _onset(earlier)
    end = _onset(later)
    if start is None or end is None or end.first <= start.last:
        return ""
    days_open = max(start.days_open, end.days_open)
    qualified = earlier.known.qualifier or later.known.qualifier
    about = bool(days_open or qualified)
    if end.middle - start.middle == 1 and start.first >= 1 and not about:
        return "the day before" if before else "the next day"
    time = _time_in_words(start.middle, end.middle, days_open=days_open, about=about)
    if not time:
        return ""
    return f"{time} {'earlier' if before else 'later'}"


class _Onset(NamedTuple):
    """The first and the last day, as ordinals, on which something may have begun."""

    first: int
    last: int

    @property
    def middle(self) -> int:
        """The day halfway between the two."""
        return (self.first + self.last) // 2

    @property
    def days_open(self) -> int:
        """How many days lie between the two; 0 where the day is known."""
        return self.last - self.first


def _onset(date: Date) -> _Onset | None:
    """Return the days on which a date may have begun, or None for a set open at one end."""
    if date.form != "set":
        return _Onset(date.known.earliest.ordinal, date.known.latest.ordinal)
    if date.earliest and date.latest:
        return _Onset(date.earliest.ordinal, date.latest.ordinal)
    return None


def _time_in_words(first: int, last: int, *, days_open: int, about: bool) -> str:
    """Return the time between two days in words; weeks may be a range, `two to three weeks`."""
    count, unit = _time_between(first, last, days_open=days_open)
    if not count:
        return ""
    if unit == "week":
        fewest = round((last - first - days_open / 2) / 7)
        most = round((last - first + days_open / 2) / 7)
        if fewest < most:
            return f"{_in_words(fewest)} to {_in_words(most)} weeks"
    words = f"{_in_words(count)} {unit}"
    if count > 1:
        words += "s"
    if about:
        words = f"about {words}"
    return words


def _time_between(first: int, last: int, *, days_open: int) -> tuple[int, _Unit]:
    """Return the time between two days, rounded, in the unit that suits it.

    The unit is not much finer than the dates are. The number is 0 if the time is much
    shorter than the days that the dates leave open.
    """
    days = last - first
    if first < 1:
        return round(days / _DAYS_IN_A_YEAR), "year"
    whole_months, days_over = _months_and_days(first, last)
    months = whole_months
    if days_over > 15:
        months += 1
    if days < 0.8 * days_open:
        return 0, "month"
    if days_open > 350 or months == 12 or months >= 24:
        return (months + 6) // 12, "year"
    if days_open > 14 or whole_months:
        return months, "month"
    if days >= 14:
        return round(days / 7), "week"
    return days, "day"


def _months_and_days(first: int, last: int) -> tuple[int, int]:
    """Return the whole months between two days after 1 BCE, and the days left over."""
    from dateutil.relativedelta import relativedelta

    start = datetime.date.fromordinal(first)
    end = datetime.date.fromordinal(last)
    apart = relativedelta(end, start)
    return 12 * apart.years + apart.months, apart.days


def _in_words(number: int) -> str:
    """Return the number in words up to nine, in digits from 10."""
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    return str(number)
