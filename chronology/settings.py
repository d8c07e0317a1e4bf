"""Reads the settings of a chronology: `[tool.chronology]` of pyproject.toml."""

from dataclasses import replace
from pathlib import Path

from chronology.formreading import read_form
from chronology.forms import Settings
from chronology.frontmatter import Record
from chronology.problems import Problems
from chronology.tomlfile import read_toml

FILE = "pyproject.toml"
_TABLE = ("tool", "chronology")


def read_settings(root: Path, problems: Problems) -> tuple[Settings, Record] | None:
    """Return the settings and where they stand, or None after noting what is wrong."""
    if not (root / FILE).exists():
        problems.add(FILE, "is missing; it holds the settings in [tool.chronology]")
        return None
    record = read_toml(root / FILE, FILE, problems)
    if record is None:
        return None
    match record.fields:
        case {"tool": {"chronology": dict(table)}}:
            at = {place[2:]: at for place, at in record.values.items() if place[:2] == _TABLE}
            record = replace(record, fields=table, values=at, names=at)
            settings = read_form(Settings, record)
            return (settings, record) if settings else None
    record.fault("must hold the settings in a table [tool.chronology]")
    return None
