"""Reads a Pandoc citation: whose word it is, in which source, in which part of it."""

import re
from dataclasses import dataclass

from chronology.problems import TOP, Position
from chronology.syntax.locators import RUN, WHOLE, Locator, LocatorFault, read_locator
from chronology.wording import quoted

FORMS = "write [@id, para. 3], [@id, paras. 2, 5-7] or [Voice, in @id, para. 3]"
"""What messages recommend."""

BRACKET = re.compile(
    r"""
    \[
    [^\[\]]*
    (?:
        (?<![\w.])@         # An address such as a@b is no citation.
      | ,[ ]paras?\.[ ]     # The @ is missing.
    )
    [^\[\]]*
    \]
    (?!\()                  # The text of a link is no citation.
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
    """A citation is written in a way we do not take; the text says what would be right."""


@dataclass(frozen=True)
class Citation:
    """Where something is said, and by whom."""

    source: str
    """The source's id."""
    locator: Locator = WHOLE
    voice: str | None = None
    """Whose word it is, when the source passes on another's; None for the source's own."""
    position: Position = TOP


def read_citations(text: str, position: Position = TOP) -> tuple[Citation, ...]:
    """Return the citations of one bracket; its [ and ] may be left off.

    Raises:
        CitationFault: one of them is written in a way we do not take.
    """
    inside = text.strip().removeprefix("[").removesuffix("]")
    citations: list[Citation] = []
    for part in inside.split(";"):
        typed = " ".join(part.split())
        match = _CITATION.fullmatch(typed)
        if match is None:
            raise CitationFault(
                f"citation {quoted(typed or text)} is in a form not taken; {FORMS}"
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
    """Return where a citation stands that cannot be read as one, and why; None without one."""
    stray = _STRAY.search(masked, start, end)
    if stray is None:
        return None
    offset = stray.end() - 1
    if is_heading:
        return offset, "a heading takes no citation; cite in the text"
    if stray["open"]:
        return offset, "this citation is left open, no ']' follows"
    return offset, f"a citation stands in brackets; {FORMS}"
