"""build.py: it needs its packages, and finds the Python that has them."""

import re
import sys
from pathlib import Path

from tests.commands.running import copy_engine, run
from tests.examples import EXAMPLE


def test_a_missing_package_is_told_in_a_line(tmp_path: Path) -> None:
    """Exit status 2; what to do is said."""
    build = copy_engine(tmp_path)
    status, words, errors = run(
        build, "check", "--root", EXAMPLE, flags=["-S"], variables={"PYTHONPATH": ""}
    )
    assert (status, words) == (2, "")
    cure = "run make, or python -m pip install -r requirements.txt"
    told = rf"build\.py: the package '[\w-]+' is missing: {re.escape(cure)}\n"
    assert re.fullmatch(told, errors)


def test_a_missing_package_is_no_matter_once_make_has_run(tmp_path: Path) -> None:
    """Whatever Python runs build.py, the prepared one does the work."""
    build = copy_engine(tmp_path)
    prepared = tmp_path / ".venv" / "bin" / "python"
    prepared.parent.mkdir(parents=True)
    prepared.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    prepared.chmod(0o755)
    said = run(
        build, "check", "--root", EXAMPLE, flags=["-S"], variables={"PYTHONPATH": ""}
    )
    assert said == (0, "no problems\n", "")
