"""The index: the figure, and the entries by period."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.periods import Period
from chronology.content.texts import AFTERWORD, Text
from chronology.site.views.entries import EntryView, view_entry
from chronology.site.views.figure import FigureView, view_figure
from chronology.site.views.finding import Finder, view_finder
from chronology.site.views.overviews import count_quotations
from chronology.site.views.references import Reference, References
from chronology.syntax.passages import Passage
from chronology.timeline.chronology import Chronology
from chronology.wording import counted


@dataclass(frozen=True)
class Section:
    """Consecutive entries of one period, or of no period."""

    period: Period | None
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class IndexView:
    """What the index shows."""

    headline: str
    """The introduction's title, or the chronology's own where there is no introduction."""
    introduction: Text | None
    numbers: str
    """What the chronology rests on, counted."""
    summary: tuple[Passage, ...]
    """What came after, in a sentence or two."""
    figure: FigureView | None
    sections: tuple[Section, ...]
    finder: Finder
    references: tuple[Reference, ...]


def view_index(chronology: Chronology, references: References) -> IndexView:
    """Return what the index shows."""
    sections = tuple(_list_sections(chronology))
    introduction = chronology.texts.get("introduction")
    afterword = chronology.texts.get(AFTERWORD)
    return IndexView(
        headline=introduction.fields.title
        if introduction
        else chronology.settings.title,
        introduction=introduction,
        numbers=_count(chronology),
        summary=afterword.summary if afterword else (),
        figure=view_figure(chronology),
        sections=sections,
        finder=view_finder(chronology),
        references=references.to(chronology.citing.on_index),
    )


def _count(chronology: Chronology) -> str:
    """Return what the chronology rests on, counted, in one line."""
    points = sum(len(event.prose.disputes) for event in chronology.entries)
    counts = [
        counted(len(chronology.entries), "entry", "entries"),
        counted(len(chronology.sources), "source"),
        counted(count_quotations(chronology), "quotation") + " checked",
        counted(points, "point") + " on which accounts differ",
    ]
    return " · ".join(counts)


def _list_sections(chronology: Chronology) -> Iterator[Section]:
    """Yield the entries by period, each with the time since the one before it."""
    before: Event | None = None
    for period, events in chronology.sections:
        entries = []
        for event in events:
            entries.append(view_entry(event, chronology.settings, before))
            before = event
        yield Section(period, tuple(entries))
