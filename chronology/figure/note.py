"""What is said of the tower: the period that has most of the dots, and how many entries."""

from collections.abc import Iterable
from typing import NamedTuple

from chronology.figure.columns import Column
from chronology.figure.marks import Dot, Mark
from chronology.figure.names import PHONE, WIDE, Box, box_of, width_of

FEWEST = 8
"""Dots of a period, one above the other, that make a tower."""
BESIDE = 12
"""From the tower to the words, in pixels."""
LARGER = 1.2
"""The words are set in larger type than names, by this factor."""


class Note(NamedTuple):
    """Two lines beside the head of the tower."""

    lines: tuple[str, str]
    at: float
    """Where along the tower's highest dot is, in per cent."""
    y: int
    """The first line's baseline, in pixels below the line of time."""
    ends: bool
    """Whether the words end at the tower; else they begin there."""

    def box(self, width: int = WIDE) -> Box:
        """What the words cover if the picture is that wide."""
        x = self.at * width / 100
        room = BESIDE + LARGER * max(map(width_of, self.lines))
        left, right = x + BESIDE - 4, x + room
        if self.ends:
            left, right = x - room, x - BESIDE + 4
        return Box(left, self.y - 16, right, self.y + 25)


def note_tower(
    columns: Iterable[Column], marks: Iterable[Mark], total: int
) -> Note | None:
    """Return what is said of the tower, or None if there is none, or no room."""
    dots = {mark.event.id: mark.dots for mark in marks}
    every = [dot for some in dots.values() for dot in some]
    for column in columns:
        own = [dot for event in column.events for dot in dots.get(event.id, ())]
        if column.is_fullest and len({dot.y for dot in own}) >= FEWEST:
            top = min(own, key=lambda dot: dot.y)
            return _beside(top, column, every, total)
    return None


def _beside(top: Dot, column: Column, dots: list[Dot], total: int) -> Note | None:
    """Return the words beside a dot, on the side that has room at any width."""
    words = f"{column.period.name}:", f"{len(column.events)} of {total} entries"
    for ends in (False, True):
        note = Note(words, top.at, top.y, ends)
        if all(_has_room(note, dots, width) for width in (PHONE, WIDE)):
            return note
    return None


def _has_room(note: Note, dots: list[Dot], width: int) -> bool:
    """Return whether the words keep within the picture, and cover no dot."""
    box = note.box(width)
    covered = any(box.meets(box_of(dot, width)) for dot in dots)
    return box.left >= 0 and box.right <= width and not covered
