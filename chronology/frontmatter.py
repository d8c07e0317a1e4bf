"""Reads a file of front matter and text, keeping the line and column of every value.

YAML is taken event by event: `yaml.compose` would resolve an alias and forget an anchor before
either could be refused. Every scalar stays the text that was typed; a date, a number or `NO` is
never guessed into anything else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chronology.problems import TOP, Position, Problems, find_position, quoted

Place = tuple[str | int, ...]
"""The way to a value: names of fields, numbers of list items."""

FENCE = "---"
DEEPEST = 4
"""How far lists and mappings may stand within each other: `slips` need four."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Record:
    """A file as its editor wrote it, and where its faults are noted."""

    path: str
    problems: Problems = field(repr=False, compare=False)
    fields: dict[str, Any] | None = None
    """Texts, lists and mappings; None where the front matter could not be read."""
    values: dict[Place, Position] = field(default_factory=dict)
    """Where each value stands."""
    names: dict[Place, Position] = field(default_factory=dict)
    """Where the name of each field stands."""
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins."""

    def at(self, *place: str | int) -> Position:
        """Return where a value stands, or what holds it, or else the top of the file."""
        while place and place not in self.values:
            place = place[:-1]
        return self.values[place] if place else TOP

    def in_body(self, offset: int) -> Position:
        """Return where a character of the body stands in the file."""
        return find_position(self.body, offset, self.body_line)

    def fault(self, message: str, *place: str | int) -> None:
        """Note a fault of a value, or of the whole file."""
        self.problems.add(self.path, message, self.at(*place))


def read_text(file: Path, path: str, problems: Problems) -> str | None:
    """Return the file's text with plain line ends, or None after noting why it is none."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        is_folder = isinstance(error, IsADirectoryError)
        reason = "is a folder; a file must stand here" if is_folder else error.strerror
        problems.add(path, str(reason))
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode()
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        problems.add(path, message, find_position(good, len(good)))
        return None
    found = list(_CONTROL.finditer(text))
    for match in found:
        message = f"control character U+{ord(match[0]):04X}; delete it"
        problems.add(path, message, find_position(text, match.start()))
    if not text.strip():
        problems.add(path, "the file is empty")
    return text if text.strip() and not found else None


def read_record(file: Path, path: str, problems: Problems) -> Record | None:
    """Return the file's fields and body; every fault of its YAML is noted."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        problems.add(path, f"must begin with a line '---', but begins with {quoted(lines[0], 20)}")
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        problems.add(path, "the front matter is not closed; put '---' after its last field")
        return None
    reader = _Reader(path, problems)
    fields = reader.read("\n".join(lines[1:end]))
    body = "\n".join(lines[end + 1 :])
    return Record(path, problems, fields, reader.values, reader.names, body, end + 2)


class _StopError(Exception):
    """The rest of this front matter cannot be made sense of."""


class _Reader:
    """Turns YAML's events into a tree of text, refusing what would make it mean something else."""

    events: Iterator[yaml.Event]

    def __init__(self, path: str, problems: Problems) -> None:
        self.path, self.problems = path, problems
        self.values: dict[Place, Position] = {}
        self.names: dict[Place, Position] = {}

    def read(self, text: str) -> dict[str, Any] | None:
        """Return the fields, or None after noting why they cannot be read."""
        if "\t" in text:
            for match in re.finditer(r"\t+", text):
                where = find_position(text, match.start(), 2)
                self.problems.add(self.path, "a tab stands here; use spaces", where)
            return None
        fields: Any = {}
        try:
            self.events = yaml.parse(text, Loader=yaml.CBaseLoader)
            for event in self.events:
                if isinstance(event, yaml.NodeEvent):
                    fields = self.node(event, ())
                    if not isinstance(fields, dict):
                        self.fault(event, "the front matter must be lines of 'field: value'")
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self.note(error, text)
            return None
        return fields if isinstance(fields, dict) else None

    def note(self, error: yaml.MarkedYAMLError, text: str) -> None:
        """Note why this is no YAML; what editors stumble on is told in their words."""
        mark = error.problem_mark or error.context_mark
        where = Position(mark.line + 2, mark.column + 1) if mark else TOP
        line = text.split("\n")[where.line - 2 :]
        at = line[0][where.column - 1 : where.column] if line else ""
        message = f"not readable as YAML: {error.problem}"
        if "mapping values" in str(error.problem):
            message = "a value that holds ': ' must stand between quotation marks"
        elif at and at in "@`%|>":
            message = f"a value that begins with '{at}' must stand between quotation marks"
        self.problems.add(self.path, message, where)

    def fault(self, event: yaml.Event, message: str) -> None:
        self.problems.add(self.path, message, _position(event))

    def node(self, event: yaml.Event, place: Place) -> Any:
        self.values[place] = _position(event)
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, f"aliases are not taken; write out what '*{event.anchor}' stands for")
            raise _StopError
        if anchor := getattr(event, "anchor", None):
            self.fault(event, f"anchors are not taken; delete '&{anchor}'")
        if tag := getattr(event, "tag", None):
            self.fault(event, f"tags are not taken; delete {quoted(tag)}")
        if isinstance(event, yaml.ScalarEvent):
            return " ".join(event.value.split())
        if len(place) >= DEEPEST:
            self.fault(event, "lists and mappings stand too deep within each other")
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place)
        return self.mapping(place)

    def sequence(self, place: Place) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self.node(event, (*place, len(values))))
        return values

    def mapping(self, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = getattr(event, "value", None)
            if name is None or name == "<<":
                what = "merge keys are" if name else "a list or a mapping as the name of a field is"
                self.fault(event, f"{what} not taken; write the fields out")
                raise _StopError
            here = (*place, name)
            first = self.names.setdefault(here, _position(event))
            if name in values:
                first_line = f"first on line {first.line}"
                self.fault(event, f"field {quoted(name)} is given twice, {first_line}")
            value = self.node(next(self.events), here)
            if value == "":
                self.fault(event, f"field {quoted(name)} is blank; fill it in or delete the line")
            values.setdefault(name, value)
        return values


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    assert mark, "a parser gives every event its place"
    return Position(mark.line + 2, mark.column + 1)
