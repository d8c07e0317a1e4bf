"""Reads cited prose into passages: what is said, what is quoted, and the evidence for it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chronology.citations import BRACKET, FORMS, STRAY, Citation, CitationFault, read_citations
from chronology.frontmatter import Record
from chronology.markup import RAW_HTML, Converter, Link, describe_raw_html, mask, plain_text
from chronology.problems import Position, quoted

TAIL = re.compile(r"[).,;:!?…]*")
"""Punctuation directly after a citation; it belongs to neither passage."""


@dataclass(frozen=True)
class Quotation:
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
    links: tuple[tuple[Link, Position], ...]

    @property
    def text(self) -> str:
        """What a reader sees, without citation and tail."""
        return plain_text(self.html)


class Manuscript:
    """One text and the way from its characters to lines and columns; faults are noted here."""

    def __init__(self, text: str, record: Record, locate: Callable[[int], Position]) -> None:
        """Note the tags in the text, and see which parts of it are not prose."""
        self.text, self.record, self.locate = text, record, locate
        self.masked = mask(text)
        for match in RAW_HTML.finditer(self.masked):
            self.fault(match.start(), describe_raw_html(match))

    def fault(self, offset: int, message: str) -> None:
        """Note a fault at a character of the text."""
        self.record.problems.add(self.record.path, message, self.locate(offset))

    def passages(self, start: int, end: int, converter: Converter) -> tuple[Passage, ...]:
        """Return the passages of one paragraph or list item; each must end with a citation."""
        passages: list[Passage] = []
        for bracket in BRACKET.finditer(self.masked, start, end):
            start = self._skip_space(start, bracket.start())
            tail = TAIL.match(self.masked, bracket.end(), end)
            after = tail.end() if tail else bracket.end()
            if start == bracket.start():
                self.fault(start, "no text stands before this citation; join several as [@a; @b]")
            passage = self.passage(
                start,
                bracket.start(),
                converter,
                self._citations(bracket.start(), bracket.end()),
                self.text[bracket.end() : after],
            )
            passages.append(passage)
            start = after
        start = self._skip_space(start, end)
        if stray := STRAY.search(self.masked, start, end):
            left_open = "[" in self.masked[start : stray.start()]
            what = (
                "this citation is left open, no ']' follows"
                if left_open
                else ("a citation stands in brackets")
            )
            self.fault(stray.start(), f"{what}; {FORMS}")
        elif start < end:
            what = "text after the last citation" if passages else "text without citation"
            self.fault(start, f"{what}: {quoted(self.text[start:end], 40)}; {FORMS}")
        return tuple(passages)

    def passage(
        self,
        start: int,
        end: int,
        converter: Converter,
        citations: tuple[Citation, ...],
        tail: str = "",
    ) -> Passage:
        """Return one passage, its citation already read."""
        if stray := STRAY.search(self.masked, start, end):
            self.fault(stray.start(), f"a citation stands in brackets; {FORMS}")
        spans = list(self._quotations(start, end))
        quotations = tuple(
            Quotation(" ".join(self.text[a:b].split()), self.locate(a - 1)) for a, b in spans
        )
        html, links = converter.inline(self._typeset(start, end, spans))
        return Passage(html, quotations, citations, tail, tuple(self.placed(links, start)))

    def placed(self, links: tuple[Link, ...], start: int = 0) -> Iterator[tuple[Link, Position]]:
        """Yield each link with where it was typed; note those in a form not taken."""
        for link in links:
            found = self.text.find(link.typed, start)
            start = max(found, start)
            if link.address is None:
                message = (
                    f"{quoted(link.typed)} is not a link taken; write https://…, the file of an "
                    "entry (2022-09-retreat.md) or the address of a page (method.html)"
                )
                self.fault(start, message)
            else:
                yield link, self.locate(start)

    def _quotations(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield from where to where words stand between “ ” or " "; note what is left open."""
        opened: int | None = None
        for match in re.compile('["“”]').finditer(self.masked, start, end):
            at, character = match.start(), match[0]
            if opened is None and character == "”":
                self.fault(at, "this ” closes no quotation")
            elif opened is None:
                opened = at
            elif character == "“":
                self.fault(at, "a quotation within a quotation; write ‘ ’ for the inner one")
            else:
                yield opened + 1, at
                opened = None
        if opened is not None:
            self.fault(opened, "this quotation is not closed before its citation")

    def _citations(self, start: int, end: int) -> tuple[Citation, ...]:
        try:
            return read_citations(self.text[start:end], self.locate(start))
        except CitationFault as fault:
            self.fault(start, str(fault))
            return ()

    def _skip_space(self, start: int, end: int) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        return start

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
