"""The page of a source: what rests on each of its paragraphs, and whose word it passes on."""

import re
from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event, write_names


def page_of(root: Path, source: str) -> str:
    """Return the page of a source."""
    return make_site(Request(root))[f"sources/{source}.html"].decode()


def resting_on(page: str, paragraph: int) -> str:
    """Return what is listed under a paragraph of the source."""
    found = re.search(rf'<section id="p{paragraph}">.*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_passage_stands_once_under_a_paragraph(tmp_path: Path) -> None:
    """However many of its citations name the paragraph."""
    root = copy_example(tmp_path / "root")
    places = "[@zenodora, para. 2; the keeper, in @zenodora, paras. 2-3]"
    write_event(root, f"A boat came {places}.", f"A boat went {places}.")
    page = page_of(root, "zenodora")
    for paragraph in (2, 3):
        listed = re.findall("A boat (came|went)", resting_on(page, paragraph))
        assert listed == ["came", "went"]
    assert "A boat" not in resting_on(page, 4)


def test_voices_are_sorted_whatever_their_letter_case(tmp_path: Path) -> None:
    """Where only that differs, capital letters come first."""
    root = copy_example(tmp_path / "root")
    about = 'about = "They fish [@zenodora, para. 2]."'
    known = [f"{a} fisherman of {place}" for place in "FEDCBA" for a in ("a", "A")]
    write_names(
        root, f'[people.fishermen]\nname = "Fishermen"\n{about}\nvoices = {known}'
    )
    voices = (*known, "the keeper", "the Board", "The Board")
    write_event(
        root, *(f"It was so [{voice}, in @zenodora, para. 2]." for voice in voices)
    )
    told = re.search(
        "<dt>Voices it passes on</dt><dd>(.*?)</dd>", page_of(root, "zenodora")
    )
    assert told
    assert told[1].split(", ") == [
        *(f"{a} fisherman of {place}" for place in "ABCDEF" for a in ("A", "a")),
        *("The Board", "the Board", "the keeper"),
    ]
