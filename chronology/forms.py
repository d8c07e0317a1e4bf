"""What editors fill in: the one list of fields of settings, events and sources."""

import re
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    model_validator,
)

from chronology.citations import Citation, read_citations, read_paragraphs
from chronology.dates import Date, read_date
from chronology.problems import did_you_mean, one_of, quoted

LONGEST_LABEL = 28


def _date(value: object) -> Date:
    """Read a date; YAML's list of one is the set it looks like."""
    if isinstance(value, list):
        inside = ", ".join(map(str, value))
        return read_date(f"[{inside}]")
    if not isinstance(value, str):
        raise ValueError("must be a date between quotation marks")
    return read_date(value)


def _day(value: object) -> Date:
    date = _date(value)
    if date.precision != "day":
        raise ValueError(f"must be a day, written 2023-07-11, not {quoted(str(value))}")
    return date


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _whole_number(value: object) -> int:
    text = str(value)
    if not text.removeprefix("-").isdecimal() or len(text) > 9:
        raise ValueError(f"must be a whole number, not {quoted(text)}")
    return int(text)


def _web_address(value: object) -> str:
    text = str(value)
    if not text.startswith(("https://", "http://")) or any(c in text for c in ' <>"\\'):
        raise ValueError(f"must be an address that begins with https://, not {quoted(text)}")
    return text


def _site_address(value: object) -> str:
    return _web_address(value).rstrip("/")


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(read_paragraphs(str(value)))


def _see(value: object) -> str | tuple[Citation, ...]:
    text = str(value)
    return text if text.startswith(("https://", "http://")) else read_citations(text)


def _short(value: object) -> str:
    text = str(value)
    if len(text) > LONGEST_LABEL:
        raise ValueError(f"has {len(text)} characters; a label has at most {LONGEST_LABEL}")
    return text


def _typeset(value: object) -> object:
    """Give a title true quotation marks and apostrophes."""
    if not isinstance(value, str):
        return value
    return re.sub(r'"([^"]*)"', r"“\1”", value.replace("'", "’"))


def _look_up(vocabulary: str) -> PlainValidator:
    """Take the word an editor wrote for what the settings say of it."""

    def look_up(value: object, info: ValidationInfo) -> object:
        known: dict[str, object] = getattr(info.context, vocabulary)
        word = vocabulary.removesuffix("s")
        if not isinstance(value, str):
            raise ValueError("must be a text")
        if value not in known:
            hint = did_you_mean(value, known) or f" The settings have {one_of(known)}."
            raise ValueError(f"unknown {word} {quoted(value)}.{hint if known else ''}")
        return known[value]

    return PlainValidator(look_up)


def _keyed(value: object) -> object:
    """Tell each kind and each place the word that stands for it."""
    if not isinstance(value, dict):
        return value
    return {key: {**v, "key": key} if isinstance(v, dict) else v for key, v in value.items()}


Text = Annotated[str, Field(min_length=1)]
Title = Annotated[str, BeforeValidator(_typeset)]
When = Annotated[Date, PlainValidator(_date)]
Day = Annotated[Date, PlainValidator(_day)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_several)]
Number = Annotated[int, PlainValidator(_whole_number)]
Address = Annotated[str, PlainValidator(_web_address)]
SiteAddress = Annotated[str, PlainValidator(_site_address)]
Paragraphs = Annotated[tuple[int, ...], PlainValidator(_numbers)]
See = Annotated[str | tuple[Citation, ...], PlainValidator(_see)]
Status = Literal["reported", "claimed", "alleged"]


class Form(BaseModel):
    """What an editor fills in; unknown fields are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Kind(Form):
    """What sort of thing an event is; its lane is a row of the figure."""

    name: Text
    lane: str | None = None
    key: str = Field(default="", exclude=True)
    """The word that stands for it in the front matter."""


class Place(Form):
    """Where events happen; latitude and longitude in degrees, north and east positive."""

    name: Text
    key: str = Field(default="", exclude=True)
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)


class PeriodForm(Form):
    """A stretch of the chronology, as the settings have it."""

    name: Text
    from_: When = Field(alias="from")
    to: When | None = None
    about: Text | None = None


class Settings(Form):
    """What one chronology sets in `[tool.chronology]`."""

    title: Title
    description: Text | None = None
    url: SiteAddress | None = None
    repository: SiteAddress | None = None
    language: Text = "en"
    kinds: Annotated[dict[str, Kind], BeforeValidator(_keyed), Field(min_length=1)]
    periods: tuple[PeriodForm, ...] = ()
    places: Annotated[dict[str, Place], BeforeValidator(_keyed)] = {}

    @property
    def source_code(self) -> str | None:
        """The repository, as it is set or as the address of a GitHub Pages site tells."""
        pages = re.fullmatch(r"https://([\w-]+)\.github\.io(/[\w.-]+)?", self.url or "")
        if self.repository or pages is None:
            return self.repository
        return f"https://github.com/{pages[1]}{pages[2] or f'/{pages[1]}.github.io'}"


class Correction(Form):
    """What was wrong, said and never silently mended."""

    date: Day
    was: When | None = None
    """The earlier date, where the date was corrected."""
    note: Text


class Withdrawn(Form):
    """Why an entry no longer stands."""

    date: Day
    reason: Text


class EventForm(Form):
    """The front matter of `events/<id>.md`."""

    title: Title
    date: When
    kind: Annotated[Kind, _look_up("kinds")]
    added: Day
    """The day on which the entry was first published."""
    places: Annotated[
        tuple[Annotated[Place, _look_up("places")], ...], BeforeValidator(_several)
    ] = Field(default=(), alias="place")
    label: Annotated[Title, BeforeValidator(_short)] | None = None
    """The title's short form in the figure."""
    status: Status = "reported"
    order: Number | None = None
    """Among the entries of one day."""
    people: Texts = ()
    draft: Literal["true", "false"] = "false"
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None


class SlipForm(Form):
    """A known error of a source, as its record has it."""

    para: Paragraphs
    says: Text
    better: Text | None = None
    see: Annotated[tuple[See, ...], BeforeValidator(_several)] = ()
    """Web addresses, and citations of sources that have it right."""
    touches: Literal["none"] | None = None
    """Said of a slip in paragraphs that no entry cites."""

    @model_validator(mode="after")
    def _better_is_found_somewhere(self) -> Self:
        if self.better and not self.see:
            raise ValueError("without 'see' nothing is 'better'; say where it stands")
        if self.see and not self.better:
            raise ValueError("'better' is missing; say what stands where 'see' leads")
        return self


class SourceForm(Form):
    """The front matter of `seeds/<id>.md`: CSL-JSON's names, and ours."""

    type: Text
    title: Title | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    container_title_short: Text | None = Field(default=None, alias="container-title-short")
    author: Texts = ()
    issued: When | None = None
    language: Text | None = None
    url: Address | None = Field(default=None, alias="URL")
    document: Text | None = None
    paragraphs: Paragraphs = ()
    copy_address: Address | None = Field(default=None, alias="copy")
    archived: Address | None = None
    outlet: Text | None = None
    slips: tuple[SlipForm, ...] = ()
    seen: Literal["whole", "extract"] = "whole"

    @model_validator(mode="after")
    def _has_what_was_seen(self) -> Self:
        if self.seen == "extract" and (self.document or self.paragraphs):
            raise ValueError("a source seen in extract has no 'document' and no 'paragraphs'")
        if self.seen == "whole" and not (self.document and self.paragraphs):
            raise ValueError(
                "a source has a 'document' and its own 'paragraphs', or else 'seen: extract'"
            )
        return self


class WordsForm(Form):
    """The front matter of a page in words."""

    title: Title


class NameForm(Form):
    """One name of the registry."""

    name: Text
    """The one way in which the chronology spells it."""
    about: Text
    """One cited line."""
    also: Texts = ()
    """Other names for the same."""
    spellings: Texts = ()
    """How sources spell it otherwise; such a spelling stands in quotations only."""
    native: Text | None = None
    """The name in its own script."""
    lang: Text | None = None
    """The language of `native`, as BCP 47 has it: ru, ar."""
    voices: Texts = ()
    """How citations name it as a voice."""


class Registry(Form):
    """`events/_names.toml`: a table for each name, in these groups."""

    people: dict[str, NameForm] = {}
    outlets: dict[str, NameForm] = {}
    groups: dict[str, NameForm] = {}
    units: dict[str, NameForm] = {}
    places: dict[str, NameForm] = {}
