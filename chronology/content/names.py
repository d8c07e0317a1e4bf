"""The registry of names, `events/_names.toml`: who and what is named, each spelt one way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import Field

from chronology.content.event import Event
from chronology.content.fields import Fields, Texts
from chronology.content.files import EVENTS, REGISTRY, REGISTRY_PATH
from chronology.content.filling import read_fields
from chronology.problems import Problems
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.records import Record
from chronology.syntax.toml import read_toml

ADDRESS = "people.html"


class NameFields(Fields):
    """One name of the registry."""

    name: str
    """The one way in which the chronology spells it."""
    about: str
    """One cited line."""
    also: Texts = ()
    """Other names for the same."""
    spellings: Texts = ()
    """Other spellings in sources; they may stand in quotations only."""
    native: str | None = None
    """The name in its own script."""
    lang: str | None = None
    """The language of `native`, written as in BCP 47: ru, ar."""
    voices: Texts = ()
    """How citations name it as a voice."""


class RegistryFields(Fields):
    """The registry: a table for each name, in these groups."""

    people: dict[str, NameFields] = Field(default_factory=dict)
    outlets: dict[str, NameFields] = Field(default_factory=dict)
    groups: dict[str, NameFields] = Field(default_factory=dict)
    units: dict[str, NameFields] = Field(default_factory=dict)
    places: dict[str, NameFields] = Field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """One person, outlet, group, unit or place."""

    group: str
    """The table of the registry: people, outlets, groups, units or places."""
    id: str
    """Its fragment on the page of names."""
    fields: NameFields
    about: tuple[Passage, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds every name that the chronology uses for it, and a person's last name alone."""
        names = [self.fields.name, *self.fields.also, *self.fields.voices]
        if self.group == "people":
            names.append(self.fields.name.split()[-1])
        return _any_of(names)

    @cached_property
    def misspelling(self) -> re.Pattern[str] | None:
        """Finds the other spellings in sources; None if there are none."""
        spellings = list(self.fields.spellings)
        return _any_of(spellings) if spellings else None

    def appears_in(self, event: Event) -> bool:
        """Return whether the entry names it or cites it as a voice."""
        if self.speaks_in(event):
            return True
        texts = [event.fields.title, *event.fields.people]
        texts += [passage.text for passage in event.prose.passages()]
        return any(self.pattern.search(text) for text in texts)

    def speaks_in(self, event: Event) -> bool:
        """Return whether the entry cites it as a voice."""
        voices = {citation.voice for citation in event.prose.citations()}
        return not voices.isdisjoint(self.fields.voices)


def _any_of(names: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names as whole words, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def read_names(root: Path, problems: Problems) -> Iterator[Named]:
    """Yield the names of the registry in its order, none if there is no registry; note faults."""
    file = root / EVENTS / REGISTRY
    if not file.exists():
        return
    record = read_toml(file, REGISTRY_PATH, problems)
    registry = read_fields(RegistryFields, record) if record else None
    if record and registry:
        for group, names in registry:
            for key, fields in names.items():
                yield _read_name(group, key, fields, record)


def _read_name(group: str, key: str, fields: NameFields, record: Record) -> Named:
    """Return one name with its cited line read; faults are noted."""
    position = record.at(group, key, "about")
    about = Manuscript(record, fields.about, position).whole()
    return Named(group, f"{group}-{key}", fields, about)
