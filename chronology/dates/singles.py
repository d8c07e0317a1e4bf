"""Reads a day, month, season or year, in EDTF or in words."""

import re

from chronology.dates.calendar import SPRING, SingleDate
from chronology.dates.words import SEASONS

_SEASONS = "|".join(SEASONS)
_SINGLE = re.compile(
    rf"""
    (?: (?P<about> about ) [ ]  (?! .* [~?%] ) )?       # not with another qualifier
    (?: (?P<season> {_SEASONS} ) [ ]  (?! .* \d- ) )?   # not with a month
    (?:
        (?P<bce> [1-9] \d{{0,3}} ) [ ] bce
    |
        (?! -0000 | -?9999 )  (?P<year> -? \d{{4}} )
        (?:
            - (?! 2\d- )  (?P<month> 0[1-9] | 1[0-2] | 2[1-4] )  # no season has a day
            (?: - (?P<day> \d\d ) )?
        )?
    )
    (?P<qualifier> [~?%] )?
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)


def read_single(text: str) -> SingleDate | None:
    """Return the single date that the text gives, or None if it gives none.

    Both "about spring 2024" and "2024-21~" give `SingleDate(2024, 21, 0, "~")`.
    """
    match = _SINGLE.fullmatch(text)
    if match is None:
        return None
    month = SingleDate(_year(match), _month_or_season(match))
    day = int(match["day"] or 0)
    if match["day"] and not 1 <= day <= month.latest.day:
        return None
    qualifier = match["qualifier"] or ""
    if match["about"]:
        qualifier = "~"
    return month._replace(day=day, qualifier=qualifier)


def _year(match: re.Match[str]) -> int:
    """Return the year by the numbers of ISO 8601, in which 44 BCE is -43."""
    if match["bce"]:
        return 1 - int(match["bce"])
    return int(match["year"])


def _month_or_season(match: re.Match[str]) -> int:
    """Return the number of the month or the season, or 0 if only the year is given."""
    if match["season"]:
        return SPRING + SEASONS.index(match["season"].lower())
    return int(match["month"] or 0)
