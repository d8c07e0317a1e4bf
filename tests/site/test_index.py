"""The index: how far apart its entries stand, and to which period each belongs."""

import datetime
import re
from pathlib import Path

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event

TEXT = "Oil came [@pilot-book]."
FIRST = datetime.date(2100, 1, 1)
# days between two entries | the time that is told | how long it is drawn
GAPS = [
    (0, None),
    (1, ("the next day", 0)),
    (6, ("six days later", 0)),
    (7, ("seven days later", 1)),
    (29, ("four weeks later", 1)),
    (30, ("four weeks later", 2)),
    (89, ("three months later", 2)),
    (90, ("three months later", 3)),
    (179, ("six months later", 3)),
    (180, ("six months later", 4)),
    (364, ("one year later", 4)),
    (365, ("one year later", 5)),
    (999, ("three years later", 5)),
    (1000, ("three years later", 6)),
    (3999, ("11 years later", 6)),
    (4000, ("11 years later", 7)),
]


@pytest.mark.parametrize(("days", "gap"), GAPS)
def test_a_gap_is_drawn_in_steps(
    days: int, gap: tuple[str, int] | None, tmp_path: Path
) -> None:
    """The longer the time, the longer the line; on one day there is none."""
    root = copy_example(tmp_path / "root")
    for name, day in (("a", FIRST), ("b", FIRST + datetime.timedelta(days))):
        write_event(root, TEXT, name=f"{day}-{name}", date=day.isoformat())
    page = make_site(Request(root))["index.html"].decode()
    between = page.split(f'id="{FIRST}-a"')[1].split('-b"')[0]
    told = re.findall(r'data-gap="(\d)">(.*?)<', between)
    assert told == ([(str(gap[1]), gap[0])] if gap else [])


def set_periods(root: Path, *periods: str) -> None:
    """Put these periods, each with its name and its days, in the place of all others."""
    file = root / "pyproject.toml"
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?s)\[\[tool.chronology.periods\]\].*(?=\[tool)", "", text)
    for period in periods:
        name, first, last = period.split(" ")
        text += f'[[tool.chronology.periods]]\nname = "{name}"\nfrom = "{first}"\n'
        text += f'to = "{last}"\n'
    file.write_text(text, encoding="utf-8")


def sections_of(page: str) -> list[tuple[str, int]]:
    """Return the periods of the index, "" where there is none, each with its entries."""
    entries = page.split('<div class="axis"')[1].split('<p class="shown"', maxsplit=1)[
        0
    ]
    found = []
    for section in entries.split("<section")[1:]:
        period = re.match(' id="period-([^"]*)"', section)
        found.append((period[1] if period else "", section.count("<article")))
    return found


# the periods | those of the entries, each with how many | whether they are columns
PERIODS = [
    ([], [("", 11)], False),
    (["all 0001 2100"], [("", 2), ("all", 9)], False),
    (
        ["wide 0001 1911", "narrow 1785 1911", "late 1998 2004"],
        [("", 2), ("wide", 7), ("late", 2)],
        True,
    ),
    (
        ["narrow 1785 1910", "wide 0001 1911", "late 1998 2004"],
        [("", 2), ("wide", 2), ("narrow", 2), ("wide", 3), ("late", 2)],
        True,
    ),
    (["old 1302 1302", "none 1400 1500"], [("", 3), ("old", 1), ("", 7)], False),
]


@pytest.mark.parametrize(("periods", "sections", "listed"), PERIODS)
def test_an_entry_belongs_to_the_first_period_that_covers_it(
    periods: list[str], sections: list[tuple[str, int]], listed: bool, tmp_path: Path
) -> None:
    """A list of one period would say nothing."""
    root = copy_example(tmp_path / "root")
    set_periods(root, *periods)
    page = make_site(Request(root))["index.html"].decode()
    assert sections_of(page) == sections
    assert ('<ol class="columns' in page) == listed


# the `order` of each entry of one day, by its name | the names in the order of the index
ORDERS = [
    ({"a": "", "b": "", "c": ""}, "abc"),
    ({"a": "order: 3\n", "b": "order: 2\n", "c": "order: 1\n"}, "cba"),
    ({"a": "", "b": "order: 1\n", "c": "order: -1\n"}, "cab"),
    ({"a": "order: 10\n", "b": "order: 9\n", "c": "order: 9\n"}, "bca"),
]


@pytest.mark.parametrize(("orders", "names"), ORDERS)
def test_entries_of_one_day_stand_in_their_order(
    orders: dict[str, str], names: str, tmp_path: Path
) -> None:
    """Those without one as if theirs were 0, those of the same by the names of their files."""
    root = copy_example(tmp_path / "root")
    for name, fields in orders.items():
        write_event(
            root, TEXT, name=f"2100-01-01-{name}", date=str(FIRST), fields=fields
        )
    page = make_site(Request(root))["index.html"].decode()
    assert re.findall('<article class="entry" id="2100-01-01-(.)"', page) == list(names)
