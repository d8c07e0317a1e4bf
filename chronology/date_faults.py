"""What is wrong with text that is no date, and what to write instead."""

import re
from collections.abc import Callable, Iterator

from chronology.date_words import MONTHS, SEASONS, year_in_words
from chronology.days import SingleDate, days_in_month, iso_year
from chronology.problems import quoted


def refusal(typed: str) -> str:
    """Return what is wrong with `typed`, which is no date, and what would be right.

    It quotes the first part of which something certain can be said: all of it, or a date in it.
    """
    for part in (typed, *_dates_within(typed)):
        for pattern, reason in _REASONS.items():
            if match := re.fullmatch(pattern, part, re.ASCII | re.IGNORECASE):
                said = reason(match) if callable(reason) else match.expand(reason)
                return f"{quoted(part)} {said}"
    instead = "write 2023, 2023-07, 2023-07-11, spring 2023, by 2023-07 …"
    return f"{quoted(typed)} is not a date: {instead}"


def not_in_calendar(year: int, month: int) -> str:
    """Return why a day is not in the calendar: how many days its month has."""
    days = days_in_month(year, month)
    return f"is not in the calendar: {MONTHS[month - 1]} {year_in_words(year)} has {days} days"


def _dates_within(typed: str) -> Iterator[str]:
    """Yield what stands where the dates of an interval, of a set or after a word would."""
    for pattern in _HOLDING_DATES:
        if match := re.fullmatch(pattern, typed, re.IGNORECASE):
            yield from filter(None, match.groups())


def _to_write(reason: str, year: int, month: int, day: str | None) -> str:
    """Return the reason and the right notation, or why there is no such date."""
    if not 1 <= month <= 12:
        return f"has no month: there is no {month:02}, only 01 to 12"
    if day and not 1 <= int(day) <= days_in_month(year, month):
        return not_in_calendar(year, month)
    return f"{reason}: write {SingleDate(year, month, int(day or 0)).edtf}"


def _month_by_name(match: re.Match[str]) -> str:
    names = [name[:3].lower() for name in MONTHS]
    year = 1 - int(match["bce"]) if match["bce"] else int(match["year"])
    month = names.index(match["month"][:3].lower()) + 1
    return _to_write("has its month in words", year, month, match["before"] or match["after"])


def _month_by_number(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return _to_write("needs two digits for month and day", int(year), int(month), day)


def _common_era(match: re.Match[str]) -> str:
    return f"needs no letters after year 1: write {int(match[1] or match[2]):04}"


def _short_year(match: re.Match[str]) -> str:
    year = int(match[0])
    return f"needs a year of four digits: write {iso_year(year)} for {year_in_words(year)}"


def _qualifier_inside(match: re.Match[str]) -> str:
    bare, qualifiers = re.sub("[~?%]", "", match[0]), set(match[0]) & set("~?%")
    qualifier = qualifiers.pop() if len(qualifiers) == 1 else "%"
    return f"has a qualifier in front or inside: write {bare}{qualifier}"


_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in MONTHS) + r"|sept\.?"
_SEASON = "|".join(SEASONS)
_YEAR = r"(?:(?P<year>\d{4})|(?P<bce>[1-9]\d{0,3}) ?BCE?)"
_DAY = r"(?P<{}>\d\d?)(?:st|nd|rd|th)?"
_MONTH_BY_NAME = rf"(?:{_DAY} )?(?P<month>{_MONTH})(?: {_DAY})?,? {_YEAR}"

_HOLDING_DATES = (
    r"(?:by about|by|about) (.+)",
    r"between (?:about )?(.+?) and (?:about )?(.+)",
    r"from (?:about )?(.+?) to (?:about )?(.+)",
    r"\[(.*)\.\.(.*)\]",
    r"([^/]+)/([^/]+)",
)
_Reason = str | Callable[[re.Match[str]], str]
_REASONS: dict[str, _Reason] = {
    r"": "is empty: write 2023, 2023-07 or 2023-07-11",
    # Words. The first reason that fits is given; \1 in it is the first group of its pattern.
    _MONTH_BY_NAME.replace("{}", "before", 1).replace("{}", "after", 1): _month_by_name,
    r"fall (\d+(?: BCE)?)": r"has another word for autumn: write autumn \1",
    r"winter (\d{4})[-–/]\d+": r"has two years: write winter \1, by the year of its December",
    r"0+ BCE?": "is no year: year 1 follows 1 BCE, which is 0000",
    rf"((?:(?:{_SEASON}) )?\d+) ?BC": r"lacks a letter: write \1 BCE",
    r"(\d{1,4}) (?:CE|AD)|AD (\d{1,4})": _common_era,
    r"(?:from|since) (-?\d\S+)": r"has no end: write \1/.. if it went on, or else [\1..]",
    r"until (-?\d\S+)": r"has no start: write ../\1 if it lasted, or else by \1",
    # Numbers.
    r"-?\d{4}-(00|1[3-9]|20|4[2-9]|[5-9]\d)\b.*": r"has no month: there is no \1, only 01 to 12",
    r"(-?\d{4})-(?:2[5-9]|3\d|4[01])[~?%]?": (
        r"has a season of EDTF's level 2: write \1-21 (spring) to \1-24 (winter)"
    ),
    r"(-?\d{4}-2[1-4])-.+": r"has a day in a season: write \1, or the day with its month",
    r"(?=.*-\d(?:-|$))(-?\d{4})-(\d\d?)(?:-(\d\d?))?": _month_by_number,
    r"-0000.*": "is no year: write 0000, which is 1 BCE",
    rf"'?\d\d|\d\d-\d\d(?:-\d\d)?|(?:fall|{_SEASON}) '?\d\d": (
        "has a year of two digits: write all four, as in 2023-07-11"
    ),
    r"\d|\d{3}|-\d{1,3}": _short_year,
    r"-?\d+(?:E\d+|S\d+)+": "is not exact: write the years it lies between, as in [1950..1959]",
    r"(\d{4})(\d\d)(\d\d)": r"lacks its hyphens: write \1-\2-\3",
    r"Y.*\d|-?\d{5,}.*": "needs a year of four digits, from -9999 to 9999",
    r"[-\dX]*X[-\dX]*[~?%]?": (
        "leaves digits open: write the year or month alone, or the span, as in [2020..2029]"
    ),
    # Signs.
    r"(-?\d{4}-\d\d-\d\d)[T ]\d.*": r"has a time of day: write \1",
    r"\d{1,2}:\d\d.*": "is a time of day: write the day, as in 2023-07-11",
    r"\d{1,4}\.\d\d?(\.\d+)?|\d{1,4}/\d\d?/\d{1,4}|\d\d?/\d{4}|\d{4}/(0?[1-9]|1[0-2])": (
        "has dots or slashes: write the year first, and hyphens, as in 2023-07-11"
    ),
    r".*\d ?[–—−].*": "has a dash: write a hyphen in a date, a slash between two: 2022/2023",
    r"(-?\d{4}(?:-\d\d)*)(?: ?- ?| to )(-?\d{4}(?:-\d\d)*)": (
        r"is two dates: write \1/\2 for what lasted, [\1..\2] for one day within"
    ),
    r"(?=.* )(\S+) ?(/|\.\.) ?(\S+)": r"has spaces inside: write \1\2\3",
    # Qualifiers.
    r"about .*[~?%]|.*[~?%]{2}": (
        "has two qualifiers: write one, at the end: ~ about, ? perhaps, % both"
    ),
    r"[-\d~?%]*[~?%][-\d~?%]*\d[~?%]?": _qualifier_inside,
    # Intervals and sets.
    r"(\S+)/": r"has a blank end: write \1/.. if it went on, or \1 alone",
    r"/(\S+)": r"has a blank start: write ../\1 if that is open, or \1 alone",
    r"\.\./\.\.|\[\.\.\]": "is open at both ends: write the end that is known, as in 2022/..",
    r"\{.*\}": "is several dates: write an entry for each, or an interval: 2022/2023",
    r"\[ ?([^\s,]+) ?,(?:.*,)? ?([^\s,]+) ?\]": r"is a list: one day between two is [\1..\2]",
    r"\[ ?([^\s,.]+) ?\]": r"is a set of one: write \1",
}
