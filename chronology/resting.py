"""What rests on a source, paragraph by paragraph, and the way to its very words."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from chronology.chronology import Chronology
from chronology.model import Source, Use
from chronology.passages import Passage
from chronology.quotations import pieces


@dataclass(frozen=True)
class Found:
    """A quotation, and where a reader finds these words."""

    text: str
    href: str | None


@dataclass(frozen=True)
class Resting:
    """One passage that rests on a source, and where it stands."""

    title: str
    address: str
    fragment: str | None
    passage: Passage
    quotations: tuple[Found, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source, and what rests on it."""

    number: int | None
    """None for a source that is cited without paragraph."""
    uses: tuple[Resting, ...]


def list_paragraphs(chronology: Chronology, source: Source) -> Iterator[Paragraph]:
    """Yield each paragraph that is cited, in the order of the source."""
    uses = chronology.uses_of[source.id]
    cited = {number for _, citation in uses for number in citation.paragraphs or (None,)}
    for number in sorted(cited, key=lambda number: number or 0):
        there = [use for use, c in uses if number in (c.paragraphs or (None,))]
        yield Paragraph(number, tuple(dict.fromkeys(_rest(source, use, number) for use in there)))


def _rest(source: Source, use: Use, number: int | None) -> Resting:
    texts = [quotation.text for quotation in use.passage.quotations]
    held = [
        text for text in texts if number and source.ledger and source.ledger.holds(text, [number])
    ]
    found = tuple(Found(text, _find_words(source, text)) for text in held)
    return Resting(use.title, use.address, use.fragment, use.passage, found)


def _find_words(source: Source, quotation: str) -> str | None:
    """Return the address of the text with a fragment that finds the very words in it."""
    if source.readable_at is None:
        return None
    parts = pieces(quotation)
    ends = [parts[0]] if len(parts) == 1 else [parts[0], parts[-1]]
    words = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{source.readable_at}#:~:text={words}"
