"""How well it is covered: on how many voices an entry rests, and on which outlets."""

import re
from pathlib import Path

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event

# what an entry cites | on how many voices it rests
RESTS_ON = [
    (
        "[the Board, in @gazette-1911, para. 2; the Board, in @zenodora, para. 2]",
        "1 voice",
    ),
    ("[@gazette-1911, para. 2; @zenodora, para. 2]", "2 voices"),
    ("[@gazette-1911, paras. 2-3; @gazette-1911, para. 4]", "1 voice"),
    ("[@gazette-1911, para. 2; the Board, in @gazette-1911, para. 2]", "2 voices"),
    (
        "[the keeper, in @zenodora, para. 2; the Board, in @zenodora, para. 2]",
        "2 voices",
    ),
]


def counts(root: Path) -> dict[str, int]:
    """Return how many entries rest on each number of voices, as the page of the method tells."""
    page = make_site(Request(root))["method.html"].decode()
    told = re.findall(r"<dt>(\d+ voices?)</dt><dd>(\d+) (?:entry|entries)</dd>", page)
    return {voices: int(entries) for voices, entries in told}


@pytest.mark.parametrize(("citations", "voices"), RESTS_ON)
def test_an_entry_rests_on(citations: str, voices: str, tmp_path: Path) -> None:
    """A voice that two outlets pass on is one; what an outlet says itself is another."""
    root = copy_example(tmp_path / "root")
    before = counts(root)
    write_event(root, f"It was so {citations}.")
    assert counts(root) == before | {voices: before[voices] + 1}
    page = make_site(Request(root))["method.html"].decode()
    assert ('<li><a href="events/1302-a-title.html">' in page) == (voices == "1 voice")
