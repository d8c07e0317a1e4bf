"""What is wrong with text that is not a date, and what to write instead."""

import re

from chronology.dates.calendar import SingleDate
from chronology.dates.words import MONTHS, single_in_words
from chronology.wording import quoted

_MONTH_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_YEAR = r"(?:(?P<year>\d{4})|(?P<bce>[1-9]\d{0,3}) BCE?)"
_MONTH = rf"(?P<month>{_MONTH_NAMES}|sept)\.?"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_DATE_IN_DIGITS = r"(?P<year>-?\d{4})-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?[~?%]?"

# The first pattern that fits gives the reason; \1 in a reason is the pattern's first group.
# If the pattern has a group `month`, the right notation is added to the reason.
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
    _DATE_IN_DIGITS: "needs two digits for month and day",
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
    """Return what is wrong with `typed`, of which `part` is not a date, and what is right.

    The message quotes all that was typed, the part, or the part without its `about`: the
    first of these that one of the reasons fits.
    """
    without_about = re.sub("^about ", "", part, flags=re.IGNORECASE)
    for text in (typed, part, without_about):
        reason = _reason(text)
        if reason:
            return f"{quoted(text)} {reason}"
    instead = "write 2023, 2023-07, 2023-07-11, spring 2023, by 2023-07 …"
    return f"{quoted(typed)} is not a date: {instead}"


def _reason(text: str) -> str | None:
    """Return why the text is not a date, or None if no pattern of `_REASONS` fits."""
    for pattern, reason in _REASONS.items():
        match = re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE)
        if match is None:
            continue
        if "month" in match.groupdict():
            return _with_notation(reason, match)
        return match.expand(reason)
    return None


def _with_notation(reason: str, match: re.Match[str]) -> str:
    """Return the reason with the right notation, or why there is no such month or day."""
    month_number = _month_number(match["month"])
    if not 1 <= month_number <= 12:
        return f"has no month: there is no {match['month']}, only 01 to 12"
    month = SingleDate(_year_number(match), month_number)
    day = match["day"]
    if day is None:
        return f"{reason}: write {month}"
    last_day = month.latest.day
    if not 1 <= int(day) <= last_day:
        why = f"{single_in_words(month)} has no day {day}, only 01 to {last_day}"
        return f"is not in the calendar: {why}"
    return f"{reason}: write {month._replace(day=int(day))}"


def _month_number(typed: str) -> int:
    """Return the number of a month that was typed as a name or in digits."""
    if typed.isdecimal():
        return int(typed)
    for number, name in enumerate(MONTHS, 1):
        if typed[:3].casefold() == name[:3].casefold():
            return number
    raise ValueError(typed)


def _year_number(match: re.Match[str]) -> int:
    """Return the year by the numbers of ISO 8601, in which 44 BCE is -43."""
    if match["year"]:
        return int(match["year"])
    return 1 - int(match["bce"])
