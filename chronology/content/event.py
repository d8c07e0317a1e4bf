"""An entry of the chronology: `events/<id>.md`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from chronology.content.fields import (
    Conflict,
    Day,
    Fields,
    Known,
    Several,
    Texts,
    Title,
    When,
)
from chronology.content.files import DATE_PREFIX, EVENTS
from chronology.content.filling import read_fields
from chronology.content.outcomes import Outcome, OutcomeFields, read_outcome
from chronology.content.settings import Settings
from chronology.dates.edtf import Date
from chronology.problems import Problems
from chronology.syntax.addresses import slug
from chronology.syntax.frontmatter import read_record
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.prose import Prose, read_prose
from chronology.syntax.records import Record

LONGEST_LABEL = 28
_STAYS = "a name stays for good: where the date was corrected, a correction says what it 'was'"


class Correction(Fields):
    """A correction: when it was made, and what was wrong."""

    date: Day
    was: When | None = None
    """The earlier date, if the date was corrected."""
    note: str


class Withdrawn(Fields):
    """When an entry was withdrawn, and why."""

    date: Day
    reason: str


Switch = Literal["true", "false"]


class EventFields(Fields):
    """The front matter of `events/<id>.md`."""

    title: Title
    date: When
    kind: Known
    added: Day
    """The day on which the entry was first published."""
    places: Annotated[tuple[Known, ...], Several] = Field((), alias="place")
    label: Annotated[Title, Field(max_length=LONGEST_LABEL)] | None = None
    """The title's short form in the figure."""
    status: Literal["reported", "claimed", "alleged"] = "reported"
    order: int | None = None
    """Sorts entries of the same date."""
    people: Texts = ()
    milestone: Switch = "false"
    """Whether it is a turning point, named in the figure."""
    dating: str | None = None
    """Why the date is as it is."""
    outcome: OutcomeFields | None = None
    """What was decided later; only of what is alleged."""
    formerly: Texts = ()
    """Former ids of this entry, or of entries that were merged into it."""
    draft: Switch = "false"
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None

    @classmethod
    def list_conflicts(cls, typed: Mapping[str, object]) -> Iterator[Conflict]:
        """Yield that only what is alleged has an outcome."""
        if "outcome" in typed and typed.get("status") != "alleged":
            yield ("outcome",), "'outcome' stands only with 'status: alleged'"


@dataclass(frozen=True, eq=False)
class Event:
    """One entry: the fields an editor filled in, and what the body says."""

    id: str
    """The name of its file, without the ending."""
    record: Record
    fields: EventFields
    prose: Prose
    dating: tuple[Passage, ...] = ()
    """Why the date is as it is, apart from the prose."""
    outcome: Outcome | None = None

    @property
    def path(self) -> str:
        """Its file, from the chronology's folder."""
        return self.record.path

    @property
    def address(self) -> str:
        """Its page, from the site's root."""
        return f"events/{self.id}.html"

    @property
    def short_title(self) -> str:
        """Its label, or its title if it has no label."""
        return self.fields.label or self.fields.title

    @property
    def is_milestone(self) -> bool:
        """Whether it is a turning point, named in the figure."""
        return self.fields.milestone == "true"

    @property
    def is_draft(self) -> bool:
        """Whether only the preview shows it."""
        return self.fields.draft == "true"

    @property
    def disputed(self) -> bool:
        """Whether its accounts differ on any point."""
        return bool(self.prose.disputes)

    @property
    def changes(self) -> tuple[Correction | Withdrawn, ...]:
        """Its corrections, and its withdrawal if it was withdrawn."""
        if self.fields.withdrawn:
            return (*self.fields.corrections, self.fields.withdrawn)
        return self.fields.corrections

    @property
    def changed(self) -> Date:
        """The day of its last change: when it was added, corrected or withdrawn."""
        days = [self.fields.added, *(change.date for change in self.changes)]
        return max(days, key=lambda day: day.order)


def read_event(
    file: Path, settings: Settings, problems: Problems, *, drafts: bool
) -> Event | None:
    """Return the event, or None after noting every fault of its file.

    Without `drafts` the faults of a draft are not noted; the preview reports them.
    """
    record = read_record(file, f"{EVENTS}/{file.name}", problems)
    if record is None:
        return None
    if not drafts and (record.typed or {}).get("draft") == "true":
        record = replace(record, problems=Problems())
    if not DATE_PREFIX.match(file.stem) or file.name != f"{slug(file.stem)}.md":
        record.fault(
            "an event's file is named YYYY[-MM[-DD]]-slug.md, of a-z, 0-9 and -"
        )
    fields = read_fields(EventFields, record, settings)
    prose = read_prose(record, is_event=True)
    if fields is None:
        return None
    event = Event(
        id=file.stem,
        record=record,
        fields=fields,
        prose=prose,
        dating=_read_dating(fields, record),
        outcome=read_outcome(fields.outcome, record),
    )
    _check_prefix(event)
    return event


def _read_dating(fields: EventFields, record: Record) -> tuple[Passage, ...]:
    """Return the remark on the date, read into passages; faults are noted."""
    if fields.dating is None:
        return ()
    return Manuscript(record, fields.dating, record.at("dating")).remark()


def _check_prefix(event: Event) -> None:
    """Note a file name that begins with a date which the entry neither has nor had."""
    begins = DATE_PREFIX.match(event.id)
    earlier = [change.was.prefix for change in event.fields.corrections if change.was]
    prefix = event.fields.date.prefix
    if begins and begins[0] not in [prefix, *earlier]:
        named = f"the file's name begins with {begins[0]}"
        event.record.fault(f"{named}, but the date with {prefix}; {_STAYS}", "date")
