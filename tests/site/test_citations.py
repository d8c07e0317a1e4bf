"""Citations as pages show them: the outlet once, and each run of paragraphs."""

import re
from pathlib import Path

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event

# what is cited | what a reader sees
CITATIONS = [
    ("@zenodora, para. 2", "Zenodora ¶2"),
    ("@zenodora, paras. 2-4, 6", "Zenodora ¶2–4, ¶6"),
    ("@zenodora, para. 2; @zenodora, para. 4", "Zenodora ¶2, ¶4"),
    ("@zenodora, para. 2; the keeper, in @zenodora, para. 4", "Zenodora ¶2, ¶4"),
    (
        "the keeper, in @zenodora, para. 2; the Board, in @gazette-1911, para. 4",
        "Zenodora ¶2, Gazette &amp; Friend ¶4",
    ),
    (
        "@zenodora, para. 2; @gazette-1911, para. 4; @zenodora, para. 3",
        "Zenodora ¶2, Gazette &amp; Friend ¶4, Zenodora ¶3",
    ),
    ("@pilot-book", "Pilot Book of the Western Rocks (seen in extract)"),
    (
        "The Board, in @pilot-book; @zenodora, para. 2",
        "Pilot Book of the Western Rocks (seen in extract), Zenodora ¶2",
    ),
]


@pytest.mark.parametrize(("cited", "seen"), CITATIONS)
def test_a_reader_sees(cited: str, seen: str, tmp_path: Path) -> None:
    """A run of one outlet's citations names the outlet once."""
    root = copy_example(tmp_path / "root")
    write_event(root, f"It was so [{cited}].")
    page = make_site(Request(root))["events/1302-a-title.html"].decode()
    main = page.split("<main", 1)[1]
    found = re.findall("It was so.*?<cite[^>]*>(.*?)</cite>", main)
    assert re.sub("<[^>]+>", "", found[0]).replace("&nbsp;", " ") == seen


# a name of an outlet | whether it may be broken across lines
NAMES = [("An outlet of 24 letters.", False), ("An outlet of 25 letters..", True)]


@pytest.mark.parametrize(("name", "breaks"), NAMES)
def test_a_long_name_may_be_broken(name: str, breaks: bool, tmp_path: Path) -> None:
    """A short one stays on one line with its paragraph."""
    root = copy_example(tmp_path / "root")
    file = root / "seeds" / "zenodora.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("short: Zenodora", f"short: {name}"), encoding="utf-8")
    page = make_site(Request(root))["events/0078-the-earth-moves.html"].decode()
    (link,) = re.findall(f"<a [^>]*>{re.escape(name)} ¶6</a>", page)
    assert ("class=long" in link or 'class="long"' in link) == breaks
