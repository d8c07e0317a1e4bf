"""Reads the body of a file: its blocks, and the sections in which accounts differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chronology.syntax.accounts import Difference, read_difference
from chronology.syntax.blocks import Block, read_blocks
from chronology.syntax.chunks import Chunk, list_chunks
from chronology.syntax.citations import Citation
from chronology.syntax.markup import page
from chronology.syntax.passages import Links, Manuscript, Passage
from chronology.syntax.records import Record


@dataclass(frozen=True)
class Prose:
    """A body of cited text."""

    blocks: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()
    """Where accounts differ, and where one statement stands in several translations."""

    @property
    def disputes(self) -> tuple[Difference, ...]:
        """The points on which accounts differ; translations of one statement are none."""
        return tuple(
            difference
            for difference in self.differences
            if not difference.is_translation
        )

    def passages(self) -> Iterator[Passage]:
        """Yield every passage in the order of the text, those of accounts last."""
        for _, passage in self.placed():
            yield passage

    def placed(self) -> Iterator[tuple[str | None, Passage]]:
        """Yield each passage with the id of the difference it belongs to, or None."""
        for block in self.blocks:
            for item in block.items:
                for passage in item:
                    yield None, passage
        for difference in self.differences:
            for account in difference.accounts:
                for passage in account.passages:
                    yield difference.id, passage

    def citations(self) -> Iterator[Citation]:
        """Yield every citation, in the order of the passages."""
        for passage in self.passages():
            yield from passage.citations


def read_prose(record: Record, *, is_event: bool) -> Prose:
    """Return the body as prose; each paragraph or list item without a citation is noted.

    In an event every heading begins a section in which accounts differ.
    """
    manuscript = Manuscript(record)
    if not record.body.strip():
        message = "the text is missing; say what happened and end with [@id, para. 3]"
        manuscript.fault(0, message)
    opening = list(list_chunks(manuscript))
    sections: list[list[Chunk]] = []
    if is_event:
        opening, *sections = _split_at_headings(opening)
    differences: list[Difference] = []
    for section in sections:
        taken = [difference.id for difference in differences]
        differences.append(read_difference(manuscript, section, taken))
    blocks = read_blocks(manuscript, opening)
    return Prose(tuple(blocks), tuple(differences))


def _split_at_headings(chunks: list[Chunk]) -> list[list[Chunk]]:
    """Return the chunks before the first heading, then each heading with what follows it."""
    sections: list[list[Chunk]] = [[]]
    for chunk in chunks:
        if chunk.shape == "heading":
            sections.append([])
        sections[-1].append(chunk)
    return sections


def read_own_words(record: Record) -> tuple[Markup, Links]:
    """Return the HTML and the links of a text about the site itself or about a source.

    Such a text needs no citations.
    """
    html, links = page(record.body)
    located = Manuscript(record).locate_links(links)
    return html, tuple(located)
