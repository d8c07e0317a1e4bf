"""A day, month, season or year of the calendar, and the days that it can mean.

The calendar is the proleptic Gregorian one. Years have the numbers of ISO 8601: 0 is
1 BCE, and -43 is 44 BCE. Seasons are northern and have the numbers of EDTF: 21 is
spring, March to May; 22 is summer, June to August; 23 is autumn, September to November;
24 is winter, December to February of the next year.
"""

import calendar
import datetime
from typing import NamedTuple

SPRING = 21
WINTER = 24

_MONTHS_IN = {"day": 1, "month": 1, "season": 3, "year": 12}
_DAYS_IN_400_YEARS = 146_097


class SingleDate(NamedTuple):
    """One day, month, season or year, and how sure it is; days sort in order of time."""

    year: int
    month: int = 0
    """1 to 12, or a season, 21 to 24; 0 where only the year is known."""
    day: int = 0
    """0 where only the month, the season or the year is known."""
    qualifier: str = ""
    """~ for about, ? for perhaps, % for both; it changes neither `earliest` nor `latest`."""

    @property
    def precision(self) -> str:
        """The unit to which the date is known: day, month, season or year."""
        if self.day:
            return "day"
        if self.month >= SPRING:
            return "season"
        if self.month:
            return "month"
        return "year"

    def __str__(self) -> str:
        """Return the notation in EDTF: 2022-06-11, or -0043-03~ for about March 44 BCE."""
        notation = f"{self.year:04}"
        if self.year < 0:
            notation = f"-{-self.year:04}"
        if self.month:
            notation += f"-{self.month:02}"
        if self.day:
            notation += f"-{self.day:02}"
        return notation + self.qualifier

    @property
    def earliest(self) -> "SingleDate":
        """The first day that the date can mean."""
        month = self.month or 1
        if self.precision == "season":
            month = 3 * (self.month - SPRING + 1)
        return SingleDate(self.year, month, self.day or 1)

    @property
    def latest(self) -> "SingleDate":
        """The last day that the date can mean."""
        year = self.year
        month = self.earliest.month + _MONTHS_IN[self.precision] - 1
        if month > 12:  # A winter ends in the next year.
            year += 1
            month -= 12
        last_day = calendar.monthrange(year, month)[1]
        return SingleDate(year, month, self.day or last_day)

    @property
    def ordinal(self) -> int:
        """The number of a day, counted from 1 January of year 1, which has the number 1."""
        # Python's own dates begin with year 1; the calendar repeats every 400 years.
        cycles, year = divmod(self.year - 1, 400)
        day = datetime.date(year + 1, self.month, self.day)
        return day.toordinal() + _DAYS_IN_400_YEARS * cycles
