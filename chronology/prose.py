"""Reads the body of a file: paragraphs, lists, and the sections in which accounts differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from markupsafe import Markup

from chronology.citations import Citation
from chronology.date_words import MONTHS
from chronology.dates import Date, DateFault, can_all_be_true, read_date
from chronology.frontmatter import Record
from chronology.markup import Converter, Link, slug
from chronology.passages import Manuscript, Passage
from chronology.problems import Position, quoted

Kind = Literal["paragraph", "list", "steps", "heading"]


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, or a list with its items."""

    kind: Kind
    items: tuple[tuple[Passage, ...], ...]
    """Of each item its passages; a paragraph and a heading have one item."""


@dataclass(frozen=True)
class Account:
    """What some sources say where others say something else."""

    date: Date | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Difference:
    """A point on which the sources part ways, with each account."""

    about: Markup
    id: str
    """Unique within its entry."""
    accounts: tuple[Account, ...]

    @property
    def clash(self) -> bool:
        """Whether the dates that accounts begin with cannot all be true."""
        return not can_all_be_true([a.date for a in self.accounts if a.date is not None])


@dataclass(frozen=True)
class Prose:
    """A body of cited text."""

    blocks: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Yield every passage in the order of the text, those of accounts last."""
        for block in self.blocks:
            for item in block.items:
                yield from item
        for difference in self.differences:
            for account in difference.accounts:
                yield from account.passages

    def citations(self) -> Iterator[Citation]:
        """Yield every citation, in the order of the passages."""
        for passage in self.passages():
            yield from passage.citations


class _Chunk(NamedTuple):
    """A run of lines that belong together; for a heading and an item, without its mark."""

    kind: Kind
    start: int
    end: int
    level: int = 0


_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?!#)[ ]*(?P<text>.*?)[ ]*#*[ ]*$")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|\d{1,3}[.)])[ ]+(?=\S)")
_REFUSED = {
    r" {0,3}>": "block quotations are not taken; quote within a sentence",
    r" {0,3}(```|~~~)": "blocks of code are not taken; write sentences",
    r" {0,3}(([-*_] *){3,}|[=-]+ *)$": "rules are not taken; a heading is written with ## in front",
    r" {0,3}\|": "tables are not taken; write a list",
    r" {0,3}\[[^\]@]+\]:": "link definitions are not taken; write [text](address)",
}
_ACCOUNTS = re.compile(r"Accounts differ:\s*(?P<about>\S.*)")
_OWN_DATE = re.compile(r"(?P<date>\[[^\[\]@]*\][~?%]?|[^:\[\]“\"@]{1,50}?):\s+")
_MONTH = rf"({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
_LIKE_A_DATE = re.compile(
    rf"((by|between|about|from|in|on|since|until) )*([\d\[.-]|{_MONTH} (\d\d?,? )?\d{{3,4}}\b)",
    re.IGNORECASE,
)


def _begin(text: Manuscript, here: int, line: str) -> _Chunk | None:
    """Return the heading or the list item that begins on this line."""
    if heading := _HEADING.match(line):
        start, end = heading.span("text")
        return _Chunk("heading", here + start, here + end, len(heading["level"]))
    if item := _ITEM.match(line):
        if item["indent"]:
            text.fault(here, "a list within a list is not taken; begin at the left margin")
        kind: Kind = "list" if item["mark"] in "-*+" else "steps"
        return _Chunk(kind, here + item.end(), here + len(line))
    return None


def _chunks(text: Manuscript) -> Iterator[_Chunk]:
    """Yield each chunk; a line of a kind not taken is noted, and parts them."""
    open_: _Chunk | None = None
    for match in re.finditer("^.*$", text.text, re.MULTILINE):
        here, line = match.start(), match[0].rstrip()
        for why in (why for pattern, why in _REFUSED.items() if re.match(pattern, line)):
            text.fault(here, why)
            line = ""
        begun = _begin(text, here, line)
        if open_ and (begun or not line or open_.kind == "heading"):
            yield open_
            open_ = None
        if line and not begun and not open_:
            if line[0].isspace():
                text.fault(here, "indented text is not taken; begin at the left margin")
            open_ = _Chunk("paragraph", here, here)
        open_ = begun or (open_ and open_._replace(end=match.end()))
    if open_:
        yield open_


class _ProseReader:
    """Puts the chunks of a body together; a heading opens a section of accounts or stands alone."""

    def __init__(self, text: Manuscript, converter: Converter, *, is_event: bool) -> None:
        self.text, self.converter, self.is_event = text, converter, is_event
        self.blocks: list[Block] = []
        self.differences: list[Difference] = []
        self.accounts: list[Account] | None = None
        self.section: tuple[int, str] = (0, "")

    def read(self) -> Prose:
        for chunk in _chunks(self.text):
            if chunk.kind == "heading":
                self.close_section()
                self.heading(chunk)
            elif self.accounts is None:
                self.block(chunk)
            elif chunk.kind == "list":
                self.accounts.append(self.account(chunk))
            else:
                what = "a section of accounts holds a list ('- …') and nothing else"
                self.text.fault(chunk.start, what)
        self.close_section()
        return Prose(tuple(self.blocks), tuple(self.differences))

    def heading(self, chunk: _Chunk) -> None:
        if chunk.level > 2:
            self.text.fault(chunk.start, "a heading has ## in front, no more")
        if not self.is_event:
            passage = self.text.passage(chunk.start, chunk.end, self.converter, ())
            self.blocks.append(Block("heading", ((passage,),)))
            return
        title = self.text.text[chunk.start : chunk.end]
        found = _ACCOUNTS.fullmatch(title)
        if not found:
            wanted = "a heading in an event must be '## Accounts differ: <about what>'"
            self.text.fault(chunk.start, f"{wanted}, not {quoted(title)}")
        skipped = found.start("about") if found else 0
        self.accounts, self.section = [], (chunk.start + skipped, title[skipped:])

    def block(self, chunk: _Chunk) -> None:
        item = self.text.passages(chunk.start, chunk.end, self.converter)
        if chunk.kind != "paragraph" and self.blocks and self.blocks[-1].kind == chunk.kind:
            self.blocks[-1] = Block(chunk.kind, (*self.blocks[-1].items, item))
        else:
            self.blocks.append(Block(chunk.kind, (item,)))

    def account(self, chunk: _Chunk) -> Account:
        date, start = None, chunk.start
        if match := _OWN_DATE.match(self.text.text, chunk.start, chunk.end):
            try:
                date, start = read_date(match["date"]), match.end()
            except DateFault as fault:
                if _LIKE_A_DATE.match(match["date"]):
                    self.text.fault(chunk.start, str(fault))
        return Account(date, self.text.passages(start, chunk.end, self.converter))

    def close_section(self) -> None:
        if self.accounts is None:
            return
        start, about = self.section
        if len(self.accounts) < 2:
            self.text.fault(start, f"accounts of {quoted(about)} must be two or more, each '- …'")
        passage = self.text.passage(start, start + len(about), self.converter, ())
        identifier = f"differ-{slug(about) or len(self.differences) + 1}"
        if any(identifier == difference.id for difference in self.differences):
            self.text.fault(start, f"two sections of this entry are about {quoted(about)}")
        self.differences.append(Difference(passage.html, identifier, tuple(self.accounts)))
        self.accounts = None


def read_prose(record: Record, converter: Converter, *, is_event: bool) -> Prose:
    """Return the body as passages; every paragraph and list item without evidence is noted."""
    text = Manuscript(record.body, record, record.in_body)
    if not record.body.strip():
        text.fault(0, "the text is missing; say what happened and end with [@id, para. 3]")
    return _ProseReader(text, converter, is_event=is_event).read()


def read_own_words(
    record: Record, converter: Converter
) -> tuple[Markup, tuple[tuple[Link, Position], ...]]:
    """Return the HTML of a text that speaks of the site or a source itself, without citations."""
    text = Manuscript(record.body, record, record.in_body)
    html, links = converter.page(record.body)
    return html, tuple(text.placed(links))
