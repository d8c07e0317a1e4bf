"""Puts dates into words for readers."""

from chronology.dates.calendar import SPRING, WINTER, SingleDate

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of their numbers, 21 to 24."""

_NAMES = dict(enumerate(MONTHS, 1)) | dict(enumerate(SEASONS, SPRING))
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def year_in_words(year: int) -> str:
    """Return the year as people number it: `44 BCE`, `79 CE`, `2022`."""
    if year < 1:
        return f"{1 - year} BCE"
    if year < 1000:
        return f"{year} CE"
    return str(year)


def single_in_words(date: SingleDate) -> str:
    """Return a single date in words: `about 11 June 2022`, `winter 2024–2025`, `44 BCE`."""
    year = year_in_words(date.year)
    if date.month == WINTER:
        year = _joined(year, year_in_words(date.year + 1))
    words = [year]
    if date.month:
        words.insert(0, _NAMES[date.month])
    if date.day:
        words.insert(0, str(date.day))
    return _QUALIFIERS[date.qualifier] + " ".join(words)


def interval_in_words(start: SingleDate | None, end: SingleDate | None) -> str:
    """Return an interval in words; None is an open end.

    Words that both ends share are said once: `23–24 June 2023`. Other intervals are
    `from 2022 to 11 June 2022`, `from June 2022` or `until 2023`.
    """
    first = _end_in_words(start)
    last = _end_in_words(end)
    if not end:
        return f"from {first}"
    if not start:
        return f"until {last}"
    if first == last:
        return last
    if _share_words(start, end):
        return _joined(first, last)
    return f"from {first} to {last}"


def set_in_words(start: SingleDate | None, end: SingleDate | None) -> str:
    """Return a set, which is one day between two ends, in words; None is an open end.

    Words that both ends share are said once: `between June and September 2022`. Sets that
    are open at one end are `June 2022 or later` or `by 2023`.
    """
    first = _end_in_words(start)
    last = _end_in_words(end)
    if not end:
        return f"{first} or later"
    if not start:
        return f"by {last}"
    if _share_words(start, end):
        first = _without_shared_tail(first, last)
    return f"between {first} and {last}"


def _end_in_words(end: SingleDate | None) -> str:
    """Return one end of an interval or a set in words, or "" if it is open."""
    if end is None:
        return ""
    return single_in_words(end)


def _share_words(start: SingleDate, end: SingleDate) -> bool:
    """Return whether the words that both ends share may be said once, after the second."""
    qualified = start.qualifier or end.qualifier
    return start.precision == end.precision and not qualified


def _joined(first: str, last: str) -> str:
    """Return both with a dash between: `23–24 June 2023`, `June 2022 – March 2023`."""
    first = _without_shared_tail(first, last)
    if " " in first:
        return f"{first} – {last}"
    return f"{first}–{last}"


def _without_shared_tail(first: str, last: str) -> str:
    """Return `first` without the words at its end that `last` also ends with.

    The two must differ: `23 June 2023` and `24 June 2023` give `23`.
    """
    kept = first.split()
    others = last.split()
    while kept[-1:] == others[-1:]:
        kept.pop()
        others.pop()
    return " ".join(kept)
