"""The rules of entries: some exist, titles quote only what passages quote, changes come later."""

import re
from collections.abc import Iterator

from chronology.content.event import Event
from chronology.dates.edtf import Date
from chronology.evidence.matching import fold
from chronology.problems import TOP, Position, Problem
from chronology.timeline.chronology import Chronology
from chronology.wording import quoted


def events_exist(chronology: Chronology) -> Iterator[Problem]:
    """A chronology has at least one event."""
    if not (chronology.events or chronology.faulty):
        how = 'make one: python build.py new "Title" --date DATE --kind KIND'
        yield Problem("events", TOP, f"holds no event; {how}")


def titles_quote_their_passages(chronology: Chronology) -> Iterator[Problem]:
    """A quotation in a title or a label stands in one of the entry's passages."""
    for event in chronology.events:
        quoted_in_text = list(_list_quotations(event))
        for name in ("title", "label"):
            for text in re.findall("“([^”]*)", getattr(event.fields, name) or ""):
                if not any(fold(text) in quotation for quotation in quoted_in_text):
                    message = f"“{text}” is quoted in no passage of this entry"
                    yield Problem(event.path, event.record.at(name), message)


def _list_quotations(event: Event) -> Iterator[str]:
    """Yield the quotations of an entry's passages, folded."""
    for passage in event.prose.passages():
        for quotation in passage.quotations:
            yield fold(quotation.text)


def corrections_follow(chronology: Chronology) -> Iterator[Problem]:
    """An entry is corrected or withdrawn on the day it was added, or later."""
    for event in chronology.events:
        added = event.fields.added
        for position, date in _list_changes(event):
            if date.order < added.order:
                message = f"{quoted(date.edtf)} lies before the day the entry was added"
                yield Problem(event.path, position, f"{message}, {added.edtf}")


def _list_changes(event: Event) -> Iterator[tuple[Position, Date]]:
    """Yield the days on which an entry was corrected or withdrawn, and where they stand."""
    for number, correction in enumerate(event.fields.corrections):
        yield event.record.at("corrections", number, "date"), correction.date
    if event.fields.withdrawn:
        yield event.record.at("withdrawn", "date"), event.fields.withdrawn.date
