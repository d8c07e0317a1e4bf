"""Reads cited prose into passages: what is said, what is quoted, and the evidence for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from chronology.problems import Position, find_position
from chronology.syntax.citations import (
    BRACKET,
    FORMS,
    STRAY,
    Citation,
    CitationFault,
    read_citations,
)
from chronology.syntax.markup import Link, inline, list_refused, mask
from chronology.syntax.records import Record
from chronology.wording import quoted

LINKS = "write https://… (no space, no title), an entry (2022-09-retreat.md), a page (method.html)"
_QUOTATION = re.compile(
    '”|["“](?P<words>[^"“”]*)(?:(?P<inner>“)[^"”]*)?(?P<close>["”]?)'
)

Links = tuple[tuple[Link, Position], ...]
"""Links within the site, each with where it was typed."""


class Quotation(NamedTuple):
    """Words said to be verbatim from a cited paragraph, without their quotation marks."""

    text: str
    position: Position


@dataclass(frozen=True)
class Passage:
    """A text up to its citation."""

    html: Markup
    """Without the citation; links within the site begin with `markup.HERE`."""
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]
    tail: str
    """The punctuation that follows the citation."""
    links: Links

    @cached_property
    def text(self) -> str:
        """What a reader sees, without citation and tail."""
        return " ".join(self.html.striptags().split())


class Manuscript:
    """One text and the way from its characters to lines and columns; faults are noted here."""

    def __init__(
        self, record: Record, field: str = "", at: Position | None = None
    ) -> None:
        """Take the body of a record, or the text of a field, whose faults are shown at the field.

        Tags are noted, and what is not prose is masked.
        """
        self.record, self.at = record, at
        self.text = field if at else record.body
        self.masked = mask(self.text)
        for offset, why in list_refused(self.masked):
            self.fault(offset, why)

    def locate(self, offset: int) -> Position:
        """Return where a character of the text stands in the file."""
        return self.at or find_position(self.text, offset, self.record.body_line)

    def fault(self, offset: int, message: str) -> None:
        """Note a fault at a character of the text."""
        self.record.problems.add(self.record.path, message, self.locate(offset))

    def passages(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages of one paragraph or list item; each must end with a citation."""
        passages: list[Passage] = []
        for bracket in BRACKET.finditer(self.masked, start, end):
            at, start = bracket.start(), self._skip(start, bracket.start())
            if start == at:
                self.fault(
                    start,
                    "no text stands before this citation; join several as [@a; @b]",
                )
            written = self.text[at : bracket.start("tail")]
            cited: tuple[Citation, ...] = ()
            try:
                cited = tuple(read_citations(written, self.locate(at)))
            except CitationFault as fault:
                self.fault(at, str(fault))
            passages.append(
                replace(self.passage(start, at, cited), tail=bracket["tail"])
            )
            start = bracket.end()
        start = self._skip(start, end)
        if start < end and not self._note_stray(start, end):
            what = (
                "text after the last citation" if passages else "text without citation"
            )
            self.fault(start, f"{what}: {quoted(self.text[start:end], 40)}; {FORMS}")
        return tuple(passages)

    def passage(
        self, start: int, end: int, cited: tuple[Citation, ...] = ()
    ) -> Passage:
        """Return one passage, its citation already read; a heading has none."""
        self._note_stray(start, end, is_heading=not cited)
        spans = list(self._quotations(start, end))
        quotations = tuple(
            Quotation(" ".join(self.text[a:b].split()), self.locate(a - 1))
            for a, b in spans
        )
        if spans and not cited:
            self.fault(
                spans[0][0] - 1, "a quotation stands only where a citation follows"
            )
        html, links = inline(self._typeset(start, end, spans))
        return Passage(html, quotations, cited, "", tuple(self.placed(links, start)))

    def placed(
        self, links: tuple[Link, ...], start: int = 0
    ) -> Iterator[tuple[Link, Position]]:
        """Yield each link with where it was typed; note those in a form not taken."""
        for link in links:
            start = max(self.text.find(f"]({link.typed}", start) + 2, start)
            if link.address is None:
                self.fault(start, f"{quoted(link.typed)} is not a link taken; {LINKS}")
            else:
                yield link, self.locate(start)

    def _quotations(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield from where to where words stand between “ ” or " "; note what is left open."""
        for match in _QUOTATION.finditer(self.masked, start, end):
            if match[0] == "”":
                self.fault(match.start(), "this ” closes no quotation")
            elif match["inner"]:
                why = "a quotation within a quotation; write ‘ ’ for the inner one"
                self.fault(match.start("inner"), why)
            elif match["close"]:
                yield match.span("words")
            else:
                self.fault(
                    match.start(), "this quotation is not closed before its citation"
                )

    def _skip(self, start: int, end: int) -> int:
        """Return where the text goes on after spaces."""
        return end - len(self.text[start:end].lstrip())

    def _note_stray(self, start: int, end: int, *, is_heading: bool = False) -> bool:
        """Note a citation that is none, and return whether there is one."""
        if stray := STRAY.search(self.masked, start, end):
            what = f"a citation stands in brackets; {FORMS}"
            if is_heading:
                what = "a heading takes no citation; cite in the text"
            elif stray["open"]:
                what = "this citation is left open, no ']' follows"
            self.fault(stray.end() - 1, what)
        return stray is not None

    def _typeset(self, start: int, end: int, quotations: list[tuple[int, int]]) -> str:
        """Return the text with true quotation marks and apostrophes."""
        characters = list(self.text[start:end])
        for index, seen in enumerate(self.masked[start:end]):
            before = characters[index - 1] if index else " "
            if seen == "'":
                characters[index] = "‘" if before.isspace() or before in "(“—–" else "’"
        for a, b in quotations:
            characters[a - 1 - start], characters[b - start] = "“", "”"
        return "".join(characters)
