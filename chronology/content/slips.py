"""The known errors of a source, as its record has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from chronology.content.fields import Conflict, Fields, Paragraphs, See, Several
from chronology.syntax.citations import Citation
from chronology.syntax.locators import Locator
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.records import Record


class SlipFields(Fields):
    """A known error of a source, as its record has it."""

    para: Paragraphs
    says: str
    better: str | None = None
    see: Annotated[tuple[See, ...], Several] = ()
    """Web addresses, and citations of sources that have it right."""
    touches: Literal["none"] | None = None
    """Said of a slip in paragraphs that no entry cites."""

    @classmethod
    def list_conflicts(cls, typed: Mapping[str, object]) -> Iterator[Conflict]:
        """Yield that `better` and `see` stand together or not at all."""
        if "better" in typed and "see" not in typed:
            yield ("see",), "without 'see' nothing is 'better'; say where it stands"
        if "see" in typed and "better" not in typed:
            yield ("see",), "'better' is missing; say what stands where 'see' leads"


@dataclass(frozen=True)
class Slip:
    """A known error of a source, and what is known to be better."""

    para: tuple[int, ...]
    says: Passage
    better: Passage | None
    """None where no source was found for anything better."""
    see: tuple[str, ...]
    """Web addresses."""
    citations: tuple[Citation, ...]
    """Sources of this chronology that have it right."""


def read_slips(
    source: str, all_fields: tuple[SlipFields, ...], record: Record
) -> Iterator[Slip]:
    """Yield the slips of a source with their texts read; faults are noted."""
    for index, slip in enumerate(all_fields):
        place = ("slips", index)
        own = Citation(source, Locator(slip.para), None, record.at(*place, "para"))
        cited = tuple(_citations_of(slip, index, record))
        better = None
        if slip.better:
            better = _read_line(slip.better, cited, record, *place, "better")
        yield Slip(
            para=slip.para,
            says=_read_line(slip.says, (own,), record, *place, "says"),
            better=better,
            see=tuple(see for see in slip.see if isinstance(see, str)),
            citations=cited,
        )


def _citations_of(slip: SlipFields, index: int, record: Record) -> Iterator[Citation]:
    """Yield what `see` cites, each with where it stands."""
    for number, see in enumerate(slip.see):
        if isinstance(see, tuple):
            position = record.at("slips", index, "see", number)
            for citation in see:
                yield replace(citation, position=position)


def _read_line(
    text: str, cited: tuple[Citation, ...], record: Record, *place: str | int
) -> Passage:
    """Return the text of a field as a passage that rests on these citations."""
    return Manuscript(record, text, record.at(*place)).passage(0, len(text), cited)
