"""Dates: what is read, what is refused and with which words, order, clashes and distances."""
# ruff: noqa: E501 - a row of a table stands on one line

import datetime
import math
import re
import warnings
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from chronology.dates.calendar import SingleDate
from chronology.dates.comparison import can_all_be_true, distance
from chronology.dates.edtf import Date, DateFault, read_date

with warnings.catch_warnings():  # edtf's own grammar makes pyparsing warn
    warnings.simplefilter("ignore")
    import edtf

# typed | EDTF | earliest | latest | words | <time datetime> | prefix | precision; "-" is None
READ = """
2022 | 2022 | 2022-01-01 | 2022-12-31 | 2022 | 2022 | 2022 | year
2022-06 | 2022-06 | 2022-06-01 | 2022-06-30 | June 2022 | 2022-06 | 2022-06 | month
2022-06-11 | 2022-06-11 | 2022-06-11 | 2022-06-11 | 11 June 2022 | 2022-06-11 | 2022-06-11 | day
2024-02 | 2024-02 | 2024-02-01 | 2024-02-29 | February 2024 | 2024-02 | 2024-02 | month
2024-02-29 | 2024-02-29 | 2024-02-29 | 2024-02-29 | 29 February 2024 | 2024-02-29 | 2024-02-29 | day
1900-02 | 1900-02 | 1900-02-01 | 1900-02-28 | February 1900 | 1900-02 | 1900-02 | month
2024-21 | 2024-21 | 2024-03-01 | 2024-05-31 | spring 2024 | - | 2024 | season
2024-22 | 2024-22 | 2024-06-01 | 2024-08-31 | summer 2024 | - | 2024 | season
2024-23 | 2024-23 | 2024-09-01 | 2024-11-30 | autumn 2024 | - | 2024 | season
2024-24 | 2024-24 | 2024-12-01 | 2025-02-28 | winter 2024–2025 | - | 2024 | season
2023-24 | 2023-24 | 2023-12-01 | 2024-02-29 | winter 2023–2024 | - | 2023 | season
1999-24 | 1999-24 | 1999-12-01 | 2000-02-29 | winter 1999–2000 | - | 1999 | season
0078-24 | 0078-24 | 0078-12-01 | 0079-02-28 | winter 78–79 CE | - | 0078 | season
0000-24 | 0000-24 | 0000-12-01 | 0001-02-28 | winter 1 BCE – 1 CE | - | bce-0001 | season
Spring 2024 | 2024-21 | 2024-03-01 | 2024-05-31 | spring 2024 | - | 2024 | season
summer 2024? | 2024-22? | 2024-06-01 | 2024-08-31 | perhaps summer 2024 | - | 2024 | season
AUTUMN 2024 | 2024-23 | 2024-09-01 | 2024-11-30 | autumn 2024 | - | 2024 | season
winter 44 BCE | -0043-24 | -0043-12-01 | -0042-02-28 | winter 44–43 BCE | - | bce-0044 | season
2024-05~ | 2024-05~ | 2024-05-01 | 2024-05-31 | about May 2024 | - | 2024-05 | month
2024-05? | 2024-05? | 2024-05-01 | 2024-05-31 | perhaps May 2024 | - | 2024-05 | month
2024-05% | 2024-05% | 2024-05-01 | 2024-05-31 | perhaps about May 2024 | - | 2024-05 | month
about 2024-05 | 2024-05~ | 2024-05-01 | 2024-05-31 | about May 2024 | - | 2024-05 | month
about spring 2024 | 2024-21~ | 2024-03-01 | 2024-05-31 | about spring 2024 | - | 2024 | season
About 44 BCE | -0043~ | -0043-01-01 | -0043-12-31 | about 44 BCE | - | bce-0044 | year
44 bce | -0043 | -0043-01-01 | -0043-12-31 | 44 BCE | - | bce-0044 | year
1 BCE | 0000 | 0000-01-01 | 0000-12-31 | 1 BCE | - | bce-0001 | year
9999 BCE | -9998 | -9998-01-01 | -9998-12-31 | 9999 BCE | - | bce-9999 | year
0000-02 | 0000-02 | 0000-02-01 | 0000-02-29 | February 1 BCE | - | bce-0001-02 | month
-0043-03 | -0043-03 | -0043-03-01 | -0043-03-31 | March 44 BCE | - | bce-0044-03 | month
-0043-03-15 | -0043-03-15 | -0043-03-15 | -0043-03-15 | 15 March 44 BCE | - | bce-0044-03-15 | day
0079 | 0079 | 0079-01-01 | 0079-12-31 | 79 CE | 0079 | 0079 | year
0079-10-24 | 0079-10-24 | 0079-10-24 | 0079-10-24 | 24 October 79 CE | 0079-10-24 | 0079-10-24 | day
0999 | 0999 | 0999-01-01 | 0999-12-31 | 999 CE | 0999 | 0999 | year
1000 | 1000 | 1000-01-01 | 1000-12-31 | 1000 | 1000 | 1000 | year
9998 | 9998 | 9998-01-01 | 9998-12-31 | 9998 | 9998 | 9998 | year
2023-06-23/2023-06-24 | 2023-06-23/2023-06-24 | 2023-06-23 | 2023-06-24 | 23–24 June 2023 | - | 2023-06-23 | interval
2023-06-23/2023-07-02 | 2023-06-23/2023-07-02 | 2023-06-23 | 2023-07-02 | 23 June – 2 July 2023 | - | 2023-06-23 | interval
2023-06-11/2023-07-11 | 2023-06-11/2023-07-11 | 2023-06-11 | 2023-07-11 | 11 June – 11 July 2023 | - | 2023-06-11 | interval
2022-12-30/2023-01-02 | 2022-12-30/2023-01-02 | 2022-12-30 | 2023-01-02 | 30 December 2022 – 2 January 2023 | - | 2022-12-30 | interval
2022-06/2022-09 | 2022-06/2022-09 | 2022-06-01 | 2022-09-30 | June–September 2022 | - | 2022-06 | interval
from 2022-06 to 2022-09 | 2022-06/2022-09 | 2022-06-01 | 2022-09-30 | June–September 2022 | - | 2022-06 | interval
2022-06/2023-03 | 2022-06/2023-03 | 2022-06-01 | 2023-03-31 | June 2022 – March 2023 | - | 2022-06 | interval
2022-06/2022-06 | 2022-06/2022-06 | 2022-06-01 | 2022-06-30 | June 2022 | - | 2022-06 | interval
2022/2023 | 2022/2023 | 2022-01-01 | 2023-12-31 | 2022–2023 | - | 2022 | interval
from 49 BCE to 44 BCE | -0048/-0043 | -0048-01-01 | -0043-12-31 | 49–44 BCE | - | bce-0049 | interval
from 44 BCE to 0014 | -0043/0014 | -0043-01-01 | 0014-12-31 | 44 BCE – 14 CE | - | bce-0044 | interval
-0043-03/-0042-06 | -0043-03/-0042-06 | -0043-03-01 | -0042-06-30 | March 44 – June 43 BCE | - | bce-0044-03 | interval
from spring 2024 to autumn 2024 | 2024-21/2024-23 | 2024-03-01 | 2024-11-30 | spring–autumn 2024 | - | 2024 | interval
2024-23/2024-24 | 2024-23/2024-24 | 2024-09-01 | 2025-02-28 | autumn 2024 – winter 2024–2025 | - | 2024 | interval
2022-06~/2022-09? | 2022-06~/2022-09? | 2022-06-01 | 2022-09-30 | from about June 2022 to perhaps September 2022 | - | 2022-06 | interval
from about 2022-06 to 2022-09 | 2022-06~/2022-09 | 2022-06-01 | 2022-09-30 | from about June 2022 to September 2022 | - | 2022-06 | interval
2022/2022-06-11 | 2022/2022-06-11 | 2022-01-01 | 2022-06-11 | from 2022 to 11 June 2022 | - | 2022 | interval
2022-06/2022 | 2022-06/2022 | 2022-06-01 | 2022-12-31 | from June 2022 to 2022 | - | 2022-06 | interval
2022-06/.. | 2022-06/.. | 2022-06-01 | - | from June 2022 | - | 2022-06 | interval
../2022-06 | ../2022-06 | - | 2022-06-30 | until June 2022 | - | 2022-06 | interval
../2022-06~ | ../2022-06~ | - | 2022-06-30 | until about June 2022 | - | 2022-06 | interval
[..2022-06] | [..2022-06] | - | 2022-06-30 | by June 2022 | - | 2022-06 | set
by 2022-06 | [..2022-06] | - | 2022-06-30 | by June 2022 | - | 2022-06 | set
  By   2022-06  | [..2022-06] | - | 2022-06-30 | by June 2022 | - | 2022-06 | set
by about 2022-06 | [..2022-06~] | - | 2022-06-30 | by about June 2022 | - | 2022-06 | set
by spring 2024 | [..2024-21] | - | 2024-05-31 | by spring 2024 | - | 2024 | set
by 44 BCE | [..-0043] | - | -0043-12-31 | by 44 BCE | - | bce-0044 | set
between 2022-10 and 2023-03 | [2022-10..2023-03] | 2022-10-01 | 2023-03-31 | between October 2022 and March 2023 | - | 2022-10 | set
[2022-06..2022-09] | [2022-06..2022-09] | 2022-06-01 | 2022-09-30 | between June and September 2022 | - | 2022-06 | set
[2023-06-23..2023-06-24] | [2023-06-23..2023-06-24] | 2023-06-23 | 2023-06-24 | between 23 and 24 June 2023 | - | 2023-06-23 | set
[2022-06?..2022-09] | [2022-06?..2022-09] | 2022-06-01 | 2022-09-30 | between perhaps June 2022 and September 2022 | - | 2022-06 | set
between 46 BCE and 44 BCE | [-0045..-0043] | -0045-01-01 | -0043-12-31 | between 46 and 44 BCE | - | bce-0046 | set
[2022-10..] | [2022-10..] | 2022-10-01 | - | October 2022 or later | - | 2022-10 | set
"""


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table whose columns stand between bars; a line without bars is one."""
    return [
        [cell.strip() for cell in line.split(" | ")]
        for line in table.strip("\n").splitlines()
    ]


@pytest.mark.parametrize(
    (
        "typed",
        "notation",
        "earliest",
        "latest",
        "words",
        "machine",
        "prefix",
        "precision",
    ),
    rows(READ),
)
def test_read(
    typed: str,
    notation: str,
    earliest: str,
    latest: str,
    words: str,
    machine: str,
    prefix: str,
    precision: str,
) -> None:
    date = read_date(typed)
    assert [
        date.edtf,
        str(date.earliest or "-"),
        str(date.latest or "-"),
        date.words,
        date.machine or "-",
        date.prefix,
        date.precision,
    ] == [notation, earliest, latest, words, machine, prefix, precision]
    assert read_date(notation) == date


def test_outer_spaces_and_letter_case_do_not_count() -> None:
    assert read_date(" \tBETWEEN 44 bce\n AND 43 Bce ") == read_date("[-0043..-0042]")


ANY_FORM = "is not a date: write 2023, 2023-07, 2023-07-11, spring 2023, by 2023-07 …"
# typed | the whole message | what it says to write, "-" where it names no value that is a date
REFUSED = """
2023-13 | '2023-13' has no month: there is no 13, only 01 to 12 | -
2023-00 | '2023-00' has no month: there is no 00, only 01 to 12 | -
2023-02-29 | '2023-02-29' is not in the calendar: February 2023 has no day 29, only 01 to 28 | -
1900-02-29 | '1900-02-29' is not in the calendar: February 1900 has no day 29, only 01 to 28 | -
2023-06-31 | '2023-06-31' is not in the calendar: June 2023 has no day 31, only 01 to 30 | -
2023-06-00 | '2023-06-00' is not in the calendar: June 2023 has no day 00, only 01 to 30 | -
by 2023-02-29 | '2023-02-29' is not in the calendar: February 2023 has no day 29, only 01 to 28 | -
44 BCE-03 | '44 BCE-03' ANY_FORM | -
2020/2010 | '2020/2010' ends before it starts: write 2010/2020 | 2010/2020
[2023..2022-06] | '[2023..2022-06]' ends before it starts: write [2022-06..2023] | [2022-06..2023]
2022-06-12/2022-06-11 | '2022-06-12/2022-06-11' ends before it starts: write 2022-06-11/2022-06-12 | 2022-06-11/2022-06-12
from spring 2024 to 44 BCE | 'from spring 2024 to 44 BCE' ends before it starts: write -0043/2024-21 | -0043/2024-21
between 43 BCE and 44 BCE | 'between 43 BCE and 44 BCE' ends before it starts: write [-0043..-0042] | [-0043..-0042]
July 2023 | 'July 2023' has its month in words: write 2023-07 | 2023-07
JULY 2023 | 'JULY 2023' has its month in words: write 2023-07 | 2023-07
11 July 2023 | '11 July 2023' has its month in words: write 2023-07-11 | 2023-07-11
July 11, 2023 | 'July 11, 2023' has its month in words: write 2023-07-11 | 2023-07-11
July 11 2023 | 'July 11 2023' has its month in words: write 2023-07-11 | 2023-07-11
11th July 2023 | '11th July 2023' has its month in words: write 2023-07-11 | 2023-07-11
Sept. 2023 | 'Sept. 2023' has its month in words: write 2023-09 | 2023-09
3 Sep 2023 | '3 Sep 2023' has its month in words: write 2023-09-03 | 2023-09-03
31 February 2023 | '31 February 2023' is not in the calendar: February 2023 has no day 31, only 01 to 28 | -
March 44 BCE | 'March 44 BCE' has its month in words: write -0043-03 | -0043-03
15 March 44 BC | '15 March 44 BC' has its month in words: write -0043-03-15 | -0043-03-15
about July 2023 | 'July 2023' has its month in words: write 2023-07 | 2023-07
by July 2023 | 'July 2023' has its month in words: write 2023-07 | 2023-07
by about July 2023 | 'July 2023' has its month in words: write 2023-07 | 2023-07
from July 2023 to 2024 | 'July 2023' has its month in words: write 2023-07 | 2023-07
2022-06/11 July 2023 | '2022-06/11 July 2023' ANY_FORM | -
July | 'July' ANY_FORM | -
11 July | '11 July' ANY_FORM | -
July 23 | 'July 23' ANY_FORM | -
2023-7-1 | '2023-7-1' needs two digits for month and day: write 2023-07-01 | 2023-07-01
2023-7 | '2023-7' needs two digits for month and day: write 2023-07 | 2023-07
2023-07-1 | '2023-07-1' needs two digits for month and day: write 2023-07-01 | 2023-07-01
-0043-3 | '-0043-3' needs two digits for month and day: write -0043-03 | -0043-03
2023-2-30 | '2023-2-30' is not in the calendar: February 2023 has no day 30, only 01 to 28 | -
2023-13-1 | '2023-13-1' has no month: there is no 13, only 01 to 12 | -
[2022-06..2023-7] | '2023-7' needs two digits for month and day: write 2023-07 | 2023-07
11.07.2023 | '11.07.2023' has dots or slashes: write it like 2023-07-11 | 2023-07-11
2023.07.11 | '2023.07.11' has dots or slashes: write it like 2023-07-11 | 2023-07-11
2023/07/11 | '2023/07/11' has dots or slashes: write it like 2023-07-11 | 2023-07-11
11/07/2023 | '11/07/2023' has dots or slashes: write it like 2023-07-11 | 2023-07-11
07/2023 | '07/2023' has dots or slashes: write it like 2023-07-11 | 2023-07-11
2023/07 | '2023/07' has dots or slashes: write it like 2023-07-11 | 2023-07-11
fall 2024 | 'fall 2024' has another word for autumn: write autumn 2024 | autumn 2024
by fall 2024 | 'fall 2024' has another word for autumn: write autumn 2024 | autumn 2024
Fall 44 BCE | 'Fall 44 BCE' has another word for autumn: write autumn 44 BCE | autumn 44 BCE
winter 2024-25 | 'winter 2024-25' ANY_FORM | winter 2024
23 | '23' has a year of two digits: write all four, as in 2023-07-11 | 2023-07-11
'23 | ''23' has a year of two digits: write all four, as in 2023-07-11 | 2023-07-11
23-07-11 | '23-07-11' has a year of two digits: write all four, as in 2023-07-11 | 2023-07-11
spring 24 | 'spring 24' ANY_FORM | -
2022/23 | '2022/23' has dots or slashes: write it like 2023-07-11 | 2023-07-11
5 | '5' needs a year of four digits, from -9998 to 9998 | -
476 | '476' needs a year of four digits, from -9998 to 9998 | -
-43 | '-43' needs a year of four digits, from -9998 to 9998 | -
79 CE | '79 CE' ANY_FORM | -
2022-06-11T10:00 | '2022-06-11T10:00' has a time of day: write 2022-06-11 | 2022-06-11
2022-06-11 10:00 | '2022-06-11 10:00' has a time of day: write 2022-06-11 | 2022-06-11
10:00 | '10:00' ANY_FORM | -
202X | '202X' leaves digits open: write 2020, or a span: [2020..2029] | [2020..2029]
2022-XX | '2022-XX' leaves digits open: write 2020, or a span: [2020..2029] | [2020..2029]
XXXX-06-11 | 'XXXX-06-11' leaves digits open: write 2020, or a span: [2020..2029] | [2020..2029]
Y-17000 | 'Y-17000' needs a year of four digits, from -9998 to 9998 | -
Y2023 | 'Y2023' needs a year of four digits, from -9998 to 9998 | -
9999 | '9999' needs a year of four digits, from -9998 to 9998 | -
-9999-01 | '-9999-01' needs a year of four digits, from -9998 to 9998 | -
12345 | '12345' needs a year of four digits, from -9998 to 9998 | -
-17000-01 | '-17000-01' needs a year of four digits, from -9998 to 9998 | -
20230711 | '20230711' needs a year of four digits, from -9998 to 9998 | -
2022/ | '2022/' has a blank end: write 2022/.. if it went on, or 2022 alone | 2022/..
/2022 | '/2022' has a blank start: write ../2022 if that is open, or 2022 alone | ../2022
../.. | '../..' is open at both ends: write the end that is known, as in 2022/.. | 2022/..
[..] | '[..]' is open at both ends: write the end that is known, as in 2022/.. | 2022/..
{2022,2023} | '{2022,2023}' is several dates: write an entry for each, or an interval: 2022/2023 | 2022/2023
{2022..2023} | '{2022..2023}' is several dates: write an entry for each, or an interval: 2022/2023 | 2022/2023
[2022-10, 2023-03] | '[2022-10, 2023-03]' is a list: one day between two is [2022-10..2023-03] | [2022-10..2023-03]
[2022-10,2022-11,2023-03] | '[2022-10,2022-11,2023-03]' is a list: one day between two is [2022-10..2023-03] | [2022-10..2023-03]
[2022-06] | '[2022-06]' is a set of one: write 2022-06 | 2022-06
[2022-06..2022-06] | '[2022-06..2022-06]' is a set of one: write 2022-06 | 2022-06
between 2022 and 2022 | 'between 2022 and 2022' is a set of one: write 2022 | 2022
~2022 | '~2022' needs one qualifier, at its end, as in 2022-06~ | 2022-06~
2022?-06 | '2022?-06' needs one qualifier, at its end, as in 2022-06~ | 2022-06~
?2022-06~ | '?2022-06~' needs one qualifier, at its end, as in 2022-06~ | 2022-06~
2024-05~~ | '2024-05~~' needs one qualifier, at its end, as in 2022-06~ | -
about 2024-05~ | 'about 2024-05~' needs one qualifier, at its end, as in 2022-06~ | -
2024-25 | '2024-25' has a season of EDTF's level 2: write 2024-21 to 2024-24 | 2024-21
2024-41 | '2024-41' has a season of EDTF's level 2: write 2024-21 to 2024-24 | 2024-21
2024-99 | '2024-99' has no month: there is no 99, only 01 to 12 | -
2024-21-05 | '2024-21-05' has no month: there is no 21, only 01 to 12 | 2024-21
1950S2 | '1950S2' leaves digits open: write 2020, or a span: [2020..2029] | 2020
2E3 | '2E3' leaves digits open: write 2020, or a span: [2020..2029] | 2020
0 BCE | '0 BCE' is no year: year 1 follows 1 BCE, which is 0000 | -
-0000 | '-0000' is no year: year 1 follows 1 BCE, which is 0000 | 0000
44 BC | '44 BC' lacks a letter: write 44 BCE | 44 BCE
by 44 bc | 'by 44 bc' lacks a letter: write by 44 BCE | 44 BCE
between 46 BC and 44 BC | '46 BC' lacks a letter: write 46 BCE | 46 BCE
 | '' is empty: write 2023, 2023-07 or 2023-07-11 | 2023
2022–2023 | '2022–2023' ANY_FORM | -
2022-06 to 2022-09 | '2022-06 to 2022-09' ANY_FORM | -
2022-06 / 2022-09 | '2022-06 / 2022-09' ANY_FORM | -
from 2022-06 | 'from 2022-06' ANY_FORM | -
since 2022 | 'since 2022' ANY_FORM | -
yesterday | 'yesterday' ANY_FORM | -
after 2022-06 | 'after 2022-06' ANY_FORM | -
by | 'by' ANY_FORM | -
by .. | 'by ..' ANY_FORM | -
by [..2022] | 'by [..2022]' ANY_FORM | -
from .. to 2022 | 'from .. to 2022' ANY_FORM | -
2022-06-11/12 | '12' has a year of two digits: write all four, as in 2023-07-11 | 2023-07-11
2022/2023/2024 | '2022/2023/2024' ANY_FORM | -
summer 2024-06 | 'summer 2024-06' ANY_FORM | -
[..spring 2024] | '[..spring 2024]' ANY_FORM | -
about 2022-06/2022-09 | 'about 2022-06/2022-09' ANY_FORM | -
10000 BCE | '10000 BCE' needs a year of four digits, from -9998 to 9998 | -
２０２２ | '２０２２' ANY_FORM | -
[2022-06-11 | '[2022-06-11' ANY_FORM | -
2022..2023 | '2022..2023' ANY_FORM | -
spring 44 BC | 'spring 44 BC' lacks a letter: write spring 44 BCE | spring 44 BCE
"""


@pytest.mark.parametrize(("typed", "message", "advice"), rows(REFUSED))
def test_refused(typed: str, message: str, advice: str) -> None:
    with pytest.raises(DateFault) as fault:
        read_date(typed)
    assert str(fault.value) == message.replace("ANY_FORM", ANY_FORM)
    if advice != "-":
        assert advice in message
        read_date(advice)


def test_refusal_is_quick_for_long_text() -> None:
    """Any of these would take hours, or too deep a stack, if a pattern went back and forth."""
    for part in ("by ", "2022-", "[", "..", "~", "1 ", "a,", "/", "–", "-1"):
        with pytest.raises(DateFault, match=re.escape(part.strip())):
            read_date(part * 2000)


# In the order they are to stand in.
ORDER = """
-9998
-0045/..
../-0043-03-15
-0043-03-15
[..-0043]
-0043-12-31
0000
0001-01-01
2022/..
[2022..2024]
2022/2023
2022
2022-01
2022-01-01
2022-02?
2022-02-01
2022-21
2022-03~
[..2022-06]
2022-06-30
2022-24
2022-12
2022-12-01
[2023-01..]
2023
"""


def test_order_is_by_first_day_or_else_last_then_the_wider_first() -> None:
    for before, after in pairwise(ORDER.split()):
        assert read_date(before).order < read_date(after).order, (before, after)


def test_order_is_the_day_and_how_many_days_are_possible() -> None:
    assert read_date("2022-06").order == (SingleDate(2022, 6, 1), -29)
    assert read_date("[..2022-06]").order == (SingleDate(2022, 6, 30), -math.inf)


@pytest.mark.parametrize("qualifier", "~?%")
def test_a_qualifier_moves_neither_bounds_nor_order(qualifier: str) -> None:
    for text in ("-0043", "2022-06", "2024-24", "2022-06-11"):
        plain, qualified = read_date(text), read_date(text + qualifier)
        assert qualified.order == plain.order
        assert (qualified.earliest, qualified.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    ("dates", "possible"),
    [
        ("", True),
        ("2022-06", True),
        ("2022-06 2022-06-11", True),
        ("2022-06 2022-07", False),
        ("2022-06-30 [..2022-06]", True),
        ("2022-07-01 [..2022-06]", False),
        ("[2022-06..] [..2022-06]", True),
        ("[2022-07..] [..2022-06]", False),
        ("[..2022-06] ../2021", True),
        ("[2022-06..] 2030/..", True),
        ("2022-10 [2022-10..2023-03] 2022-10-31", True),
        # Each two share a day, but not all three.
        ("2022-06-01/2022-06-11 2022-06-11/2022-06-20 [2022-06-12..]", False),
        ("2022-05~ 2022-06", False),
        ("-0043 -0043-03-15", True),
        ("-0043 -0042", False),
        ("2023-24 2024-02-29", True),
        ("2022-24 2023-03-01", False),
    ],
)
def test_can_all_be_true(dates: str, possible: bool) -> None:
    assert can_all_be_true([read_date(date) for date in dates.split()]) is possible


# earlier | later | distance; "-" is ""
DISTANCE = """
2022-06-11 | 2022-06-11 | -
2022-06-11 | 2022-06-10 | -
2022-06-11 | 2022-06-12 | the next day
2024-02-28 | 2024-02-29 | the next day
2023-02-28 | 2023-03-01 | the next day
2022-12-31 | 2023-01-01 | the next day
2022-06-11 | 2022-06-13 | two days later
2022-06-11 | 2022-06-20 | nine days later
2022-06-11 | 2022-06-21 | 10 days later
2022-06-11 | 2022-06-24 | 13 days later
2022-06-11 | 2022-06-25 | two weeks later
2022-06-11 | 2022-06-28 | two weeks later
2022-06-11 | 2022-06-29 | three weeks later
2022-06-11 | 2022-07-10 | four weeks later
2022-06-11 | 2022-07-11 | one month later
2023-01-31 | 2023-02-28 | one month later
2023-01-31 | 2023-03-01 | one month later
2024-01-31 | 2024-02-29 | one month later
2024-01-31 | 2024-02-28 | four weeks later
2022-06-11 | 2022-07-26 | one month later
2022-06-11 | 2022-07-27 | two months later
2022-06-11 | 2023-03-11 | nine months later
2022-06-11 | 2023-05-28 | one year later
2024-02-29 | 2025-02-28 | one year later
2022-06-11 | 2023-06-26 | one year later
2022-06-11 | 2023-06-27 | 13 months later
2022-06-11 | 2024-05-11 | 23 months later
2022-06-11 | 2024-06-11 | two years later
2022-06-11 | 2024-12-11 | three years later
2022-06-11 | 2034-06-11 | 12 years later
2022-06-11 | 2035-06-11 | 13 years later
2022-06-11~ | 2022-06-12 | about one day later
2022-06-11 | 2022-07-11? | about one month later
2022-06 | 2022-06 | -
2022-06 | 2022-06-20 | -
2022-06 | 2022-06-30 | -
2022-06-10 | 2022-07 | about one month later
2022-06 | 2022-07 | about one month later
2023-02 | 2023-03 | about one month later
2022-06 | 2022-07-11 | about one month later
2022-06-28 | 2022-07 | -
2022-06-11 | 2023-03 | about nine months later
2022 | 2022-11 | -
2022-11 | 2023 | -
2022-06-11 | 2023 | about one year later
2022 | 2023 | about one year later
2022 | 2023-04-11 | -
2022 | 2023-06-11 | about one year later
2022 | 2024 | about two years later
2024-05-10 | 2024-22 | -
2024-21 | 2024-22 | about three months later
[..2022-06] | 2022-06-11 | -
2022-06-11 | [..2022-06] | -
[..2022-06] | 2023-03-30 | -
[2022-10..] | 2023-07 | -
[2022-10..2023-03] | 2023-03-11 | -
[2022-10..2023-03] | 2023-07-01 | about six months later
2023-06-08 | [2023-06-22..2023-06-30] | two to three weeks later
[2023-06-22..2023-06-30] | 2023-07-10 | one to three weeks later
2023-06-08 | [2023-06-28..2023-06-30] | about three weeks later
[2023-06-22..2023-06-30] | 2023-07-02 | -
2022-06 | 2022-07-02 | -
2022-09-11 | [2022-10..2023-03] | -
2022-06-11/2022-12-11 | 2022-06-25 | two weeks later
2022-06-11/.. | 2022-06-12 | the next day
2022-06/2022-12 | 2022-11-01 | about five months later
../2022-06-11 | 2022-06-13 | two days later
2022-06-11 | 2022-06-13/2022-06-20 | two days later
-0043-03-15 | -0043-03-16 | -
-0043-03-15 | -0042-03-15 | one year later
-0048 | -0043 | about five years later
-0043-03-15 | 2022-06-11 | 2065 years later
0000-12-31 | 0001-12-31 | one year later
0001-01-01 | 0001-01-02 | the next day
9998-10-01 | 9998-12-01 | two months later
9997 | [..9998-24] | -
9997 | 9998-24 | about two years later
"""


@pytest.mark.parametrize(("earlier", "later", "words"), rows(DISTANCE))
def test_distance(earlier: str, later: str, words: str) -> None:
    assert distance(read_date(earlier), read_date(later)) == words.replace("-", "")


# Properties.

QUALIFIER = st.sampled_from(["", "~", "?", "%"])
YEAR = st.integers(-9998, 9998)


def day_of(ordinal: int) -> str:
    """Return the day of an ordinal, by the calendar's cycle of 400 years and Python's own dates."""
    cycles, rest = divmod(ordinal - 1, 146097)
    day = datetime.date.fromordinal(rest + 1)
    return str(SingleDate(day.year + 400 * cycles, day.month, day.day))


FIRST, LAST = SingleDate(-9998, 1, 1).ordinal, SingleDate(9998, 12, 31).ordinal
SINGLE = st.builds(
    str.__add__,
    st.one_of(
        YEAR.map(lambda year: f"{year:0{5 if year < 0 else 4}}"),
        st.integers(FIRST, LAST).map(lambda ordinal: day_of(ordinal)[:-3]),
        st.integers(FIRST, LAST).map(day_of),
        st.builds(
            lambda y, s: f"{y:0{5 if y < 0 else 4}}-{s}", YEAR, st.integers(21, 24)
        ),
    ),
    QUALIFIER,
)
OPEN_OR_SINGLE = st.one_of(st.just(".."), SINGLE)
NOTATION = st.one_of(
    SINGLE,
    st.builds("{}/{}".format, OPEN_OR_SINGLE, OPEN_OR_SINGLE),
    st.builds(
        "[{}..{}]".format,
        st.one_of(st.just(""), SINGLE),
        st.one_of(st.just(""), SINGLE),
    ),
)


def read_or_none(text: str) -> Date | None:
    try:
        return read_date(text)
    except DateFault:
        return None


@given(SINGLE)
def test_every_single_date_is_read_and_is_canonical(notation: str) -> None:
    date = read_date(notation)
    assert date.edtf == notation
    assert date.earliest
    assert date.latest
    assert date.earliest <= date.latest
    assert date.prefix in notation or date.prefix.startswith("bce-")


@given(NOTATION)
def test_reading_the_canonical_notation_gives_an_equal_date(notation: str) -> None:
    date = read_or_none(notation)
    assume(date)
    assert date
    assert date.edtf == notation
    assert read_date(date.edtf) == date
    assert hash(read_date(date.edtf)) == hash(date)


@given(SINGLE, SINGLE)
def test_two_dates_are_read_unless_the_last_day_is_before_the_first(
    one: str, two: str
) -> None:
    start, end = read_date(one), read_date(two)
    assert start.earliest
    assert end.latest
    for notation in (f"{one}/{two}", f"from {one} to {two}"):
        date = read_or_none(notation)
        assert (date is None) == (end.latest < start.earliest)
        assert date is None or (date.earliest, date.latest) == (
            start.earliest,
            end.latest,
        )


@given(SINGLE, SINGLE)
def test_words_mean_the_same_as_notation(one: str, two: str) -> None:
    assert read_date(f"by {one}") == read_date(f"[..{one}]")
    assert read_or_none(f"from {one} to {two}") == read_or_none(f"{one}/{two}")
    assert read_or_none(f"between {one} and {two}") == read_or_none(f"[{one}..{two}]")
    if not one.endswith(("~", "?", "%")):
        assert read_date(f"about {one}") == read_date(f"{one}~")


@given(st.text(alphabet="0123456789-./[]~?%XYSE{}, abcinorstuwy", max_size=24))
@example("by between")
@example("9998-24")
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    date = read_or_none(text)
    if date:
        assert read_date(date.edtf) == date
        assert date.words
        assert distance(date, date) == ""


@given(st.integers(FIRST, LAST))
def test_ordinals_are_consecutive_before_year_1_too(ordinal: int) -> None:
    day = read_date(day_of(ordinal)).earliest
    assert day
    assert day.ordinal == ordinal


@given(st.dates())
def test_ordinals_are_those_of_python_after_year_1(day: datetime.date) -> None:
    assert SingleDate(day.year, day.month, day.day).ordinal == day.toordinal()


# The oracle: the edtf package. Every form that we read, and what it says of it.

ORACLE = """
2022 2022-02 2024-02 1900-02 2000-02 2022-06-11 2024-02-29 0079 0079-10-24 9998 -9998
0000 0000-02 0000-02-29 -0004-02 -0100-02 -0043 -0043-03 -0043-03-15
2024-21 2024-22 2024-23 -0043-21
2022~ 2022? 2022% 2022-06~ 2022-06? 2022-06% 2022-06-11~ 2022-06-11? 2022-06-11% -0043~
2022/2023 2022-06/2022-09 2023-06-23/2023-06-24 2022/2022-06 2022-06/2022 2022-06/2022-06
-0048/-0043 -0043-03-15/-0043-03-17 -0043/0014 2024-21/2024-23 2024-24/2025-01
2022~/2023 2022-06%/2022-09~ 2022-06/.. ../2022-06 2022-06-11/.. ../-0043 2022?/.. ../2022-06~
[2022-10..2023-03] [2022..2023] [2023-06-23..2023-06-24] [-0045..-0043]
[..2022] [..2022-06] [..2022-06-11] [2022-10..] [2022-10-11..]
"""


def bounds_by_edtf(notation: str) -> str:
    """Return `earliest latest` as the package has them, ".." for an open end, or "refused"."""
    try:
        parsed: Any = edtf.parse_edtf(notation)
    except edtf.EDTFParseException:
        return "refused"
    bounds = (parsed.lower_strict(), parsed.upper_strict())
    return " ".join(
        ".." if isinstance(b, float) else str(SingleDate(*b[:3])) for b in bounds
    )


def our_bounds(notation: str) -> str:
    date = read_or_none(notation)
    return f"{date.earliest or '..'} {date.latest or '..'}" if date else "refused"


@pytest.mark.parametrize("notation", ORACLE.split())
def test_bounds_are_those_of_the_edtf_package(notation: str) -> None:
    assert our_bounds(notation) == bounds_by_edtf(notation) != "refused"


# notation | ours | the package's
WHERE_EDTF_ERRS = """
2023-02-29 | refused | 2023-02-29 2023-02-29
2020/2010 | refused | 2020-01-01 2010-12-31
[2023..2022] | refused | 2023-01-01 2022-12-31
1985/ | refused | 1985-01-01 1995-01-01
/1985 | refused | 1975-12-31 1985-12-31
../.. | refused | .. ..
2024-24 | 2024-12-01 2025-02-28 | 2024-12-01 2024-12-31
2024-21/2024-24 | 2024-03-01 2025-02-28 | 2024-03-01 2024-12-31
2024-21~ | 2024-03-01 2024-05-31 | refused
[..2024-21] | .. 2024-05-31 | refused
[2022..2023-03-05] | 2022-01-01 2023-03-05 | refused
[2022-06~..2022-09] | 2022-06-01 2022-09-30 | refused
[..2022-06~] | .. 2022-06-30 | refused
"""


@pytest.mark.parametrize(("notation", "ours", "theirs"), rows(WHERE_EDTF_ERRS))
def test_where_the_edtf_package_errs_or_reads_less(
    notation: str, ours: str, theirs: str
) -> None:
    assert (our_bounds(notation), bounds_by_edtf(notation)) == (ours, theirs)
