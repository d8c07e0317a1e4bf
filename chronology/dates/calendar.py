"""A day, month, season or year of the calendar: its notation, and the days it can be.

The calendar is the proleptic Gregorian one. Years are numbered as ISO 8601 numbers them: 0 is
1 BCE, -43 is 44 BCE. Seasons are northern and numbered as EDTF numbers them: 21, spring, is March
to May; 22, summer, June to August; 23, autumn, September to November; 24, winter, December of
its year to February of the next.
"""

import calendar
import datetime
from typing import NamedTuple


class SingleDate(NamedTuple):
    """One day, month, season or year, and how sure it is; days compare in the order of time."""

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

    def __str__(self) -> str:
        """Return its notation in EDTF: 2022-06-11, or -0043-03~ in 44 BCE."""
        year = f"{self.year:05}" if self.year < 0 else f"{self.year:04}"
        return (
            "-".join([year, *(f"{n:02}" for n in (self.month, self.day) if n)])
            + self.qualifier
        )

    @property
    def earliest(self) -> "SingleDate":
        """The first day it can be."""
        month = 3 * (self.month - 20) if self.precision == "season" else self.month or 1
        return SingleDate(self.year, month, self.day or 1)

    @property
    def latest(self) -> "SingleDate":
        """The last day it can be."""
        months_more = {"season": 2, "year": 11}.get(self.precision, 0)
        years, months = divmod(self.earliest.month - 1 + months_more, 12)
        year, month = self.year + years, months + 1
        return SingleDate(year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def ordinal(self) -> int:
        """The place of a day in one run of whole numbers, in which 1 is 1 January of year 1."""
        # Python's own dates begin with year 1; the calendar comes round every 400 years.
        rounds, year = divmod(self.year - 1, 400)
        return (
            datetime.date(year + 1, self.month, self.day).toordinal() + 146_097 * rounds
        )
