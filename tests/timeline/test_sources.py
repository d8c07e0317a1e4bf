"""The page of a source: what rests on each of its paragraphs, and whose word it passes on."""
# ruff: noqa: E501 - a row of a table stands on one line

import re
import shutil
from pathlib import Path

import pytest

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


def test_a_period_without_entries_has_no_place_to_link_to(tmp_path: Path) -> None:
    """What it says is listed all the same; the link leads to the index alone."""
    root = copy_example(tmp_path / "root")
    with (root / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            '[[tool.chronology.periods]]\nname = "Nothing"\nfrom = "1400"\nto = "1401"\n'
            'about = "Nobody came [@zenodora, para. 2]."\n'
        )
    listed = resting_on(page_of(root, "zenodora"), 2)
    assert '<a href="../index.html">Nothing</a>' in listed
    assert '<a href="../index.html#period-wood-pitch">Wood &amp; pitch</a>' in listed


EXTRACTS = {"one-page", "another-page"}
# the sources | what the page of all tells
SEEN = [
    (["a-book", "one-page"], "We read 1 of 2 sources in full and cite them by paragraph. We saw only an extract of 1, so we cite it without paragraphs and never quote it."),
    (["another-page", "one-page"], "We read 0 of 2 sources in full and cite them by paragraph. We saw only extracts of 2, so we cite them without paragraphs and never quote them."),
    (["a-book", "a-paper"], ""),
    (["a-book", "a-paper", "one-page"], "We read 2 of 3 sources in full and cite them by paragraph. We saw only an extract of 1, so we cite it without paragraphs and never quote it."),
]  # fmt: skip


@pytest.mark.parametrize(("sources", "words"), SEEN, ids=lambda value: str(value)[:30])
def test_how_many_sources_there_are(
    sources: list[str], words: str, tmp_path: Path
) -> None:
    """In words that go with the number; nothing is told where each was seen as a whole."""
    root = copy_example(tmp_path / "root")
    for folder in ("events", "seeds"):
        shutil.rmtree(root / folder)
        (root / folder).mkdir()
    settings = root / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^about = .*\n", "", text), encoding="utf-8")
    whole = "document: a.txt\nparagraphs: 1-9"
    for source in sources:
        seen = "seen: extract" if source in EXTRACTS else whole
        record = f"---\ntype: book\n{seen}\n---\n\nA book.\n"
        (root / "seeds" / f"{source}.md").write_text(record, encoding="utf-8")
    cited = [f"@{source}{', para. 2' * (source not in EXTRACTS)}" for source in sources]
    write_event(root, f"It was so [{'; '.join(cited)}].")
    page = make_site(Request(root))["sources/index.html"].decode()
    assert re.findall("<p>(We read .*)</p>", page) == ([words] if words else [])


def test_an_account_names_whose_word_the_paragraph_passes_on(tmp_path: Path) -> None:
    """Not whose word another paragraph of the same source passes on."""
    root = copy_example(tmp_path / "root")
    places = "[the keeper, in @zenodora, para. 2; the Board, in @zenodora, para. 3]"
    write_event(
        root,
        "A boat came [@pilot-book].",
        "## Accounts differ: whether it came",
        f"- A boat came late {places}.\n- A boat never came [@pilot-book].",
    )
    page = page_of(root, "zenodora")
    told = [
        re.findall("— (.*)", resting_on(page, number).split("A boat came late")[1])
        for number in (2, 3)
    ]
    assert told == [["the keeper"], ["the Board"]]
