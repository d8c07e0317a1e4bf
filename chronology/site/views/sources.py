"""The list of all sources, with how often each is cited."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.content.source import Source
from chronology.site.views.references import Way, list_ways
from chronology.timeline.chronology import Chronology
from chronology.wording import counted


@dataclass(frozen=True)
class ListedSource:
    """A source in the list of all, with how often it is cited."""

    source: Source
    ways: tuple[Way, ...]
    citations: int
    in_entries: int
    """How many of the citations stand in entries."""
    entries: int

    @property
    def words(self) -> str:
        """How often it is cited, and in how many entries."""
        words = counted(self.citations, "citation")
        if not self.entries:
            return f"{words}, none in an entry"
        some = (
            f", {self.in_entries} of them" if self.in_entries < self.citations else ""
        )
        return f"{words}{some} in {counted(self.entries, 'entry', 'entries')}"


@dataclass(frozen=True)
class SourcesView:
    """What the list of sources shows."""

    whole: tuple[ListedSource, ...]
    extracts: tuple[ListedSource, ...]
    """The sources of which only an extract was seen."""

    @property
    def words(self) -> str:
        """How many sources were seen as a whole, and how many in extract."""
        whole = len(self.whole)
        extracts = len(self.extracts)
        seen = "an extract" if extracts == 1 else "extracts"
        them = "it" if extracts == 1 else "them"
        return (
            f"We read {whole} of {whole + extracts} sources in full and cite them by "
            f"paragraph. We saw only {seen} of {extracts}, so we cite {them} without "
            f"paragraphs and never quote {them}."
        )


def view_sources(chronology: Chronology) -> SourcesView:
    """Return what the list of sources shows."""
    listed = list(_list_sources(chronology))
    return SourcesView(
        whole=tuple(one for one in listed if not one.source.is_extract),
        extracts=tuple(one for one in listed if one.source.is_extract),
    )


def _list_sources(chronology: Chronology) -> Iterator[ListedSource]:
    """Yield every source with how often it is cited, not counting slips."""
    for source in chronology.sources.values():
        cited = chronology.citing.by_source[source.id]
        uses = [statement for statement, _ in cited if not statement.is_slip]
        told = [statement for statement in uses if statement.event]
        yield ListedSource(
            source=source,
            ways=tuple(list_ways(source)),
            citations=len(uses),
            in_entries=len(told),
            entries=len({statement.address for statement in told}),
        )
