"""The picture of time: one line with its marks, from which the periods open into columns."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.figure.columns import Column, list_columns
from chronology.figure.line import line_of
from chronology.figure.marks import ROW, Mark, place_marks
from chronology.figure.names import Box, Name, box_of, place_names
from chronology.figure.note import Note, note_tower
from chronology.figure.spans import Item, item_of, join, leave_outliers_out
from chronology.figure.times import Time, list_ticks, list_times
from chronology.timeline.chronology import Chronology

LEAST_ABOVE = 18
LEAST_BELOW = 26
"""What the line needs for itself and its names, in pixels."""
MOST_COLUMNS = 7
MOST_ENTRIES = 80
"""What can open from the line; more stand in rows, without their entries."""


@dataclass(frozen=True)
class Prism:
    """All entries: with a mark, too far off for the scale, or without room."""

    marks: tuple[Mark, ...]
    """In the order of time."""
    names: dict[str, Name]
    """Of milestones, by the entry's id."""
    note: Note | None
    ticks: list[float]
    times: list[Time]
    columns: tuple[Column, ...]
    outliers: tuple[Event, ...]
    crowded_out: tuple[Event, ...]
    above: int
    """The height above the line, in pixels."""
    below: int
    """The height below the line, in pixels."""
    opens: bool
    """Whether few enough periods and entries open from the line."""


def draw_prism(chronology: Chronology) -> Prism | None:
    """Return the picture of a chronology, or None if it has no entries."""
    items = [item_of(event) for event in chronology.entries]
    if not items:
        return None
    near = _find_near(items)
    shown = [item for item in items if item.event.id in near]
    extent = join(shown)
    line = line_of(extent)
    marks = place_marks(shown, line)
    columns = list_columns(chronology, near, line)
    note = note_tower(columns, marks, len(items))
    taken = _cover(marks, note)
    names = place_names(marks, line, taken)
    boxes = [name.box for name in names.values()]
    return Prism(
        marks=tuple(marks),
        names=names,
        note=note,
        ticks=list_ticks(extent, line),
        times=list_times(extent, line),
        columns=columns,
        outliers=_without(items, near),
        crowded_out=_without(shown, {mark.event.id for mark in marks}),
        above=_above([*taken, *boxes]),
        below=_below(marks),
        opens=len(columns) <= MOST_COLUMNS and len(items) <= MOST_ENTRIES,
    )


def _find_near(items: list[Item]) -> set[str]:
    """Return the ids of the entries that are no outliers."""
    by_time = sorted(items, key=lambda item: [span[:2] for span in item.spans])
    return {item.event.id for item in leave_outliers_out(by_time)}


def _without(items: Iterable[Item], ids: set[str]) -> tuple[Event, ...]:
    """Return the entries of the items, without those that have these ids."""
    return tuple(item.event for item in items if item.event.id not in ids)


def _cover(marks: Iterable[Mark], note: Note | None) -> list[Box]:
    """Return what dots and the note cover."""
    boxes = [box_of(dot) for mark in marks for dot in mark.dots]
    if note:
        boxes.append(note.box())
    return boxes


def _above(boxes: Iterable[Box]) -> int:
    """Return the height that all of this needs above the line, in pixels."""
    return round(max([LEAST_ABOVE, *(4 - box.top for box in boxes)]))


def _below(marks: Iterable[Mark]) -> int:
    """Return the height that the bars need below the line, in pixels."""
    bottoms = [bar.y + ROW for mark in marks for bar in mark.bars]
    return max([LEAST_BELOW, *bottoms])
