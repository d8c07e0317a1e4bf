"""Reads a Pandoc citation: whose word it is, in which source, in which paragraphs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chronology.problems import TOP, Position
from chronology.wording import quoted

FORMS = "write [@id, para. 3], [@id, paras. 2, 5-7] or [Voice, in @id, para. 3]"

BRACKET = re.compile(
    r"\[[^\[\]]*((?<![\w.])@|, paras?\. )[^\[\]]*\](?!\()(?P<tail>[).,;:!?…]*)"
)
"""A bracket that holds a citation, or one that lacks its @.

An address such as a@b is none, nor is the text of a link.
Punctuation directly after it, its tail, belongs to neither passage.
"""
STRAY = re.compile(r"(?P<open>\[[^\[\]]*)?(?<![\w.])@(?=\w)")

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
        cited = set(self.paragraphs)
        firsts = [number for number in self.paragraphs if number - 1 not in cited]
        lasts = [number for number in self.paragraphs if number + 1 not in cited]
        return list(zip(firsts, lasts, strict=True))


def read_citations(text: str, position: Position = TOP) -> Iterator[Citation]:
    """Yield the citations of one bracket, which may be left off; CitationFault says why not."""
    inside = text.strip().removeprefix("[").removesuffix("]")
    for part in (" ".join(part.split()) for part in inside.split(";")):
        if not (match := _CITATION.fullmatch(part)):
            raise CitationFault(
                f"citation {quoted(part or text)} is in a form not taken; {FORMS}"
            )
        paragraphs = (
            tuple(read_paragraphs(match["paragraphs"])) if match["paragraphs"] else ()
        )
        yield Citation(match["source"], paragraphs, match["voice"], position)


def read_paragraphs(text: str) -> Iterator[int]:
    """Yield the numbers that '2, 5-7' names; they must rise."""
    last = 0
    for part in text.split(","):
        if (match := re.fullmatch(r"\s*(\d{1,4})(?:[-–](\d{1,4}))?\s*", part)) is None:
            raise CitationFault(f"{quoted(part)} is not a paragraph; write 3 or 5-7")
        first, end = int(match[1]), int(match[2] or match[1])
        if not last < first <= end:
            raise CitationFault(
                f"paragraphs must be counted from 1 and rise, not {quoted(text)}"
            )
        yield from range(first, end + 1)
        last = end


def paragraphs_in_words(numbers: Iterable[int]) -> str:
    """Return `paragraph 2`, or `paragraphs 2, 3 and 6`."""
    *rest, last = map(str, numbers)
    return f"paragraphs {', '.join(rest)} and {last}" if rest else f"paragraph {last}"
