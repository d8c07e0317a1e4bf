"""Reads a TOML file, keeping the line of every key."""

import re
import tomllib
from pathlib import Path

from chronology.problems import Position, Problems, find_position
from chronology.syntax.frontmatter import Place, Record, read_text

_HEADER = re.compile(r"\s*\[(?P<many>\[)?\s*(?P<name>[^\[\]]+?)\s*\]")
_KEY = re.compile(
    r"\s*(?P<name>(?:[\w-]+|\"[^\"]*\")(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"))*)\s*="
)


def read_toml(file: Path, path: str, problems: Problems) -> Record | None:
    """Return the file's tables, or None after noting why they cannot be read."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, where = str(error).rpartition(" (at ")
        numbers = [int(number) for number in re.findall(r"\d+", where)]
        at = Position(*numbers) if numbers else find_position(text, len(text))
        problems.add(path, f"not readable as TOML: {said[:1].lower()}{said[1:]}", at)
        return None
    places = _find_keys(text)
    return Record(path, problems, tables, places, places)


def _find_keys(text: str) -> dict[Place, Position]:
    """Return where each table and key stands; what stands within a value has its key's place."""
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
    return places


def _names(dotted: str) -> Place:
    return tuple(part.strip().strip('"') for part in dotted.split("."))
