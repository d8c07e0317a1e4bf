"""References to sources: numbered alike on all pages, with the ways to the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from chronology.content.slips import Slip
from chronology.content.source import Source
from chronology.timeline.chronology import Chronology


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


def host(address: str) -> str:
    """Return the host of an address of the web, without www."""
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
    """Numbers the sources alike on all pages: first those that the index cites."""

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
