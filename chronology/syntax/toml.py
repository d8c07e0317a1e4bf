"""Reads a TOML file, with the position of every key."""

import re
import tomllib
from pathlib import Path

from chronology.problems import Position, Problems, find_position
from chronology.syntax.records import KeyPath, Record
from chronology.syntax.textfiles import read_text

_HEADER = re.compile(r"\s*\[(?P<many>\[)?\s*(?P<name>[^\[\]]+?)\s*\]")
_KEY = re.compile(
    r"""
    \s*
    (?P<name>
        (?: [\w-]+ | "[^"]*" )
        (?: \s*\.\s* (?: [\w-]+ | "[^"]*" ) )*
    )
    \s*=
    """,
    re.VERBOSE,
)


def read_toml(file: Path, path: str, problems: Problems) -> Record | None:
    """Return the file's tables, or None after noting why they cannot be read."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        position, message = _explain(error, text)
        problems.add(path, message, position)
        return None
    positions = _find_keys(text)
    return Record(
        path=path,
        problems=problems,
        typed=tables,
        positions=positions,
        name_positions=positions,
    )


def _explain(error: tomllib.TOMLDecodeError, text: str) -> tuple[Position, str]:
    """Return where the text stops being TOML, and why."""
    said, _, where = str(error).rpartition(" (at ")
    message = f"not readable as TOML: {said[:1].lower()}{said[1:]}"
    numbers = [int(number) for number in re.findall(r"\d+", where)]
    if not numbers:
        return find_position(text, len(text)), message
    return Position(*numbers), message


def _find_keys(text: str) -> dict[KeyPath, Position]:
    """Return where each table and key stands.

    A value within another has no position of its own; its key's position is used.
    """
    positions: dict[KeyPath, Position] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header:
            table = _split_name(header["name"])
            if header["many"]:
                table = (*table, _count_inside(table, positions))
            positions[table] = Position(number, header.start("name") + 1)
        elif key:
            path = (*table, *_split_name(key["name"]))
            positions.setdefault(path, Position(number, key.start("name") + 1))
    return positions


def _split_name(dotted: str) -> KeyPath:
    return tuple(part.strip().strip('"') for part in dotted.split("."))


def _count_inside(table: KeyPath, positions: dict[KeyPath, Position]) -> int:
    return sum(1 for path in positions if path[:-1] == table)
