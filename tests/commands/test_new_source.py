"""`new-source`: a record that lacks only what the source itself says, or a refusal."""

import re
from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.content.slips import SlipFields
from chronology.content.source import SourceFields
from tests.commands.running import refused
from tests.examples import copy_example, touched, write_event

ID = "harbour-times-1987"
OPTIONAL = [
    "container-title-short",
    "author",
    "issued",
    "language",
    "URL",
    "copy",
    "archived",
    "outlet",
    "slips",
]
"""What a record of a whole article may have beside what it needs."""


def make(root: Path) -> Path:
    """Make the record of a new source, and return it."""
    assert main(["new-source", ID, "--root", str(root)]) == 0
    return root / "seeds" / f"{ID}.md"


def uncomment(text: str, *names: str) -> str:
    """Return the record with these fields, each with all its lines, as its comments advise."""
    for name in names:
        commented = re.compile(rf"(?m)^# {name}:.*(?:\n#   .*)*")
        (lines,) = commented.findall(text)
        text = text.replace(lines, re.sub("(?m)^# ", "", lines))
    return text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example."""
    return copy_example(tmp_path / "root")


def test_it_makes_a_record_and_says_how_to_cite_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is touched."""
    before = touched(root)
    file = make(root)
    assert capsys.readouterr() == (
        f"{file}: fill in its fields, and cite it from an entry as [@{ID}, para. 1]\n",
        "",
    )
    assert touched(root).keys() - before.keys() == {f"seeds/{ID}.md"}
    assert before.items() < touched(root).items()


def test_it_makes_the_folder_too(root: Path) -> None:
    """A new chronology has none."""
    (root / "seeds").rename(root / "were-seeds")
    assert make(root).is_file()


def test_it_explains_every_field(root: Path) -> None:
    """Those of a slip too."""
    text = make(root).read_text(encoding="utf-8")
    known = {
        field.alias or name
        for fields in (SourceFields, SlipFields)
        for name, field in fields.model_fields.items()
    }
    assert {name for name in known if f"{name}:" not in text} == set()


@pytest.mark.parametrize("name", [None, *OPTIONAL, "all of them"])
def test_once_cited_it_passes_check(
    name: str | None, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is made, with each optional field, and with all of them."""
    write_event(root, f"It was so [@{ID}, paras. 1, 3].")
    file = make(root)
    made = file.read_text(encoding="utf-8")
    names = OPTIONAL if name == "all of them" else [name] if name else []
    file.write_text(uncomment(made, *names), encoding="utf-8")
    capsys.readouterr()
    status = main(["check", "--root", str(root)])
    assert (status, *capsys.readouterr()) == (0, "no problems\n", "")


def test_an_extract_passes_check(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has no document and no paragraphs, and is cited as a whole."""
    write_event(root, f"It was so [@{ID}].")
    file = make(root)
    text = uncomment(file.read_text(encoding="utf-8"), "seen")
    text = re.sub("(?m)^(document|paragraphs): .*\n", "", text)
    file.write_text(text, encoding="utf-8")
    capsys.readouterr()
    status = main(["check", "--root", str(root)])
    assert (status, *capsys.readouterr()) == (0, "no problems\n", "")


# what was typed | what would be right
NO_IDS = [
    ("Harbour Times 1987", "harbour-times-1987"),
    ("harbour_times", "harbour-times"),
    ("harbour--times", "harbour-times"),
    ("harbour-times-", "harbour-times"),
    ("harbour.md", "harbour-md"),
    ("../harbour", "harbour"),
    ("Café", "cafe"),
    ("منارة", "evening-post-1998"),
    ("", "evening-post-1998"),
]


@pytest.mark.parametrize(("typed", "right"), NO_IDS)
def test_an_id_is_the_name_of_a_file(
    typed: str, right: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The right one is told; nothing is written."""
    before = touched(root.parent)
    said = f"an id is of a-z, 0-9 and -, as in {right}, not '{typed}'"
    assert refused(capsys, "new-source", typed, "--root", root) == said
    assert touched(root.parent) == before


def test_it_never_writes_over_a_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands there stays."""
    before = touched(root)
    said = f"{root / 'seeds' / 'zenodora.md'} is there already"
    assert refused(capsys, "new-source", "zenodora", "--root", root) == said
    assert touched(root) == before
