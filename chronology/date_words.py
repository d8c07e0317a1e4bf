"""The words that readers are given for dates and for the time between them."""

import datetime

from chronology.days import Day, SingleDate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SEASON_NAMES = {number: name for name, number in SEASONS.items()}
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def single_in_words(date: SingleDate) -> str:
    """Return the words for one date: `about 11 June 2022`, `winter 2024–25`, `44 BCE`."""
    words = [year_in_words(date.year)]
    if date.precision == "season":
        season = _SEASON_NAMES[date.month]
        words = [season, _winter_in_words(date.year) if season == "winter" else words[0]]
    elif date.month:
        words = [MONTHS[date.month - 1], *words]
    if date.day:
        words = [str(date.day), *words]
    return _QUALIFIERS[date.qualifier] + " ".join(words)


def interval_in_words(start: SingleDate | None, end: SingleDate | None) -> str:
    """Return the words for what lasted: `23–24 June 2023`, `from June 2022`, `until 2023`."""
    first, last = _ends_in_words(start, end)
    if not first:
        return f"until {last}"
    if not last:
        return f"from {first}"
    if start == end:
        return last
    if not _read_as_one(start, end):
        return f"from {first} to {last}"
    return f"{first} – {last}" if " " in first else f"{first}–{last}"


def set_in_words(start: SingleDate | None, end: SingleDate | None) -> str:
    """Return the words for one day within: `by June 2022`, `between June and September 2022`."""
    first, last = _ends_in_words(start, end)
    if not first:
        return f"by {last}"
    return f"between {first} and {last}" if last else f"{first} or later"


def time_in_words(first: Day, last: Day, vague_days: int, about: bool) -> str:
    """Return the words for the time between two days, `nine months later`; "" if too vague.

    `vague_days` are the days that either date leaves open: less than these is not told, nor is
    any unit finer than theirs.
    """
    count, unit = _time_between(first, last, vague_days)
    if not count:
        return ""
    if (count, unit) == (1, "day") and not about:
        return "the next day"
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{'about ' if about else ''}{number} {unit}{'s' if count > 1 else ''} later"


def year_in_words(year: int) -> str:
    """Return the year as people number it: `44 BCE`, `79 CE`, `2022`."""
    if year < 1:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < 1000 else str(year)


def _winter_in_words(year: int) -> str:
    first, last = year_in_words(year), year_in_words(year + 1)
    if year >= 1000 and year % 100 < 99:
        last = last[2:]
    return f"{_without_shared_tail(first, last)}–{last}"


def _ends_in_words(start: SingleDate | None, end: SingleDate | None) -> tuple[str, str]:
    """Return the words for both ends, "" for an open one; what they share is said once."""
    first, last = (single_in_words(known) if known else "" for known in (start, end))
    return (_without_shared_tail(first, last) if _read_as_one(start, end) else first), last


def _read_as_one(start: SingleDate | None, end: SingleDate | None) -> bool:
    """Tell whether both ends are plain and of one precision, as in `June–September 2022`."""
    if not start or not end or start == end or start.qualifier or end.qualifier:
        return False
    return start.precision == end.precision and 24 not in (start.month, end.month)


def _without_shared_tail(first: str, last: str) -> str:
    """Return `first` without the closing words that `last` has too: `23` of 23 and 24 June."""
    kept, others = first.split(), last.split()
    while kept and others and kept[-1] == others[-1]:
        kept.pop()
        others.pop()
    return " ".join(kept)


def _time_between(first: Day, last: Day, vague_days: int) -> tuple[int, str]:
    """Return the time between two days, rounded, in the unit that suits it; 0 if too vague."""
    days = last.ordinal - first.ordinal
    if first.year < 1 or last.year > 9999:
        return round(days / 365.2425), "year"
    whole_months, months = _months_between(first, last)
    vague_months = round(vague_days / 30.44)
    if months < vague_months:
        return 0, "month"
    if vague_months >= 12 or months == 12 or months >= 24:
        return (months + 6) // 12, "year"
    if vague_days or whole_months:
        return months, "month"
    return (round(days / 7), "week") if days >= 14 else (days, "day")


def _months_between(first: Day, last: Day) -> tuple[int, int]:
    """Return the months between two days of the years 1 to 9999: the whole ones, and rounded."""
    from dateutil.relativedelta import relativedelta

    apart = relativedelta(datetime.date(*last), datetime.date(*first))
    whole = 12 * apart.years + apart.months
    return whole, whole + (apart.days > 15)
