"""chronology.json: exactly the fields that are promised, null for what is absent, never ""."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE

Filled = Annotated[str, Field(min_length=1)]
Day = Annotated[str, Field(pattern=r"^-?\d{4}-\d\d-\d\d$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Web = Annotated[str, Field(pattern=r"^https?://\S+$")]


class Shape(BaseModel):
    """Every field is there, and no other."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Citation(Shape):
    """Where it is said, and by whom."""

    source: Id
    para: list[Annotated[int, Field(ge=1)]]
    voice: Filled | None


class Passage(Shape):
    """What is said up to a citation."""

    text: Filled
    quotations: list[Filled]
    citations: Annotated[list[Citation], Field(min_length=1)]


class Account(Passage):
    """What some sources say where others differ."""

    date: Filled | None


class Differs(Shape):
    """A point on which accounts differ."""

    about: Filled
    translation: bool
    accounts: Annotated[list[Account], Field(min_length=2)]


class Correction(Shape):
    """What was wrong."""

    date: Day
    was: Filled | None
    note: Filled


class Dating(Passage):
    """Why a date is as it is; it may be cited."""

    citations: list[Citation]


class Outcome(Passage):
    """What was decided later of an allegation."""

    date: Day


class Withdrawn(Shape):
    """Why it no longer stands."""

    date: Day
    reason: Filled


class Event(Shape):
    """One entry."""

    id: Id
    url: Annotated[str, Field(pattern=r"^events/[a-z0-9-]+\.html$")]
    title: Filled
    date: Filled
    earliest: Day | None
    latest: Day | None
    date_text: Filled
    kind: Filled
    place: list[Filled]
    people: list[Filled]
    status: Literal["reported", "claimed", "alleged"]
    outcome: Outcome | None
    milestone: bool
    dating: Dating | None
    disputed: bool
    order: int | None
    added: Day
    corrections: list[Correction]
    withdrawn: Withdrawn | None
    formerly: list[Id]
    passages: list[Passage]
    differs: list[Differs]
    html: Annotated[str, Field(pattern="^<")]


class Slip(Shape):
    """A known error."""

    para: Annotated[list[int], Field(min_length=1)]
    says: Filled
    better: Filled | None
    see: list[Web]
    citations: list[Citation]


class Custom(Shape):
    """What CSL-JSON has no name for."""

    document: Filled | None
    paragraphs: list[int]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None
    seen: Literal["whole", "extract"]
    copied_from: Web | None = Field(alias="copy")
    archived: Web | None
    outlet: Filled | None
    slips: list[Slip]


class Author(Shape):
    """A name as it stands there."""

    literal: Filled


class Issued(Shape):
    """Year, month and day, as far as they are known; two for what has two ends."""

    date_parts: Annotated[
        list[Annotated[list[int], Field(min_length=1, max_length=3)]],
        Field(alias="date-parts", min_length=1, max_length=2),
    ]


class Source(Shape):
    """One source, with CSL-JSON's names."""

    id: Id
    type: Filled
    title: Filled | None
    container_title: Filled | None = Field(alias="container-title")
    container_title_short: Filled | None = Field(alias="container-title-short")
    author: Annotated[list[Author], Field(min_length=1)] | None
    issued: Issued | None
    language: Filled | None
    url: Web | None = Field(alias="URL")
    custom: Custom


class Document(Shape):
    """The whole of it."""

    title: Filled
    url: Web | None
    events: Annotated[list[Event], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


def json_of(root: Path) -> Any:
    """Return chronology.json of a chronology, read."""
    return json.loads(make_site(Request(root))["chronology.json"])


def test_it_has_the_shape_that_is_promised() -> None:
    """Types and fields, none missing, none added, in the order promised."""
    found = json_of(EXAMPLE)
    document = Document.model_validate(found)
    assert document.model_dump(by_alias=True) == found
    assert list(found["events"][0]) == list(Event.model_fields)


def test_what_it_says_of_the_example() -> None:
    """The dates, the order and the flags of every event, and no draft."""
    rows = [
        [
            event[name]
            for name in ("id", "date", "earliest", "latest", "status", "disputed")
        ]
        for event in json_of(EXAMPLE)["events"]
    ]
    assert rows == [
        [
            "bce-0044-03-the-first-fire",
            "-0043-03~",
            "-0043-03-01",
            "-0043-03-31",
            "reported",
            True,
        ],
        [
            "bce-0031-the-fire-is-walled",
            "[-0030..-0026]",
            "-0030-01-01",
            "-0026-12-31",
            "claimed",
            False,
        ],
        [
            "0078-the-earth-moves",
            "0078-24",
            "0078-12-01",
            "0079-02-28",
            "reported",
            False,
        ],
        [
            "1302-09-a-lamp-is-heard-of",
            "[..1302-09]",
            None,
            "1302-09-30",
            "reported",
            False,
        ],
        [
            "1783-the-tower-is-raised",
            "1785~",
            "1785-01-01",
            "1785-12-31",
            "reported",
            False,
        ],
        ["1850-the-keepers-sleep", "../1850", None, "1850-12-31", "reported", False],
        [
            "1911-02-28-fog-comes-in",
            "1911-02-28",
            "1911-02-28",
            "1911-02-28",
            "reported",
            False,
        ],
        [
            "1911-02-28-the-ada-strikes",
            "1911-02-28",
            "1911-02-28",
            "1911-02-28",
            "reported",
            True,
        ],
        [
            "1911-03-02-the-inquiry",
            "1911-03-02/1911-03-09",
            "1911-03-02",
            "1911-03-09",
            "alleged",
            False,
        ],
        [
            "1998-06-current-is-switched-on",
            "1998-06/..",
            "1998-06-01",
            None,
            "reported",
            False,
        ],
        [
            "2004-the-light-does-not-sleep",
            "2004-22",
            "2004-06-01",
            "2004-08-31",
            "reported",
            False,
        ],
        [
            "2005-03-a-ghost-is-seen",
            "2005-03",
            "2005-03-01",
            "2005-03-31",
            "reported",
            False,
        ],
    ]


def test_links_of_html_start_from_the_root_of_the_site() -> None:
    """`html` is the same wherever it is shown from, and holds nothing that was not escaped."""
    site = make_site(Request(EXAMPLE))
    events = {
        event["id"]: event for event in json.loads(site["chronology.json"])["events"]
    }
    assert (
        'href="events/1911-02-28-fog-comes-in.html"'
        in events["1911-02-28-the-ada-strikes"]["html"]
    )
    assert (
        'href="sources/zenodora.html#p2"'
        in events["bce-0044-03-the-first-fire"]["html"]
    )
    for event in events.values():
        assert "site:" not in event["html"]
        assert "<script" not in event["html"]
