"""The example, copies of it, and what a folder holds."""

import re
import shutil
from pathlib import Path

TESTS = Path(__file__).resolve().parent
REPOSITORY = TESTS.parent
EXAMPLE = TESTS / "example"
GOLDEN = TESTS / "golden"
BROKEN = TESTS / "broken"

INLINE = re.compile(rb"(<(?:style|script)>)(.*?)(</(?:style|script)>)", re.DOTALL)
"""A style or a script within a page, which stands there without attributes."""

NOT_LAID = {"DELETE", "report.txt"}
"""Files of a broken example that say something about it."""
BROKEN_FILE = ".broken"
"""The ending of a file that, under its real name, would stop every tool that reads it here."""


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


def read_site(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path; of pages without the code within them.

    The page's policy has its hash, so that a change of style is one line of a page.
    """
    return {
        path: INLINE.sub(rb"\1\3", content)
        for path, content in read_folder(site).items()
    }


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder by its path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def touched(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the identity of every file in the folder, and when it was last written."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    states = {file.relative_to(folder).as_posix(): file.stat() for file in files}
    return {path: (state.st_ino, state.st_mtime_ns) for path, state in states.items()}


def write_event(
    root: Path,
    *passages: str,
    name: str = "1302-a-title",
    date: str = "1302",
    fields: str = "",
) -> None:
    """Put an event of these passages, each on two lines, into a copy of the example.

    It was added on the first day of 2026.
    """
    front = f"title: A title\ndate: {date}\nkind: loss\nadded: 2026-01-01\n{fields}"
    text = f"---\n{front}---\n\n" + "\n\n".join(passages) + "\n"
    (root / "events" / f"{name}.md").write_text(text, encoding="utf-8")


def write_names(root: Path, *tables: str) -> None:
    """Add tables to the registry of names in a copy of the example."""
    with (root / "events" / "_names.toml").open("a", encoding="utf-8") as registry:
        registry.writelines(f"\n{table}\n" for table in tables)
