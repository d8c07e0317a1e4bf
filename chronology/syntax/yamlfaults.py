"""Explains why front matter cannot be read as YAML, in an editor's words."""

import re
from typing import Any

import yaml

from chronology.problems import Position

TOO_DEEP = "lists and mappings stand too deep within each other"
BETWEEN_MARKS = "a value that {} must stand between quotation marks"
FIRST_LINE = 2
"""The line of the file on which the first field stands, after the fence."""

_OPENINGS = {'"': "quotation mark", "'": "quotation mark", "[": "list", "{": "mapping"}
_WITH_MEANING = {*"*&!@`%|>"}
"""Characters that mean something to YAML where a value begins."""
_MAY_BEGIN = re.compile(r"[^\s:]+:( |$)|[ #\-\]}]|$")
"""What may stand at the left margin: a field, a comment, an item, the end of a list."""


def find_mark(mark: Any) -> Position:
    """Return where a mark of YAML stands in the file."""
    return Position(mark.line + FIRST_LINE, mark.column + 1)


def split_line(lines: list[str], position: Position) -> tuple[str, str]:
    """Return the line of a position in two parts: before the position, and from there on."""
    index = position.line - FIRST_LINE
    line = "".join(lines[index : index + 1])
    return line[: position.column - 1], line[position.column - 1 :]


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Position, str]:
    """Return where the lines stop being YAML, and why; common mistakes have their own messages."""
    said = str(error.problem)
    opening = _find_opening(error)
    position = find_mark(opening or error.problem_mark)
    if "nesting" in said:  # Newer versions of libyaml give up before we do.
        return _find_fourth_opening(lines, position), TOO_DEEP
    before, after = split_line(lines, position)
    first = after[:1]
    if opening and first in _OPENINGS:
        return position, f"this {_OPENINGS[first]} is never closed"
    if first in _WITH_MEANING or "block sequence" in said:
        return position, BETWEEN_MARKS.format(f"begins with '{first}'")
    without_field = _find_line_without_field(lines)
    if without_field:
        return without_field, "a field is 'name: value', with ':' and a space"
    return position, _explain_field(said, before)


def _explain_field(said: str, before: str) -> str:
    """Return what is wrong with a field, from what YAML said and what stands before."""
    has_second_colon = "mapping values" in said
    if has_second_colon and ": " in before:
        return BETWEEN_MARKS.format("holds ': '")
    if has_second_colon or ("expected" in said and not before.strip()):
        return (
            "a field begins at the left margin; items of a list stand below each other"
        )
    if "expected key" in said:
        return (
            "text after the closing mark; put the whole value between quotation marks"
        )
    return f"not readable as YAML: {said}"


def _find_opening(error: yaml.MarkedYAMLError) -> Any:
    """Return the mark of what was opened and never closed, or None if YAML names none."""
    if "escape" in str(error.problem) or "block" in str(error.context):
        return None
    return error.context_mark


def _find_fourth_opening(lines: list[str], position: Position) -> Position:
    line = lines[position.line - FIRST_LINE]
    openings = re.search(r"(?:[\[{][^\[{]*){3}[\[{]", line)
    if openings is None:
        return position._replace(column=1)
    return position._replace(column=openings.end())


def _find_line_without_field(lines: list[str]) -> Position | None:
    for number, line in enumerate(lines, FIRST_LINE):
        if not _MAY_BEGIN.match(line):
            return Position(number)
    return None
