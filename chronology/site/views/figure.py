"""The figure of the index: the picture of time, and its columns with their entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from chronology.content.event import Event
from chronology.figure.columns import Column
from chronology.figure.prism import MOST_ENTRIES, Prism, draw_prism
from chronology.timeline.chronology import Chronology
from chronology.wording import counted


@dataclass(frozen=True)
class DayView:
    """Consecutive entries of one date."""

    words: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class ListView:
    """Entries that fold out, with a line that says how many they are."""

    summary: str
    days: tuple[DayView, ...]


@dataclass(frozen=True)
class ColumnView:
    """A period that opens from the line."""

    column: Column
    listed: ListView
    classes: str
    """What sets it apart: wide, fullest."""


@dataclass(frozen=True)
class MarkView:
    """An entry's mark with what it is called."""

    title: str
    """The name for those who do not see it: title, date, status, accounts differ."""
    classes: str
    shape: str
    """The id of its dots' drawing."""


@dataclass(frozen=True)
class FigureView:
    """What the figure shows."""

    prism: Prism
    marks: dict[str, MarkView]
    """By the entry's id."""
    fades: list[str]
    """The ids of the ways in which bars fade."""
    columns: tuple[ColumnView, ...]
    entries: ListView | None
    """All entries, if no periods list them and they are not too many."""


def view_figure(chronology: Chronology) -> FigureView | None:
    """Return what the figure shows, or None if there are no entries."""
    prism = draw_prism(chronology)
    if prism is None:
        return None
    entries = chronology.entries
    alone = not prism.columns and len(entries) <= MOST_ENTRIES
    bars = [bar for mark in prism.marks for bar in mark.bars]
    fades = {bar.fade for bar in bars if bar.fade}
    return FigureView(
        prism=prism,
        marks={mark.event.id: _view_mark(mark.event) for mark in prism.marks},
        fades=sorted(fades),
        columns=tuple(map(_view_column, prism.columns)),
        entries=_view_list(entries) if alone else None,
    )


def _view_mark(event: Event) -> MarkView:
    """Return how an entry's mark looks, and what it is called."""
    status = "" if event.fields.status == "reported" else event.fields.status
    disputed = "accounts differ" if event.disputed else ""
    said = (event.short_title, event.fields.date.words, status, disputed)
    return MarkView(
        title=", ".join(filter(None, said)),
        classes="disputed" if event.disputed else "",
        shape=status or "reported",
    )


def _view_column(column: Column) -> ColumnView:
    """Return a period with its entries."""
    wide = "wide" if column.is_wide else ""
    fullest = "fullest" if column.is_fullest else ""
    classes = " ".join(filter(None, (wide, fullest)))
    return ColumnView(column, _view_list(column.events), classes)


def _view_list(events: Iterable[Event]) -> ListView:
    """Return entries by their dates, and how many they are."""
    listed = tuple(events)
    summary = counted(len(listed), "entry", "entries")
    differing = sum(event.disputed for event in listed)
    if differing:
        summary += f"; accounts differ in {differing}"
    return ListView(summary, tuple(_list_days(listed)))


def _list_days(events: Iterable[Event]) -> Iterator[DayView]:
    """Yield consecutive entries of the same date together."""
    for words, same in groupby(events, key=lambda event: event.fields.date.words):
        yield DayView(words, tuple(same))
