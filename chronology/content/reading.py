"""How a record becomes an event, a source, a period or a page in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from chronology.content.formreading import read_form
from chronology.content.forms import EventForm, Settings, SourceForm, WordsForm
from chronology.content.model import Event, Period, Slip, Source, Words
from chronology.content.names import REGISTRY
from chronology.dates.edtf import Date, can_all_be_true
from chronology.evidence.matching import read_ledger
from chronology.problems import Problems
from chronology.syntax.addresses import slug
from chronology.syntax.citations import Citation
from chronology.syntax.frontmatter import read_record
from chronology.syntax.locators import Locator
from chronology.syntax.passages import Manuscript
from chronology.syntax.prose import read_own_words, read_prose
from chronology.syntax.records import Record
from chronology.wording import did_you_mean, one_of, quoted

PREFIX = re.compile(
    r"(bce-)?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=-[a-z0-9])"
)
"""The date that the file name of an event begins with."""
_STAYS = "a name stays for good: where the date was corrected, a correction says what it 'was'"
_WORDS = ("_introduction.md", "_afterword.md", "_method.md")


def read_event(
    file: Path, settings: Settings, problems: Problems, *, drafts: bool
) -> Event | None:
    """Return the event, or None after noting every fault of its file.

    Without `drafts` the faults of a draft are left for the preview to tell.
    """
    record = read_record(file, f"events/{file.name}", problems)
    if record is None:
        return None
    if not drafts and (record.typed or {}).get("draft") == "true":
        record = replace(record, problems=Problems())
    begins = PREFIX.match(file.stem)
    if begins is None or file.name != f"{slug(file.stem)}.md":
        record.fault(
            "an event's file is named YYYY[-MM[-DD]]-slug.md, of a-z, 0-9 and -"
        )
    form = read_form(EventForm, record, settings)
    prose = read_prose(record, is_event=True)
    if form is None:
        return None
    prefixes = [form.date.prefix, *(c.was.prefix for c in form.corrections if c.was)]
    if begins and begins[0] not in prefixes:
        what = (
            f"the file's name begins with {begins[0]}, but the date with {prefixes[0]}"
        )
        record.fault(f"{what}; {_STAYS}", "date")
    return Event.model_construct(**dict(form), record=record, id=file.stem, prose=prose)


def read_words(file: Path, problems: Problems) -> Words | None:
    """Return a page in words, or None after noting every fault of its file."""
    path = f"events/{file.name}"
    if file.name not in _WORDS:
        known = (*_WORDS, REGISTRY)
        hint = did_you_mean(file.name, known) or f" A name with _ is {one_of(known)}."
        problems.add(path, f"no page is made of this file.{hint}")
        return None
    record = read_record(file, path, problems)
    if record is None:
        return None
    id_, form, text = (
        file.stem.removeprefix("_"),
        read_form(WordsForm, record),
        dict[str, Any](),
    )
    if id_ == "method":
        text["html"], text["links"] = read_own_words(record)
    else:
        text["prose"] = read_prose(record, is_event=False)
    return (
        Words.model_construct(**dict(form), record=record, id=id_, **text)
        if form
        else None
    )


def read_source(file: Path, problems: Problems) -> Source | None:
    """Return the source with its ledger, or None after noting every fault of its files."""
    record = read_record(file, f"seeds/{file.name}", problems)
    beside = file.with_suffix(".quotes")
    ledger = (
        read_ledger(beside, f"seeds/{beside.name}", problems)
        if beside.exists()
        else None
    )
    if record is None:
        return None
    if file.stem != slug(file.stem):
        record.fault("a source's file is named slug.md, of a-z, 0-9 and -")
    form = read_form(SourceForm, record)
    html, links = read_own_words(record)
    if form is None:
        return None
    if ledger and form.seen == "extract":
        problems.add(ledger.path, "a source seen in extract has no ledger; delete it")
    elif ledger and ledger.document != form.document:
        whose = f"{quoted(ledger.document)}, but the record is of {quoted(str(form.document))}"
        problems.add(ledger.path, f"is of {whose}; seal it anew")
    slips = tuple(_read_slips(file.stem, form, record))
    more: dict[str, Any] = {
        "html": html,
        "links": links,
        "ledger": ledger,
        "known_slips": slips,
    }
    return Source.model_construct(**dict(form), record=record, id=file.stem, **more)


def _read_slips(id_: str, form: SourceForm, record: Record) -> Iterator[Slip]:
    for index, slip in enumerate(form.slips):
        at = partial(record.at, "slips", index)
        own = Citation(id_, Locator(slip.para), None, at("para"))
        addresses = tuple(see for see in slip.see if isinstance(see, str))
        cited = tuple(
            replace(citation, position=at("see", number))
            for number, see in enumerate(slip.see)
            for citation in (see if isinstance(see, tuple) else ())
        )
        says = Manuscript(record, slip.says, at("says")).passage(
            0, len(slip.says), (own,)
        )
        written = Manuscript(record, slip.better or "", at("better"))
        better = written.passage(0, len(written.text), cited) if slip.better else None
        yield Slip(slip.para, says, better, addresses, cited)


def read_periods(settings: Settings, record: Record) -> Iterator[Period]:
    """Yield the periods of the settings with their cited sentences read."""
    taken: set[str] = set()
    for index, form in enumerate(settings.periods):
        text, at = form.about or "", partial(record.at, "periods", index)
        about = Manuscript(record, text, at("about")).passages(0, len(text))
        time = Date("interval", form.from_.start, form.to.end if form.to else None)
        if not can_all_be_true([time]):
            record.fault("the period ends before it begins", "periods", index, "to")
        if (id_ := f"period-{slug(form.name) or index + 1}") in taken:
            record.fault(
                f"a period has the name {quoted(form.name)} too", "periods", index
            )
        taken.add(id_)
        yield Period(form.name, id_, time, about)
