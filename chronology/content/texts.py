"""The texts that are not entries: introduction, afterword, method."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from chronology.content.fields import Fields, Title
from chronology.content.files import EVENTS, REGISTRY, TEXTS
from chronology.content.filling import read_fields
from chronology.problems import Problems
from chronology.syntax.frontmatter import read_record
from chronology.syntax.passages import Links, Manuscript, Passage
from chronology.syntax.prose import Prose, read_own_words, read_prose
from chronology.syntax.records import Record
from chronology.wording import did_you_mean, one_of

AFTERWORD = "afterword"
METHOD = "method"
"""The text about the site itself, which needs no citations."""


class TextFields(Fields):
    """The front matter of a text."""

    title: Title


class AfterwordFields(TextFields):
    """The front matter of the afterword."""

    summary: str | None = None
    """One or two cited sentences, shown on the index as what came after."""


@dataclass(frozen=True, eq=False)
class Text:
    """One text, such as `events/_introduction.md`."""

    id: str
    """The name of its file, without `_` and ending."""
    record: Record
    fields: TextFields
    prose: Prose = field(default_factory=Prose)
    """Its passages; none if it is about the site itself."""
    html: Markup = field(default_factory=Markup)
    """The whole text where it speaks of the site itself; else empty."""
    summary: tuple[Passage, ...] = ()
    """What the index says of it."""
    links: Links = ()
    """The links of `html`; each passage has its own."""

    @property
    def path(self) -> str:
        """Its file, from the chronology's folder."""
        return self.record.path

    @property
    def address(self) -> str:
        """The page that shows it."""
        return "index.html" if self.id == "introduction" else f"{self.id}.html"


def read_one_text(file: Path, problems: Problems) -> Text | None:
    """Return the text, or None after noting every fault of its file."""
    path = f"{EVENTS}/{file.name}"
    if file.name not in TEXTS:
        known = (*TEXTS, REGISTRY)
        hint = did_you_mean(file.name, known) or f" A name with _ is {one_of(known)}."
        problems.add(path, f"no page is made of this file.{hint}")
        return None
    record = read_record(file, path, problems)
    if record is None:
        return None
    id_ = file.stem.removeprefix("_")
    fields = _read_text_fields(id_, record)
    if id_ == METHOD:
        html, links = read_own_words(record)
        return Text(id_, record, fields, html=html, links=links) if fields else None
    prose = read_prose(record, is_event=False)
    if fields is None:
        return None
    return Text(id_, record, fields, prose, summary=_read_summary(fields, record))


def _read_text_fields(id_: str, record: Record) -> TextFields | None:
    """Return the front matter of a text; only the afterword has a summary."""
    if id_ == AFTERWORD:
        return read_fields(AfterwordFields, record)
    return read_fields(TextFields, record)


def _read_summary(fields: TextFields, record: Record) -> tuple[Passage, ...]:
    """Return the summary of an afterword, read into passages; faults are noted."""
    if not isinstance(fields, AfterwordFields) or fields.summary is None:
        return ()
    return Manuscript(record, fields.summary, record.at("summary")).whole()
