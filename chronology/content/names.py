"""The registry of names: who and what is named, each spelt one way; who appears, who speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from chronology.content.formreading import read_form
from chronology.content.forms import NameForm, Registry
from chronology.content.model import Event, Use
from chronology.problems import Problems
from chronology.syntax.passages import Manuscript, Passage
from chronology.syntax.toml import read_toml

REGISTRY = "_names.toml"
PATH = f"events/{REGISTRY}"
ADDRESS = "people.html"


@dataclass(frozen=True)
class Named:
    """One person, outlet, group, unit or place."""

    group: str
    """The table of the registry: people, outlets, groups, units or places."""
    id: str
    """Its fragment on the page of names."""
    form: NameForm
    about: tuple[Passage, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds every name that the chronology uses for it, of a person the last alone too."""
        last = self.form.name.split()[-1:] if self.group == "people" else []
        return _any_of((*last, self.form.name, *self.form.also, *self.form.voices))

    @cached_property
    def misspelling(self) -> re.Pattern[str] | None:
        """Finds the spellings of the sources, which stand within quotations only."""
        return _any_of(self.form.spellings) if self.form.spellings else None

    def appears_in(self, event: Event) -> bool:
        """Return whether the entry names it, or has something on its word."""
        texts = (
            event.title,
            *event.people,
            *(passage.text for passage in event.prose.passages()),
        )
        return self.speaks_in(event) or any(self.pattern.search(text) for text in texts)

    def speaks_in(self, event: Event) -> bool:
        """Return whether the entry has something on its word."""
        return any(
            citation.voice in self.form.voices for citation in event.prose.citations()
        )

    def uses(self) -> Iterator[Use]:
        """Yield its cited line."""
        for passage in self.about:
            yield Use(PATH, self.form.name, ADDRESS, self.id, passage)


def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def read_names(folder: Path, problems: Problems) -> Iterator[Named]:
    """Yield the registry in its own order, nothing where there is none; faults are noted."""
    file = folder / REGISTRY
    if file.exists() and (record := read_toml(file, PATH, problems)):
        for group, forms in read_form(Registry, record) or ():
            for key, form in forms.items():
                text = Manuscript(record, form.about, record.at(group, key, "about"))
                about = text.passages(0, len(form.about))
                yield Named(group, f"{group}-{key}", form, about)
