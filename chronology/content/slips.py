"""The known errors of a source, as its record has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from chronology.content.fields import Conflict, Fields, Paragraphs, See, Several, Texts
from chronology.content.seeing import list_addresses, list_citations, read_line
from chronology.syntax.citations import Citation
from chronology.syntax.locators import Locator
from chronology.syntax.passages import Passage
from chronology.syntax.records import Record

NO_ENTRY = "none"
"""What `touches` says of a slip that concerns no entry."""


class SlipFields(Fields):
    """A known error of a source, as it stands in the record."""

    para: Paragraphs
    says: str
    better: str | None = None
    see: Annotated[tuple[See, ...], Several] = ()
    """Web addresses, and citations of sources that have it right."""
    touches: Texts = ()
    """`none`, or the ids of the entries it concerns; without it all that cite the paragraph."""

    @classmethod
    def list_conflicts(cls, typed: Mapping[str, object]) -> Iterator[Conflict]:
        """Yield a conflict if only one of `better` and `see` is given."""
        if "better" in typed and "see" not in typed:
            yield ("see",), "without 'see' nothing is 'better'; say where it stands"
        if "see" in typed and "better" not in typed:
            yield ("see",), "'better' is missing; say what stands where 'see' leads"


@dataclass(frozen=True)
class Slip:
    """A known error of a source, with its correction if one is known."""

    para: tuple[int, ...]
    says: Passage
    better: Passage | None
    """None if no source for a correction was found."""
    see: tuple[str, ...]
    """Web addresses."""
    citations: tuple[Citation, ...]
    """Sources of this chronology that have it right."""
    touches: tuple[str, ...] | None
    """The ids of the entries it concerns; None where all that cite the paragraph."""


def read_slips(
    source: str, all_fields: tuple[SlipFields, ...], record: Record
) -> Iterator[Slip]:
    """Yield the slips of a source with their texts read; faults are noted."""
    for index, slip in enumerate(all_fields):
        place = ("slips", index)
        own = Citation(source, Locator(slip.para), None, record.at(*place, "para"))
        cited = list_citations(slip.see, record, *place, "see")
        better = None
        if slip.better:
            better = read_line(slip.better, cited, record, *place, "better")
        yield Slip(
            para=slip.para,
            says=read_line(slip.says, (own,), record, *place, "says"),
            better=better,
            see=list_addresses(slip.see),
            citations=cited,
            touches=_find_touched(slip),
        )


def _find_touched(slip: SlipFields) -> tuple[str, ...] | None:
    """Return the ids of the entries that a slip concerns; None where it names none."""
    if not slip.touches:
        return None
    return () if slip.touches == (NO_ENTRY,) else slip.touches
