"""A date as precise as its evidence: read from EDTF or the words for it, bounded, put in order.

A date is a single date, an interval, which lasted, or a set: one day within it. How years and
seasons are numbered is said in `days`; qualifiers move neither bounds nor order.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from chronology.date_faults import not_in_calendar, refusal
from chronology.date_words import (
    SEASONS,
    interval_in_words,
    set_in_words,
    single_in_words,
    time_in_words,
)
from chronology.days import Day, SingleDate, days_in_month, iso_year
from chronology.problems import quoted

__all__ = ["Date", "DateFault", "Day", "can_all_be_true", "distance", "read_date"]

Form = Literal["single", "interval", "set"]

_SINGLE = r"(?!-0000)-?[0-9]{4}(?:-2[1-4]|-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?[~?%]?"
_FORMS: dict[Form, re.Pattern[str]] = {
    "single": re.compile(rf"({_SINGLE})"),
    "interval": re.compile(rf"(?!\.\./\.\.)({_SINGLE}|\.\.)/({_SINGLE}|\.\.)"),
    "set": re.compile(rf"(?!\[\.\.\])\[({_SINGLE})?\.\.({_SINGLE})?\]"),
}
_PARTS = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_SPOKEN_FORMS = (
    (re.compile(r"by ([^.]+)"), "[..{}]"),
    (re.compile(r"between ([^.]+) and ([^.]+)"), "[{}..{}]"),
    (re.compile(r"from ([^.]+) to ([^.]+)"), "{}/{}"),
)
_SPOKEN_SINGLE = re.compile(
    rf"(about )?(?:(?:({'|'.join(SEASONS)}) )?(?:([1-9][0-9]{{0,3}}) bce|(-?[0-9]{{4}}))"
    r"|(-?[0-9]{4}-[-0-9]+))([~?%]?)"
)


class DateFault(ValueError):
    """What is wrong with a date, and what would be right."""


@dataclass(frozen=True)
class Date:
    """A date and all that is known of it; `read_date` makes one."""

    form: Form
    start: SingleDate | None
    """None where an interval or a set is open; of a single date, the date itself."""
    end: SingleDate | None
    """None where an interval or a set is open; of a single date, the date itself."""

    @property
    def edtf(self) -> str:
        """The canonical notation; reading it gives an equal date."""
        start, end = (known.edtf if known else "" for known in (self.start, self.end))
        if self.form == "single":
            return start
        return f"{start or '..'}/{end or '..'}" if self.form == "interval" else f"[{start}..{end}]"

    @property
    def earliest(self) -> Day | None:
        """The first day possible; None where the start is open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> Day | None:
        """The last day possible; None where the end is open."""
        return self.end.latest if self.end else None

    @property
    def known(self) -> SingleDate:
        """The start, or the end where the start is open."""
        known = self.start or self.end
        assert known, "no date is read that is open at both ends"
        return known

    @property
    def words(self) -> str:
        """The date for readers: `by June 2022`, `23–24 June 2023`, `15 March 44 BCE`."""
        if self.form == "single":
            return single_in_words(self.known)
        in_words = interval_in_words if self.form == "interval" else set_in_words
        return in_words(self.start, self.end)

    @property
    def machine(self) -> str | None:
        """The value for HTML's `<time datetime>`, or None where HTML has none for this date."""
        if self.precision in ("interval", "set", "season"):
            return None
        return self.edtf if self.known.year > 0 and not self.known.qualifier else None

    @property
    def prefix(self) -> str:
        """What the file's name begins with: 2022-06, or bce-0044-03; of a season, the year."""
        year, month, day, _ = self.known
        numbers = [month, day] if self.known.precision != "season" else []
        first = f"{year:04}" if year > 0 else f"bce-{1 - year:04}"
        return "-".join([first, *(f"{number:02}" for number in numbers if number)])

    @property
    def precision(self) -> str:
        """How precise it is: day, month, season, year, interval or set."""
        return self.known.precision if self.form == "single" else self.form

    @property
    def order(self) -> tuple[Day, float]:
        """The key that dates are sorted by: the earliest day, or else the latest; then the wider.

        The second number is less the more days are possible, and least where an end is open.
        """
        if self.earliest and self.latest:
            return self.earliest, self.earliest.ordinal - self.latest.ordinal
        return self.earliest or self.known.latest, -math.inf

    @property
    def onset(self) -> tuple[Day, Day]:
        """The days between which the day lies that the date is ordered by.

        They are those of the known end, but of a set with two ends they are the whole set.
        """
        if self.form == "set" and self.earliest and self.latest:
            return self.earliest, self.latest
        return self.known.earliest, self.known.latest


def read_date(text: str) -> Date:
    """Return the date that `text` gives in EDTF or in the words for it; DateFault if it is none."""
    typed = " ".join(text.split())
    notation = _notation(typed.lower())
    for form, pattern in _FORMS.items():
        if match := pattern.fullmatch(notation):
            ends = [_read_single(end) for end in match.groups()]
            return _checked(Date(form, ends[0], ends[-1]), typed)
    raise DateFault(refusal(typed))


def can_all_be_true(dates: Iterable[Date]) -> bool:
    """Tell whether some day is possible by all of the dates; an open end is no bound."""
    bounds = [(date.earliest, date.latest) for date in dates]
    starts = [earliest for earliest, _ in bounds if earliest]
    ends = [latest for _, latest in bounds if latest]
    return not starts or not ends or max(starts) <= min(ends)


def distance(earlier: Date, later: Date) -> str:
    """Return the words for the time between two dates, `nine months later`, or "".

    It is measured between the days that the dates are ordered by, in one unit, and `about` where
    one of these is not an exact day. It is "" where no time need lie between the dates, or less
    than the vaguer of them leaves open. Before year 1 it is in years.
    """
    if later.onset[0] <= earlier.onset[1]:
        return ""
    vague_days = max(last.ordinal - first.ordinal for first, last in (earlier.onset, later.onset))
    about = bool(vague_days or earlier.known.qualifier or later.known.qualifier)
    return time_in_words(earlier.order[0], later.order[0], vague_days, about)


def _notation(words: str) -> str:
    """Return the EDTF for these words, or the words themselves where they are not ours."""
    for pattern, form in _SPOKEN_FORMS:
        if match := pattern.fullmatch(words):
            return form.format(*map(_single_notation, match.groups()))
    return _single_notation(words)


def _single_notation(words: str) -> str:
    match = _SPOKEN_SINGLE.fullmatch(words)
    if not match:
        return words
    about, season, bce, year, numbers, qualifier = match.groups(default="")
    date = iso_year(1 - int(bce)) if bce else year or numbers
    return date + (f"-{SEASONS[season]}" if season else "") + ("~" if about else "") + qualifier


def _read_single(notation: str | None) -> SingleDate | None:
    """Return the single date so written, None for an open end; DateFault if there is no such day.

    The notation's form has been checked.
    """
    match = _PARTS.fullmatch(notation or "")
    if not match:
        return None
    year, month, day = (int(number) for number in match.groups(default="0")[:3])
    if match[3] and not 1 <= day <= days_in_month(year, month):
        raise DateFault(f"{quoted(match[0])} {not_in_calendar(year, month)}")
    return SingleDate(year, month, day, match[4])


def _checked(date: Date, typed: str) -> Date:
    """Return the date; DateFault if it ends before it starts, or is a set of one."""
    if date.earliest and date.latest and date.latest < date.earliest:
        right = Date(date.form, date.end, date.start).edtf
        raise DateFault(f"{quoted(typed)} ends before it starts: write {right}")
    if date.form == "set" and date.start == date.end:
        raise DateFault(f"{quoted(typed)} is a set of one: write {date.known.edtf}")
    return date
