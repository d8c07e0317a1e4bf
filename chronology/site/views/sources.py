"""Sources as pages show them: numbered references, slips, and what rests on each paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from chronology.content.event import Event
from chronology.content.source import Slip, Source
from chronology.timeline.chronology import Chronology
from chronology.timeline.statements import Statement
from chronology.wording import counted


@dataclass(frozen=True)
class Way:
    """A way to the text of a source."""

    address: str
    words: str
    """Where it leads: `The article at example.org`."""


@dataclass(frozen=True)
class Reference:
    """A source in a list of references."""

    source: Source
    number: int
    """The same on all pages, counted from 1."""
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class FoundQuotation:
    """Words that a passage quotes from a paragraph."""

    text: str
    address: str | None
    """Where the article has the words; None if no address is known."""


@dataclass(frozen=True)
class Resting:
    """A statement that rests on a paragraph, as the source's page shows it."""

    statement: Statement
    follows: bool
    """Whether it stands under the same title as the one before it."""
    is_account: bool
    """Whether it is one of the accounts that differ."""
    voices: tuple[str, ...]
    """Who gives the account, if the source passes it on."""
    quotations: tuple[FoundQuotation, ...]
    """The quotations that were checked in this paragraph."""

    @property
    def quotes_more_than_once(self) -> bool:
        """Whether a reader must be told which of its quotations is meant."""
        return len(self.statement.passage.quotations) > 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a source, with what rests on it."""

    number: int | None
    """None if the source is cited as a whole."""
    resting: tuple[Resting, ...]


@dataclass(frozen=True)
class SourceView:
    """What the page of a source shows."""

    source: Source
    ways: tuple[Way, ...]
    voices: tuple[str, ...]
    """The people and outlets whose words it passes on."""
    alone: tuple[Event, ...]
    """The entries that rest on this source alone."""
    paragraphs: tuple[Paragraph, ...]
    better: tuple[Reference, ...]
    """The sources that have right what this one has wrong."""


@dataclass(frozen=True)
class ListedSource:
    """A source in the list of all, with how often it is cited."""

    source: Source
    ways: tuple[Way, ...]
    citations: int
    in_entries: int
    """How many of the citations stand in entries."""
    entries: int

    @property
    def words(self) -> str:
        """How often it is cited, and in how many entries."""
        words = counted(self.citations, "citation")
        if not self.entries:
            return f"{words}, none in an entry"
        some = (
            f", {self.in_entries} of them" if self.in_entries < self.citations else ""
        )
        return f"{words}{some} in {counted(self.entries, 'entry', 'entries')}"


@dataclass(frozen=True)
class SourcesView:
    """What the list of sources shows."""

    whole: tuple[ListedSource, ...]
    extracts: tuple[ListedSource, ...]
    """The sources of which only an extract was seen."""

    @property
    def words(self) -> str:
        """How many sources were seen as a whole, and how many in extract."""
        whole = len(self.whole)
        extracts = len(self.extracts)
        seen = "an extract" if extracts == 1 else "extracts"
        them = "it" if extracts == 1 else "them"
        return (
            f"We read {whole} of {whole + extracts} sources in full and cite them by "
            f"paragraph. We saw only {seen} of {extracts}, so we cite {them} without "
            f"paragraphs and never quote {them}."
        )


def host(address: str) -> str:
    """Return the host of a web address, without www."""
    return urlsplit(address).netloc.removeprefix("www.")


def list_ways(source: Source) -> Iterator[Way]:
    """Yield the ways to the text: where it was published, a copy, an archive."""
    ways = (
        (source.fields.url, "The article at"),
        (source.fields.copy_address, "A copy at"),
        (source.fields.archived, "Archived at"),
    )
    for address, words in ways:
        if address:
            yield Way(address, f"{words} {host(address)}")


class References:
    """The sources with numbers that are the same on all pages; those on the index come first."""

    def __init__(self, chronology: Chronology) -> None:
        """Number the sources of a chronology."""
        in_turn = dict.fromkeys(
            [*chronology.citing.on_index, *chronology.sources.values()]
        )
        self.all = tuple(
            Reference(source, number, tuple(list_ways(source)))
            for number, source in enumerate(in_turn, 1)
        )

    def to(self, sources: Iterable[Source]) -> tuple[Reference, ...]:
        """Return the references to these sources, in the order of their numbers."""
        ids = {source.id for source in sources}
        return tuple(reference for reference in self.all if reference.source.id in ids)


def list_better(slips: Iterable[Slip], chronology: Chronology) -> list[Source]:
    """Return the sources that have right what these slips have wrong."""
    cited = {citation.source for slip in slips for citation in slip.citations}
    return [source for id_, source in chronology.sources.items() if id_ in cited]


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
    """Yield the statements that rest on a paragraph; a title that repeats is marked."""
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
    """Yield the voices with which a statement cites this paragraph of the source."""
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


def view_sources(chronology: Chronology) -> SourcesView:
    """Return what the list of sources shows."""
    listed = list(_list_sources(chronology))
    return SourcesView(
        whole=tuple(one for one in listed if not one.source.is_extract),
        extracts=tuple(one for one in listed if one.source.is_extract),
    )


def _list_sources(chronology: Chronology) -> Iterator[ListedSource]:
    """Yield every source with how often it is cited, not counting slips."""
    for source in chronology.sources.values():
        cited = chronology.citing.by_source[source.id]
        uses = [statement for statement, _ in cited if not statement.is_slip]
        told = [statement for statement in uses if statement.event]
        yield ListedSource(
            source=source,
            ways=tuple(list_ways(source)),
            citations=len(uses),
            in_entries=len(told),
            entries=len({statement.address for statement in told}),
        )
