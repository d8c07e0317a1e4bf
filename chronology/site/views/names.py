"""The page of names: who and what is named, and in which entries."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.content.names import Named
from chronology.site.views.references import Reference, References
from chronology.timeline.chronology import Chronology

GROUPS = {
    "people": "People",
    "outlets": "Outlets",
    "groups": "Groups",
    "units": "Units",
    "places": "Places",
}
"""The groups of the registry, and what the page calls them."""


@dataclass(frozen=True)
class EntriesOfName:
    """The entries in which a name appears or speaks or, if these are most, the others."""

    words: str
    """The words before the list of entries: `Appears in all 12 entries but`."""
    events: tuple[Event, ...]


@dataclass(frozen=True)
class NameView:
    """A name with the entries in which it stands."""

    named: Named
    entries: tuple[EntriesOfName, ...]


@dataclass(frozen=True)
class GroupOfNames:
    """The names of one group."""

    id: str
    title: str
    names: tuple[NameView, ...]


@dataclass(frozen=True)
class NamesView:
    """What the page of names shows."""

    groups: tuple[GroupOfNames, ...]
    references: tuple[Reference, ...]


def view_names(chronology: Chronology, references: References) -> NamesView:
    """Return what the page of names shows."""
    return NamesView(tuple(_list_groups(chronology)), references.all)


def _list_groups(chronology: Chronology) -> Iterator[GroupOfNames]:
    """Yield the groups of the registry that hold a name."""
    for group, title in GROUPS.items():
        names = [named for named in chronology.names if named.group == group]
        if names:
            yield GroupOfNames(
                id=group,
                title=title,
                names=tuple(_view_name(named, chronology) for named in names),
            )


def _view_name(named: Named, chronology: Chronology) -> NameView:
    """Return a name with the entries that it appears in, and those in which it speaks."""
    ways: tuple[tuple[str, Callable[[Event], bool]], ...] = (
        ("Appears in", named.appears_in),
        ("Cited as speaker in", named.speaks_in),
    )
    entries = [_find_entries(words, is_it, chronology) for words, is_it in ways]
    return NameView(named, tuple(filter(None, entries)))


def _find_entries(
    words: str, is_it: Callable[[Event], bool], chronology: Chronology
) -> EntriesOfName | None:
    """Return the entries for which `is_it` holds or, if these are over two thirds, the others."""
    found: list[Event] = []
    others: list[Event] = []
    for event in chronology.entries:
        (found if is_it(event) else others).append(event)
    if not found:
        return None
    if len(found) <= 2 * len(others):
        return EntriesOfName(words, tuple(found))
    words = f"{words} all {len(chronology.entries)} entries"
    return EntriesOfName(f"{words} but" if others else words, tuple(others))
