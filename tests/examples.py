"""The example, copies of it, and what a folder holds."""

import shutil
from pathlib import Path

TESTS = Path(__file__).resolve().parent
REPOSITORY = TESTS.parent
EXAMPLE = TESTS / "example"
GOLDEN = TESTS / "golden"
BROKEN = TESTS / "broken"

NOT_LAID = {"DELETE", "report.txt"}
"""Files of a broken example that say something about it."""
BROKEN_FILE = ".broken"
"""Ends the name of a file that, under its own, would stop every tool that reads it here."""


def copy_example(folder: Path) -> Path:
    """Return the folder, which holds a copy of the example now."""
    shutil.copytree(EXAMPLE, folder)
    return folder


def lay_over(root: Path, fault: Path) -> None:
    """Delete what the fault's `DELETE` names, then put its files in their places."""
    deletions = fault / "DELETE"
    for pattern in deletions.read_text().split() if deletions.is_file() else ():
        for path in sorted(root.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file in sorted(fault.rglob("*")):
        path = root / str(file.relative_to(fault)).removesuffix(BROKEN_FILE)
        if file.is_file() and path.name not in NOT_LAID:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, path)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder by its path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def touched(folder: Path) -> dict[str, tuple[int, int]]:
    """Return of every file of the folder which one it is, and when it was last written."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    states = {file.relative_to(folder).as_posix(): file.stat() for file in files}
    return {path: (state.st_ino, state.st_mtime_ns) for path, state in states.items()}
