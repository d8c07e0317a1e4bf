"""The settings of a chronology: `[tool.chronology]` in pyproject.toml."""

import re
from dataclasses import replace
from pathlib import Path

from pydantic import Field

from chronology.content.fields import Address, Fields, SiteAddress, Title
from chronology.content.files import SETTINGS
from chronology.content.filling import read_fields
from chronology.content.periods import PeriodFields
from chronology.problems import ContentError, Problems
from chronology.syntax.records import Record
from chronology.syntax.toml import read_toml

_TABLE = ("tool", "chronology")
_PAGES = re.compile(r"https://(?P<owner>[\w-]+)\.github\.io(?P<project>/[\w.-]+)?")
"""The address of a site on GitHub Pages."""


class Kind(Fields):
    """What sort of thing an event is; its lane is a row of the figure."""

    name: str
    lane: str | None = None


class PlaceFields(Fields):
    """Where events happen; latitude and longitude in degrees, north and east positive."""

    name: str
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)


class Licence(Fields):
    """The terms under which the text may be used."""

    name: str
    url: Address | None = None


class Settings(Fields):
    """What one chronology sets in `[tool.chronology]`."""

    title: Title
    description: str | None = None
    url: SiteAddress | None = None
    """Where the site is served; no slash at its end."""
    repository: SiteAddress | None = None
    language: str = "en"
    licence: Licence | None = None
    """The licence of the text; None if the settings name none."""
    kinds: dict[str, Kind] = Field(min_length=1)
    periods: tuple[PeriodFields, ...] = ()
    places: dict[str, PlaceFields] = Field(default_factory=dict)

    @property
    def source_code(self) -> str | None:
        """The repository: as it is set, or else derived from the address of a GitHub Pages site."""
        pages = _PAGES.fullmatch(self.url or "")
        if self.repository or pages is None:
            return self.repository
        owner = pages["owner"]
        project = pages["project"] or f"/{owner}.github.io"
        return f"https://github.com/{owner}{project}"


def read_settings(root: Path, problems: Problems) -> tuple[Settings, Record]:
    """Return the settings, and the record that knows where each stands.

    Raises:
        ContentError: They cannot be read.
    """
    if not (root / SETTINGS).exists():
        problems.add(SETTINGS, "is missing; it holds the settings in [tool.chronology]")
    elif record := read_toml(root / SETTINGS, SETTINGS, problems):
        match record.typed:
            case {"tool": {"chronology": dict(table)}}:
                record = _within_table(record, table)
                if settings := read_fields(Settings, record):
                    return settings, record
            case _:
                record.fault("must hold the settings in a table [tool.chronology]")
    raise ContentError(problems)


def _within_table(record: Record, table: dict[str, object]) -> Record:
    """Return a record of the table alone, with paths to values that begin in the table."""
    depth = len(_TABLE)
    positions = {
        place[depth:]: position
        for place, position in record.positions.items()
        if place[:depth] == _TABLE
    }
    return replace(record, typed=table, positions=positions, name_positions=positions)
