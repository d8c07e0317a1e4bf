"""What is wrong with text that is no date, and what to write instead."""

import re

from chronology.dates.calendar import SingleDate
from chronology.dates.words import MONTHS, single_in_words
from chronology.wording import quoted

_YEAR = r"(?:(?P<year>\d{4})|(?P<bce>[1-9]\d{0,3}) BCE?)"
_MONTH = (
    rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)\.?"
)
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_NUMBERS = r"(?P<year>-?\d{4})-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?[~?%]?"

# The first reason whose pattern fits is given; \1 in it is the first group of the pattern. Where
# the pattern has a month, what to write follows the reason.
_REASONS = {
    r"": "is empty: write 2023, 2023-07 or 2023-07-11",
    r"(-?\d{4}-\d\d-\d\d)[T ]\d.*": r"has a time of day: write \1",
    # Words.
    rf"(?:{_DAY} )?{_MONTH} {_YEAR}": "has its month in words",
    rf"{_MONTH} {_DAY},? {_YEAR}": "has its month in words",
    r"fall (\d+(?: BCE)?)": r"has another word for autumn: write autumn \1",
    r"0+ BCE?|-0000.*": "is no year: year 1 follows 1 BCE, which is 0000",
    r"((?:\w+ )?\d+) ?BC": r"lacks a letter: write \1 BCE",
    # Numbers.
    r"'?\d\d|\d\d-.*": "has a year of two digits: write all four, as in 2023-07-11",
    r"Y-?\d.*|-?(\d{1,3}|\d{5,}.*|9999.*)": "needs a year of four digits, from -9998 to 9998",
    r"(-?\d{4})-(2[5-9]|3\d|4[01])": r"has a season of EDTF's level 2: write \1-21 to \1-24",
    _NUMBERS: "needs two digits for month and day",
    r"\d+[./]\d\d?([./]\d+)?|\d\d?[./]\d{4}": "has dots or slashes: write it like 2023-07-11",
    r"(?=.*\d)(?=.*[XES])[-\dXES~?%]+": "leaves digits open: write 2020, or a span: [2020..2029]",
    r"about .*[~?%]|[-\d]*[~?%][-\d~?%]+": "needs one qualifier, at its end, as in 2022-06~",
    # Intervals and sets.
    r"(\S+)/": r"has a blank end: write \1/.. if it went on, or \1 alone",
    r"/(\S+)": r"has a blank start: write ../\1 if that is open, or \1 alone",
    r"\.\./\.\.|\[\.\.\]": "is open at both ends: write the end that is known, as in 2022/..",
    r"\{.*\}": "is several dates: write an entry for each, or an interval: 2022/2023",
    r"\[([^,.]+),(?:.*,)? ?([^,.]+)\]": r"is a list: one day between two is [\1..\2]",
    r"\[([^,.]+)\]": r"is a set of one: write \1",
}


def refusal(typed: str, part: str) -> str:
    """Return what is wrong with `typed`, in which `part` is no date, and what would be right.

    It quotes all that was typed, or the part, or what is `about`: the first that has a reason.
    """
    for text in (typed, part, re.sub("^about ", "", part, flags=re.IGNORECASE)):
        for pattern, reason in _REASONS.items():
            if match := re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE):
                has_month = "month" in match.groupdict()
                said = _to_write(match, reason) if has_month else match.expand(reason)
                return f"{quoted(text)} {said}"
    instead = "write 2023, 2023-07, 2023-07-11, spring 2023, by 2023-07 …"
    return f"{quoted(typed)} is not a date: {instead}"


def _to_write(match: re.Match[str], reason: str) -> str:
    """Return the reason and the right notation, or why there is no such date."""
    names = [name[:3].lower() for name in MONTHS]
    year = int(match["year"]) if match["year"] else 1 - int(match["bce"])
    typed, day = match["month"][:3].lower(), match["day"]
    number = names.index(typed) + 1 if typed in names else int(typed)
    if not 1 <= number <= 12:
        return f"has no month: there is no {typed}, only 01 to 12"
    month = SingleDate(year, number)
    if day and not 1 <= int(day) <= month.latest.day:
        why = (
            f"{single_in_words(month)} has no day {day}, only 01 to {month.latest.day}"
        )
        return f"is not in the calendar: {why}"
    return f"{reason}: write {month._replace(day=int(day or 0))}"
