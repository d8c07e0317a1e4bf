"""What editors fill in: the one list of fields of settings, events and sources."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic.functional_validators import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
)
from pydantic_core import PydanticKnownError

from chronology.dates.edtf import Date, read_date
from chronology.syntax.citations import Citation, read_citations
from chronology.syntax.locators import read_paragraphs
from chronology.wording import did_you_mean, one_of, quoted

LONGEST_LABEL = 28


def _date(value: object) -> Date:
    """Read a date; YAML's list of one is the set it looks like."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = f"[{', '.join(value)}]"
    if not isinstance(value, str):
        raise ValueError("must be a date between quotation marks")
    return read_date(value)


def _day(date: Date) -> Date:
    if date.precision != "day":
        raise ValueError(f"must be a day, written 2023-07-11, not {quoted(date.edtf)}")
    return date


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return value


def _several(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


def _web_address(text: str) -> str:
    """Return the address; ValueError says why it is none."""
    if unsafe := re.search(r'[\s<>"\\]', text):
        what = "a space" if unsafe[0].isspace() else quoted(unsafe[0])
        raise ValueError(f"has {what}; write %{ord(unsafe[0]):02X} for it")
    if not text.startswith(("https://", "http://")):
        raise ValueError(
            f"must be an address that begins with https://, not {quoted(text)}"
        )
    return text


def _see(value: object) -> str | tuple[Citation, ...]:
    text = _text(value)
    if "//" in text:
        return _web_address(text)
    if "@" in text:
        return tuple(read_citations(text))
    wanted = "a citation, or an address that begins with https://"
    raise ValueError(f"must be {wanted}, not {quoted(text)}")


def _typeset(text: str) -> str:
    """Give a title true quotation marks and apostrophes."""
    return re.sub(r'"([^"]*)"', r"“\1”", text.replace("'", "’"))


def _known(text: str, info: ValidationInfo) -> str:
    """Return a kind or a place that the settings have."""
    word = str(info.field_name).removesuffix("s")
    known: dict[str, object] = getattr(info.context, f"{word}s")
    if text not in known:
        hint = did_you_mean(text, known) or f" The settings have {one_of(known)}."
        raise ValueError(f"unknown {word} {quoted(text)}.{hint}")
    return text


Title = Annotated[str, AfterValidator(_typeset)]
When = Annotated[Date, PlainValidator(_date)]
Day = Annotated[When, AfterValidator(_day)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_several)]
Address = Annotated[str, AfterValidator(_web_address)]
SiteAddress = Annotated[Address, AfterValidator(lambda address: address.rstrip("/"))]
Paragraphs = Annotated[
    tuple[int, ...], PlainValidator(lambda v: read_paragraphs(_text(v)))
]
See = Annotated[str | tuple[Citation, ...], PlainValidator(_see)]
Known = Annotated[str, AfterValidator(_known)]


class Form(BaseModel):
    """What an editor fills in; unknown and blank fields are faults."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        str_strip_whitespace=True,
        str_min_length=1,
    )


class Kind(Form):
    """What sort of thing an event is; its lane is a row of the figure."""

    name: str
    lane: str | None = None


class Place(Form):
    """Where events happen; latitude and longitude in degrees, north and east positive."""

    name: str
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)


class PeriodForm(Form):
    """A period as the settings have it."""

    name: str
    from_: When = Field(alias="from")
    to: When | None = None
    """None where it goes on."""
    about: str | None = None


class Settings(Form):
    """What one chronology sets in `[tool.chronology]`."""

    title: Title
    description: str | None = None
    url: SiteAddress | None = None
    repository: SiteAddress | None = None
    language: str = "en"
    kinds: dict[str, Kind] = Field(min_length=1)
    periods: tuple[PeriodForm, ...] = ()
    places: dict[str, Place] = {}

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
    note: str


class Withdrawn(Form):
    """Why an entry no longer stands."""

    date: Day
    reason: str


class EventForm(Form):
    """The front matter of `events/<id>.md`."""

    title: Title
    date: When
    kind: Known
    added: Day
    """The day on which the entry was first published."""
    places: Annotated[tuple[Known, ...], BeforeValidator(_several)] = Field(
        (), alias="place"
    )
    label: Annotated[Title, Field(max_length=LONGEST_LABEL)] | None = None
    """The title's short form in the figure."""
    status: Literal["reported", "claimed", "alleged"] = "reported"
    order: int | None = None
    """Among the entries of one day."""
    people: Texts = ()
    draft: Literal["true", "false"] = "false"
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawn | None = None


class SlipForm(Form):
    """A known error of a source, as its record has it."""

    para: Paragraphs
    says: str
    better: str | None = None
    see: Annotated[
        tuple[See, ...], BeforeValidator(_several), Field(validate_default=True)
    ] = ()
    """Web addresses, and citations of sources that have it right."""
    touches: Literal["none"] | None = None
    """Said of a slip in paragraphs that no entry cites."""

    @field_validator("see")
    @classmethod
    def _better_is_found_somewhere(
        cls, see: tuple[See, ...], info: ValidationInfo
    ) -> object:
        better = info.data.get("better", see)
        if better and not see:
            raise ValueError("without 'see' nothing is 'better'; say where it stands")
        if see and not better:
            raise ValueError("'better' is missing; say what stands where 'see' leads")
        return see


class SourceForm(Form):
    """The front matter of `seeds/<id>.md`: CSL-JSON's names, and ours."""

    type: str
    title: Title | None = None
    container_title: str | None = Field(default=None, alias="container-title")
    container_title_short: str | None = Field(
        default=None, alias="container-title-short"
    )
    author: Texts = ()
    issued: When | None = None
    language: str | None = None
    url: Address | None = Field(default=None, alias="URL")
    document: str | None = None
    paragraphs: Paragraphs = ()
    copy_address: Address | None = Field(default=None, alias="copy")
    archived: Address | None = None
    outlet: str | None = None
    slips: tuple[SlipForm, ...] = ()
    seen: Annotated[Literal["whole", "extract"], Field(validate_default=True)] = "whole"

    @field_validator("seen")
    @classmethod
    def _has_what_was_seen(cls, seen: str, info: ValidationInfo) -> str:
        """Ask for both, of those that are not wrong in themselves."""
        has = [
            bool(info.data[name])
            for name in ("document", "paragraphs")
            if name in info.data
        ]
        if seen == "extract" and any(has):
            raise ValueError(
                "a source seen in extract has no 'document' and no 'paragraphs'"
            )
        if seen == "whole" and not all(has):
            raise ValueError(
                "a source has 'document' and 'paragraphs', or else 'seen: extract'"
            )
        return seen


class WordsForm(Form):
    """The front matter of a page in words."""

    title: Title


class NameForm(Form):
    """One name of the registry."""

    name: str
    """The one way in which the chronology spells it."""
    about: str
    """One cited line."""
    also: Texts = ()
    """Other names for the same."""
    spellings: Texts = ()
    """How sources spell it otherwise; such a spelling stands in quotations only."""
    native: str | None = None
    """The name in its own script."""
    lang: str | None = None
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
