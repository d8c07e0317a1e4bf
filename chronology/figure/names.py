"""The names of milestones: where they stand so that none crosses another, a dot or a leader."""

from collections.abc import Iterable
from textwrap import shorten
from typing import NamedTuple

from chronology.content.event import LONGEST_LABEL
from chronology.figure.line import Line
from chronology.figure.marks import Dot, Mark

WIDE = 1060
PHONE = 288
"""The widths for which places are reckoned, in pixels."""
ROW = 19
MOST_ROWS = 9
LOWEST = -10
"""The row height of names, the most rows, and the lowest baseline below the line, in pixels."""
BESIDE_LINE = 5
BESIDE_DOT = 10
"""From leader or dot to a name, in pixels."""
_NARROW = dict.fromkeys(" .,:;-'’‘|!fijlI", 4.6)
_MIDDLING = dict.fromkeys("rtszcJ()“”/", 6.4)
_BROAD = dict.fromkeys("mwMW—…", 12.4)
_WIDTHS = _NARROW | _MIDDLING | _BROAD


class Box(NamedTuple):
    """What something covers, in pixels: to the right of the plot's edge, and below the line."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether the two overlap."""
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


class Name(NamedTuple):
    """The name of a milestone."""

    text: str
    at: float
    """Where along its leader or its dot is, in per cent."""
    y: int
    """Its baseline, in pixels below the line."""
    ends: bool
    """Whether it ends there; else it begins there."""
    foot: int | None
    """Where its leader begins, in pixels below the line; None if it stands beside its dot."""

    @property
    def apart(self) -> int:
        """How far from there it begins or ends, in pixels."""
        return BESIDE_DOT if self.foot is None else BESIDE_LINE

    @property
    def box(self) -> Box:
        """What the words cover, with a little room."""
        room = self.apart + width_of(self.text)
        left = self.at * WIDE / 100 + self.apart
        if self.ends:
            left = self.at * WIDE / 100 - room
        right = left + width_of(self.text)
        return Box(left - 3, self.y - 10, right + 3, self.y + 4)

    @property
    def leader(self) -> Box | None:
        """What the leader covers, with a little room."""
        if self.foot is None:
            return None
        x = self.at * WIDE / 100
        return Box(x - 1, self.y - 10, x + 1, self.foot)


def width_of(text: str) -> float:
    """Return the most that a text takes along, 13 pixels high in the system's type."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    """Return the width of a glyph."""
    if character in _WIDTHS:
        return _WIDTHS[character]
    if character.isupper():
        return 9.2
    return 7.8 if character < "ᄀ" else 12.4


def box_of(dot: Dot, width: int = WIDE) -> Box:
    """Return what a dot covers."""
    x = dot.at * width / 100
    return Box(x - 4, dot.y - 4, x + 4, dot.y + 4)


def place_names(marks: Iterable[Mark], line: Line, taken: list[Box]) -> dict[str, Name]:
    """Return the names of milestones by the entry's id, without those that find no place.

    Nothing covers what is taken. Names go from right to left, so that an earlier one stands
    above a later one; those that would leave the plot come last, and end at their leader.
    """
    milestones = [mark for mark in marks if mark.event.is_milestone]
    milestones.sort(key=lambda mark: _turn(mark, line))
    names: dict[str, Name] = {}
    for mark in milestones:
        for name in _ways(mark, line):
            if _is_free(name, taken, names.values()):
                names[mark.event.id] = name
                break
    return names


def _turn(mark: Mark, line: Line) -> tuple[bool, int, float]:
    """Return the key that sorts names: first beside the lowest dots, since these cannot move."""
    at = _places(mark, line)[0]
    leaves = at * WIDE / 100 + BESIDE_DOT + width_of(_text(mark)) > WIDE
    height = -mark.dots[0].y if mark.dots else WIDE
    return leaves, height, at if leaves else -at


def _text(mark: Mark) -> str:
    """Return the name, no longer than a label."""
    return shorten(mark.event.short_title, LONGEST_LABEL, placeholder="…")


def _places(mark: Mark, line: Line) -> list[float]:
    """Return where along a leader may stand: where the entry is sorted, or at a bar's end."""
    if mark.dots:
        return [mark.dots[0].at]
    day = mark.event.fields.date.order[0]
    return [line.at(day.ordinal), *mark.bars[0].stretch]


def _ways(mark: Mark, line: Line) -> list[Name]:
    """Return the ways to name an entry that keep within the plot, the best first."""
    text = _text(mark)
    ways: list[Name] = []
    for at in _places(mark, line):
        foot = mark.dots[0].y - 5 if mark.dots else 0
        for row in range(MOST_ROWS):
            y = LOWEST - ROW * row
            if y < foot:
                ways += [Name(text, at, y, ends, foot) for ends in (False, True)]
    if mark.dots:
        at, y = mark.dots[0]
        ways.insert(0, Name(text, at, y + 3, ends=False, foot=None))
        ways.append(Name(text, at, y + 3, ends=True, foot=None))
    return [way for way in ways if way.box.left >= 0 and way.box.right <= WIDE]


def _is_free(name: Name, taken: Iterable[Box], names: Iterable[Name]) -> bool:
    """Return whether neither the name nor its leader is crossed; two leaders may be one."""
    covered = [*taken, *(other.box for other in names)]
    leaders = [other.leader for other in names if other.leader]
    if any(name.box.meets(box) for box in (*covered, *leaders)):
        return False
    return not (name.leader and any(name.leader.meets(box) for box in covered))
