"""`new`: a draft that lacks only its text, or a refusal that writes nothing."""
# ruff: noqa: E501 - a row of a table stands on one line

from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.problems import Problems
from chronology.timeline.reading import read_chronology
from tests.commands.running import refused
from tests.examples import copy_example, touched

NEW = [
    ("A plain title", "2004", "2004-a-plain-title"),
    ("A title: with a colon", "2004-05", "2004-05-a-title-with-a-colon"),
    ("Ends with a colon:", "2004-05-06", "2004-05-06-ends-with-a-colon"),
    ('A "quoted" title', "spring 2004", "2004-a-quoted-title"),
    ('"All of it"', "2004", "2004-all-of-it"),
    ("The keeper's # 2 lamp", "by 2004-05", "2004-05-the-keepers-2-lamp"),
    ("1911 and after", "2004", "2004-1911-and-after"),
    ("12 lamps", "2004-05", "2004-05-event-12-lamps"),
    ("12 lamps", "2004-05-06", "2004-05-06-12-lamps"),
    ("@at & <b>", "2004", "2004-at-b"),
    ("- a dash", "2004", "2004-a-dash"),
    ("{{ x }} {% y %}", "2004", "2004-x-y"),
    ("back\\slash", "2004", "2004-back-slash"),
    ("\\ begins it", "2004", "2004-begins-it"),
    ("'", "2004", "2004-event"),
    ("null", "2004", "2004-null"),
    ("~", "2004", "2004-event"),
    ("منارة", "2004", "2004-event"),
    ("Café 🕯️", "2004", "2004-cafe"),
    ("  two \n lines ", "2004", "2004-two-lines"),
    ("Before year 1", "between 31 BCE and 27 BCE", "bce-0031-before-year-1"),
    ("Winter", "winter 0078", "0078-winter"),
    ("Open", "../1850", "1850-open"),
]


@pytest.mark.parametrize(
    ("title", "date", "name"), NEW, ids=[f"{t} {d}" for t, d, _ in NEW]
)
def test_new_makes_a_draft_that_lacks_only_its_text(
    title: str, date: str, name: str, tmp_path: Path
) -> None:
    """The title is read as it was typed."""
    root = copy_example(tmp_path / "root")
    assert (
        main(["new", title, "--date", date, "--kind", "loss", "--root", str(root)]) == 0
    )
    problems = Problems()
    read_chronology(root, problems, drafts=True)
    (missing,) = problems
    assert missing.path == f"events/{name}.md"
    assert missing.message.startswith("the text is missing; ")
    with (root / missing.path).open("a", encoding="utf-8") as file:
        file.write("It is so [@pilot-book].\n")
    problems = Problems()
    chronology = read_chronology(root, problems, drafts=True)
    assert problems == []
    (event,) = [event for event in chronology.events if event.id == name]
    typed = " ".join(title.split())
    plain = event.fields.title.replace("“", '"').replace("”", '"').replace("’", "'")
    assert (plain, event.is_draft, event.fields.kind) == (typed, True, "loss")


REFUSED = [
    (["A title", "--date", "July 2004", "--kind", "loss"], "'July 2004' has its month in words: write 2004-07"),
    (["A title", "--date", "2004-13", "--kind", "loss"], "'2004-13' has no month: there is no 13, only 01 to 12"),
    (["A title", "--date", "2004", "--kind", "los"], "unknown kind 'los'. Did you mean 'loss'?"),
    (["A title", "--date", "2004", "--kind", "x"], "unknown kind 'x'. The settings have 'building', 'loss' or 'case'."),
    ([" ", "--date", "2004", "--kind", "loss"], "'title' is blank; fill it in or delete it"),
    ([" ", "--date", "July 2004", "--kind", "los"], "'title' is blank; fill it in or delete it\n'July 2004' has its month in words: write 2004-07\nunknown kind 'los'. Did you mean 'loss'?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"), REFUSED, ids=lambda value: str(value)[:40]
)
def test_new_refuses(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    root = copy_example(tmp_path / "root")
    before = touched(root)
    assert refused(capsys, "new", *words, "--root", root) == message
    assert touched(root) == before


def test_new_never_writes_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands there stays."""
    root = copy_example(tmp_path / "root")
    before = touched(root)
    words = (
        "new",
        "Fog comes in",
        "--date",
        "1911-02-28",
        "--kind",
        "loss",
        "--root",
        root,
    )
    message = refused(capsys, *words)
    assert (
        message == f"{root / 'events' / '1911-02-28-fog-comes-in.md'} is there already"
    )
    assert touched(root) == before
