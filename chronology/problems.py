"""What is wrong with the content, and where."""

from collections.abc import Iterable
from typing import NamedTuple

from chronology.wording import counted


class Position(NamedTuple):
    """A place in a file; lines and columns are counted from 1, columns in characters."""

    line: int = 1
    column: int = 1


TOP = Position()
"""Where a fault of a whole file is shown."""


def find_position(text: str, offset: int, first_line: int = 1) -> Position:
    """Return where a character of the text stands."""
    before = text[:offset]
    return Position(first_line + before.count("\n"), offset - before.rfind("\n"))


class Problem(NamedTuple):
    """One thing an editor has to put right; they sort by file, line and column."""

    path: str
    """Relative to the chronology's folder, with forward slashes."""
    position: Position
    message: str

    def __str__(self) -> str:
        """Return the line an editor reads: `events/x.md:7:3: unknown field 'plcae'. …`."""
        return (
            f"{self.path}:{self.position.line}:{self.position.column}: {self.message}"
        )


class ContentError(Exception):
    """The content has faults; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, in the order of files, lines and columns."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def count(self) -> str:
        """How many there are, in words: 3 problems."""
        return counted(len(self.problems), "problem")


class UsageError(Exception):
    """What was asked for cannot be done; its text says why."""


class Problems(list[Problem]):
    """The faults found so far, in the order they were found."""

    def add(self, path: str, message: str, position: Position = TOP) -> None:
        """Note one fault; its message becomes one line, whatever it quotes."""
        self.append(Problem(path, position, " ".join(message.split())))

    def raise_any(self) -> None:
        """Raise ContentError where there is a fault."""
        if self:
            raise ContentError(self)
