"""What is wrong with the content, and where."""

from collections.abc import Iterable
from typing import NamedTuple

from chronology.wording import counted


class Position(NamedTuple):
    """A place in a file: its line and its column, in characters, both counted from 1."""

    line: int = 1
    column: int = 1


TOP = Position()
"""The position of a fault that concerns a whole file."""


def find_position(text: str, offset: int, first_line: int = 1) -> Position:
    """Return the position of the character at this offset.

    `first_line` is the line of the file on which the text begins.
    """
    before = text[:offset]
    line = first_line + before.count("\n")
    column = offset - before.rfind("\n")
    return Position(line, column)


class Problem(NamedTuple):
    """One thing that an editor has to put right; problems sort by file, line and column."""

    path: str
    """The file's path from the chronology's folder, with forward slashes."""
    position: Position
    message: str

    def __str__(self) -> str:
        """Return the line that an editor reads: `events/x.md:7:3: unknown field 'plcae'. …`."""
        line, column = self.position
        return f"{self.path}:{line}:{column}: {self.message}"


class ContentError(Exception):
    """The content has faults; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, sorted by file, line and column."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def count(self) -> str:
        """How many problems there are: `3 problems`."""
        return counted(len(self.problems), "problem")


class UsageError(Exception):
    """The command cannot be run as asked; the text of the error says why."""


class Problems(list[Problem]):
    """The problems found so far, in the order in which they were found."""

    def add(self, path: str, message: str, position: Position = TOP) -> None:
        """Add a problem; its message is put on one line, even if it quotes line breaks."""
        self.append(Problem(path, position, " ".join(message.split())))

    def paths(self) -> frozenset[str]:
        """Return the paths of the files that have a fault."""
        return frozenset(problem.path for problem in self)

    def raise_any(self) -> None:
        """Raise ContentError if any problem was found."""
        if self:
            raise ContentError(self)
