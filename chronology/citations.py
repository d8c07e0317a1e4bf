"""Reads a Pandoc citation: whose word it is, in which source, in which paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chronology.problems import TOP, Position, quoted

FORMS = "write [@id, para. 3], [@id, paras. 2, 5-7] or [Voice, in @id, para. 3]"

BRACKET = re.compile(r"\[[^\[\]]*(?<![\w.])@[^\[\]]*\](?!\()")
"""A bracket that holds a citation; an address such as a@b is none, nor is the text of a link."""
STRAY = re.compile(r"(?<![\w.])@(?=\w)")

_CITATION = re.compile(
    r"(?:(?P<voice>[^@]+), in )?@(?P<source>\w[\w-]*)"
    r"(?:, paras?\. (?P<paragraphs>\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*))?"
)


class CitationFault(ValueError):
    """A citation in a form not taken; its text says what would be right."""


@dataclass(frozen=True)
class Citation:
    """Where something is said, and by whom."""

    source: str
    """The source's id."""
    paragraphs: tuple[int, ...] = ()
    """Paragraphs of the source's document, counted from 1; empty for an extract."""
    voice: str | None = None
    """Whose word it is, when the source passes on another's; None for the source's own."""
    position: Position = TOP

    @property
    def runs(self) -> list[tuple[int, int]]:
        """The paragraphs as runs, first and last of each: 2, 5, 6, 7 is (2, 2), (5, 7)."""
        runs: list[tuple[int, int]] = []
        for number in self.paragraphs:
            is_next = bool(runs) and runs[-1][1] == number - 1
            runs[-1:] = [(runs[-1][0], number)] if is_next else [*runs[-1:], (number, number)]
        return runs


def read_citations(text: str, position: Position = TOP) -> tuple[Citation, ...]:
    """Return the citations of one bracket, which may be left off; CitationFault says why not."""
    inside = text.strip().removeprefix("[").removesuffix("]")
    return tuple(_read_citation(part, position) for part in inside.split(";"))


def _read_citation(text: str, position: Position) -> Citation:
    flat = " ".join(text.split())
    match = _CITATION.fullmatch(flat)
    if not flat:
        raise CitationFault("nothing stands before or after ';'; delete it")
    if match is None:
        raise CitationFault(f"citation {quoted(flat)} is in a form not taken; {FORMS}")
    paragraphs = tuple(read_paragraphs(match["paragraphs"])) if match["paragraphs"] else ()
    return Citation(match["source"], paragraphs, match["voice"], position)


def read_paragraphs(text: str) -> Iterator[int]:
    """Yield the numbers that '2, 5-7' names; they must rise."""
    last = 0
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,4})(?:[-–](\d{1,4}))?\s*", part)
        if match is None:
            raise CitationFault(f"{quoted(part)} is not a paragraph; write 3 or 5-7")
        first, end = int(match[1]), int(match[2] or match[1])
        if not last < first <= end:
            raise CitationFault(f"paragraphs must be counted from 1 and rise, not {quoted(text)}")
        yield from range(first, end + 1)
        last = end


def paragraphs_in_words(numbers: Iterable[int]) -> str:
    """Return `paragraph 2`, or `paragraphs 2, 3 and 6`."""
    *rest, last = map(str, numbers)
    return f"paragraphs {', '.join(rest)} and {last}" if rest else f"paragraph {last}"
