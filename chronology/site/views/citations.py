"""A citation as pages show it: the outlet, the paragraphs, and whose word it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronology.content.source import Source
from chronology.syntax.citations import Citation
from chronology.syntax.passages import Passage

_LONG = 24
"""If an outlet's name has more characters, its citation may be broken across lines."""


@dataclass(frozen=True)
class CitationLink:
    """One link of a citation: a run of paragraphs, or the whole source."""

    address: str
    fragment: str | None
    text: str
    """What the link says: `Evening Post ¶2–4`, or `¶6` if the outlet was named before."""
    follows: bool
    """Whether it follows another link, so that a comma stands before it."""


@dataclass(frozen=True)
class CitationView:
    """One citation of a passage."""

    links: tuple[CitationLink, ...]
    voice: str | None
    is_long: bool
    """Whether its outlet's name is too long to stay on one line."""
    is_extract: bool


@dataclass(frozen=True)
class PassageView:
    """One passage with its citations."""

    passage: Passage
    citations: tuple[CitationView, ...]


def view_passages(
    passages: Sequence[Passage], sources: Mapping[str, Source]
) -> Iterator[PassageView]:
    """Yield the passages of a paragraph; an outlet is named only where it changes."""
    before: str | None = None
    for passage in passages:
        citations = tuple(view_citations(passage.citations, sources, before=before))
        if passage.citations:
            before = passage.citations[-1].source
        yield PassageView(passage, citations)


def view_citations(
    citations: Sequence[Citation],
    sources: Mapping[str, Source],
    *,
    before: str | None = None,
) -> Iterator[CitationView]:
    """Yield citations; consecutive ones of a source name its outlet once.

    `before` is the source that was cited just before.
    """
    for citation in citations:
        source = sources[citation.source]
        is_named = citation.source != before or not citation.locator
        before = citation.source
        yield CitationView(
            links=tuple(_list_links(citation, source, is_named=is_named)),
            voice=citation.voice,
            is_long=len(source.name) > _LONG,
            is_extract=not citation.locator and source.is_extract,
        )


def citations_in_words(
    citations: Sequence[Citation], sources: Mapping[str, Source]
) -> str:
    """Return citations for readers of plain text: `The Board, in Gazette, paras. 2, 5–7`."""
    return "; ".join(_in_words(citation, sources) for citation in citations)


def _in_words(citation: Citation, sources: Mapping[str, Source]) -> str:
    """Return one citation in words."""
    words = sources[citation.source].name
    if citation.voice:
        words = f"{citation.voice}, in {words}"
    runs = [
        f"{first}" if first == last else f"{first}–{last}"
        for first, last in citation.locator.runs
    ]
    if not runs:
        return words
    several = len(citation.locator.paragraphs) > 1
    return f"{words}, {'paras.' if several else 'para.'} {', '.join(runs)}"


def _list_links(
    citation: Citation, source: Source, *, is_named: bool
) -> Iterator[CitationLink]:
    """Yield a link for each run of paragraphs, or one to the whole source."""
    if not citation.locator:
        yield CitationLink(source.address, None, source.name, follows=False)
    for number, (first, last) in enumerate(citation.locator.runs):
        paragraphs = f"¶{first}" if first == last else f"¶{first}–{last}"
        if is_named and number == 0:
            paragraphs = f"{source.name} {paragraphs}"
        yield CitationLink(source.address, f"p{first}", paragraphs, follows=number > 0)
