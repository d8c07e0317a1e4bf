"""Finds the quotations of a text, and makes its quotation marks and apostrophes curly."""

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""Where the quoted words begin and end; the quotation marks stand outside."""

_QUOTATION = re.compile(
    r"""
    ”                               # Closes a quotation that nothing has opened.
  | ["“]
    (?P<quoted>[^"“”]*)
    (?: (?P<inner>“) [^"”]* )?
    (?P<close>["”]?)
    """,
    re.VERBOSE,
)


def find_quotations(masked: str, start: int, end: int) -> Iterator[Span]:
    """Yield where words stand between “ ” or " "; quotations with a fault are left out."""
    for match in _QUOTATION.finditer(masked, start, end):
        if match["close"] and not match["inner"]:
            yield match.span("quoted")


def list_open_quotations(
    masked: str, start: int, end: int
) -> Iterator[tuple[int, str]]:
    """Yield where a quotation is not opened, not closed, or opened twice, and why."""
    for match in _QUOTATION.finditer(masked, start, end):
        if match[0] == "”":
            yield match.start(), "this ” closes no quotation"
        elif match["inner"]:
            yield (
                match.start("inner"),
                "a quotation within a quotation; write ‘ ’ for the inner one",
            )
        elif not match["close"]:
            yield (
                match.start(),
                "this quotation is not closed before its citation",
            )


def typeset(text: str, masked: str, quotations: Iterable[Span]) -> str:
    """Return the text with curly quotation marks and apostrophes: “the keeper’s lamp”."""
    characters = list(text)
    before = " "
    for index, character in enumerate(masked):
        if character == "'":
            characters[index] = _apostrophe(before)
        before = characters[index]
    for start, end in quotations:
        characters[start - 1] = "“"
        characters[end] = "”"
    return "".join(characters)


def _apostrophe(before: str) -> str:
    """Return the curly mark, ‘ or ’, for a straight apostrophe after this character."""
    if before.isspace() or before in "(“—–":
        return "‘"
    return "’"
