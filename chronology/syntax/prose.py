"""Reads the body of a file: paragraphs, lists, and the sections in which accounts differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Literal, NamedTuple

from markupsafe import Markup

from chronology.dates.edtf import Date, DateFault, can_all_be_true, read_date
from chronology.dates.words import MONTHS, SEASONS
from chronology.syntax.addresses import slug
from chronology.syntax.citations import Citation
from chronology.syntax.markup import page
from chronology.syntax.passages import Links, Manuscript, Passage
from chronology.syntax.records import Record
from chronology.wording import quoted

Kind = Literal["paragraph", "list", "steps", "heading"]
_LISTS = ("list", "steps")


class Block(NamedTuple):
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
        return not can_all_be_true(
            [a.date for a in self.accounts if a.date is not None]
        )


@dataclass(frozen=True)
class Prose:
    """A body of cited text."""

    blocks: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Return every passage in the order of the text, those of accounts last."""
        return (passage for _, passage in self.placed())

    def placed(self) -> Iterator[tuple[str | None, Passage]]:
        """Return each passage with the id of the difference that it is an account of."""
        items = [(None, item) for block in self.blocks for item in block.items]
        accounts = [
            (d.id, account.passages) for d in self.differences for account in d.accounts
        ]
        return (
            (id_, passage)
            for id_, passages in (*items, *accounts)
            for passage in passages
        )

    def citations(self) -> Iterator[Citation]:
        """Return every citation, in the order of the passages."""
        return (
            citation for passage in self.passages() for citation in passage.citations
        )


class _Chunk(NamedTuple):
    """A run of lines that belong together; for a heading and an item, without its mark."""

    kind: Kind
    start: int
    end: int


_REFUSED = {
    r" {0,3}>": "block quotations are not taken; quote within a sentence",
    r" {0,3}(```|~~~)": "blocks of code are not taken; write sentences",
    r" {0,3}(([-*_] *){3,}|[=-]+) *$": "rules are not taken; a heading is written with ## in front",
    r" {0,3}\|": "tables are not taken; write a list",
    r" {0,3}\[[^\]@]+\]:": "link definitions are not taken; write [text](address)",
    r" {0,3}#{3,6}(?!#)": "a heading has ## in front, no more",
}
_NOT_TAKEN = "|".join(_REFUSED)
_BEGINS = rf"{_NOT_TAKEN}| {{0,3}}##?(?!#)| *(?:[-*+]|\d{{1,3}}[.)]) +\S"
"""Stands where a line does not go on with the one before."""
_LINES = rf"\S(?:.*\S)?(?:[^\S\n]*\n(?!{_BEGINS}).*\S)*"
"""The rest of a line, and those that go on with it."""
_CHUNK = re.compile(
    rf"^(?!{_NOT_TAKEN})(?: {{0,3}}##?(?!#) *(?P<heading>.*?) *#*\s*$|(?P<indent>[^\S\n]*)"
    rf"(?:[-*+] +(?P<list>{_LINES})|\d{{1,3}}[.)] +(?P<steps>{_LINES})|(?P<paragraph>{_LINES})))",
    re.MULTILINE,
)
_ACCOUNTS = re.compile(r"Accounts differ:\s*(?P<about>\S.*)")
_OWN_DATE = re.compile(r"(?P<date>\[[^\[\]@]*\][~?%]?|[^:\[\]“\"@]{1,50}?):\s+")
_MONTH = rf"({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
_LIKE_A_DATE = re.compile(
    r"((by|between|about|from|in|on|since|until) )*"
    rf"([\d\[.-]|({'|'.join(SEASONS)}) \d|{_MONTH} (\d\d?,? )?\d{{3,4}}\b)",
    re.IGNORECASE,
)


def _list_chunks(text: Manuscript) -> Iterator[_Chunk]:
    """Yield the chunks in order; a line of a kind not taken is noted, and parts them."""
    for pattern, why in _REFUSED.items():
        for match in re.finditer(f"^{pattern}", text.text, re.MULTILINE):
            text.fault(match.start(), why)
    for match in _CHUNK.finditer(text.text):
        kind: Any = match.lastgroup
        if match["indent"]:
            what = "indented text" if kind == "paragraph" else "a list within a list"
            text.fault(match.start(), f"{what} is not taken; begin at the left margin")
        yield _Chunk(kind, *match.span(kind))


def _read_blocks(text: Manuscript, chunks: list[_Chunk]) -> Iterator[Block]:
    """Yield the blocks; items of a list that follow each other are one."""
    for (kind, _), run in groupby(
        chunks, lambda c: (c.kind, c.kind in _LISTS or c.start)
    ):
        spans = [(chunk.start, chunk.end) for chunk in run]
        items = (
            text.passages(*s) if kind != "heading" else (text.passage(*s),)
            for s in spans
        )
        yield Block(kind, tuple(items))


def _read_difference(
    text: Manuscript, section: list[_Chunk], taken: list[str]
) -> Difference:
    """Return what a heading of an event begins; its id must not be among those taken."""
    (_, start, end), *chunks = section
    about = text.text[start:end]
    if found := _ACCOUNTS.fullmatch(about):
        start, about = start + found.start("about"), found["about"]
    else:
        wanted = "a heading in an event must be '## Accounts differ: <about what>'"
        text.fault(start, f"{wanted}, not {quoted(about)}")
    accounts = [_read_account(text, item) for item in chunks if item.kind == "list"]
    for other in (chunk for chunk in chunks if chunk.kind != "list"):
        text.fault(
            other.start, "a section of accounts holds a list ('- …') and nothing else"
        )
    if len(accounts) < 2:
        text.fault(
            start, f"accounts of {quoted(about)} must be two or more, each '- …'"
        )
    identifier = f"differ-{slug(about) or len(taken) + 1}"
    if identifier in taken:
        text.fault(start, f"two sections of this entry are about {quoted(about)}")
    return Difference(text.passage(start, end).html, identifier, tuple(accounts))


def _read_account(text: Manuscript, item: _Chunk) -> Account:
    date, start = None, item.start
    match = _OWN_DATE.match(text.text, item.start, item.end)
    if match and _LIKE_A_DATE.match(match["date"]):
        try:
            date, start = read_date(match["date"]), match.end()
        except DateFault as fault:
            text.fault(item.start, str(fault))
    return Account(date, text.passages(start, item.end))


def read_prose(record: Record, *, is_event: bool) -> Prose:
    """Return the body as passages; every paragraph and list item without evidence is noted."""
    text = Manuscript(record)
    if not record.body.strip():
        text.fault(
            0, "the text is missing; say what happened and end with [@id, para. 3]"
        )
    chunks = list(_list_chunks(text))
    cuts = [n for n, chunk in enumerate(chunks) if is_event and chunk.kind == "heading"]
    cuts.append(len(chunks))
    differences: list[Difference] = []
    for start, end in pairwise(cuts):
        taken = [difference.id for difference in differences]
        differences.append(_read_difference(text, chunks[start:end], taken))
    return Prose(tuple(_read_blocks(text, chunks[: cuts[0]])), tuple(differences))


def read_own_words(record: Record) -> tuple[Markup, Links]:
    """Return the HTML of a text that speaks of the site or a source itself, without citations."""
    html, links = page(record.body)
    return html, tuple(Manuscript(record).locate_links(links))
