"""Annotations: under GitHub Actions every fault is shown at its line as well."""

from pathlib import Path

import pytest

from chronology.commands.cli import main
from tests.commands.running import BUILD, run
from tests.examples import copy_example, write_event

FOLDER = "50% oil, 1: fire"
"""Has every sign that the commands of GitHub take for their own."""
ESCAPED = "50%25 oil%2C 1%3A fire"

REPORT = """\
events/1302-a-title.md:6:1: unknown field 'plcae'. Did you mean 'place'?
events/1302-a-title.md:9:1: text without citation: 'Nobody says so.'; write [@id, para. 3], \
[@id, paras. 2, 5-7] or [Voice, in @id, para. 3]
seeds/pilot-book.md:3:6: 'URL' has a space; write %20 for it
3 problems; nothing was written
"""
ANNOTATIONS = """\
::error file={0}events/1302-a-title.md,line=6,col=1::unknown field 'plcae'. Did you mean 'place'?
::error file={0}events/1302-a-title.md,line=9,col=1::text without citation: 'Nobody says so.'; \
write [@id, para. 3], [@id, paras. 2, 5-7] or [Voice, in @id, para. 3]
::error file={0}seeds/pilot-book.md,line=3,col=6::'URL' has a space; write %2520 for it
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example with faults, in a folder whose name has to be escaped."""
    folder = copy_example(tmp_path / FOLDER)
    write_event(folder, "Nobody says so.", fields="plcae: keth\n")
    (folder / "seeds" / "pilot-book.md").write_text(
        "---\ntype: book\nURL: https://pilot.example/a b\nseen: extract\n---\n"
    )
    return folder


# where the workflow works | --root | what stands before each path
PLACES = [
    (".", FOLDER, f"{ESCAPED}/"),
    (FOLDER, ".", ""),
    (f"{FOLDER}/articles", "..", "../"),
    ("elsewhere", f"../{FOLDER}", f"../{ESCAPED}/"),
]


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(("here", "named", "before"), PLACES)
def test_every_fault_is_shown_at_its_line(
    command: str,
    here: str,
    named: str,
    before: str,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each file is named from the folder that the workflow works in; standard error stays."""
    (root.parent / "elsewhere").mkdir()
    monkeypatch.chdir(root.parent / here)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main([command, "--root", named]) == 1
    assert capsys.readouterr() == (ANNOTATIONS.format(before), REPORT)


def test_a_folder_named_from_the_top_is_shown_from_here(root: Path) -> None:
    """GitHub knows only the paths of the repository."""
    variables = {"GITHUB_ACTIONS": "true", "PYTHONUTF8": "1"}
    done = run(BUILD, "check", "--root", root, cwd=root, variables=variables)
    assert done == (1, ANNOTATIONS.format(""), REPORT)


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_nothing_is_annotated(
    value: str,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The variable is 'true' where GitHub runs the command."""
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr() == ("", REPORT)


def test_where_there_is_no_fault_nothing_is_annotated(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Wrong use is no fault of a file."""
    root = copy_example(tmp_path / "root")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr() == ("no problems\n", "")
    assert main(["check", "--root", str(root / "none")]) == 2
    said = f"chronology: --root: {root / 'none'} is not a folder\n"
    assert capsys.readouterr() == ("", said)
