"""Exit statuses and messages: 0 is done, 1 has faults to tell, 2 is wrong use."""

import re
from pathlib import Path

import pytest

from tests.commands.running import BUILD, refused, run
from tests.examples import BROKEN, EXAMPLE, copy_example, lay_over


def test_done() -> None:
    """Exit status 0."""
    done = (0, "no problems\n", "")
    assert run(BUILD, "check", "--root", EXAMPLE) == done
    assert run(BUILD, "--root", EXAMPLE, "check") == done
    assert run(BUILD, f"--root={EXAMPLE}", "check") == done
    status, words, errors = run(BUILD, "--help")
    assert (status, errors) == (0, "")
    for command in ("build", "check", "serve", "new", "new-source", "seal"):
        assert re.search(rf"\n    {command}\s+[A-Z]", words), command


def test_faults(tmp_path: Path) -> None:
    """Exit status 1, the report on standard error, readable on any terminal."""
    root = copy_example(tmp_path / "root")
    lay_over(root, BROKEN / "several-at-once")
    report = (BROKEN / "several-at-once" / "report.txt").read_text(encoding="utf-8")
    assert run(BUILD, "--root", root, variables={"PYTHONUTF8": "1"}) == (1, "", report)
    assert not (root / "site").exists()
    plain = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "",
    }
    status, words, errors = run(BUILD, "check", "--root", root, variables=plain)
    assert (status, words) == (1, "")
    assert errors == report.encode("ascii", "backslashreplace").decode()


WRONG = [
    (["--no-such-option"], "unrecognized arguments: --no-such-option"),
    (["check", "bild"], "unrecognized arguments: bild"),
    (["check", "--site", "x"], "unrecognized arguments: --site x"),
    (["--root", "no/such/folder"], "--root: no/such/folder is not a folder"),
    (["--url", "light.example"], "--url must begin with https://, not 'light.example'"),
    (["--url", "httpfoo"], "--url must begin with https://, not 'httpfoo'"),
    (["new", "A title"], "the following arguments are required: --date, --kind"),
    (["serve", "--port", "x"], "argument --port: invalid int value: 'x'"),
]


@pytest.mark.parametrize(("words", "message"), WRONG, ids=str)
def test_wrong_use(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    """Exit status 2, and one line that says why."""
    assert refused(capsys, *words) == message


def test_a_command_that_is_none_is_wrong_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The commands are told; versions of Python put them in words of their own."""
    message = refused(capsys, "bild")
    assert "invalid choice: 'bild'" in message
    assert "build" in message
