"""What a chronology is made of once it is read: events, sources, periods, pages in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from chronology.content.forms import EventForm, Form, SourceForm, WordsForm
from chronology.dates.edtf import Date, can_all_be_true
from chronology.evidence.matching import Ledger, pieces
from chronology.syntax.citations import Citation
from chronology.syntax.passages import Links, Passage
from chronology.syntax.prose import Prose
from chronology.syntax.records import Record


class _Recorded(Form):
    """A form that was checked, with the record it was read from."""

    record: Record
    id: str
    """Its file's name without ending, of a page in words without `_`."""

    @property
    def path(self) -> str:
        """Its file, from the chronology's folder."""
        return self.record.path


class Event(EventForm, _Recorded):
    """One entry: the fields an editor filled in, and what the body says."""

    prose: Prose

    @property
    def address(self) -> str:
        """Its page, from the site's root."""
        return f"events/{self.id}.html"

    @property
    def is_draft(self) -> bool:
        """Whether only the preview shows it."""
        return self.draft == "true"

    @property
    def disputed(self) -> bool:
        """Whether accounts differ on a point of it."""
        return bool(self.prose.differences)

    @property
    def changed(self) -> Date:
        """The day on which it was last corrected, withdrawn or first added."""
        changes = [
            change.date for change in (*self.corrections, self.withdrawn) if change
        ]
        return max([self.added, *changes], key=lambda day: day.order)


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


class Source(SourceForm, _Recorded):
    """One source: its record, its ledger, and what we say of it in our own words."""

    html: Markup
    links: Links
    ledger: Ledger | None
    known_slips: tuple[Slip, ...]

    @property
    def address(self) -> str:
        """Its page, from the site's root."""
        return f"sources/{self.id}.html"

    @property
    def name(self) -> str:
        """What citations call it: its outlet's short name."""
        return (
            self.container_title_short or self.container_title or self.title or self.id
        )

    @property
    def headline(self) -> str:
        """Its title, or its outlet and day where the headline is not known."""
        known = [
            self.container_title or self.id,
            self.issued.words if self.issued else None,
        ]
        return self.title or f"{', '.join(filter(None, known))} (headline not found)"

    @property
    def own_paragraphs(self) -> str:
        """Its paragraphs as the record has them: 1-2, 5-7."""
        return str((self.record.typed or {}).get("paragraphs", ""))

    @property
    def is_extract(self) -> bool:
        """Whether nobody had its whole text at hand."""
        return self.seen == "extract"

    def find_words(self, quotation: str) -> str | None:
        """Return the address of the text, with a fragment that finds the very words in it.

        It is the original's, or else the copy's; None where no address is known.
        """
        address = self.url or self.copy_address or self.archived
        first, *rest = pieces(quotation)
        words = ",".join(
            quote(end, safe="").replace("-", "%2D") for end in (first, *rest[-1:])
        )
        return address and f"{address}#:~:text={words}"


class Period(NamedTuple):
    """A stretch of the chronology, with a cited sentence."""

    name: str
    id: str
    """Its fragment on the index."""
    time: Date
    about: tuple[Passage, ...]

    def covers(self, date: Date) -> bool:
        """Return whether the day by which a date is ordered lies in it."""
        return can_all_be_true(
            [self.time, Date("single", date.order[0], date.order[0])]
        )


class Words(WordsForm, _Recorded):
    """A page in words: `events/_introduction.md` and its kind."""

    prose: Prose = Prose()
    html: Markup = Markup()
    """The whole text where it speaks of the site itself; else empty."""
    links: Links = ()

    @property
    def address(self) -> str:
        """The page that shows it."""
        return "index.html" if self.id == "introduction" else f"{self.id}.html"


class Use(NamedTuple):
    """One passage where it stands, for the source that it rests on."""

    path: str
    """The file to mend it in."""
    title: str
    address: str
    fragment: str | None
    passage: Passage
    event: Event | None = None
    is_slip: bool = False
    """Whether it says what a source has wrong, and not what happened."""


def uses_of_prose(owner: Event | Words) -> Iterator[Use]:
    """Yield the passages of an entry or a page, each with the spot where a reader finds it."""
    event = owner if isinstance(owner, Event) else None
    for fragment, passage in owner.prose.placed():
        yield Use(owner.path, owner.title, owner.address, fragment, passage, event)
