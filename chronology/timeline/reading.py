"""Reads everything in the folders of a chronology."""

from collections.abc import Iterable
from pathlib import Path

from chronology.content.event import Event, read_event
from chronology.content.files import EVENTS, REGISTRY, list_folder, list_records
from chronology.content.names import read_names
from chronology.content.periods import read_periods
from chronology.content.settings import Settings, read_settings
from chronology.content.source import Source, read_source
from chronology.content.texts import Text, read_one_text
from chronology.problems import Problems
from chronology.timeline.chronology import Chronology


def read_chronology(
    root: Path, problems: Problems, *, url: str | None = None, drafts: bool = False
) -> Chronology:
    """Return what the folders hold, in order, as far as it can be read; faults are noted.

    `url` is where the site will be served; it replaces the address in the settings. With
    `drafts`, drafts are shown as entries.

    Raises:
        ContentError: The settings cannot be read.
    """
    settings, record = read_settings(root, problems)
    if url:
        settings = settings.model_copy(update={"url": url.rstrip("/")})
    files = list_folder(root / EVENTS, problems)
    records = list_records(root, problems)
    events = _read_events(files, settings, problems, drafts=drafts)
    hidden: list[Event] = []
    if not drafts:
        hidden = [event for event in events if event.is_draft]
        events = [event for event in events if not event.is_draft]
    return Chronology(
        settings=settings,
        events=_in_order(events),
        sources=_read_sources(records, problems),
        periods=tuple(read_periods(settings.periods, record)),
        texts=_read_texts(files, problems),
        names=tuple(read_names(root, problems)),
        known_sources=frozenset(_ids(records)),
        left_out=tuple(hidden),
        faulty=problems.paths(),  # When all has been read.
    )


def _ids(files: list[Path]) -> list[str]:
    """Return the ids that the names of files give."""
    return [file.stem for file in files]


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in the order of the site."""
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[object, ...]:
    """Return the key by which entries are sorted: date, then `order`, then id."""
    return (*event.fields.date.order, event.fields.order or 0, event.id)


def _read_events(
    files: list[Path], settings: Settings, problems: Problems, *, drafts: bool
) -> list[Event]:
    """Return the events that could be read."""
    events = []
    for file in files:
        if not file.name.startswith("_"):
            event = read_event(file, settings, problems, drafts=drafts)
            if event:
                events.append(event)
    return events


def _read_texts(files: list[Path], problems: Problems) -> dict[str, Text]:
    """Return by id the texts that are not entries and could be read."""
    texts = {}
    for file in files:
        if file.name.startswith("_") and file.name != REGISTRY:
            text = read_one_text(file, problems)
            if text:
                texts[text.id] = text
    return texts


def _read_sources(records: list[Path], problems: Problems) -> dict[str, Source]:
    """Return by id the sources that could be read."""
    sources = {}
    for file in records:
        source = read_source(file, problems)
        if source:
            sources[source.id] = source
    return sources
