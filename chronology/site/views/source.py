"""The page of a source: what it is, and what rests on each of its paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.source import Source
from chronology.site.views.references import (
    Reference,
    References,
    Way,
    list_better,
    list_ways,
)
from chronology.timeline.chronology import Chronology
from chronology.timeline.statements import Statement


@dataclass(frozen=True)
class FoundQuotation:
    """Words that a passage quotes from a paragraph."""

    text: str
    address: str | None
    """Where the words are found in the article; None where no address is known."""


@dataclass(frozen=True)
class Resting:
    """A statement that rests on a paragraph, as the source's page shows it."""

    statement: Statement
    follows: bool
    """Whether it stands under the same title as the one before it."""
    is_account: bool
    """Whether it is one of the accounts that differ."""
    voices: tuple[str, ...]
    """Whose word an account is, where the source passes it on."""
    quotations: tuple[FoundQuotation, ...]
    """Those that were checked in this paragraph."""

    @property
    def quotes_more_than_once(self) -> bool:
        """Whether a reader must be told which of its quotations is meant."""
        return len(self.statement.passage.quotations) > 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source, with what rests on it."""

    number: int | None
    """None where the source is cited as a whole."""
    resting: tuple[Resting, ...]


@dataclass(frozen=True)
class SourceView:
    """What the page of a source shows."""

    source: Source
    ways: tuple[Way, ...]
    voices: tuple[str, ...]
    """Whose word it passes on."""
    alone: tuple[Event, ...]
    """The entries that rest on this source alone."""
    paragraphs: tuple[Paragraph, ...]
    better: tuple[Reference, ...]
    """The sources that have right what this one has wrong."""


def view_source(
    source: Source, chronology: Chronology, references: References
) -> SourceView:
    """Return what the page of a source shows."""
    citing = chronology.citing
    return SourceView(
        source=source,
        ways=tuple(list_ways(source)),
        voices=tuple(citing.voices_in(source)),
        alone=chronology.alone_on.get(source.id, ()),
        paragraphs=tuple(
            Paragraph(number, tuple(_list_resting(statements, source, number)))
            for number, statements in citing.by_paragraph(source)
        ),
        better=references.to(list_better(source.slips, chronology)),
    )


def _list_resting(
    statements: list[Statement], source: Source, number: int | None
) -> Iterator[Resting]:
    """Yield the statements that rest on a paragraph; of several under one title it is said once."""
    before = None
    for statement in statements:
        place = (statement.title, statement.address)
        is_account = statement.event is not None and statement.fragment is not None
        voices = _list_voices(statement, source, number) if is_account else ()
        yield Resting(
            statement=statement,
            follows=place == before,
            is_account=is_account,
            voices=tuple(voices),
            quotations=tuple(_list_quotations(statement, source, number)),
        )
        before = place


def _list_voices(
    statement: Statement, source: Source, number: int | None
) -> Iterator[str]:
    """Yield whose word a statement is, as it cites this paragraph; nothing else names them."""
    for citation in statement.passage.citations:
        is_here = not number or number in citation.locator.paragraphs
        if citation.source == source.id and citation.voice and is_here:
            yield citation.voice


def _list_quotations(
    statement: Statement, source: Source, number: int | None
) -> Iterator[FoundQuotation]:
    """Yield the quotations of a statement that were checked in this paragraph."""
    if source.ledger is None or number is None:
        return
    for quotation in statement.passage.quotations:
        if source.ledger.holds(quotation.text, [number]):
            yield FoundQuotation(quotation.text, source.find_words(quotation.text))
