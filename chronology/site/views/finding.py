"""The form that filters the index, and what it offers."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.site.views.entries import STATUSES
from chronology.site.views.references import Reference, References
from chronology.timeline.chronology import Chronology

FACETS = {
    "kind": "Kind",
    "period": "Period",
    "source": "Source",
    "voice": "Who speaks",
    "status": "Status",
}
"""The lists of the form, and their names."""
DISPUTED = ("disputed", "yes")


@dataclass(frozen=True)
class Option:
    """One choice, with how many entries it leaves."""

    facet: str
    value: str
    words: str
    entries: int


@dataclass(frozen=True)
class OptionList:
    """The choices of one facet."""

    facet: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Finder:
    """The form that filters the index."""

    lists: tuple[OptionList, ...]
    """The lists that have an option."""
    options: tuple[Option, ...]
    """Every choice, the one that leaves the most entries first."""
    disputed: int
    """How many entries have accounts that differ."""
    entries: int

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets that have an option, in the order of the options."""
        return tuple(dict.fromkeys(option.facet for option in self.options))


@dataclass(frozen=True)
class AskedView:
    """What the stylesheet needs for all that it shows on request: filters and citations."""

    finder: Finder
    paragraphs: tuple[int, ...]
    """The numbers of the paragraphs to which citations link, sorted."""
    references: tuple[Reference, ...]


def view_asked(chronology: Chronology, references: References) -> AskedView:
    """Return what the stylesheet needs for all that it shows on request."""
    numbers: set[int] = set()
    for _, citation in chronology.citing.citations:
        numbers.update(first for first, _ in citation.locator.runs)
    return AskedView(
        finder=view_finder(chronology),
        paragraphs=tuple(sorted(numbers)),
        references=references.all,
    )


def view_finder(chronology: Chronology) -> Finder:
    """Return the form that filters the index."""
    choices = chronology.choices
    options = tuple(
        Option(facet, value, _in_words(facet, value, chronology), count)
        for (facet, value), count in choices.most_common()
    )
    lists = [
        OptionList(facet, title, tuple(_in_order(facet, options, chronology)))
        for facet, title in FACETS.items()
    ]
    return Finder(
        lists=tuple(one for one in lists if one.options),
        options=options,
        disputed=choices[DISPUTED],
        entries=len(chronology.entries),
    )


def _in_words(facet: str, value: str, chronology: Chronology) -> str:
    """Return what the form calls a choice."""
    if facet == "kind":
        return chronology.settings.kinds[value].name
    if facet == "period":
        names = [period.name for period in chronology.periods if period.id == value]
        return names[0]
    if facet == "source":
        return chronology.sources[value].name
    if (facet, value) == DISPUTED:
        return "accounts differ"
    return value


def _in_order(
    facet: str, options: tuple[Option, ...], chronology: Chronology
) -> Iterator[Option]:
    """Yield the options of a facet in the facet's order, or else by their number of entries."""
    orders = {
        "kind": list(chronology.settings.kinds),
        "period": [period.id for period in chronology.periods],
        "status": list(STATUSES),
    }
    found = {option.value: option for option in options if option.facet == facet}
    for value in orders.get(facet, list(found)):
        if value in found:
            yield found[value]
