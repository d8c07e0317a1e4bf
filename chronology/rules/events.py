"""The rules of entries: some exist, titles quote only what passages quote, changes come later."""

import re
from collections.abc import Iterator

from chronology.content.event import Event
from chronology.content.files import DATE_PREFIX
from chronology.dates.edtf import Date
from chronology.evidence.matching import fold
from chronology.problems import TOP, Position, Problem
from chronology.syntax.addresses import slug
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


def outcomes_follow(chronology: Chronology) -> Iterator[Problem]:
    """An outcome is decided no earlier than what is alleged can have happened."""
    for event in chronology.events:
        if event.outcome and event.outcome.date.order[0] < event.fields.date.order[0]:
            position = event.record.at("outcome", "date")
            decided = quoted(event.outcome.date.edtf)
            message = f"{decided} lies before the date of the entry"
            yield Problem(event.path, position, f"{message}, {event.fields.date.edtf}")


def former_ids_lead_here(chronology: Chronology) -> Iterator[Problem]:
    """A former id begins as a name does, is no living id, and leads to one entry alone."""
    living = {event.id for event in (*chronology.events, *chronology.left_out)}
    taken: dict[str, str] = {}
    for event in chronology.events:
        for number, former in enumerate(event.fields.formerly):
            why = _why_not_former(former, living, taken)
            if why:
                position = event.record.at("formerly", number)
                yield Problem(event.path, position, f"{quoted(former)} {why}")
            taken.setdefault(former, event.path)


def _why_not_former(former: str, living: set[str], taken: dict[str, str]) -> str | None:
    """Return why an id cannot be a former id; None where it can."""
    if not DATE_PREFIX.match(former) or slug(former) != former:
        return "was never the name of an entry, which is YYYY[-MM[-DD]]-slug"
    if former in living:
        return "is the id of an entry that stands; only one that is gone is a former id"
    if former in taken:
        return f"leads to {taken[former]} already"
    return None


def _list_changes(event: Event) -> Iterator[tuple[Position, Date]]:
    """Yield the days on which an entry was corrected or withdrawn, and where they stand."""
    for number, correction in enumerate(event.fields.corrections):
        yield event.record.at("corrections", number, "date"), correction.date
    if event.fields.withdrawn:
        yield event.record.at("withdrawn", "date"), event.fields.withdrawn.date
