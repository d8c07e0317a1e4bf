"""Reads cited prose as passages: what is said, what is quoted, and the evidence for it."""

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
    Citation,
    CitationFault,
    find_stray,
    read_citations,
)
from chronology.syntax.markup import Link, inline
from chronology.syntax.masking import list_refused, mask
from chronology.syntax.quotations import (
    Span,
    find_quotations,
    list_open_quotations,
    typeset,
)
from chronology.syntax.records import Record
from chronology.wording import quoted

LINKS = "write https://… (no space, no title), an entry (2022-09-retreat.md), a page (method.html)"
"""The links that messages recommend."""

Links = tuple[tuple[Link, Position], ...]
"""Links within the site, each with where it was typed."""


class Quotation(NamedTuple):
    """Words said to be verbatim from a cited paragraph, without their quotation marks."""

    text: str
    position: Position


@dataclass(frozen=True)
class Passage:
    """A piece of text up to its citation."""

    html: Markup
    """The text without the citation; links within the site begin with `markup.HERE`."""
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
    """One text, with the line and column of the file at which each character stands."""

    def __init__(
        self, record: Record, text: str = "", position: Position | None = None
    ) -> None:
        """Take the body of a record or, if a position is given, the text of one field.

        Faults in a field are shown at its position. Markdown that is not allowed is noted.
        """
        self.record = record
        self.position = position
        self.text = text if position else record.body
        self.masked = mask(self.text)
        """The text with spaces for what is not prose."""
        for offset, why in list_refused(self.masked):
            self.fault(offset, why)

    def locate(self, offset: int) -> Position:
        """Return where a character of the text stands in the file."""
        if self.position:
            return self.position
        return find_position(self.text, offset, self.record.body_line)

    def fault(self, offset: int, message: str) -> None:
        """Note a fault at a character of the text."""
        self.record.problems.add(self.record.path, message, self.locate(offset))

    def passages(self, start: int, end: int) -> tuple[Passage, ...]:
        """Return the passages of one paragraph or list item.

        Text after the last citation, or without any citation, is noted.
        """
        passages: list[Passage] = []
        for bracket in BRACKET.finditer(self.masked, start, end):
            passages.append(self._passage_before(bracket, start))
            start = bracket.end()
        self._note_uncited(start, end, is_last=bool(passages))
        return tuple(passages)

    def passage(
        self, start: int, end: int, cited: tuple[Citation, ...] = ()
    ) -> Passage:
        """Return one passage with citations that were read before; a heading has none."""
        self._note_stray(start, end, is_heading=not cited)
        for offset, why in list_open_quotations(self.masked, start, end):
            self.fault(offset, why)
        spans = list(find_quotations(self.masked, start, end))
        if spans and not cited:
            opening = spans[0][0] - 1
            self.fault(opening, "a quotation stands only where a citation follows")
        html, links = inline(self._typeset(start, end, spans))
        return Passage(
            html=html,
            quotations=tuple(map(self._quotation, spans)),
            citations=cited,
            tail="",
            links=tuple(self.locate_links(links, start)),
        )

    def whole(self) -> tuple[Passage, ...]:
        """Return the passages of a field; each must end with a citation."""
        return self.passages(0, len(self.text))

    def remark(self) -> tuple[Passage, ...]:
        """Return the passages of a field that need no citation, but may end with one."""
        if BRACKET.search(self.masked):
            return self.whole()
        return (self.passage(0, len(self.text)),)

    def locate_links(
        self, links: tuple[Link, ...], start: int = 0
    ) -> Iterator[tuple[Link, Position]]:
        """Yield each link with where it was typed; links that are not allowed are noted."""
        for link in links:
            found = self.text.find(f"]({link.typed}", start)
            start = max(found + len("]("), start)
            if link.address is None:
                self.fault(start, f"{quoted(link.typed)} cannot be linked to; {LINKS}")
            else:
                yield link, self.locate(start)

    def _passage_before(self, bracket: re.Match[str], start: int) -> Passage:
        """Return the passage that a citation ends."""
        end = bracket.start()
        start = self._skip_spaces(start, end)
        if start == end:
            message = "no text stands before this citation; join several as [@a; @b]"
            self.fault(start, message)
        passage = self.passage(start, end, self._cited(bracket))
        return replace(passage, tail=bracket["tail"])

    def _cited(self, bracket: re.Match[str]) -> tuple[Citation, ...]:
        start = bracket.start()
        typed = self.text[start : bracket.start("tail")]
        try:
            return read_citations(typed, self.locate(start))
        except CitationFault as fault:
            self.fault(start, str(fault))
            return ()

    def _quotation(self, span: Span) -> Quotation:
        start, end = span
        text = " ".join(self.text[start:end].split())
        return Quotation(text, self.locate(start - 1))

    def _typeset(self, start: int, end: int, spans: list[Span]) -> str:
        within = [(first - start, last - start) for first, last in spans]
        return typeset(self.text[start:end], self.masked[start:end], within)

    def _skip_spaces(self, start: int, end: int) -> int:
        """Return where the text goes on after spaces."""
        return end - len(self.text[start:end].lstrip())

    def _note_uncited(self, start: int, end: int, *, is_last: bool) -> None:
        start = self._skip_spaces(start, end)
        if start == end or self._note_stray(start, end):
            return
        what = "text without citation"
        if is_last:
            what = "text after the last citation"
        self.fault(start, f"{what}: {quoted(self.text[start:end], 40)}; {FORMS}")

    def _note_stray(self, start: int, end: int, *, is_heading: bool = False) -> bool:
        """Note what looks like a citation but is none; return whether there is such a thing."""
        stray = find_stray(self.masked, start, end, is_heading=is_heading)
        if stray:
            self.fault(*stray)
        return stray is not None
