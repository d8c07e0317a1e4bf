"""What `see` leads to: addresses of the web, and citations, each with where it stands."""

from collections.abc import Iterator
from dataclasses import replace

from chronology.content.fields import See
from chronology.syntax.citations import Citation
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.records import Record


def list_addresses(seen: tuple[See, ...]) -> tuple[str, ...]:
    """Return the addresses of the web among what `see` leads to."""
    return tuple(see for see in seen if isinstance(see, str))


def list_citations(
    seen: tuple[See, ...], record: Record, *place: str | int
) -> tuple[Citation, ...]:
    """Return the citations among what `see` leads to, each with where it stands."""
    return tuple(_list_citations(seen, record, *place))


def _list_citations(
    seen: tuple[See, ...], record: Record, *place: str | int
) -> Iterator[Citation]:
    for number, see in enumerate(seen):
        if isinstance(see, tuple):
            position = record.at(*place, number)
            for citation in see:
                yield replace(citation, position=position)


def read_line(
    text: str, cited: tuple[Citation, ...], record: Record, *place: str | int
) -> Passage:
    """Return the text of a field as a passage that rests on these citations."""
    return Manuscript(record, text, record.at(*place)).passage(0, len(text), cited)
