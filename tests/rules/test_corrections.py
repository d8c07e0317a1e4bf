"""Corrections: not before the day on which the entry was added."""

from pathlib import Path

import pytest

from chronology.commands.cli import main
from tests.examples import copy_example, write_event

TEXT = "Oil came [@pilot-book]."
CORRECTED = "corrections:\n  - date: {}\n    note: A letter was missing.\n"
WITHDRAWN = "withdrawn:\n  date: {}\n  reason: It is not so.\n"


@pytest.mark.parametrize(
    ("fields", "column"),
    [(CORRECTED, 11), (WITHDRAWN, 9)],
    ids=["corrected", "withdrawn"],
)
def test_an_entry_may_change_on_the_day_it_was_added(
    fields: str, column: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day before is refused."""
    root = copy_example(tmp_path / "root")
    write_event(root, TEXT, fields=fields.format("2026-01-01"))
    assert main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr() == ("no problems\n", "")
    write_event(root, TEXT, fields=fields.format("2025-12-31"))
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().err == (
        f"events/1302-a-title.md:7:{column}: '2025-12-31' lies before the day the entry was"
        " added, 2026-01-01\n1 problem; nothing was written\n"
    )
