"""What a date leaves possible, and how it is drawn on the line."""

import pytest

from chronology.dates.edtf import read_date
from chronology.figure.line import END, START, line_of
from chronology.figure.spans import span_of

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


@pytest.mark.parametrize(("written", "left", "right"), FORMS)
def test_a_date_leaves_these_days(
    written: str, left: tuple[str, str], right: tuple[str, str]
) -> None:
    """Each form of date, with what is known of its two ends."""
    span = span_of(read_date(written))
    assert (str(span.first), span.left.value) == left
    assert (str(span.last), span.right.value) == right
    assert span.is_day == (written == "2022-06-11")


# a date | from where to where along the line of 2022, of which a day takes 0.26 per cent
BARS = (
    ("2022", START, END),
    ("2022-01", START, 10.65),
    ("2022-06-11~", 43.32, 45.78),
    ("by 2022-12", 93.0, END),
    ("by 2022-01-01", 0, 2.86),
    ("[2022-12-31..]", 97.14, 100),
    ("[2022-06-11..2022-06-12]", 44.42, 45.22),
    ("2022-12/..", 89.35, END),
    ("../2022-01", START, 10.65),
)


@pytest.mark.parametrize(("written", "start", "end"), BARS)
def test_a_span_is_this_bar(written: str, start: float, end: float) -> None:
    """What fades keeps within the width; the shortest bar has both its ends."""
    line = line_of(span_of(read_date("2022")))
    assert line.reach(span_of(read_date(written))) == (start, end)


def test_a_dot_stands_at_the_beginning_of_its_day() -> None:
    """However long the day is drawn."""
    day = span_of(read_date("2022-06-11"))
    assert line_of(day).point(day.first) == pytest.approx(START + 0.55)
    year = line_of(span_of(read_date("2022")))
    assert year.at(day.first.ordinal) < year.point(day.first)
    assert year.point(day.first) < year.at(day.first.ordinal + 1)
