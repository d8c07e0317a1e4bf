"""The folders and files of a chronology: what each is called, and which of them are read."""

import re
from pathlib import Path

from chronology.problems import Problems

SETTINGS = "pyproject.toml"
EVENTS = "events"
SEEDS = "seeds"
TEMPLATES = "templates"
SITE = "site"

REGISTRY = "_names.toml"
"""The registry of names, which stands in events/."""
REGISTRY_PATH = f"{EVENTS}/{REGISTRY}"
TEXTS = ("_introduction.md", "_afterword.md", "_method.md")
"""The texts in events/ that are not entries."""

RECORD = ".md"
LEDGER = ".quotes"
"""The ending of a ledger's name; a ledger stands beside the record of its source."""

DATE_PREFIX = re.compile(
    r"""
    (?P<bce>bce-)?
    (?P<year>\d{4})
    (?:-(?P<month>0[1-9]|1[0-2])
      (?:-(?P<day>0[1-9]|[12]\d|3[01]))?
    )?
    (?=-[a-z0-9])
    """,
    re.VERBOSE,
)
"""The date with which the file name of an event begins."""

_NO_SEED = "holds neither a record (.md) nor a ledger (.quotes); an article's text stays elsewhere"


def list_folder(folder: Path, problems: Problems) -> list[Path]:
    """Return the files of the folder, sorted, without hidden files.

    It is noted if the folder is missing or is a file.
    """
    if folder.is_dir():
        files = [file for file in folder.iterdir() if not file.name.startswith(".")]
        return sorted(files)
    if folder.exists():
        problems.add(folder.name, "must be a folder")
    else:
        problems.add(folder.name, f"is missing; make the folder {folder.name}/")
    return []


def list_records(root: Path, problems: Problems) -> list[Path]:
    """Return the records of sources; any other file but their ledgers is noted."""
    files = list_folder(root / SEEDS, problems)
    records = [file for file in files if file.suffix == RECORD]
    for file in files:
        if file.suffix == RECORD or file.with_suffix(RECORD) in records:
            continue
        if file.suffix == LEDGER:
            lacking = f"is the ledger of no source: there is no {file.stem}{RECORD}"
        else:
            lacking = _NO_SEED
        problems.add(f"{SEEDS}/{file.name}", lacking)
    return records


def ledger_path(record_path: str) -> str:
    """Return the path of the ledger that belongs to a record."""
    return record_path.removesuffix(RECORD) + LEDGER
