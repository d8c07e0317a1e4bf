"""Who cites what: every statement, found by source, by paragraph and by entry."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from chronology.content.event import Event
from chronology.content.slips import Slip
from chronology.content.source import Source
from chronology.syntax.citations import Citation
from chronology.timeline.statements import Statement


@dataclass(frozen=True, eq=False)
class Citing:
    """The statements of a chronology and its sources, indexed once."""

    statements: tuple[Statement, ...]
    """Every passage that has a citation or a quotation, in the order of the site."""
    sources: Mapping[str, Source]
    """By id, in the order of ids."""

    @cached_property
    def citations(self) -> tuple[tuple[str, Citation], ...]:
        """Every citation with the file it stands in."""
        return tuple(
            (statement.path, citation)
            for statement in self.statements
            for citation in statement.passage.citations
        )

    @cached_property
    def by_source(self) -> Mapping[str, list[tuple[Statement, Citation]]]:
        """The statements that cite each source, by its id, in the order of the site.

        A statement appears once for each of its citations of the source.
        """
        found: dict[str, list[tuple[Statement, Citation]]] = {
            id_: [] for id_ in self.sources
        }
        for statement in self.statements:
            for citation in statement.passage.citations:
                found.setdefault(citation.source, []).append((statement, citation))
        return found

    @cached_property
    def on_index(self) -> tuple[Source, ...]:
        """The sources that the index cites, in the order of ids."""
        cited = {
            citation.source
            for statement in self.statements
            if statement.event or statement.address == "index.html"
            for citation in statement.passage.citations
        }
        return tuple(source for id_, source in self.sources.items() if id_ in cited)

    def by_paragraph(self, source: Source) -> list[tuple[int | None, list[Statement]]]:
        """Return the source's cited paragraphs in order, each with the statements that cite it.

        Statements that cite the source without a paragraph come first, under None.
        """
        found: dict[int | None, list[Statement]] = {}
        for statement, citation in self.by_source[source.id]:
            for number in citation.locator.paragraphs or (None,):
                resting = found.setdefault(number, [])
                # Two citations of one passage may name the same paragraph.
                if not resting or resting[-1] is not statement:
                    resting.append(statement)
        return sorted(found.items(), key=lambda item: item[0] or 0)

    def sources_of(self, event: Event) -> list[Source]:
        """Return the sources an event cites, in the order of first citation."""
        cited = dict.fromkeys(citation.source for citation in event.prose.citations())
        return [self.sources[id_] for id_ in cited if id_ in self.sources]

    def sources_beside(self, event: Event) -> list[Source]:
        """Return the sources that an event cites, those beside its text too.

        Beside it stand why the date is as it is, and what was decided later.
        """
        beside = list(event.dating)
        if event.outcome:
            beside.append(event.outcome.passage)
        sources = self.sources_of(event)
        for passage in beside:
            cited = [citation.source for citation in passage.citations]
            sources += [self.sources[id_] for id_ in cited if id_ in self.sources]
        return list(dict.fromkeys(sources))

    def voices_in(self, source: Source) -> list[str]:
        """Return the voices that a source passes on, sorted without regard to letter case."""
        citations = [citation for _, citation in self.by_source[source.id]]
        voices = {citation.voice for citation in citations if citation.voice}
        return sorted(voices, key=lambda voice: (voice.casefold(), voice))

    @cached_property
    def _slips_by_paragraph(self) -> Mapping[tuple[str, int], list[Slip]]:
        """The known slips that name no entry, by source and paragraph."""
        found: dict[tuple[str, int], list[Slip]] = defaultdict(list)
        for source in self.sources.values():
            for slip in source.slips:
                for number in slip.para if slip.touches is None else ():
                    found[source.id, number].append(slip)
        return found

    @cached_property
    def _slips_by_entry(self) -> Mapping[str, list[tuple[Source, Slip]]]:
        """The known slips that name entries, by the id of each."""
        found: dict[str, list[tuple[Source, Slip]]] = defaultdict(list)
        for source in self.sources.values():
            for slip in source.slips:
                for id_ in slip.touches or ():
                    found[id_].append((source, slip))
        return found

    def slips_at(self, event: Event) -> list[tuple[Source, Slip]]:
        """Return the known slips that concern an event.

        They are those that name it, and of those that name no entry the ones in the very
        paragraphs that it cites. They come in the order of the sources' first citation, and as
        their records have them.
        """
        naming = self._slips_by_entry[event.id]
        touching = {id(slip) for _, slip in naming}
        for citation in event.prose.citations():
            for number in citation.locator.paragraphs:
                slips = self._slips_by_paragraph[citation.source, number]
                touching.update(id(slip) for slip in slips)
        sources = [*self.sources_of(event), *(source for source, _ in naming)]
        return [
            (source, slip)
            for source in dict.fromkeys(sources)
            for slip in source.slips
            if id(slip) in touching
        ]
