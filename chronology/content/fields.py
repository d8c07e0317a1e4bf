"""The types of fields that editors fill in: dates, titles, addresses, citations, lists."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationInfo
from pydantic.functional_validators import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
)
from pydantic_core import PydanticKnownError

from chronology.dates.edtf import Date, read_date
from chronology.syntax.citations import Citation, read_citations
from chronology.syntax.locators import read_paragraphs
from chronology.syntax.records import KeyPath
from chronology.wording import did_you_mean, one_of, quoted

Conflict = tuple[KeyPath, str]
"""Where two fields do not go together, and why."""


class Fields(BaseModel):
    """Fields that an editor fills in; unknown and blank fields are faults."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        str_strip_whitespace=True,
        str_min_length=1,
    )

    @classmethod
    def list_conflicts(cls, _typed: Mapping[str, object]) -> Iterator[Conflict]:
        """Yield each field that does not go together with another.

        It looks at what was typed, so a field with a fault of its own hides no conflict.
        """
        yield from ()


def _text(value: object) -> str:
    """Return the value if it is a text; refuse any other."""
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return value


def _date(value: object) -> Date:
    """Return the date; a set in brackets, which YAML reads as a list, is put together again."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = f"[{', '.join(value)}]"
    if not isinstance(value, str):
        raise ValueError("must be a date between quotation marks")
    return read_date(value)


def _day(date: Date) -> Date:
    """Return the date if it is a day; refuse any other."""
    if date.precision != "day":
        raise ValueError(f"must be a day, written 2023-07-11, not {quoted(date.edtf)}")
    return date


def _several(value: object) -> object:
    """Return the value if it is a list, or else a list that holds it."""
    return value if isinstance(value, list | tuple) else [value]


def _web_address(text: str) -> str:
    """Return the text if it is a web address; refuse any other."""
    if unsafe := re.search(r'[\s<>"\\]', text):
        sign = unsafe[0]
        shown = "a space" if sign.isspace() else quoted(sign)
        raise ValueError(f"has {shown}; write %{ord(sign):02X} for it")
    if not text.startswith(("https://", "http://")):
        found = quoted(text)
        raise ValueError(f"must be an address that begins with https://, not {found}")
    return text


def _site_address(text: str) -> str:
    """Return a web address without a slash at its end."""
    return _web_address(text).rstrip("/")


def _see(value: object) -> str | tuple[Citation, ...]:
    """Return a web address, or the citations of one bracket."""
    text = _text(value)
    if "//" in text:
        return _web_address(text)
    if "@" in text:
        return tuple(read_citations(text))
    wanted = "a citation, or an address that begins with https://"
    raise ValueError(f"must be {wanted}, not {quoted(text)}")


def _paragraphs(value: object) -> tuple[int, ...]:
    """Return the numbers that a text such as '2, 5-7' names."""
    return tuple(read_paragraphs(_text(value)))


def _typeset(text: str) -> str:
    """Return a title with curly quotation marks and apostrophes."""
    return re.sub(r'"([^"]*)"', r"“\1”", text.replace("'", "’"))


def _known(text: str, info: ValidationInfo) -> str:
    """Return the kind or the place if the settings have it; refuse any other."""
    word = str(info.field_name).removesuffix("s")
    known: dict[str, object] = getattr(info.context, f"{word}s")
    if text not in known:
        hint = did_you_mean(text, known) or f" The settings have {one_of(known)}."
        raise ValueError(f"unknown {word} {quoted(text)}.{hint}")
    return text


Title = Annotated[str, AfterValidator(_typeset)]
When = Annotated[Date, PlainValidator(_date)]
Day = Annotated[When, AfterValidator(_day)]
Several = BeforeValidator(_several)
Texts = Annotated[tuple[str, ...], Several]
Address = Annotated[str, AfterValidator(_web_address)]
SiteAddress = Annotated[str, AfterValidator(_site_address)]
Paragraphs = Annotated[tuple[int, ...], PlainValidator(_paragraphs)]
See = Annotated[str | tuple[Citation, ...], PlainValidator(_see)]
Known = Annotated[str, AfterValidator(_known)]
