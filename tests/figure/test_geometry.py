"""The picture of time keeps its promises: order, room for everything, nobody left out."""

from itertools import combinations, pairwise, permutations
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from chronology.content.event import Event, EventFields
from chronology.content.settings import Kind, Settings
from chronology.dates.calendar import SingleDate
from chronology.dates.comparison import can_all_be_true
from chronology.dates.edtf import Date, read_date
from chronology.figure.drawing import (
    APART,
    AXIS,
    MOST_ROWS,
    ROW,
    Figure,
    Mark,
    Plot,
    draw_figure,
    spread_out,
    width_of,
)
from chronology.figure.scale import LYING, RADIUS, Bar, Scale, reach_of, span_of
from chronology.problems import Problems
from chronology.syntax.accounts import Account, Difference
from chronology.syntax.prose import Prose
from chronology.syntax.records import Record
from chronology.timeline.chronology import Chronology
from chronology.timeline.reading import read_chronology
from tests.examples import EXAMPLE

KINDS = {
    key: Kind(name=key, lane=lane)
    for key, lane in (("a", "One"), ("b", "Two"), ("c", None))
}

FORMS: tuple[tuple[str, tuple[str, str], tuple[str, str]], ...] = (
    ("2022-06-11", ("2022-06-11", "hard"), ("2022-06-11", "hard")),
    ("2022-06", ("2022-06-01", "hard"), ("2022-06-30", "hard")),
    ("2022", ("2022-01-01", "hard"), ("2022-12-31", "hard")),
    ("spring 2024", ("2024-03-01", "hard"), ("2024-05-31", "hard")),
    ("44 BCE", ("-0043-01-01", "hard"), ("-0043-12-31", "hard")),
    ("2022-06-11?", ("2022-06-11", "about"), ("2022-06-11", "about")),
    ("about 2024-05", ("2024-05-01", "about"), ("2024-05-31", "about")),
    ("by 2022-06", ("2022-06-30", "open"), ("2022-06-30", "hard")),
    ("[2022-06..]", ("2022-06-01", "hard"), ("2022-06-01", "open")),
    ("between 2022-10 and 2023-03", ("2022-10-01", "hard"), ("2023-03-31", "hard")),
    ("2023-06-23/2023-06-24", ("2023-06-23", "hard"), ("2023-06-24", "hard")),
    ("2022-06/2022-09~", ("2022-06-01", "hard"), ("2022-09-30", "about")),
    ("2022-06/..", ("2022-06-01", "hard"), ("2022-06-01", "runs on")),
    ("../2022-06", ("2022-06-30", "runs on"), ("2022-06-30", "hard")),
)

BARS = (
    ("2022-06-11", 167, 167, ""),
    ("2022-06", 157, 187, ""),
    ("2022", 6, 371, ""),
    ("about 2022-06", 151, 193, "leftright"),
    ("2022-06-11~", 161, 174, "leftright"),
    ("by 2022-06", 163, 187, "left"),
    ("[2022-06..]", 157, 181, "right"),
    ("2022-06-23/2022-06-24", 180, 180, ""),
    ("[2022-06-11..2022-06-18]", 167, 175, ""),
    ("2022-06/..", 157, 371, "right"),
    ("../2022-06", 6, 187, "left"),
    ("2022-06/2022-09~", 157, 285, "right"),
)


@pytest.mark.parametrize(("written", "left", "right"), FORMS)
def test_a_date_leaves_these_days(
    written: str, left: tuple[str, str], right: tuple[str, str]
) -> None:
    """Each form of date, with what is known of its two ends."""
    span = span_of(read_date(written))
    assert (str(span.first), span.left) == left
    assert (str(span.last), span.right) == right


@pytest.mark.parametrize(("written", "start", "end", "fade"), BARS)
def test_a_date_is_this_bar(written: str, start: int, end: int, fade: str) -> None:
    """Each form of date, on a scale of a pixel a day that shows 2022."""
    year = span_of(read_date("2022"))
    bar = Scale(year, year.first.ordinal, 1, 100, 0.5).place(
        span_of(read_date(written))
    )
    assert (start, end, fade) == (*bar.lying, bar.fade)
    if start < end:
        assert bar.upright == (100 + round(start / 2), 100 + round(end / 2))


def test_points_of_a_day_share_it_upright() -> None:
    """Lying they stand where it begins; upright each at its share of the day."""
    day = span_of(read_date("2022-06-11"))
    bars = [
        Scale(day, day.first.ordinal, 200, 0, 2).place(day, share) for share in (0, 0.5)
    ]
    assert bars == [Bar((12, 12), (12, 12)), Bar((12, 12), (212, 212))]


def test_a_bar_that_fades_covers_more_than_the_day_that_bounds_it() -> None:
    """However short the time shown is."""
    day = read_date("2022-06-11")
    bounds = span_of(day).first.ordinal - 0.5, span_of(day).first.ordinal + 1
    assert reach_of(span_of(read_date("by 2022-06-11")), span_of(day)) == bounds


def event(
    number: int, date: Date, kind: str, title: str, accounts: list[Date]
) -> Event:
    """Return an entry with as much as the figure asks of it."""
    told = tuple(Account(date, ()) for date in accounts)
    fields = EventFields.model_construct(
        title=title,
        date=date,
        kind=kind,
        added=read_date("2026-01-01"),
    )
    differences = (Difference(Markup("when"), "when", told),) if accounts else ()
    record = Record(f"events/{number:03}.md", Problems())
    return Event(f"{number:03}", record, fields, Prose((), differences))


def in_order(events: list[Event]) -> tuple[Event, ...]:
    """Return the entries as a chronology has them."""
    return tuple(sorted(events, key=lambda one: (*one.fields.date.order, one.id)))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Dates of every form, some crowded together and some far off."""
    year = draw(st.sampled_from((2022, 2023)) | st.integers(-60, 2030))
    month = draw(st.sampled_from((0, 6, 12, 21, 24)))
    day = draw(st.integers(0, 28)) if 0 < month <= 12 else 0
    one = SingleDate(year, month, day, draw(st.sampled_from(("", "", "~", "?"))))
    form = draw(st.sampled_from(("single", "single", "by", "from", "span")))
    if form == "single":
        return Date("single", one, one)
    kind: Literal["set", "interval"] = draw(st.sampled_from(("set", "interval")))
    if form == "span":
        return Date(kind, one, SingleDate(year + draw(st.integers(1, 3))))
    return Date(kind, None, one) if form == "by" else Date(kind, one, None)


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Chronologies with up to fifty entries, many of them on the same few days."""
    crowd = draw(st.lists(st.integers(8, 12), max_size=20))
    told = [read_date(f"2023-07-{day:02}") for day in crowd]
    told += draw(st.lists(dates(), min_size=0 if told else 1, max_size=30))
    events = [
        event(
            number,
            date,
            draw(st.sampled_from("abc")),
            draw(st.text("mWil .", min_size=1, max_size=40).filter(str.strip)),
            draw(st.lists(dates(), max_size=3)) if draw(st.integers(0, 5)) == 0 else [],
        )
        for number, date in enumerate(told)
    ]
    settings_of = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    return Chronology(settings_of, in_order(events), {}, (), {}, (), frozenset())


def plots_of(figure: Figure) -> list[Plot]:
    """Return the plots of a figure."""
    return [plot for plot in (figure.main, figure.inset) if plot]


def box(mark: Mark) -> tuple[float, float]:
    """Return from where to where along mark and label take room, lying."""
    start, end = (
        min(bar.lying[0] for bar in mark.bars),
        max(bar.lying[1] for bar in mark.bars),
    )
    room = APART + width_of(mark.text)
    before, after = mark.is_before is True, mark.is_before is False
    return start - (room if before else RADIUS), end + (room if after else RADIUS)


def check_plot(plot: Plot) -> None:
    """Nothing is outside, nothing overlaps, order is kept, lying and upright."""
    check_bounds(plot)
    check_enlarged(plot)
    for one, other in combinations(plot.marks.values(), 2):
        check_pair(one, other)
    for one_label, other_label in combinations(plot.labels.values(), 2):
        assert abs(one_label - other_label) >= ROW
    check_order(plot)
    check_leaders(plot)


def check_bounds(plot: Plot) -> None:
    """Every mark and label keeps within the picture, and clear of the names at its head."""
    (along, across), (tall, wide) = plot.size
    assert along == LYING
    assert plot.labels.keys() == plot.marks.keys() | ({""} if plot.enlarged else set())
    for mark in plot.marks.values():
        start, end = box(mark)
        assert start >= 0, mark
        assert end <= LYING, mark
        assert 0 < mark.across[0] < across, mark
        assert AXIS < mark.across[1] < wide, mark
        for bar in mark.bars:
            assert bar.upright[0] >= plot.scale.head, mark
            assert bar.upright[1] <= tall, mark
            assert (
                mark.whole.lying[0]
                <= bar.lying[0]
                <= bar.lying[1]
                <= mark.whole.lying[1]
            )
    assert all(
        plot.scale.head <= label <= tall - ROW // 2 for label in plot.labels.values()
    )
    for start, end in ([plot.enlarged] if plot.enlarged else []) + [
        p[:2] for p in plot.periods
    ]:
        assert 0 <= start <= end <= LYING


def check_enlarged(plot: Plot) -> None:
    """A label does not cross what the inset enlarges, where its other side is free of that."""
    first, last = plot.enlarged or (LYING, LYING)
    for mark in plot.marks.values():
        (start, end), (a, b) = (
            box(mark),
            box(mark._replace(is_before=not mark.is_before)),
        )
        if mark.is_before is not None and start < last and first < end:
            assert a < 0 or b > LYING or (a < last and first < b)


def check_pair(one: Mark, other: Mark) -> None:
    """Neither marks nor labels touch."""
    if one.across[0] == other.across[0]:
        (a, b), (c, d) = box(one), box(other)
        assert b + APART <= c or d + APART <= a, (one, other)
    else:
        assert abs(one.across[0] - other.across[0]) >= ROW, (one, other)
    if one.across[1] == other.across[1]:
        inks = [[bar.upright for bar in mark.bars] for mark in (one, other)]
        (a, b), (c, d) = (
            (min(i[0] for i in ink), max(i[1] for i in ink)) for ink in inks
        )
        assert b + 2 * RADIUS <= c or d + 2 * RADIUS <= a, (one, other)


def check_order(plot: Plot) -> None:
    """What is earlier is drawn earlier; labels stand in the order of their marks."""
    marks = sorted(plot.marks.values(), key=lambda mark: plot.labels[mark.event.id])
    for earlier, later in pairwise(marks):
        ends = [(mark.whole.upright[1], -mark.across[1]) for mark in (earlier, later)]
        assert ends[0] <= ends[1], (earlier, later)
    exact = [mark for mark in marks if [bar.fade for bar in mark.bars] == [""]]
    exact.sort(key=lambda mark: mark.event.fields.date.order)
    for early, late in pairwise(exact):
        if can_all_be_true([early.event.fields.date, late.event.fields.date]):
            continue
        assert early.bars[0].lying[0] <= late.bars[0].lying[0], (early, late)
        assert early.bars[0].upright[0] <= late.bars[0].upright[0], (early, late)
    assert plot.ticks == sorted(plot.ticks)
    for (at, name), (after, _) in pairwise(plot.times):
        assert at + width_of(name) <= after
        assert (after - at) * plot.scale.turn >= width_of(name)
    for (at, name), (after, _) in pairwise(plot.names):
        assert 0 <= at < at + width_of(name) <= after


def check_leaders(plot: Plot) -> None:
    """Upright, a leader goes down to its label unless another mark stands in its way."""
    for mark in plot.marks.values():
        low, label = mark.whole.upright[1], plot.labels[mark.event.id]
        columns = [m for m in plot.marks.values() if m.across[1] == mark.across[1]]
        met = [m for m in columns if low < m.whole.upright[0] < label + RADIUS]
        assert (mark.event.id in plot.hindered) == bool(met), mark
    if plot.enlarged:
        line = plot.scale.upright(plot.enlarged[1])
        assert all(abs(at - line) >= RADIUS for key, at in plot.labels.items() if key)


def check_whole(figure: Figure, chronology: Chronology) -> None:
    """Every entry is drawn once, or named as an outlier."""
    drawn = [number for plot in plots_of(figure) for number in plot.marks]
    drawn += [event.id for event in figure.outliers]
    assert sorted(drawn) == sorted(event.id for event in chronology.entries)


def check_points(plot: Plot) -> None:
    """Upright, no bar of its lane stands between a point and its label."""
    lane_of = {
        key: "" if "" in plot.lanes else kind.lane or key for key, kind in KINDS.items()
    }
    for one, other in permutations(plot.marks.values(), 2):
        (start, end), (first, last) = one.whole.upright, other.whole.upright
        if start == end and first < start < last and one.across[1] < other.across[1]:
            assert lane_of[one.event.fields.kind] != lane_of[other.event.fields.kind], (
                one,
                other,
            )


@settings(deadline=None, max_examples=150)
@given(chronologies())
def test_the_promises_hold(chronology: Chronology) -> None:
    """For any chronology."""
    figure = draw_figure(chronology)
    assert figure
    check_whole(figure, chronology)
    for plot in plots_of(figure):
        check_plot(plot)
        check_points(plot)


def test_they_hold_for_the_example() -> None:
    """Its settings, periods and titles included."""
    chronology = read_chronology(EXAMPLE, Problems())
    figure = draw_figure(chronology)
    assert figure
    check_whole(figure, chronology)
    for plot in plots_of(figure):
        check_plot(plot)


def test_what_is_not_too_much_has_all_its_labels() -> None:
    """Forty entries of three years, many of them in four days: each mark has its label."""
    crowd = [f"2023-07-{day}" for day in (10, 11, 12, 13) for _ in range(3)]
    spread = [
        f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)
    ][:28]
    told = [read_date(text) for text in (*spread, *crowd)]
    made = [
        event(n, date, "abc"[n % 3], "A title of some words", [])
        for n, date in enumerate(told)
    ]
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    figure = draw_figure(Chronology(some, in_order(made), {}, (), {}, (), frozenset()))
    assert figure
    assert figure.inset
    assert {
        mark.is_before for plot in plots_of(figure) for mark in plot.marks.values()
    } == {
        True,
        False,
    }


def test_far_outliers_are_named_and_the_crowd_is_enlarged() -> None:
    """A birth long before is not on the scale; many entries of a few days have one of their own."""
    told = [
        "1975-01-30",
        "2022-05",
        "2023-03",
        "2025-04",
        *("2023-07-12",) * 6,
        "2023-07-13",
    ]
    made = [event(n, read_date(date), "a", "Title", []) for n, date in enumerate(told)]
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    figure = draw_figure(Chronology(some, in_order(made), {}, (), {}, (), frozenset()))
    assert figure
    assert figure.inset
    assert [event.id for event in figure.outliers] == ["000"]
    assert list(figure.inset.marks) == [f"{number:03}" for number in range(4, 11)]
    assert figure.stretch == "12–13 July 2023"
    assert figure.main.enlarged


def test_dates_that_clash_are_drawn_each() -> None:
    """Where accounts give dates that cannot all be true, each is a bar of the same mark."""
    told = [read_date(date) for date in ("2022-10", "2023-03")]
    made = [
        event(0, told[0], "a", "T", told),
        event(1, read_date("2022-10"), "a", "T", []),
    ]
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    figure = draw_figure(Chronology(some, in_order(made), {}, (), {}, (), frozenset()))
    assert figure
    assert [len(figure.main.marks[number].bars) for number in ("000", "001")] == [2, 1]


def test_a_chronology_without_entries_has_no_picture() -> None:
    """There is nothing to draw."""
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    assert draw_figure(Chronology(some, (), {}, (), {}, (), frozenset())) is None


def test_a_drawn_out_crowd_is_not_enlarged() -> None:
    """What fills a quarter of the picture would hardly gain by it."""
    told = [
        f"2023-{month:02}-{day:02}"
        for month in range(1, 13)
        for day in (1, 5, 9, 14, 19, 24)
    ]
    made = [event(n, read_date(date), "a", "T", []) for n, date in enumerate(told)]
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    figure = draw_figure(Chronology(some, in_order(made), {}, (), {}, (), frozenset()))
    assert figure
    assert figure.inset is None
    assert figure.main.enlarged is None


@given(st.lists(st.integers(0, 500), max_size=20))
def test_labels_are_spread_within_bounds(places: list[int]) -> None:
    """They keep their order, are a row apart, and move only where they must."""
    named = {str(number): place for number, place in enumerate(places)}
    spread = spread_out(named, 0, 600)
    assert spread.keys() == named.keys()
    order = sorted(named, key=lambda name: named[name])
    for one, other in pairwise(order):
        assert spread[other] - spread[one] >= ROW
    assert all(0 <= at <= 600 for at in spread.values())
    if all(b - a >= ROW for a, b in pairwise(sorted(places))):
        assert spread == named


def test_points_of_one_day_stand_together() -> None:
    """As the entries do; what has happened by that day stands below them, upright before them."""
    written = ("2022-01", "by 2023-07-13", *["2023-07-13"] * 8, "2024-06")
    told = [read_date(text) for text in written]
    events = [event(number, date, "a", "W", []) for number, date in enumerate(told)]
    settings_of = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    entries = in_order(events)
    figure = draw_figure(Chronology(settings_of, entries, {}, (), {}, (), frozenset()))
    assert figure
    assert figure.inset
    by_that_day, *on_it = (
        figure.inset.marks[entry.id].across for entry in entries[1:-1]
    )
    assert [row for row, _ in on_it] == [on_it[0][0] + ROW * n for n in range(8)]
    assert by_that_day[0] == on_it[-1][0] + ROW
    assert len({column for _, column in on_it}) == 1
    assert by_that_day[1] < on_it[0][1]


def test_rows_without_labels_are_the_last_resort() -> None:
    """So many entries of a day that labels find no room: all of them have their marks."""
    many = MOST_ROWS * 9
    made = [
        event(n, read_date(f"2023-{n % 12 + 1:02}"), "a", "W" * 28, [])
        for n in range(many)
    ]
    some = Settings.model_construct(title="", kinds=KINDS, periods=(), places={})
    figure = draw_figure(Chronology(some, in_order(made), {}, (), {}, (), frozenset()))
    assert figure
    assert any(mark.is_before is None for mark in figure.main.marks.values())
    check_plot(figure.main)
