"""Reads the TOML files of a chronology, settings and names, keeping the line of every key."""

from dataclasses import replace
from pathlib import Path

from chronology.content.formreading import read_form
from chronology.content.forms import Settings
from chronology.problems import ContentError, Problems
from chronology.syntax.records import Record
from chronology.syntax.toml import read_toml

FILE = "pyproject.toml"
_TABLE = ("tool", "chronology")


def read_settings(root: Path, problems: Problems) -> tuple[Settings, Record]:
    """Return the settings and where they stand; ContentError where they cannot be read."""
    if not (root / FILE).exists():
        problems.add(FILE, "is missing; it holds the settings in [tool.chronology]")
    elif record := read_toml(root / FILE, FILE, problems):
        match record.typed:
            case {"tool": {"chronology": dict(table)}}:
                at = {
                    place[2:]: at
                    for place, at in record.positions.items()
                    if place[:2] == _TABLE
                }
                record = replace(record, typed=table, positions=at, name_positions=at)
                if settings := read_form(Settings, record):
                    return settings, record
            case _:
                record.fault("must hold the settings in a table [tool.chronology]")
    raise ContentError(problems)
