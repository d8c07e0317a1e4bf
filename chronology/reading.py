"""How a record becomes an event, a source, a period or a page in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from chronology.citations import Citation
from chronology.formreading import read_form
from chronology.forms import EventForm, Settings, SlipForm, SourceForm, WordsForm
from chronology.frontmatter import Record, read_record
from chronology.ledger import Ledger, read_ledger
from chronology.markup import Converter, slug
from chronology.model import Event, Period, Slip, Source, Words
from chronology.names import FILE as REGISTRY
from chronology.passages import Manuscript, Passage
from chronology.problems import Problems, did_you_mean, one_of, quoted
from chronology.prose import Prose, read_own_words, read_prose

PREFIX = re.compile(
    r"(?:bce-)?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=-[a-z0-9])"
)
"""The date that the file name of an event begins with."""
_ID = re.compile(r"(?:bce-)?\d{4}(?:-[a-z0-9]+)+")
_SOURCE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = ("_introduction.md", "_afterword.md", "_method.md")


def read_event(
    file: Path, settings: Settings, converter: Converter, problems: Problems, *, drafts: bool
) -> Event | None:
    """Return the event, or None after noting every fault of its file.

    Without `drafts` the faults of a draft are left for the preview to tell.
    """
    record = read_record(file, f"events/{file.name}", problems)
    if record is None:
        return None
    if not drafts and (record.fields or {}).get("draft") == "true":
        record = replace(record, problems=Problems())
    if not _ID.fullmatch(file.stem) or file.suffix != ".md":
        record.fault("an event's file is named YYYY[-MM[-DD]]-slug.md, of a-z, 0-9 and -")
    form = read_form(EventForm, record, settings)
    prose = read_prose(record, converter, is_event=True)
    if form is None:
        return None
    _check_name(file.stem, form, record)
    return Event.of(form, record=record, id=file.stem, prose=prose)


def _check_name(id_: str, form: EventForm, record: Record) -> None:
    """Note a file name that begins with another date than the event has, or had."""
    found = PREFIX.match(id_)
    dates = [form.date, *(correction.was for correction in form.corrections if correction.was)]
    if found and found[0] not in [date.prefix for date in dates]:
        record.fault(
            f"the file's name begins with {found[0]}, but the date with {form.date.prefix}; a name "
            "stays for good: where the date was corrected, a correction says what it 'was'",
            "date",
        )


def read_words(file: Path, converter: Converter, problems: Problems) -> Words | None:
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
    key, form = file.stem.removeprefix("_"), read_form(WordsForm, record)
    if key == "method":
        html, links = read_own_words(record, converter)
        return Words(key, form.title, Prose(), html, links, path) if form else None
    prose = read_prose(record, converter, is_event=False)
    return Words(key, form.title, prose, Markup(), (), path) if form else None


def read_source(file: Path, converter: Converter, problems: Problems) -> Source | None:
    """Return the source with its ledger, or None after noting every fault of its files."""
    record = read_record(file, f"seeds/{file.name}", problems)
    beside = file.with_suffix(".quotes")
    ledger = read_ledger(beside, f"seeds/{beside.name}", problems) if beside.exists() else None
    if record is None:
        return None
    if not _SOURCE_ID.fullmatch(file.stem):
        record.fault("a source's file is named slug.md, of a-z, 0-9 and -")
    form = read_form(SourceForm, record)
    html, links = read_own_words(record, converter)
    if form is None:
        return None
    if ledger:
        _check_ledger(ledger, form, problems)
    slips = tuple(_read_slips(file.stem, form, record, converter))
    made = {"html": html, "links": links, "ledger": ledger, "known_slips": slips}
    return Source.of(form, record=record, id=file.stem, **made)


def _check_ledger(ledger: Ledger, form: SourceForm, problems: Problems) -> None:
    if form.seen == "extract":
        problems.add(ledger.path, "a source seen in extract has no ledger; delete it")
    elif ledger.document != form.document:
        whose = (
            f"is of {quoted(ledger.document)}, but the record is of {quoted(str(form.document))}"
        )
        problems.add(ledger.path, f"{whose}; seal it anew")


def _read_slips(
    source: str, form: SourceForm, record: Record, converter: Converter
) -> Iterator[Slip]:
    for index, slip in enumerate(form.slips):
        own = Citation(source, slip.para, None, record.at("slips", index, "para"))
        addresses = tuple(see for see in slip.see if isinstance(see, str))
        cited = tuple(_citations(slip, index, record))
        says = _field(slip.says, record, "slips", index, "says")
        said = says.passage(0, len(slip.says), converter, (own,))
        better = None
        if slip.better:
            text = _field(slip.better, record, "slips", index, "better")
            better = text.passage(0, len(slip.better), converter, cited)
        yield Slip(slip.para, said, better, addresses, cited)


def _citations(slip: SlipForm, index: int, record: Record) -> Iterator[Citation]:
    for number, see in enumerate(slip.see):
        for citation in see if isinstance(see, tuple) else ():
            yield replace(citation, position=record.at("slips", index, "see", number))


def _field(text: str, record: Record, *place: str | int) -> Manuscript:
    """Return a text that stands in a field; its faults are shown where the field is."""
    return Manuscript(text, record, lambda _: record.at(*place))


def read_periods(settings: Settings, record: Record, converter: Converter) -> tuple[Period, ...]:
    """Return the periods of the settings with their cited sentences read."""
    periods: list[Period] = []
    for index, form in enumerate(settings.periods):
        about: tuple[Passage, ...] = ()
        if form.about:
            text = _field(form.about, record, "periods", index, "about")
            about = text.passages(0, len(form.about), converter)
        first, last = form.from_.earliest, form.to.latest if form.to else None
        if first and last and last < first:
            record.fault("the period ends before it begins", "periods", index, "to")
        position = record.at("periods", index)
        id_ = slug(form.name) or f"period-{index + 1}"
        periods.append(Period(form.name, id_, form.from_, form.to, about, position))
    return tuple(periods)
