"""The page of names: in which entries each appears."""

import re
from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event, write_names

MARLOW = """[people.marlow]
name = "Ann Marlow"
about = "A keeper [@zenodora, para. 2]." """
COMPANY = """[groups.company]
name = "Company of Rowe"
about = "Has a boat [@zenodora, para. 2]." """


def row_of(root: Path, name: str) -> str:
    """Return what the page of names tells of the entries with a name, as a reader sees it."""
    page = make_site(Request(root))["people.html"].decode()
    row = page.split(f'<li id="{name}">')[1].split("</li>")[0]
    seen = re.findall('<p class="find">(.*?)</p>', row, re.DOTALL)
    return " ".join(re.sub("<[^>]+>", "", " ".join(seen)).split())


def write_entries(root: Path, count: int) -> list[str]:
    """Put so many entries that name Marlow into the chronology; return their titles."""
    for number in range(count):
        name, title = f"1302-{number + 100}-marlow", f"label: Entry {number + 100}\n"
        write_event(
            root, "Marlow kept the fire [@zenodora, para. 2].", name=name, fields=title
        )
    return [f"Entry {number + 100}" for number in range(count)]


def test_a_name_that_most_entries_have_lists_the_others(tmp_path: Path) -> None:
    """Otherwise the main person of a chronology would have a row of all entries."""
    root = copy_example(tmp_path / "root")
    write_names(root, MARLOW)
    named = write_entries(root, 22)
    assert row_of(root, "people-marlow") == f"Appears in {', '.join(named)}."
    write_entries(root, 23)
    assert row_of(root, "people-marlow") == (
        "Appears in all 34 entries but Fire &amp; “olive wood”, A wall is put about the fire,"
        " The earth moves, A lamp is heard of, The tower is raised, Keepers are lodged below the"
        " lamp, Fog comes in, The “Ada &amp; Ida” strikes the Rock, The inquiry sits, Current 🕯️,"
        " الضوء لا ينام &amp; the lamp is put out."
    )


def test_a_person_is_known_by_the_last_name_too(tmp_path: Path) -> None:
    """Other names of several words are not found so: their last word may be anything."""
    root = copy_example(tmp_path / "root")
    write_names(root, MARLOW, COMPANY)
    write_event(root, "Marlow saw Rowe [@zenodora, para. 2].")
    assert row_of(root, "people-marlow") == "Appears in A title."
    assert row_of(root, "groups-company") == ""
    write_event(root, "The Company of Rowe came [@zenodora, para. 2].")
    assert row_of(root, "people-marlow") == ""
    assert row_of(root, "groups-company") == "Appears in A title."


def test_a_name_that_all_entries_have_lists_none(tmp_path: Path) -> None:
    """It says so in words."""
    root = copy_example(tmp_path / "root")
    write_names(root, MARLOW)
    for file in (root / "events").glob("[!_]*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("---\n\n", "---\n\nMarlow [@pilot-book]. ", 1))
    assert row_of(root, "people-marlow") == "Appears in all 11 entries."


def test_a_name_in_a_title_alone_appears(tmp_path: Path) -> None:
    """As it does in `people` alone, and as the voice of a citation."""
    root = copy_example(tmp_path / "root")
    write_names(root, f'{MARLOW}\nvoices = ["the old hand"]')
    write_event(root, "It was so [@pilot-book].", name="1400-a", date="1400")
    file = root / "events" / "1400-a.md"
    text = file.read_text(encoding="utf-8")
    for old, new, row in (
        ("A title", "Marlow comes", "Appears in Marlow comes."),
        ("kind:", "people: Ann Marlow\nkind:", "Appears in A title."),
        (
            "[@pi",
            "[the old hand, in @pi",
            "Appears in A title. Cited as speaker in A title.",
        ),
    ):
        file.write_text(text.replace(old, new), encoding="utf-8")
        assert row_of(root, "people-marlow") == row
