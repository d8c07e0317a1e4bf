"""The picture of time keeps its promises: order, room for everything, nobody left out."""

from collections.abc import Iterable
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from chronology.dates.edtf import read_date
from chronology.figure.line import Stretch
from chronology.figure.marks import BETWEEN_BARS, DOT, MOST_ROWS, Bar, Dot
from chronology.figure.names import PHONE, WIDE, Box, box_of, width_of
from chronology.figure.prism import Prism, draw_prism
from chronology.figure.spans import Edge, item_of
from chronology.problems import Problems
from chronology.timeline.chronology import Chronology
from chronology.timeline.reading import read_chronology
from tests.examples import EXAMPLE
from tests.figure.chronologies import (
    chronologies,
    make_chronology,
    make_event,
    make_periods,
)


def draw(chronology: Chronology) -> Prism:
    """Return the picture of a chronology that has one."""
    prism = draw_prism(chronology)
    assert prism
    return prism


def dots_of(prism: Prism) -> list[Dot]:
    """Return all dots."""
    return [dot for mark in prism.marks for dot in mark.dots]


def bars_of(prism: Prism) -> list[Bar]:
    """Return all bars."""
    return [bar for mark in prism.marks for bar in mark.bars]


def check(prism: Prism, chronology: Chronology) -> None:
    """Every promise holds."""
    check_whole(prism, chronology)
    check_order(prism)
    check_dots_and_bars(prism)
    check_names(prism)
    check_times(prism)
    check_columns(prism)


def check_whole(prism: Prism, chronology: Chronology) -> None:
    """Every entry has one mark, is named as an outlier, or is counted."""
    drawn = [mark.event for mark in prism.marks]
    found = [*drawn, *prism.outliers, *prism.crowded_out]
    ids = sorted(event.id for event in found)
    assert ids == sorted(event.id for event in chronology.entries)


def check_order(prism: Prism) -> None:
    """Nothing earlier stands further along: of days, and of ends that are known alike."""
    days: list[tuple[int, float]] = []
    begins: list[tuple[int, float]] = []
    for mark in prism.marks:
        spans = item_of(mark.event).spans
        exact = [span.first.ordinal for span in spans if span.is_day]
        if len(exact) == len(mark.dots):
            days += zip(exact, (dot.at for dot in mark.dots), strict=True)
        wide = [span for span in spans if not span.is_day]
        if len(wide) == len(mark.bars):
            for span, bar in zip(wide, mark.bars, strict=True):
                if bar.left == Edge.HARD:
                    begins.append((span.first.ordinal, bar.stretch.start))
    for places in (days, begins):
        for (_, one), (_, other) in pairwise(sorted(places)):
            assert one <= other


def check_dots_and_bars(prism: Prism) -> None:
    """No two dots overlap, no two bars of a row do, and nothing is outside."""
    for dot in dots_of(prism):
        assert DOT / 2 <= dot.at <= 100 - DOT / 2
        assert 0 < -dot.y <= prism.above - 4
    for dot, other in combinations(dots_of(prism), 2):
        assert abs(dot.y - other.y) >= 7 or abs(dot.at - other.at) >= DOT - 0.001
    for bar in bars_of(prism):
        assert 0 <= bar.stretch.start < bar.stretch.end <= 100
        assert 0 < bar.y <= prism.below - 4
        assert bar.stretch.start <= bar.cut <= bar.stretch.end
    for one, another in combinations(bars_of(prism), 2):
        apart = not one.stretch.meets(another.stretch, BETWEEN_BARS)
        assert abs(one.y - another.y) >= 7 or apart


def check_names(prism: Prism) -> None:
    """No name crosses another, a leader, a dot or the note; no leader crosses a dot."""
    names = list(prism.names.values())
    boxes = [name.box for name in names]
    leaders = [name.leader for name in names if name.leader]
    dots = [box_of(dot) for dot in dots_of(prism)]
    notes = [prism.note.box()] if prism.note else []
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)
    for one in boxes:
        assert one.left >= 0
        assert one.right <= WIDE
        assert -one.top <= prism.above
        check_clear(one, [*dots, *notes, *leaders])
    for name in names:
        others = [other.box for other in names if other != name]
        if name.leader:
            check_clear(name.leader, [*dots, *notes, *others])
    if prism.note:
        check_clear(prism.note.box(PHONE), [box_of(d, PHONE) for d in dots_of(prism)])


def check_clear(box: Box, others: Iterable[Box]) -> None:
    """It meets none of the others."""
    assert not any(box.meets(other) for other in others)


def check_times(prism: Prism) -> None:
    """Ticks stand in order; names keep within the picture and apart, at both widths."""
    assert prism.ticks == sorted(prism.ticks)
    narrow = [time for time in prism.times if not time.is_wide]
    for times, width in ((narrow, PHONE), (prism.times, WIDE)):
        for time, after in pairwise(times):
            end = time.at * width / 100 + width_of(time.name)
            assert end <= after.at * width / 100
    assert all(0 <= time.at <= 100 for time in prism.times)


def check_columns(prism: Prism) -> None:
    """They fill the width without gaps, one of them is the fullest, and each has entries."""
    if not prism.columns:
        return
    places = [column.place for column in prism.columns]
    assert (places[0].start, places[-1].end) == (0, 100)
    for one, other in pairwise(places):
        assert one.end == other.start
    assert sum(column.is_fullest for column in prism.columns) == 1
    for column in prism.columns:
        assert column.events
        assert column.is_wide == (len(column.events) > 12)
        assert 0 <= column.time.start <= column.time.end <= 100


@settings(deadline=None, max_examples=150)
@given(chronologies())
def test_the_promises_hold(chronology: Chronology) -> None:
    """For any chronology."""
    check(draw(chronology), chronology)


def test_they_hold_for_the_example() -> None:
    """Its settings, periods and titles included."""
    chronology = read_chronology(EXAMPLE, Problems())
    check(draw(chronology), chronology)


def days_of(months: Iterable[str]) -> list[str]:
    """Return thirteen days of each of these months."""
    return [f"{month}-{day:02}" for month in months for day in range(1, 14)]


EIGHT = [f"2022-{month:02}-03" for month in range(1, 9)]
YEARS = tuple(f"{year}/{year}" for year in range(2001, 2009))
# what is tested | the dates | the periods | dots, bars, columns, outliers, whether it opens
TABLE = [
    ("one day", ["2022-05-01"], (), (1, 0, 0, 0, True)),
    ("one span", ["by 2022-05-01"], (), (0, 1, 0, 0, True)),
    ("no periods", EIGHT, (), (8, 0, 0, 0, True)),
    ("one period", EIGHT, ("2022/2022",), (8, 0, 0, 0, True)),
    ("two periods", EIGHT, ("2022-01/2022-04", "2022-05/.."), (8, 0, 2, 0, True)),
    (
        "more than seven periods",
        [str(year) for year in range(2001, 2009)],
        YEARS,
        (0, 8, 8, 0, False),
    ),
    ("before year 1", ["44 BCE", "-0030-03-15"], (), (1, 1, 0, 0, True)),
    ("a gap of 40 years", ["1950-05", "1951-05-08", "1991-05"], (), (1, 2, 0, 0, True)),
    ("an outlier", ["1975-01-30", *EIGHT], (), (8, 0, 0, 1, True)),
    ("two outliers", ["1500", "1975-01-30", *EIGHT], (), (8, 0, 0, 2, True)),
    ("ninety", days_of(EIGHT[i][:7] for i in range(7)), (), (91, 0, 0, 0, False)),
]


@pytest.mark.parametrize(
    ("dates", "periods", "expected"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_any_subject_has_its_picture(
    dates: list[str], periods: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    """Few entries, many, far apart, with periods and without."""
    events = [make_event(number, read_date(date)) for number, date in enumerate(dates)]
    chronology = make_chronology(events, make_periods(*periods))
    prism = draw(chronology)
    check(prism, chronology)
    found = len(dots_of(prism)), len(bars_of(prism)), len(prism.columns)
    assert (*found, len(prism.outliers), prism.opens) == expected


def test_a_chronology_without_entries_has_no_picture() -> None:
    """There is nothing to draw."""
    assert draw_prism(make_chronology([])) is None


def test_dates_that_clash_are_drawn_each() -> None:
    """Where accounts give dates that cannot all be true, one mark has each of them."""
    told = [read_date(date) for date in ("2022-10", "2023-03-05")]
    events = [make_event(0, told[0], accounts=told), make_event(1, told[0])]
    marks = draw(make_chronology(events)).marks
    drawn = {mark.event.id: (len(mark.dots), len(mark.bars)) for mark in marks}
    assert drawn == {"0000": (1, 1), "0001": (0, 1)}


def test_what_finds_no_room_is_counted() -> None:
    """A day has as many dots as there are rows."""
    events = [make_event(number, read_date("2022-05-01")) for number in range(60)]
    prism = draw(make_chronology(events))
    assert len(prism.marks) == MOST_ROWS
    assert len(prism.crowded_out) == 60 - MOST_ROWS


def test_a_tower_is_noted() -> None:
    """With the name of its period, and how many of all entries it has; less is no tower."""
    around = ["2022-01-01", "2022-09-01", "2023-05-01", "2024-01-01"]
    periods = make_periods("2022/2022", "2023/2023", "2024/2024")
    for number, lines in ((8, ("2023/2023:", "9 of 12 entries")), (7, None)):
        dates = [*around, *["2023-07-12"] * number]
        events = [make_event(n, read_date(date)) for n, date in enumerate(dates)]
        note = draw(make_chronology(events, periods)).note
        assert (note.lines if note else None) == lines


def test_milestones_are_named_and_nothing_else() -> None:
    """A dot beside it, a span at a leader; near the end of the plot the name ends there."""
    rows = (("2022-01-01", "true"), ("2022-05", "true"), ("2022-12-31", "true"))
    events = [
        make_event(number, read_date(date), f"Milestone {number}", (), is_milestone)  # type: ignore[arg-type]
        for number, (date, is_milestone) in enumerate((*rows, ("2022-07", "false")))
    ]
    prism = draw(make_chronology(events))
    names = {id_: (name.ends, name.foot) for id_, name in prism.names.items()}
    assert names == {"0000": (False, None), "0001": (False, 0), "0002": (True, -11)}
    assert prism.names["0002"].text == "Milestone 2"


def test_columns_are_as_wide_as_their_record() -> None:
    """More than twelve entries take two units."""
    dates = [*EIGHT, *days_of(["2023-01"])]
    events = [make_event(number, read_date(date)) for number, date in enumerate(dates)]
    periods = make_periods("2022/2022", "2023/2023")
    columns = draw(make_chronology(events, periods)).columns
    assert [column.place for column in columns] == [(0, 33.33), (33.33, 100)]
    assert [column.is_fullest for column in columns] == [False, True]
    assert columns[0].time.end == columns[1].time.start
    assert isinstance(columns[0].time, Stretch)
