"""The periods into which the settings divide the chronology."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from chronology.content.fields import Fields, When
from chronology.dates.comparison import can_all_be_true
from chronology.dates.edtf import Date
from chronology.syntax.addresses import slug
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.records import Record
from chronology.wording import quoted


class PeriodFields(Fields):
    """A period as it stands in the settings."""

    name: str
    from_: When = Field(alias="from")
    to: When | None = None
    """None if the period goes on."""
    about: str | None = None


@dataclass(frozen=True)
class Period:
    """A stretch of the chronology, with a cited sentence."""

    name: str
    id: str
    """Its fragment on the index."""
    time: Date
    about: tuple[Passage, ...]

    def covers(self, date: Date) -> bool:
        """Return whether the period contains the day by which the date is sorted."""
        day = date.order[0]
        return can_all_be_true([self.time, Date("single", day, day)])


def read_periods(
    all_fields: tuple[PeriodFields, ...], record: Record
) -> Iterator[Period]:
    """Yield the periods with their cited sentences read; faults are noted."""
    taken: set[str] = set()
    for index, fields in enumerate(all_fields):
        period = _read_period(fields, index, record)
        if period.id in taken:
            message = f"a period has the name {quoted(fields.name)} too"
            record.fault(message, "periods", index)
        taken.add(period.id)
        yield period


def _read_period(fields: PeriodFields, index: int, record: Record) -> Period:
    """Return one period; faults are noted."""
    text = fields.about or ""
    position = record.at("periods", index, "about")
    about = Manuscript(record, text, position).whole()
    time = Date("interval", fields.from_.start, fields.to.end if fields.to else None)
    if not can_all_be_true([time]):
        record.fault("the period ends before it begins", "periods", index, "to")
    return Period(
        name=fields.name,
        id=f"period-{slug(fields.name) or index + 1}",
        time=time,
        about=about,
    )
