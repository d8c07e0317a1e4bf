"""Looks for quotations in the paragraphs of an article, and says why one is not found."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.source import Source
from chronology.evidence.articles import Article
from chronology.evidence.matching import nearest_words, stands_in
from chronology.syntax.locators import paragraphs_in_words
from chronology.syntax.passages import Quotation
from chronology.timeline.statements import Statement
from chronology.wording import quoted


@dataclass(frozen=True)
class CitedParagraph:
    """A paragraph that a passage cites for a quotation."""

    number: int
    voice: str | None
    """Who says it; if it is given, only words that the article itself quotes count."""


def list_cited(statement: Statement, source: Source) -> Iterator[CitedParagraph]:
    """Yield the paragraphs of the source that a statement cites."""
    for citation in statement.passage.citations:
        if citation.source == source.id:
            for number in citation.locator.paragraphs:
                yield CitedParagraph(number, citation.voice)


def find_in(article: Article, cited: list[CitedParagraph], text: str) -> set[int]:
    """Return the cited paragraphs in which the words stand."""
    return {
        each.number
        for each in cited
        if stands_in(
            text, article.paragraphs.get(each.number, ""), spoken=each.voice is not None
        )
    }


def why_not(
    quotation: Quotation, cited: list[CitedParagraph], source: Source, article: Article
) -> str:
    """Return why a quotation does not stand where it should, and where it does stand."""
    text = quotation.text
    numbers = [each.number for each in cited]
    where = f"{paragraphs_in_words(numbers)} of {quoted(source.id)}"
    holding = _find_anywhere(article, text)
    if not set(numbers).isdisjoint(holding):
        voices = [each.voice for each in cited if each.voice]
        what = (
            f"are the article's own words in {where}, not between its quotation marks"
        )
        cure = f"say them in ours, or leave out the voice {quoted(voices[0])}"
        return f"“{text}” {what}; {cure}"
    if holding:
        instead = f"but in {paragraphs_in_words(holding)}"
    else:
        instead = _nearly(text, numbers, article)
    return f"“{text}” does not stand in {where}, {instead}"


def _find_anywhere(article: Article, text: str) -> list[int]:
    """Return the paragraphs in which the words stand, cited or not."""
    return [
        number
        for number, paragraph in article.paragraphs.items()
        if stands_in(text, paragraph)
    ]


def _nearly(text: str, numbers: list[int], article: Article) -> str:
    """Return which words of the cited paragraphs are nearly these."""
    for number in numbers:
        near = nearest_words(text, article.paragraphs.get(number, ""))
        if near:
            return f"which has “{near}”"
    return "nor elsewhere in the article"
