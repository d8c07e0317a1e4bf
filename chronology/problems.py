"""What is wrong with the content, and where."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple


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
        return f"{self.path}:{self.position.line}:{self.position.column}: {self.message}"


class ContentError(Exception):
    """The content has faults; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, in the order of files, lines and columns."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def count(self) -> str:
        """How many there are, in words: 3 problems."""
        return f"{len(self.problems)} problem{'' if len(self.problems) == 1 else 's'}"


class WrongUseError(Exception):
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


def quoted(text: str, limit: int = 60) -> str:
    """Return the text as typed, between quotes, shortened and without invisible characters."""
    flat = " ".join(text.split())
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    return f"'{shown}'" if len(shown) <= limit else f"'{shown[: limit - 1]}…'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean 'place'?" for the nearest known word, or nothing."""
    folded = {name.casefold(): name for name in sorted(known)}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return f" Did you mean {quoted(folded[near[0]])}?" if near else ""


def one_of(words: Iterable[str]) -> str:
    """Return "'a', 'b' or 'c'", or "none"."""
    *rest, last = [f"'{word}'" for word in words] or ["none"]
    return f"{', '.join(rest)} or {last}" if rest else last
