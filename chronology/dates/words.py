"""The words that readers are given for dates and for the time between them."""

import datetime

from chronology.dates.calendar import SingleDate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of their numbers, 21 to 24."""
_MONTHS_AND_SEASONS = {
    0: "",
    **dict(enumerate(MONTHS, 1)),
    **dict(enumerate(SEASONS, 21)),
}
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)


def single_in_words(date: SingleDate) -> str:
    """Return the words for one date: `about 11 June 2022`, `winter 2024–2025`, `44 BCE`."""
    year = year_in_words(date.year)
    if date.month == 24:
        year = _joined(year, year_in_words(date.year + 1))
    words = [str(date.day or ""), _MONTHS_AND_SEASONS[date.month], year]
    return _QUALIFIERS[date.qualifier] + " ".join(filter(None, words))


def span_in_words(
    start: SingleDate | None, end: SingleDate | None, lasted: bool
) -> str:
    """Return the words for an interval, which lasted, or for a set, one day within.

    They are `23–24 June 2023`, `from June 2022`, `until 2023`, or `between June and September
    2022`, `June 2022 or later`, `by 2023`: what the ends share is said once.
    """
    first, last = (single_in_words(known) if known else "" for known in (start, end))
    if not end:
        return f"from {first}" if lasted else f"{first} or later"
    if not start:
        return f"until {last}" if lasted else f"by {last}"
    if first == last:
        return last
    if start.precision != end.precision or start.qualifier or end.qualifier:
        return f"from {first} to {last}" if lasted else f"between {first} and {last}"
    return (
        _joined(first, last)
        if lasted
        else f"between {_without_tail(first, last)} and {last}"
    )


def time_in_words(first: int, last: int, vague_days: int, about: bool) -> str:
    """Return the words for the time between two ordinals, `nine months later`; "" if too vague.

    `vague_days` are the days that either date leaves open: much less than these is not told,
    nor is a unit much finer than theirs, and weeks are told from the least to the most.
    """
    count, unit = _time_between(first, last, vague_days)
    if not count:
        return ""
    if (count, unit) == (1, "day") and not about:
        return "the next day"
    days, half = last - first, vague_days / 2
    counts = (
        {round((days + d) / 7) for d in (-half, half)} if unit == "week" else {count}
    )
    words = [_NUMBERS[n] if n < len(_NUMBERS) else str(n) for n in sorted(counts)]
    rough = "about " if about and len(counts) == 1 else ""
    return f"{rough}{' to '.join(words)} {unit}{'s' if max(counts) > 1 else ''} later"


def year_in_words(year: int) -> str:
    """Return the year as people number it: `44 BCE`, `79 CE`, `2022`."""
    return f"{1 - year} BCE" if year < 1 else f"{year} CE" if year < 1000 else str(year)


def _joined(first: str, last: str) -> str:
    """Return both with a dash between: `23–24 June 2023`, `June 2022 – March 2023`."""
    first = _without_tail(first, last)
    return f"{first} – {last}" if " " in first else f"{first}–{last}"


def _without_tail(first: str, last: str) -> str:
    """Return `first` without the closing words that `last`, which differs, has too."""
    kept, others = first.split(), last.split()
    while kept[-1:] == others[-1:]:
        kept.pop()
        others.pop()
    return " ".join(kept)


def _time_between(first: int, last: int, vague_days: int) -> tuple[int, str]:
    """Return the time between two days, rounded, in the unit that suits it; 0 if too vague."""
    from dateutil.relativedelta import relativedelta

    days = last - first
    if first < 1:
        return round(days / 365.2425), "year"
    apart = relativedelta(
        datetime.date.fromordinal(last), datetime.date.fromordinal(first)
    )
    months = 12 * apart.years + apart.months + (apart.days > 15)
    if days < 0.8 * vague_days:
        return 0, "month"
    if vague_days > 350 or months == 12 or months >= 24:
        return (months + 6) // 12, "year"
    if vague_days > 14 or apart.years or apart.months:
        return months, "month"
    return (round(days / 7), "week") if days >= 14 else (days, "day")
