"""Runs a command, in a process of its own or in this one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from chronology.commands.cli import main
from tests.examples import REPOSITORY

BUILD = REPOSITORY / "build.py"


def run(
    *words: str | Path,
    cwd: Path = REPOSITORY,
    flags: Sequence[str] = (),
    variables: Mapping[str, str] | None = None,
) -> tuple[int, str, str]:
    """Run a program of Python's; return its exit status and what it says on either stream."""
    command = [sys.executable, *flags, *map(str, words)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """Return the message with which a wrong use ends; the exit status is 2."""
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:  # The parser of arguments ends so.
        status = int(end.code or 0)
    assert status == 2
    printed, message = capsys.readouterr()
    assert printed == ""
    return re.sub(
        r"(?s)^(usage: .*\n)?chronology( \w+)?:( error:)? ", "", message
    ).rstrip("\n")


def copy_engine(folder: Path) -> Path:
    """Return the build.py of a copy of the engine, which has no environment of its own."""
    for name in ("chronology", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return Path(shutil.copy(BUILD, folder))
