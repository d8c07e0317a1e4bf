"""The feed: when an entry last changed, and in which order entries stand."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event

ATOM = "{http://www.w3.org/2005/Atom}"
TEXT = "Oil came [@pilot-book]."


def entries_of(root: Path) -> list[tuple[str, str]]:
    """Return the page of each entry of the feed, and when it last changed."""
    feed = ElementTree.fromstring(make_site(Request(root))["feed.xml"])
    entries = feed.iter(f"{ATOM}entry")
    return [
        (
            str(entry.findtext(f"{ATOM}id")).rsplit("/", 1)[1],
            str(entry.findtext(f"{ATOM}updated")).removesuffix("T00:00:00Z"),
        )
        for entry in entries
    ]


# the days of an entry's corrections, as they stand in its file | when it last changed
CHANGES = [
    ([], "2026-01-01"),
    (["2026-02-02"], "2026-02-02"),
    (["2026-02-02", "2026-03-03"], "2026-03-03"),
    (["2026-03-03", "2026-02-02"], "2026-03-03"),
]


@pytest.mark.parametrize(("days", "changed"), CHANGES)
def test_an_entry_changed_with_its_last_correction(
    days: list[str], changed: str, tmp_path: Path
) -> None:
    """In whatever order they are written down."""
    root = copy_example(tmp_path / "root")
    told = "".join(f"  - date: {day}\n    note: A letter.\n" for day in days)
    write_event(root, TEXT, fields=f"corrections:\n{told}" if told else "")
    assert dict(entries_of(root))["1302-a-title.html"] == changed


def test_entries_of_one_day_stand_in_the_order_of_time(tmp_path: Path) -> None:
    """After all that were added later."""
    root = copy_example(tmp_path / "root")
    for year in ("1400", "1302", "1399"):
        write_event(root, TEXT, name=f"{year}-a-title", date=year)
    assert [address for address, _ in entries_of(root)][-5:] == [
        "bce-0044-03-the-first-fire.html",
        "bce-0031-the-fire-is-walled.html",
        "1302-a-title.html",
        "1399-a-title.html",
        "1400-a-title.html",
    ]
