"""Reads Pandoc citations: who says something, in which source, and in which part of it."""

import re
from dataclasses import dataclass

from chronology.problems import TOP, Position
from chronology.syntax.locators import RUN, WHOLE, Locator, LocatorFault, read_locator
from chronology.wording import quoted

FORMS = "write [@id, para. 3], [@id, paras. 2, 5-7] or [Voice, in @id, para. 3]"
"""The forms of a citation that messages recommend."""

BRACKET = re.compile(
    r"""
    \[
    [^\[\]]*
    (?:
        (?<![\w.])@         # An address such as a@b is not a citation.
      | ,[ ]paras?\.[ ]     # The @ is missing.
    )
    [^\[\]]*
    \]
    (?!\()                  # The text of a link is not a citation.
    (?P<tail>[).,;:!?…]*)
    """,
    re.VERBOSE,
)
"""Finds a bracket that holds a citation, or one that lacks its @.

The punctuation directly after it, its tail, belongs to neither passage.
"""

_STRAY = re.compile(r"(?P<open>\[[^\[\]]*)?(?<![\w.])@(?=\w)")

_CITATION = re.compile(
    rf"""
    (?: (?P<voice>[^@]+) ,[ ]in[ ] )?
    @(?P<source>\w[\w-]*)
    (?: ,[ ]paras?\.[ ] (?P<paragraphs>{RUN}(?:,[ ]{RUN})*) )?
    """,
    re.VERBOSE,
)


class CitationFault(ValueError):
    """A citation cannot be read; the text of the error says how to write it."""


@dataclass(frozen=True)
class Citation:
    """Where something is said, and by whom."""

    source: str
    """The source's id."""
    locator: Locator = WHOLE
    voice: str | None = None
    """Who says it, if the source passes on somebody's word; None if the source says it itself."""
    position: Position = TOP


def read_citations(text: str, position: Position = TOP) -> tuple[Citation, ...]:
    """Return the citations of one bracket; its [ and ] may be missing.

    Raises:
        CitationFault: One of them cannot be read.
    """
    inside = text.strip().removeprefix("[").removesuffix("]")
    citations: list[Citation] = []
    for part in inside.split(";"):
        typed = " ".join(part.split())
        match = _CITATION.fullmatch(typed)
        if match is None:
            raise CitationFault(
                f"citation {quoted(typed or text)} cannot be read; {FORMS}"
            )
        citation = Citation(
            source=match["source"],
            locator=_read_locator(match["paragraphs"]),
            voice=match["voice"],
            position=position,
        )
        citations.append(citation)
    return tuple(citations)


def _read_locator(typed: str | None) -> Locator:
    if typed is None:
        return WHOLE
    try:
        return read_locator(typed)
    except LocatorFault as fault:
        raise CitationFault(str(fault)) from None


def find_stray(
    masked: str, start: int, end: int, *, is_heading: bool = False
) -> tuple[int, str] | None:
    """Return where something looks like a citation but is none, and why; None if nothing does."""
    stray = _STRAY.search(masked, start, end)
    if stray is None:
        return None
    offset = stray.end() - 1
    if is_heading:
        return offset, "a heading takes no citation; cite in the text"
    if stray["open"]:
        return offset, "this citation is left open, no ']' follows"
    return offset, f"a citation stands in brackets; {FORMS}"
