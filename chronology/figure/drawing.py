"""Where everything stands in the picture of time: plain numbers, for a template to draw.

A length is in CSS pixels. `along` is measured down the arrow of time, `across` at right angles to
it. The picture is laid out twice: lying, time runs to the right, lanes are rows and a label stands
beside its mark; upright, time runs down, lanes are columns and labels have a column of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, count, pairwise
from textwrap import shorten
from typing import NamedTuple, TypeVar

from chronology.content.event import LONGEST_LABEL, Event
from chronology.content.periods import Period
from chronology.dates.calendar import SingleDate
from chronology.dates.edtf import Date
from chronology.figure.scale import (
    LYING,
    RADIUS,
    Bar,
    Pair,
    Scale,
    Span,
    reach_of,
    span_of,
)
from chronology.timeline.chronology import Chronology

UPRIGHT = 480  # along, the least; longer where labels need more
ROW, COLUMN, LANE = (
    24,
    9,
    15,
)  # across: a row lying, a column upright, the narrowest lane
AXIS, HEAD = (
    24,
    16,
)  # upright: across before the first lane, along before the names of lanes
APART = 10  # along, between a mark, its label and the next mark
MOST_ROWS, CROWD = (
    12,
    6,
)  # of a lane, those with labels; the least entries that are enlarged
UNITS = (
    (0, 1),
    (1, 30),
    (12, 365),
    (120, 3652),
    (1200, 36524),
    (12000, 365242),
)  # months, days
NARROW, WIDE = dict.fromkeys(" .,:;-'’‘|!fijlI", 4.6), dict.fromkeys("mwMW—…", 12.4)
WIDTHS = NARROW | dict.fromkeys("rtszcJ()“”/", 6.4) | WIDE


class Mark(NamedTuple):
    """One entry in the picture."""

    event: Event
    text: str
    """Its label."""
    is_before: bool | None
    """Whether the label stands before the mark, lying; None where there is no room for it."""
    bars: list[Bar]
    """Several where accounts give dates that cannot all be true."""
    whole: Bar
    """From the first of these to the last."""
    across: Pair
    """Where its middle is, lying and upright."""


class Plot(NamedTuple):
    """Marks on one scale; along is lying where nothing else is said."""

    scale: Scale
    marks: dict[str, Mark]
    """By the entry's id."""
    labels: dict[str, int]
    """Where along they are, upright, in that order; what the inset enlarges has the id ""."""
    lanes: dict[str, Pair]
    """By name, the middle of its first row and of its columns."""
    ticks: list[int]
    times: list[tuple[int, str]]
    """Names of years, or of what suits the scale, without those that have no room."""
    periods: list[tuple[int, int, str]]
    """From where to where along each is, and its name."""
    names: list[tuple[int, str]]
    """Of periods, without those that have no room."""
    size: tuple[Pair, Pair]
    """Along and across, lying and upright; there without the labels."""
    enlarged: Pair | None
    """From where to where along the inset enlarges it."""
    hindered: set[str]
    """The ids of marks, upright, below which another stands before the line of their label."""


class Figure(NamedTuple):
    """All entries: on a scale, enlarged on a scale of their own, or too far off for any."""

    main: Plot
    inset: Plot | None
    stretch: str
    """The time that the inset enlarges, in words."""
    outliers: list[Event]


T = TypeVar("T", SingleDate, int, float)
Item = tuple[Event, tuple[Span, ...]]
Lanes = dict[str, list[Item]]
Taken = defaultdict[int, list[tuple[float, float]]]


def draw_figure(chronology: Chronology) -> Figure | None:
    """Return the picture of a chronology; None where it has no entries."""
    items = [(event, spans_of(event)) for event in chronology.entries]
    items.sort(key=lambda item: [span[:2] for span in item[1]])
    if not items:
        return None
    near = _leave_outliers_out(items)
    crowd = _find_crowd(near)
    stretch = _join(crowd) if crowd else None
    lane_of = {
        key: kind.lane or kind.name for key, kind in chronology.settings.kinds.items()
    }
    drawn, enlarged = ({event.id for event, _ in some} for some in (near, crowd))
    rest = [
        (lane_of[item[0].fields.kind], item)
        for item in near
        if item[0].id not in enlarged
    ]
    lanes = {
        lane: [item for its, item in rest if its == lane] for lane in lane_of.values()
    }
    return Figure(
        _plot(lanes, near, chronology.periods, stretch),
        _plot({"": crowd}, crowd) if crowd else None,
        Date("interval", *stretch[:2]).words if stretch else "",
        [event for event, _ in items if event.id not in drawn],
    )


def spans_of(event: Event) -> tuple[Span, ...]:
    """Return the span of its date; where accounts clash on that, the span of each account's."""
    told = [
        a.date for d in event.prose.disputes if d.clash for a in d.accounts if a.date
    ]
    return tuple(sorted({span_of(date) for date in told or [event.fields.date]}))


def _join(items: list[Item]) -> Span:
    return Span(*_hull(span[:2] for _, spans in items for span in spans))


def _hull(ends: Iterable[tuple[T, T]]) -> tuple[T, T]:
    starts, stops = zip(*ends, strict=True)
    return min(starts), max(stops)


def _leave_outliers_out(items: list[Item]) -> list[Item]:
    """Return them without the first or last as long as one makes the time four times as long."""
    for others in (items[1:], items[:-1]):
        if len(others) > 2 and _join(items).days > 4 * _join(others).days:
            return _leave_outliers_out(others)
    return items


def _find_crowd(items: list[Item]) -> list[Item]:
    """Return the most entries of which each hides half of the next; none where these are few."""
    pixel = _join(items).days / LYING
    brief = [item for item in items if _join([item]).days < RADIUS * pixel]
    gaps = [
        n
        for n in range(1, len(brief))
        if _join(brief[n - 1 : n + 1]).days > RADIUS * pixel
    ]
    runs = [brief[start:end] for start, end in pairwise([0, *gaps, len(brief)])]
    crowds = [
        run for run in runs if len(run) >= CROWD and _join(run).days < LYING / 4 * pixel
    ]
    return max(crowds, key=len, default=[])


def _plot(
    lanes: Lanes,
    items: list[Item],
    periods: tuple[Period, ...] = (),
    stretch: Span | None = None,
) -> Plot:
    """Lay out lanes on a scale that has room for all the items."""
    lanes = {name: lane for name, lane in lanes.items() if lane}
    extent = _join(items)
    start, end = _hull(reach_of(span, extent) for _, spans in items for span in spans)
    head = HEAD + round(0.9 * max(map(width_of, lanes)))
    turn = max(UPRIGHT, ROW * (sum(map(len, lanes.values())) + 2)) / LYING
    scale = Scale(extent, start, (LYING - 2 * RADIUS) / (end - start), head, turn)
    total, met = Counter(spans for _, spans in items), Counter[tuple[Span, ...]]()
    enlarged = scale.run(*stretch[:2]) if stretch else None
    ends = {"": scale.upright(enlarged[1])} if enlarged else {}
    marks, heads = dict[str, Mark](), dict[str, Pair]()
    row, column = ROW // 2, AXIS + COLUMN // 2
    for name, lane in lanes.items():
        rows, columns = Taken(list), Taken(list)
        points, spread = list[Mark](), list[Mark]()
        for event, spans in lane:
            met[spans] += 1
            bars = [
                scale.place(span, (met[spans] - 0.5) / total[spans]) for span in spans
            ]
            whole = Bar(
                _hull(bar.lying for bar in bars), _hull(bar.upright for bar in bars)
            )
            text = shorten(event.short_title, LONGEST_LABEL, placeholder="…")
            mark = Mark(event, text, None, bars, whole, (0, 0))
            (points if whole.lying[0] == whole.lying[1] else spread).append(mark)
        right = {
            mark.event.id: _take(columns, mark.whole.upright)[0] for mark in spread
        }
        if (
            points
        ):  # Upright they stand beside the bars of their time, and lead past none.
            run = _hull(mark.whole.upright for mark in points)
            met_by = [
                n
                for n in columns
                if any(a < run[1] and run[0] < b for a, b in columns[n])
            ]
            columns.update({n: [run] for n in range(max(met_by, default=-1) + 1)})
        right |= {
            mark.event.id: _take(columns, mark.whole.upright)[0] for mark in points
        }
        for mark in (
            points + spread
        ):  # Lying they come first, so that no bar parts a list of them.
            down, is_before = _take(
                rows, mark.whole.lying, width_of(mark.text), enlarged or (0, 0)
            )
            place = row + ROW * down, column + COLUMN * right[mark.event.id]
            marks[mark.event.id] = mark._replace(is_before=is_before, across=place)
        heads[name] = row, column + COLUMN * (len(columns) - 1) // 2
        row += ROW * len(rows) + COLUMN
        column += max(LANE, COLUMN * len(columns) + 2)
    end = scale.upright(LYING)
    stack = sorted(
        marks.values(), key=lambda mark: (mark.across[1], mark.whole.upright)
    )
    ends |= {mark.event.id: mark.whole.upright[1] for mark in reversed(stack)}
    bounds = head + ROW // 2, end + RADIUS + ROW * len(ends)
    labels, line = spread_out(ends, *bounds), ends.get("", 0)
    if (
        labels.get("", 0) > line + RADIUS
    ):  # No label's line runs along what is enlarged.
        late = {
            k: max(ends[k], line + RADIUS)
            for k, at in labels.items()
            if at > line - RADIUS
        }
        labels = spread_out({k: late.get(k, ends[k]) for k in labels}, *bounds)
    below = {a.event.id: b for a, b in pairwise(stack) if a.across[1] == b.across[1]}
    hindered = {
        key
        for key, mark in below.items()
        if labels[key] > mark.whole.upright[0] - RADIUS
    }
    ticks = [at for at, _ in _times(scale, 8) if at]
    times = fitting(list(_times(scale, 64)), scale.turn)
    bands = [(*scale.run(p.time.earliest, p.time.latest), p.name) for p in periods]
    names = fitting([(a, name) for a, b, name in bands if width_of(name) < b - a + ROW])
    size = (
        (LYING, row - ROW // 2),
        (max(end, *labels.values()) + ROW // 2, column - COLUMN // 2),
    )
    return Plot(
        scale,
        marks,
        labels,
        heads,
        ticks,
        times,
        bands,
        names,
        size,
        enlarged,
        hindered,
    )


def _take(
    rows: Taken, ends: Pair, text: float = 0, shut: Pair = (0, 0)
) -> tuple[int, bool | None]:
    """Take the first row with room for mark and text, or else for the mark alone.

    What is shut is not crossed where text or mark can stand otherwise.
    """
    start, end, apart = ends[0] - RADIUS, ends[1] + RADIUS, APART if text else 0
    ways = [(False, start, ends[1] + APART + text), (True, ends[0] - APART - text, end)]
    fit = [way for way in ways if text and way[1] >= 0 and way[2] <= LYING]
    fit = [way for way in fit if way[2] <= shut[0] or shut[1] <= way[1]] or fit
    for row in count():
        for is_before, first, last in (
            fit if fit and row < MOST_ROWS else [(None, start, end)]
        ):
            if all(last + apart <= a or b + apart <= first for a, b in rows[row]):
                rows[row].append((first, last))
                return row, is_before
    raise AssertionError("there is always one row more")


def spread_out(places: dict[str, int], first: int, last: int) -> dict[str, int]:
    """Return places a row apart, in the same order and within bounds, at or after those given."""
    order = sorted(places, key=lambda key: places[key])
    wanted = (max(places[key], first) - ROW * n for n, key in enumerate(order))
    least, most = accumulate(wanted, max), last - ROW * len(order)
    return {
        k: min(at, most) + ROW * n
        for n, (k, at) in enumerate(zip(order, least, strict=True))
    }


def _times(scale: Scale, least: float) -> Iterator[tuple[int, str]]:
    """Yield where along the smallest unit begins that is that long, and its names.

    Of a unit that had begun before, the first month has the name: the whole has no place.
    """
    step = next(
        (months for months, days in UNITS if days * scale.day >= least), UNITS[-1][0]
    )
    first, last = (12 * day.year + day.month - 1 for day in scale.extent[:2])
    for number in (
        max(first, n) for n in range(first - first % (step or 1), last + 1, step or 1)
    ):
        unit = SingleDate(
            number // 12, number % 12 + 1 if step < 12 or number % step else 0
        )
        days = range(1, unit.latest.day + 1) if step == 0 else (0,)
        for one in (unit._replace(day=day) for day in days):
            if scale.extent.first <= one.latest and one.earliest <= scale.extent.last:
                yield scale.at(one.earliest.ordinal), Date("single", one, one).words


def fitting(names: list[tuple[int, str]], turn: float = 1) -> list[tuple[int, str]]:
    """Return the names without those that would run into the next, or out of the picture."""
    kept: list[tuple[int, str]] = []
    for at, name in reversed(names):
        if at + width_of(name) / min(turn, 1) <= (
            kept[-1][0] - 4 if kept else LYING + ROW
        ):
            kept.append((at, name))
    return kept[::-1]


def width_of(text: str) -> float:
    """Return the most that a label takes along, 13 pixels high in the system's type."""
    return sum(
        WIDTHS.get(c, 9.2 if c.isupper() else 7.8 if c < "ᄀ" else 12.4) for c in text
    )
