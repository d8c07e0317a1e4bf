"""Reads `[tool.chronology]` of pyproject.toml, keeping the line of every key."""

import re
import tomllib
from pathlib import Path

from chronology.formreading import read_form
from chronology.forms import Settings
from chronology.frontmatter import Place, Record, read_text
from chronology.problems import Position, Problems, find_position

FILE = "pyproject.toml"
_TABLE = ("tool", "chronology")
_HEADER = re.compile(r"\s*\[(?P<many>\[)?\s*(?P<name>[^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*(?P<name>(?:[\w-]+|\"[^\"]*\")(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"))*)\s*=")


def read_settings(root: Path, problems: Problems) -> tuple[Settings, Record] | None:
    """Return the settings and where they stand, or None after noting what is wrong."""
    text = read_text(root / FILE, FILE, problems)
    if text is None:
        return None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
        spot = Position(int(at[1]), int(at[2])) if at and at[1] else find_position(text, len(text))
        message = str(error)[: at.start()] if at else str(error)
        problems.add(FILE, f"not readable as TOML: {message[0].lower()}{message[1:]}", spot)
        return None
    tool = tables.get("tool")
    table = tool.get("chronology") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        problems.add(FILE, "must hold the settings in a table [tool.chronology]")
        return None
    places = _find_keys(text)
    record = Record(FILE, problems, table, places, places)
    settings = read_form(Settings, record)
    return (settings, record) if settings else None


def _find_keys(text: str) -> dict[Place, Position]:
    """Return where each table and key of the settings stands; tomllib does not tell."""
    places: dict[Place, Position] = {}
    table: Place = ()
    for number, line in enumerate(text.split("\n"), 1):
        if match := _HEADER.match(line):
            table = _names(match["name"])
            if match["many"]:
                table = (*table, sum(1 for place in places if place[:-1] == table))
            places[table] = Position(number, match.start("name") + 1)
        elif match := _KEY.match(line):
            place = (*table, *_names(match["name"]))
            places.setdefault(place, Position(number, match.start("name") + 1))
    return {place[2:]: at for place, at in places.items() if place[:2] == _TABLE}


def _names(dotted: str) -> Place:
    return tuple(part.strip().strip('"') for part in dotted.split("."))
