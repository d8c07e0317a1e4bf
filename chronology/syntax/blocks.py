"""Reads paragraphs, headings and lists, each with its passages."""

from collections.abc import Iterator
from typing import NamedTuple

from chronology.syntax.chunks import Chunk, Shape
from chronology.syntax.passages import Manuscript, Passage

_LISTS = ("list", "steps")


class Block(NamedTuple):
    """A paragraph, a heading, or a list with its items."""

    shape: Shape
    items: tuple[tuple[Passage, ...], ...]
    """The passages of each item; a paragraph and a heading have one item."""


def read_blocks(manuscript: Manuscript, chunks: list[Chunk]) -> Iterator[Block]:
    """Yield the blocks; consecutive items of a list form one block."""
    for run in _join_items(chunks):
        items = [_read_item(manuscript, chunk) for chunk in run]
        yield Block(run[0].shape, tuple(items))


def _join_items(chunks: list[Chunk]) -> list[list[Chunk]]:
    """Return the chunks of each block: the items of a list together, any other chunk alone."""
    runs: list[list[Chunk]] = []
    previous = None
    for chunk in chunks:
        if chunk.shape in _LISTS and chunk.shape == previous:
            runs[-1].append(chunk)
        else:
            runs.append([chunk])
        previous = chunk.shape
    return runs


def _read_item(manuscript: Manuscript, chunk: Chunk) -> tuple[Passage, ...]:
    if chunk.shape == "heading":
        return (manuscript.passage(chunk.start, chunk.end),)
    return manuscript.passages(chunk.start, chunk.end)
