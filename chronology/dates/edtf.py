"""A date as precise as its evidence: read from EDTF or the words for it, bounded, put in order.

A date is a single date, an interval, which lasted, or a set: one day within it. How years and
seasons are numbered is said in `days`; qualifiers move neither bounds nor order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from chronology.dates.calendar import SingleDate
from chronology.dates.refusals import refusal
from chronology.dates.words import SEASONS, span_in_words, time_in_words
from chronology.wording import quoted

Form = Literal["single", "interval", "set"]

# A group that is empty is an open end.
_SPANS: tuple[tuple[Form, str], ...] = (
    ("interval", r"from (.+) to (.+)"),
    ("interval", r"(?!\.\./\.\.)(?:\.\.|([^/ ]+))/(?:\.\.|([^/ ]+))"),
    ("set", r"by ()(.+)"),
    ("set", r"between (.+) and (.+)"),
    ("set", r"(?!\[\.\.\])\[([^. ]*)\.\.([^. ]*)\]"),
)
_SINGLE = re.compile(
    r"(?ai)(?:(about) (?!.*[~?%]))?"  # one qualifier, not two
    rf"(?:({'|'.join(SEASONS)}) (?!.*\d-))?"  # a season or a month, not both
    r"(?:([1-9]\d{0,3}) bce|(?!-0000|-?9999)(-?\d{4})"
    r"(?:-(?!2\d-)(0[1-9]|1[0-2]|2[1-4])(?:-(\d\d))?)?)([~?%]?)"  # no season has a day
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
        start, end = (str(known or "") for known in (self.start, self.end))
        if self.form == "single":
            return start
        return (
            f"{start or '..'}/{end or '..'}"
            if self.form == "interval"
            else f"[{start}..{end}]"
        )

    @property
    def earliest(self) -> SingleDate | None:
        """The first day possible; None where the start is open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> SingleDate | None:
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
        return span_in_words(self.start, self.end, lasted=self.form == "interval")

    @property
    def machine(self) -> str | None:
        """The value for HTML's `<time datetime>`, or None where HTML has none for this date."""
        exact = self.precision in ("day", "month", "year") and not self.known.qualifier
        return self.edtf if exact and self.known.year > 0 else None

    @property
    def prefix(self) -> str:
        """What the file's name begins with: 2022-06, or bce-0044-03; of a season, the year."""
        year, month, day, _ = self.known
        plain = SingleDate(year, month if month <= 12 else 0, day)
        return str(plain if year > 0 else f"bce-{plain._replace(year=1 - year)}")

    @property
    def precision(self) -> str:
        """How precise it is: day, month, season, year, interval or set."""
        return self.known.precision if self.form == "single" else self.form

    @property
    def order(self) -> tuple[SingleDate, float]:
        """The key that dates are sorted by: the earliest day, or else the latest; then the wider.

        The second number is less the more days are possible, and least where an end is open.
        """
        if self.earliest and self.latest:
            return self.earliest, self.earliest.ordinal - self.latest.ordinal
        return self.earliest or self.known.latest, float("-inf")

    @property
    def onset(self) -> tuple[SingleDate, SingleDate] | None:
        """The days between which it began; None where a day within is bounded on one side only."""
        if self.form != "set":
            return self.known.earliest, self.known.latest
        return (self.earliest, self.latest) if self.earliest and self.latest else None


def read_date(text: str) -> Date:
    """Return the date that `text` gives in EDTF or in the words for it; DateFault if it is none."""
    typed = " ".join(text.split())
    for form, pattern in _SPANS:
        if match := re.fullmatch(pattern, typed, re.IGNORECASE):
            start, end = (
                _read_single(part, typed) if part else None for part in match.groups()
            )
            return _checked(Date(form, start, end), typed)
    single = _read_single(typed, typed)
    return Date("single", single, single)


def can_all_be_true(dates: Sequence[Date]) -> bool:
    """Tell whether some day is possible by all of the dates; an open end is no bound."""
    starts = [date.earliest for date in dates if date.earliest]
    ends = [date.latest for date in dates if date.latest]
    return not starts or not ends or max(starts) <= min(ends)


def distance(earlier: Date, later: Date) -> str:
    """Return the words for the time between two dates, `nine months later`, or "".

    It is measured between the days on which they began, in one unit. Where such a day is not exact,
    it is `about`, from the middle of the days possible. It is "" where one of them is bounded on
    one side only, where no time need lie between the two, or much less than the vaguer leaves open.
    Before year 1 it is in years.
    """
    if not earlier.onset or not later.onset or later.onset[0] <= earlier.onset[1]:
        return ""
    days = [
        (first.ordinal, last.ordinal) for first, last in (earlier.onset, later.onset)
    ]
    vague_days = max(last - first for first, last in days)
    about = bool(vague_days or earlier.known.qualifier or later.known.qualifier)
    return time_in_words(sum(days[0]) // 2, sum(days[1]) // 2, vague_days, about)


def _read_single(text: str, typed: str) -> SingleDate:
    """Return the single date that is `text`, a part of what was typed; DateFault if it is none."""
    if match := _SINGLE.fullmatch(text):
        about, season, bce, year, month, day, qualifier = match.groups(default="")
        number = 21 + SEASONS.index(season.lower()) if season else int(month or 0)
        unit = SingleDate(1 - int(bce) if bce else int(year), number)
        if not day or 1 <= int(day) <= unit.latest.day:
            return unit._replace(
                day=int(day or 0), qualifier="~" if about else qualifier
            )
    raise DateFault(refusal(typed, text))


def _checked(date: Date, typed: str) -> Date:
    """Return the date; DateFault if it ends before it starts, or is a set of one."""
    if not can_all_be_true([date]):
        right = Date(date.form, date.end, date.start).edtf
        raise DateFault(f"{quoted(typed)} ends before it starts: write {right}")
    if date.form == "set" and date.start == date.end:
        raise DateFault(f"{quoted(typed)} is a set of one: write {date.known}")
    return date
