"""Chronologies with as much as the figure asks of them."""

from collections.abc import Sequence
from typing import Literal

from hypothesis import strategies as st
from markupsafe import Markup

from chronology.content.event import Event, EventFields
from chronology.content.periods import Period
from chronology.content.settings import Kind, Settings
from chronology.dates.calendar import SingleDate
from chronology.dates.edtf import Date, read_date
from chronology.problems import Problems
from chronology.syntax.accounts import Account, Difference
from chronology.syntax.prose import Prose
from chronology.syntax.records import Record
from chronology.timeline.chronology import Chronology

KINDS = {"a": Kind(name="a")}


def make_event(
    number: int,
    date: Date,
    title: str = "Title",
    accounts: Sequence[Date] = (),
    milestone: Literal["true", "false"] = "false",
) -> Event:
    """Return an entry."""
    told = tuple(Account(date, ()) for date in accounts)
    fields = EventFields.model_construct(
        title=title,
        date=date,
        kind="a",
        added=read_date("2026-01-01"),
        milestone=milestone,
    )
    differences = (Difference(Markup("when"), "when", told),) if accounts else ()
    record = Record(f"events/{number:04}.md", Problems())
    return Event(f"{number:04}", record, fields, Prose((), differences))


def make_periods(*times: str) -> tuple[Period, ...]:
    """Return periods that have their times as names."""
    return tuple(
        Period(time, f"period-{number}", read_date(time), ())
        for number, time in enumerate(times)
    )


def make_chronology(
    events: list[Event], periods: tuple[Period, ...] = ()
) -> Chronology:
    """Return a chronology of these entries."""
    ordered = sorted(events, key=lambda event: (*event.fields.date.order, event.id))
    settings = Settings.model_construct(title="", kinds=KINDS, places={})
    return Chronology(settings, tuple(ordered), {}, periods, {}, (), frozenset())


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
def events(draw: st.DrawFn, number: int, date: Date) -> Event:
    """Entries of a date, a third of them milestones, some with dates that clash."""
    clashes = draw(st.integers(0, 5)) == 0
    return make_event(
        number,
        date,
        draw(st.text("mWil 文.", min_size=1, max_size=40).filter(str.strip)),
        draw(st.lists(dates(), max_size=3)) if clashes else (),
        draw(st.sampled_from(("true", "false", "false"))),
    )


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Chronologies with up to seventy entries, many of them on the same few days."""
    crowd = draw(st.lists(st.integers(8, 12), max_size=40))
    told = [read_date(f"2023-07-{day:02}") for day in crowd]
    told += draw(st.lists(dates(), min_size=0 if told else 1, max_size=30))
    made = [draw(events(number, date)) for number, date in enumerate(told)]
    periods = make_periods(
        "../0100", "0101/2022", "2023-01/2023-07-09", "2023-07-10/.."
    )
    return make_chronology(made, draw(st.sampled_from(((), periods[:1], periods))))
