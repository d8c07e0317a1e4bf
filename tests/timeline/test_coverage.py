"""How well it is covered: on how many voices an entry rests, and on which outlets."""
# ruff: noqa: E501 - a row of a table stands on one line

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


GAZETTE = "The Harbour Gazette &amp; Mariner’s Friend"
PILOT_BOOK = "Pilot Book of the Western Rocks"
COURIER = "Keth Courier &lt;evening&gt;"
LAILA = "البحر &amp; &lt;الضوء&gt;"
# how many more citations of one outlet | the shares of all
SHARES = [
    (0, f"{GAZETTE} 13, 38 | {PILOT_BOOK} 7, 21 | Zenodora 6, 18 | {LAILA} 5, 15 | {COURIER} 3, 9"),
    (7, f"{GAZETTE} 13, 32 | Zenodora 13, 32 | {PILOT_BOOK} 7, 17 | {LAILA} 5, 12 | {COURIER} 3, 7"),
    (266, f"Zenodora 272, 91 | {GAZETTE} 13, 4 | {PILOT_BOOK} 7, 2 | {LAILA} 5, 2 | {COURIER} 3, 1"),
    (267, f"Zenodora 273, 91 | {GAZETTE} 13, 4 | {PILOT_BOOK} 7, 2 | {LAILA} 5, 2 | {COURIER} 3, under 1"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "shares"), SHARES, ids=["0", "7", "266", "267"])
def test_the_share_of_each_outlet(more: int, shares: str, tmp_path: Path) -> None:
    """The largest first, those that are as large by name."""
    root = copy_example(tmp_path / "root")
    if more:
        write_event(root, *["It was so [@zenodora, para. 2]."] * more)
    page = make_site(Request(root))["method.html"].decode()
    told = re.findall(r"<dt>([^<]*)</dt><dd>(\d+) citations, ([^<]*)%</dd>", page)
    assert (
        " | ".join(f"{name} {count}, {share}" for name, count, share in told) == shares
    )
