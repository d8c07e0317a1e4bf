"""A day, month, season or year of the calendar: its notation, and the days it can be.

The calendar is the proleptic Gregorian one. Years are numbered as ISO 8601 numbers them: 0 is
1 BCE, -43 is 44 BCE. Seasons are northern and numbered as EDTF numbers them: 21, spring, is March
to May; 22, summer, June to August; 23, autumn, September to November; 24, winter, December of
its year to February of the next.
"""

import calendar
from typing import NamedTuple


class Day(NamedTuple):
    """A day of the calendar; days compare in the order of time."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        """Return the ISO 8601 form: 2022-06-11, or -0043-03-15 in 44 BCE."""
        return f"{iso_year(self.year)}-{self.month:02}-{self.day:02}"

    @property
    def ordinal(self) -> int:
        """The day's place in one run of whole numbers, in which 1 is 1 January of year 1."""
        # Years are taken to begin in March, so that a leap day is the last day of its year.
        year = self.year - (self.month < 3)
        leap_days = year // 4 - year // 100 + year // 400
        day_of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day
        return 365 * year + leap_days + day_of_year - 306


class SingleDate(NamedTuple):
    """One day, month, season or year, and how sure it is."""

    year: int
    month: int = 0
    """1 to 12, or a season, 21 to 24; 0 where only the year is known."""
    day: int = 0
    """0 where only the month, the season or the year is known."""
    qualifier: str = ""
    """~ for about, ? for perhaps, % for both; it moves no bound."""

    @property
    def precision(self) -> str:
        """The unit it is known to: day, month, season or year."""
        if self.day:
            return "day"
        if self.month > 12:
            return "season"
        return "month" if self.month else "year"

    @property
    def edtf(self) -> str:
        """Its canonical notation."""
        parts = [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join([iso_year(self.year), *parts]) + self.qualifier

    @property
    def earliest(self) -> Day:
        """The first day it can be."""
        return Day(self.year, self._months[0], self.day or 1)

    @property
    def latest(self) -> Day:
        """The last day it can be."""
        years, months = divmod(self._months[1] - 1, 12)
        year, month = self.year + years, months + 1
        return Day(year, month, self.day or days_in_month(year, month))

    @property
    def _months(self) -> tuple[int, int]:
        """Its first month and its last; a winter's are 12 and 14."""
        if self.precision == "season":
            return 3 * (self.month - 20), 3 * (self.month - 20) + 2
        return (self.month, self.month) if self.month else (1, 12)


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has in that year, before year 1 too."""
    return calendar.monthrange(year, month)[1]


def iso_year(year: int) -> str:
    """Return the year in four digits, with a minus before year 0."""
    return f"{year:05}" if year < 0 else f"{year:04}"
