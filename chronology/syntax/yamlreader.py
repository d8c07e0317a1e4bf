"""Reads the YAML of front matter into texts, lists and mappings, each with its position.

It reads YAML event by event, because `yaml.compose` would resolve aliases and forget
anchors before either could be refused. Every scalar stays the text that was typed: a date,
a number or `NO` is never turned into anything else.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import yaml

from chronology.problems import Position, find_position
from chronology.syntax.records import KeyPath
from chronology.syntax.yamlfaults import (
    BETWEEN_MARKS,
    FIRST_LINE,
    TOO_DEEP,
    explain,
    find_mark,
    split_line,
)
from chronology.wording import quoted

DEEPEST = 4
"""How deep lists and mappings may be nested; `slips` need four levels."""


class YamlReader:
    """Turns YAML's events into a tree of texts; refuses YAML that gives a text another meaning."""

    positions: dict[KeyPath, Position]
    """Where each value stands."""
    name_positions: dict[KeyPath, Position]
    """Where the name of each field stands."""
    faults: list[tuple[Position, str]]
    _events: Iterator[yaml.Event]

    def __init__(self, lines: list[str]) -> None:
        """Take the lines between the fences."""
        self._lines = lines
        self.positions = {}
        self.name_positions = {}
        self.faults = []

    def read(self) -> dict[str, Any] | None:
        """Return what was typed, or None after noting why it cannot be read."""
        text = "\n".join(self._lines)
        if "\t" in text:
            self._note_tabs(text)
            return None
        try:
            return self._read_document(text)
        except yaml.MarkedYAMLError as error:
            self.faults.append(explain(error, self._lines))
            return None
        except yaml.YAMLError:
            return None  # The reason for the refusal is noted already.

    def _note_tabs(self, text: str) -> None:
        for tabs in re.finditer(r"\t+", text):
            position = find_position(text, tabs.start(), FIRST_LINE)
            self._fault(position, "a tab stands here; use spaces")

    def _read_document(self, text: str) -> dict[str, Any]:
        typed: dict[str, Any] = {}
        self._events = yaml.parse(text, Loader=yaml.CBaseLoader)
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                continue
            node = self._read_node(event, ())
            if not isinstance(node, dict):
                mark: Any = event.start_mark
                problem = "its lines must be 'field: value'"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
            typed = node
        return typed

    def _read_node(self, event: yaml.Event, path: KeyPath) -> Any:
        position = find_mark(event.start_mark)
        self.positions[path] = position
        _, rest = split_line(self._lines, position)
        typed = rest.strip()
        self._note_meaning(event, position, typed)
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError
        if isinstance(event, yaml.ScalarEvent):
            return _read_scalar(event, typed)
        if len(path) >= DEEPEST:
            self._fault(position, TOO_DEEP)
            raise yaml.YAMLError
        inside = takewhile(_is_inside, self._events)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_list(inside, path)
        return self._read_mapping(inside, path)

    def _note_meaning(self, event: yaml.Event, position: Position, typed: str) -> None:
        """Note an anchor, an alias, a tag, or a comment that stands where a value should."""
        has_anchor = getattr(event, "anchor", None)
        has_tag = getattr(event, "tag", None)
        is_blank = getattr(event, "value", None) == ""
        if has_anchor or has_tag or (is_blank and typed.startswith("#")):
            message = BETWEEN_MARKS.format(f"begins with '{typed[0]}'")
            self._fault(position, message)

    def _read_list(self, inside: Iterator[yaml.Event], path: KeyPath) -> Any:
        items: list[Any] = []
        for number, event in enumerate(inside):
            items.append(self._read_node(event, (*path, number)))
        return items or ""  # An empty list is a field left blank.

    def _read_mapping(
        self, inside: Iterator[yaml.Event], path: KeyPath
    ) -> dict[str, Any]:
        typed: dict[str, Any] = {}
        for event in inside:
            name = self._read_name(event)
            position = find_mark(event.start_mark)
            first = self.name_positions.setdefault((*path, name), position)
            if name in typed:
                message = (
                    f"field {quoted(name)} is given twice, first on line {first.line}"
                )
                self._fault(position, message)
            value = self._read_node(next(self._events), (*path, name))
            typed.setdefault(name, value)
        return typed

    def _read_name(self, event: yaml.Event) -> str:
        what = "a list or a mapping as the name of a field is"
        if isinstance(event, yaml.ScalarEvent):
            if event.value != "<<":
                return str(event.value)
            what = "merge keys are"
        message = f"{what} not taken; write the fields out"
        self._fault(find_mark(event.start_mark), message)
        raise yaml.YAMLError

    def _fault(self, position: Position, message: str) -> None:
        self.faults.append((position, message))


def _is_inside(event: yaml.Event) -> bool:
    return not isinstance(event, yaml.CollectionEndEvent)


def _read_scalar(event: yaml.ScalarEvent, typed: str) -> str:
    """Return the text; a mark that YAML reads as an empty text stays as it was typed."""
    text = event.value
    if text == "" and typed.startswith(("&", "!", "#")):
        text = typed
    return " ".join(text.split())
