"""What was decided later of an allegation."""

from dataclasses import dataclass
from typing import Annotated

from chronology.content.fields import Day, Fields, See, Several
from chronology.content.seeing import list_citations, read_line
from chronology.dates.edtf import Date
from chronology.syntax.passages import Passage
from chronology.syntax.records import Record

FIELD = "outcome"


class OutcomeFields(Fields):
    """What was decided later of an allegation."""

    date: Day
    text: str
    see: Annotated[tuple[See, ...], Several]
    """Citations."""


@dataclass(frozen=True)
class Outcome:
    """What was decided later of an allegation."""

    date: Date
    passage: Passage
    """With the citations of `see`."""


def read_outcome(fields: OutcomeFields | None, record: Record) -> Outcome | None:
    """Return the outcome with its citations, None where there is none; faults are noted."""
    if fields is None:
        return None
    cited = list_citations(fields.see, record, FIELD, "see")
    if not cited:
        wanted = "'see' of an outcome must be a citation: [@id, para. 3]"
        record.fault(wanted, FIELD, "see")
    return Outcome(fields.date, read_line(fields.text, cited, record, FIELD, "text"))
