"""A date as precise as its evidence, read from EDTF or from words.

A date has one of three forms: a single date; an interval, for something that lasted; or a
set, for one day within a span. The module `calendar` says how years and seasons are
numbered. Qualifiers change neither bounds nor order.
"""

import re
from dataclasses import dataclass
from typing import Literal

from chronology.dates.calendar import SingleDate
from chronology.dates.refusals import refusal
from chronology.dates.singles import read_single
from chronology.dates.words import interval_in_words, set_in_words, single_in_words
from chronology.wording import quoted

Form = Literal["single", "interval", "set"]

# An end that is missing or empty is open.
_SPANS: tuple[tuple[Form, str], ...] = (
    ("interval", r"from (?P<start>.+) to (?P<end>.+)"),
    ("interval", r"(?!\.\./\.\.)(?:\.\.|(?P<start>[^/ ]+))/(?:\.\.|(?P<end>[^/ ]+))"),
    ("set", r"by (?P<end>.+)"),
    ("set", r"between (?P<start>.+) and (?P<end>.+)"),
    ("set", r"(?!\[\.\.\])\[(?P<start>[^. ]*)\.\.(?P<end>[^. ]*)\]"),
)


class DateFault(ValueError):
    """What is wrong with a date, and what would be right."""


@dataclass(frozen=True)
class Date:
    """A date with its bounds, its notation and its words; `read_date` makes one."""

    form: Form
    start: SingleDate | None
    """None if an interval or a set is open here; for a single date, the date itself."""
    end: SingleDate | None
    """None if an interval or a set is open here; for a single date, the date itself."""

    @property
    def edtf(self) -> str:
        """The canonical notation; reading it gives an equal date."""
        if self.form == "single":
            return str(self.known)
        if self.form == "interval":
            return f"{self.start or '..'}/{self.end or '..'}"
        return f"[{self.start or ''}..{self.end or ''}]"

    @property
    def earliest(self) -> SingleDate | None:
        """The first possible day; None if the start is open."""
        if self.start is None:
            return None
        return self.start.earliest

    @property
    def latest(self) -> SingleDate | None:
        """The last possible day; None if the end is open."""
        if self.end is None:
            return None
        return self.end.latest

    @property
    def known(self) -> SingleDate:
        """The start, or the end if the start is open."""
        known = self.start or self.end
        assert known, "no date is read that is open at both ends"
        return known

    @property
    def words(self) -> str:
        """The date for readers: `by June 2022`, `23–24 June 2023`, `15 March 44 BCE`."""
        if self.form == "single":
            return single_in_words(self.known)
        if self.form == "interval":
            return interval_in_words(self.start, self.end)
        return set_in_words(self.start, self.end)

    @property
    def machine(self) -> str | None:
        """The value for HTML's `<time datetime>`; None for a date that HTML cannot express."""
        plain = self.precision in ("day", "month", "year")
        if not plain or self.known.qualifier or self.known.year < 1:
            return None
        return self.edtf

    @property
    def prefix(self) -> str:
        """How an event's file name begins: 2022-06, bce-0044-03, or a season's year, 2024."""
        year, month, day, _ = self.known
        if self.known.precision == "season":
            month = 0
        if year < 1:
            return f"bce-{SingleDate(1 - year, month, day)}"
        return str(SingleDate(year, month, day))

    @property
    def precision(self) -> str:
        """How precise the date is: day, month, season, year, interval or set."""
        if self.form == "single":
            return self.known.precision
        return self.form

    @property
    def order(self) -> tuple[SingleDate, float]:
        """The key that sorts dates by their earliest day, or their latest if that is open.

        The second part puts the wider span first: it is minus the length of the span in
        days, and minus infinity if an end is open.
        """
        if self.earliest and self.latest:
            return self.earliest, self.earliest.ordinal - self.latest.ordinal
        return self.earliest or self.known.latest, float("-inf")


def read_date(text: str) -> Date:
    """Return the date that the text gives in EDTF or in words.

    Both "by 2022-06" and "[..2022-06]" give the same set, open at its start.

    Raises:
        DateFault: The text is not a date, ends before it starts, or is a set of one date.
    """
    typed = " ".join(text.split())
    for form, pattern in _SPANS:
        match = re.fullmatch(pattern, typed, re.IGNORECASE)
        if match:
            return _read_span(form, match.groupdict(), typed)
    single = _read_part(typed, typed)
    return Date("single", single, single)


def _read_span(form: Form, ends: dict[str, str | None], typed: str) -> Date:
    """Return the interval or the set with these ends; DateFault if there is no such span."""
    start = _read_end(ends.get("start"), typed)
    end = _read_end(ends.get("end"), typed)
    if start and end and end.latest < start.earliest:
        right = Date(form, end, start).edtf
        raise DateFault(f"{quoted(typed)} ends before it starts: write {right}")
    if form == "set" and start == end:
        raise DateFault(f"{quoted(typed)} is a set of one: write {start}")
    return Date(form, start, end)


def _read_end(text: str | None, typed: str) -> SingleDate | None:
    """Return one end of a span, or None if it is open; DateFault if it is not a date."""
    if not text:
        return None
    return _read_part(text, typed)


def _read_part(text: str, typed: str) -> SingleDate:
    """Return the single date that is part of what was typed; DateFault if it is not one."""
    single = read_single(text)
    if single is None:
        raise DateFault(refusal(typed, text))
    return single
