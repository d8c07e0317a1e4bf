"""Cuts a text into chunks: headings, paragraphs and items of lists."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from chronology.syntax.passages import Manuscript

Shape = Literal["paragraph", "list", "steps", "heading"]


class Chunk(NamedTuple):
    """Lines that belong together; a heading or a list item begins after its mark."""

    shape: Shape
    start: int
    end: int


# All patterns below are written for re.VERBOSE: a space is [ ], a number sign \#.
_MARGIN = r"[ ]{0,3}"
_REFUSED = {
    rf"{_MARGIN}>": "block quotations are not taken; quote within a sentence",
    rf"{_MARGIN}(?:```|~~~)": "blocks of code are not taken; write sentences",
    rf"{_MARGIN}(?:(?:[-*_][ ]*){{3,}}|[=-]+)[ ]*$": (
        "rules are not taken; a heading is written with ## in front"
    ),
    rf"{_MARGIN}\|": "tables are not taken; write a list",
    rf"{_MARGIN}\[[^\]@]+\]:": "link definitions are not taken; write [text](address)",
    rf"{_MARGIN}\#{{3,6}}(?!\#)": "a heading has ## in front, no more",
}
_NOT_TAKEN = "|".join(_REFUSED)
_HEADING = rf"{_MARGIN}\#\#?(?!\#)"
_BULLET = r"[-*+]"
_NUMBER = r"\d{1,3}[.)]"
_BEGINS = rf"{_NOT_TAKEN} | {_HEADING} | [ ]*(?:{_BULLET}|{_NUMBER})[ ]+\S"
"""Matches where a line begins something new instead of continuing the line before."""
_LINES = rf"\S(?:.*\S)? (?: [^\S\n]*\n (?!{_BEGINS}) .*\S )*"
"""The rest of a line, and the lines that continue it."""
_CHUNK = re.compile(
    rf"""
    ^(?!{_NOT_TAKEN})
    (?:
        {_HEADING}[ ]*(?P<heading>.*?)[ ]*\#*\s*$
      | (?P<indent>[^\S\n]*)
        (?:
            {_BULLET}[ ]+(?P<list>{_LINES})
          | {_NUMBER}[ ]+(?P<steps>{_LINES})
          | (?P<paragraph>{_LINES})
        )
    )
    """,
    re.MULTILINE | re.VERBOSE,
)


def list_chunks(manuscript: Manuscript) -> Iterator[Chunk]:
    """Yield the chunks in order.

    A line in a form that is not allowed is noted, and separates the chunks around it.
    """
    _note_refused(manuscript)
    for match in _CHUNK.finditer(manuscript.text):
        shape: Any = match.lastgroup
        if match["indent"]:
            what = "a list within a list"
            if shape == "paragraph":
                what = "indented text"
            message = f"{what} is not taken; begin at the left margin"
            manuscript.fault(match.start(), message)
        start, end = match.span(shape)
        yield Chunk(shape, start, end)


def _note_refused(manuscript: Manuscript) -> None:
    for pattern, why in _REFUSED.items():
        lines = re.compile(f"^{pattern}", re.MULTILINE | re.VERBOSE)
        for match in lines.finditer(manuscript.text):
            manuscript.fault(match.start(), why)
