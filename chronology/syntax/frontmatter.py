"""Reads a file of front matter and text, keeping the line and column of every value.

YAML is taken event by event: `yaml.compose` would resolve an alias and forget an anchor before
either could be refused. Every scalar stays the text that was typed; a date, a number or `NO` is
never guessed into anything else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from chronology.problems import TOP, Position, Problems, find_position
from chronology.wording import quoted

Place = tuple[str | int, ...]
"""The way to a value: names of fields, numbers of list items."""

FENCE = "---"
DEEPEST = 4
"""How far lists and mappings may stand within each other: `slips` need four."""
_TOO_DEEP = "lists and mappings stand too deep within each other"
_BETWEEN_MARKS = "a value that {} must stand between quotation marks"
_OPENINGS = {'"': "quotation mark", "'": "quotation mark", "[": "list", "{": "mapping"}
_MAY_BEGIN = re.compile(r"[^\s:]+:( |$)|[ #\-\]}]|$")
"""What may stand at the left margin: a field, a comment, an item, the end of a list."""
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

    def fault(self, message: str, *place: str | int) -> None:
        """Note a fault of a value, or of the whole file."""
        self.problems.add(self.path, message, self.at(*place))


def read_text(file: Path, path: str, problems: Problems) -> str | None:
    """Return the file's text with plain line ends, or None after noting why it is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        why = f"{str(error.strerror).lower()}; a file that can be read must stand here"
        problems.add(path, why)
        return None
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode()
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8"
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
        found = quoted(lines[0], 20) if lines[0].strip() else "an empty line"
        problems.add(path, f"must begin with a line '---', but begins with {found}")
        return None
    end = next(
        (n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None
    )
    if end is None:
        problems.add(
            path, "the front matter is not closed; put '---' after its last field"
        )
        return None
    record = Record(path, problems, body="\n".join(lines[end + 1 :]), body_line=end + 2)
    return replace(record, fields=_Reader(lines[1:end], record).read())


class _Reader:
    """Turns YAML's events into a tree of text, refusing what would make it mean something else."""

    events: Iterator[yaml.Event]

    def __init__(self, lines: list[str], record: Record) -> None:
        self.lines, self.record = lines, record

    def read(self) -> dict[str, Any] | None:
        """Return the fields, or None after noting why they cannot be read."""
        text = "\n".join(self.lines)
        for match in re.finditer(r"\t+", text):
            self.fault(
                find_position(text, match.start(), 2), "a tab stands here; use spaces"
            )
        if "\t" in text:
            return None
        fields: Any = {}
        try:
            self.events = yaml.parse(text, Loader=yaml.CBaseLoader)
            for event in self.events:
                if isinstance(event, yaml.NodeEvent):
                    fields = self.node(event, ())
                    if not isinstance(fields, dict):
                        what: Any = (
                            "its lines must be 'field: value'",
                            event.start_mark,
                        )
                        raise yaml.MarkedYAMLError(None, None, *what)
        except yaml.YAMLError as error:
            if isinstance(
                error, yaml.MarkedYAMLError
            ):  # What we raise ourselves is noted already.
                self.fault(*self.explain(error))
            return None
        return dict(fields)

    def explain(self, error: yaml.MarkedYAMLError) -> tuple[Position, str]:
        """Return where this is no YAML, and why; editors stumble mostly on these few things."""
        said, context = str(error.problem), str(error.context)
        opened = None if "escape" in said or "block" in context else error.context_mark
        at = _position(opened or error.problem_mark)
        if "nesting" in said:  # Newer versions of libyaml give up before we do.
            line = self.lines[at.line - 2]
            opens = re.search(r"(?:[\[{][^\[{]*){3}[\[{]", line)
            return at._replace(column=opens.end() if opens else 1), _TOO_DEEP
        before, after = self.cut(at)
        if opened and after[:1] in _OPENINGS:
            return at, f"this {_OPENINGS[after[0]]} is never closed"
        if after[:1] in [*"*&!@`%|>"] or "block sequence" in said:
            return at, _BETWEEN_MARKS.format(f"begins with '{after[0]}'")
        for number, line in enumerate(self.lines, 2):
            if not _MAY_BEGIN.match(line):
                return Position(
                    number
                ), "a field is 'name: value', with ':' and a space"
        if "mapping values" in said and ": " in before:
            return at, _BETWEEN_MARKS.format("holds ': '")
        if "mapping values" in said or ("expected" in said and not before.strip()):
            return (
                at,
                "a field begins at the left margin; items of a list stand below each other",
            )
        if "expected key" in said:
            return (
                at,
                "text after the closing mark; put the whole value between quotation marks",
            )
        return at, f"not readable as YAML: {said}"

    def cut(self, at: Position) -> tuple[str, str]:
        """Return what stands on the line before a place, and from there on."""
        line = "".join(self.lines[at.line - 2 : at.line - 1])
        return line[: at.column - 1], line[at.column - 1 :]

    def fault(self, at: Position, message: str) -> None:
        self.record.problems.add(self.record.path, message, at)

    def node(self, event: yaml.Event, place: Place) -> Any:
        at = self.record.values[place] = _position(event.start_mark)
        typed, value = self.cut(at)[1].strip(), getattr(event, "value", None)
        is_marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if is_marked or (value == "" and typed.startswith("#")):
            self.fault(at, _BETWEEN_MARKS.format(f"begins with '{typed[0]}'"))
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError
        if value is not None:
            return " ".join((value or re.sub("^[^&!#].*", "", typed)).split())
        if len(place) >= DEEPEST:
            self.fault(at, _TOO_DEEP)
            raise yaml.YAMLError
        inside = takewhile(
            lambda e: not isinstance(e, yaml.CollectionEndEvent), self.events
        )
        if isinstance(event, yaml.SequenceStartEvent):
            items = [
                self.node(item, (*place, number)) for number, item in enumerate(inside)
            ]
            return items or ""  # An empty list is a field left blank.
        return self.mapping(inside, place)

    def mapping(self, inside: Iterator[yaml.Event], place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in inside:
            at, name = _position(event.start_mark), getattr(event, "value", None)
            if name is None or name == "<<":
                what = (
                    "merge keys are"
                    if name
                    else "a list or a mapping as the name of a field is"
                )
                self.fault(at, f"{what} not taken; write the fields out")
                raise yaml.YAMLError
            first = self.record.names.setdefault((*place, name), at)
            if name in values:
                self.fault(
                    at,
                    f"field {quoted(name)} is given twice, first on line {first.line}",
                )
            values.setdefault(name, self.node(next(self.events), (*place, name)))
        return values


def _position(mark: Any) -> Position:
    return Position(mark.line + 2, mark.column + 1)
