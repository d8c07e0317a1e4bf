"""Statements: each passage of the chronology where it stands."""

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
    """One passage where it stands, for the sources that it rests on."""

    path: str
    """The file to mend it in."""
    title: str
    """What it stands under."""
    address: str
    """The page that shows it."""
    fragment: str | None
    """The place on that page; None where it has none of its own."""
    passage: Passage
    event: Event | None = None
    """The entry that makes it; None where a text, a period, a name or a slip does."""
    is_slip: bool = False
    """Whether it says what a source has wrong, and not what happened."""
    is_better: bool = False
    """Whether it says what is better than a slip."""


def list_statements_of_prose(owner: Event | Text) -> Iterator[Statement]:
    """Yield the passages of an entry or a text, each with the place where a reader finds it."""
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
    """Yield the passages about a period; only a period with entries has a place on the index."""
    for passage in period.about:
        yield Statement(
            path=SETTINGS,
            title=period.name,
            address="index.html",
            fragment=period.id if is_shown else None,
            passage=passage,
        )


def list_statements_of_name(named: Named) -> Iterator[Statement]:
    """Yield the passages about a name."""
    for passage in named.about:
        yield Statement(
            path=REGISTRY_PATH,
            title=named.fields.name,
            address=NAMES,
            fragment=named.id,
            passage=passage,
        )


def list_statements_of_slips(source: Source) -> Iterator[Statement]:
    """Yield what a source has wrong, and what is better."""
    for slip in source.slips:
        for passage in filter(None, (slip.says, slip.better)):
            yield Statement(
                path=source.path,
                title=f"Known slip: {source.name} {_paragraphs(slip)}",
                address=source.address,
                fragment="slips",
                passage=passage,
                is_slip=True,
                is_better=passage is slip.better,
            )


def _paragraphs(slip: Slip) -> str:
    """Return the paragraphs of a slip as readers see them: ¶2, ¶5."""
    return ", ".join(f"¶{number}" for number in slip.para)
