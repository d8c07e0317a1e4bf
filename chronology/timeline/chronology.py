"""Events and sources in order and indexed: periods, neighbours, who cites what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

from chronology.content.forms import Correction, Settings, Withdrawn
from chronology.content.model import (
    Event,
    Period,
    Slip,
    Source,
    Use,
    Words,
    uses_of_prose,
)
from chronology.content.names import Named
from chronology.content.settings import FILE
from chronology.dates.edtf import Date
from chronology.syntax.citations import Citation


@dataclass(frozen=True)
class Chronology:
    """Everything that was read, in order."""

    settings: Settings
    events: tuple[Event, ...]
    """All that have a page, withdrawn ones too, in the order of time."""
    sources: dict[str, Source]
    """By id, in the order of ids."""
    periods: tuple[Period, ...]
    words: dict[str, Words]
    """By id: introduction, afterword, method."""
    names: tuple[Named, ...]
    """The registry, empty where there is none."""
    known_sources: frozenset[str]
    """The ids of all records in seeds/, those with faults too."""
    left_out: tuple[Event, ...] = ()
    """Drafts that have no page; their quotations keep their lines in the ledgers."""
    faulty: frozenset[str] = frozenset()
    """The paths of files that could not be read without faults."""

    @cached_property
    def entries(self) -> tuple[Event, ...]:
        """The events that the index shows."""
        return tuple(event for event in self.events if not event.withdrawn)

    @cached_property
    def newest(self) -> Date | None:
        """The day on which the newest entry was added."""
        return max(
            (event.added for event in self.events), key=lambda d: d.order, default=None
        )

    @cached_property
    def sections(self) -> list[tuple[Period | None, list[Event]]]:
        """The entries of the index with their period, cut where that changes."""
        return [
            (period, list(run))
            for period, run in groupby(self.entries, key=self.period_of)
        ]

    def period_of(self, event: Event) -> Period | None:
        """Return the first period in which the event is ordered."""
        return next(
            (period for period in self.periods if period.covers(event.date)), None
        )

    @cached_property
    def corrections(self) -> tuple[tuple[Event, Correction | Withdrawn], ...]:
        """What was corrected or withdrawn, the newest first."""
        made = [(e, c) for e in self.events for c in (*e.corrections, e.withdrawn) if c]
        return tuple(sorted(made, key=lambda pair: pair[1].date.order, reverse=True))

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every passage of the chronology that has a citation or a quotation."""
        return tuple(self._all_uses())

    @cached_property
    def unshown(self) -> tuple[Use, ...]:
        """The passages of drafts that are left out."""
        return tuple(use for event in self.left_out for use in uses_of_prose(event))

    def _all_uses(self) -> Iterator[Use]:
        texts: list[Event | Words] = [*self.events, *self.words.values()]
        yield from chain.from_iterable(map(uses_of_prose, texts))
        shown = [period for period, _ in self.sections]
        for period in self.periods:
            fragment = period.id if period in shown else None
            for passage in period.about:
                yield Use(FILE, period.name, "index.html", fragment, passage)
        for named in self.names:
            yield from named.uses()
        for source in self.sources.values():
            for slip in source.known_slips:
                title = (
                    f"Known slip: {source.name} {', '.join(f'¶{n}' for n in slip.para)}"
                )
                for passage in filter(None, (slip.says, slip.better)):
                    yield Use(
                        source.path,
                        title,
                        source.address,
                        "slips",
                        passage,
                        is_slip=True,
                    )

    @cached_property
    def citations(self) -> tuple[tuple[str, Citation], ...]:
        """Every citation with the file it stands in."""
        return tuple((use.path, c) for use in self.uses for c in use.passage.citations)

    @cached_property
    def uses_of(self) -> dict[str, list[tuple[Use, Citation]]]:
        """For each source the passages that cite it, in the order of the site."""
        uses: dict[str, list[tuple[Use, Citation]]] = {
            source: [] for source in self.sources
        }
        for use in self.uses:
            for citation in use.passage.citations:
                uses.setdefault(citation.source, []).append((use, citation))
        return uses

    @cached_property
    def on_index(self) -> tuple[Source, ...]:
        """The sources that the index cites."""
        shown = [use for use in self.uses if use.event or use.address == "index.html"]
        cited = {citation.source for use in shown for citation in use.passage.citations}
        return tuple(source for source in self.sources.values() if source.id in cited)

    @cached_property
    def choices(self) -> Counter[tuple[str, str]]:
        """What the index can be narrowed by, as ("kind", "command"), and to how many entries."""
        return Counter(sorted(chain.from_iterable(map(self._choices_of, self.entries))))

    def _choices_of(self, event: Event) -> set[tuple[str, str]]:
        """Return the choices that leave the entry."""
        period, cited = self.period_of(event), list(event.prose.citations())
        choices = {("kind", event.kind), ("status", event.status)}
        choices |= {("disputed", "yes")} if event.disputed else set()
        choices |= {("period", period.id)} if period else set()
        choices |= {("voice", citation.voice) for citation in cited if citation.voice}
        return choices | {("source", citation.source) for citation in cited}

    def resting_on(self, source: Source) -> list[tuple[int | None, list[Use]]]:
        """Return the source's cited paragraphs in order, each with the passages that rest on it.

        A source that is cited without paragraph has them under None.
        """
        found: dict[int | None, list[Use]] = {}
        for use, citation in self.uses_of[source.id]:
            for number in citation.locator.paragraphs or (None,):
                uses = found.setdefault(number, [])
                if (
                    use not in uses[-1:]
                ):  # One citation names a paragraph, another names it again.
                    uses.append(use)
        return sorted(found.items(), key=lambda item: item[0] or 0)

    def sources_of(self, event: Event) -> list[Source]:
        """Return the sources an event cites, in the order of first citation."""
        cited = dict.fromkeys(citation.source for citation in event.prose.citations())
        return [self.sources[source] for source in cited if source in self.sources]

    def voices_in(self, source: Source) -> list[str]:
        """Return the voices that a source passes on, sorted."""
        voices = {c.voice for _, c in self.uses_of[source.id] if c.voice}
        return sorted(voices, key=lambda voice: (voice.casefold(), voice))

    def slips_at(self, event: Event) -> list[tuple[Source, Slip]]:
        """Return the known slips of the very paragraphs that an event cites."""
        cited = {
            (c.source, number)
            for c in event.prose.citations()
            for number in c.locator.paragraphs
        }
        slips = [
            (source, s) for source in self.sources_of(event) for s in source.known_slips
        ]
        return [
            (source, s)
            for source, s in slips
            if any((source.id, n) in cited for n in s.para)
        ]
