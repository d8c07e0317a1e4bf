"""Holds what an editor typed in one file, with the position of every value."""

from dataclasses import dataclass, field
from typing import Any

from chronology.problems import TOP, Position, Problems

KeyPath = tuple[str | int, ...]
"""The way to a value: names of fields, and numbers of list items counted from 0."""


@dataclass(frozen=True)
class Record:
    """A file as its editor wrote it, and where its faults are noted."""

    path: str
    problems: Problems = field(repr=False, compare=False)
    typed: dict[str, Any] | None = None
    """What was typed: texts, lists and mappings; None if it could not be read."""
    positions: dict[KeyPath, Position] = field(default_factory=dict)
    """Where each value stands."""
    name_positions: dict[KeyPath, Position] = field(default_factory=dict)
    """Where the name of each field stands."""
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins."""

    def at(self, *path: str | int) -> Position:
        """Return the position of a value, of what contains it, or of the top of the file."""
        while path and path not in self.positions:
            path = path[:-1]
        if not path:
            return TOP
        return self.positions[path]

    def fault(self, message: str, *path: str | int) -> None:
        """Note a fault of a value, or of the whole file."""
        self.problems.add(self.path, message, self.at(*path))
