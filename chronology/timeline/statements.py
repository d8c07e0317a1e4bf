"""The statements of a chronology: its passages, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.files import REGISTRY_PATH, SETTINGS
from chronology.content.names import ADDRESS as NAMES
from chronology.content.names import Named
from chronology.content.periods import Period
from chronology.content.slips import Slip
from chronology.content.source import Source
from chronology.content.texts import Text
from chronology.syntax.passages import Passage


@dataclass(frozen=True, eq=False)
class Statement:
    """One passage, with the file and the page on which it stands."""

    path: str
    """The file in which an editor wrote it."""
    title: str
    """The title under which it stands."""
    address: str
    """The page that shows it."""
    fragment: str | None
    """The id of its place on that page; None if it has no place of its own."""
    passage: Passage
    event: Event | None = None
    """The entry that makes it; None if a text, a period, a name or a slip does."""
    is_slip: bool = False
    """Whether it says what a source has wrong or corrects that, not what happened."""
    is_better: bool = False
    """Whether it corrects a slip."""


def list_statements_of_prose(owner: Event | Text) -> Iterator[Statement]:
    """Yield the passages of an entry or a text as statements."""
    event = owner if isinstance(owner, Event) else None
    for fragment, passage in owner.prose.placed():
        yield Statement(
            path=owner.path,
            title=owner.fields.title,
            address=owner.address,
            fragment=fragment,
            passage=passage,
            event=event,
        )


def list_statements_of_event(event: Event) -> Iterator[Statement]:
    """Yield the passages of an entry, those about its date and its outcome last."""
    yield from list_statements_of_prose(event)
    outcome = (event.outcome.passage,) if event.outcome else ()
    for passage in (*event.dating, *outcome):
        yield Statement(
            path=event.path,
            title=event.fields.title,
            address=event.address,
            fragment=None,
            passage=passage,
            event=event,
        )


def list_statements_of_text(text: Text) -> Iterator[Statement]:
    """Yield the passages of a text, and those of its summary, which stand on the index."""
    yield from list_statements_of_prose(text)
    for passage in text.summary:
        yield Statement(
            path=text.path,
            title=text.fields.title,
            address="index.html",
            fragment=None,
            passage=passage,
        )


def list_statements_of_period(period: Period, *, is_shown: bool) -> Iterator[Statement]:
    """Yield the statements about a period; only a period with entries has a place on the index."""
    for passage in period.about:
        yield Statement(
            path=SETTINGS,
            title=period.name,
            address="index.html",
            fragment=period.id if is_shown else None,
            passage=passage,
        )


def list_statements_of_name(named: Named) -> Iterator[Statement]:
    """Yield the statements about a name."""
    for passage in named.about:
        yield Statement(
            path=REGISTRY_PATH,
            title=named.fields.name,
            address=NAMES,
            fragment=named.id,
            passage=passage,
        )


def list_statements_of_slips(source: Source) -> Iterator[Statement]:
    """Yield the statements about what a source has wrong, and those that correct it."""
    for slip in source.slips:
        for passage in filter(None, (slip.says, slip.better)):
            yield Statement(
                path=source.path,
                title=f"Error or doubt: {source.name} {_paragraphs(slip)}",
                address=source.address,
                fragment="slips",
                passage=passage,
                is_slip=True,
                is_better=passage is slip.better,
            )


def _paragraphs(slip: Slip) -> str:
    """Return the paragraphs of a slip as readers see them: ¶2, ¶5."""
    return ", ".join(f"¶{number}" for number in slip.para)
