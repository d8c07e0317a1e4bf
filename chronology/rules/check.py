"""The rules that need the whole chronology: one generator each, its docstring is the rule."""

import re
from collections.abc import Callable, Iterator

from chronology.content.names import PATH
from chronology.evidence.matching import fold
from chronology.problems import TOP, Problem, Problems
from chronology.syntax.citations import Citation
from chronology.timeline.chronology import Chronology
from chronology.wording import did_you_mean, quoted

Rule = Callable[[Chronology], Iterator[Problem]]


def events_exist(chronology: Chronology) -> Iterator[Problem]:
    """A chronology has at least one event."""
    if not (chronology.events or chronology.faulty):
        message = 'holds no event; make one: python build.py new "Title" --date DATE --kind KIND'
        yield Problem("events", TOP, message)


def citations_lead_to_their_sources(chronology: Chronology) -> Iterator[Problem]:
    """Every citation names a source in seeds/ and paragraphs of its own; an extract has none."""
    for path, citation in chronology.citations:
        for why in _list_faults(citation, chronology):
            yield Problem(path, citation.position, why)


def _list_faults(citation: Citation, chronology: Chronology) -> list[str]:
    id_ = citation.source
    cited = citation.locator.paragraphs
    known = chronology.known_sources
    source = chronology.sources.get(id_)
    if source is None:
        hint = did_you_mean(id_, known) or f" Make seeds/{id_}.md, or cite another."
        is_told = id_ in known or "seeds" in chronology.faulty
        return [] if is_told else [f"no source {quoted(id_)} in seeds/.{hint}"]
    if source.is_extract:
        why = f"{quoted(id_)} is seen in extract; cite it without paragraph: [@{id_}]"
        return [why] if cited else []
    if not cited:
        return [f"a paragraph is missing; write [@{id_}, para. {source.paragraphs[0]}]"]
    strange = [number for number in cited if number not in source.paragraphs]
    which = f"is not one of the source's own, which are {source.own_paragraphs}"
    return [f"paragraph {number} {which}" for number in strange]


def sources_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every source is cited."""
    for source in chronology.sources.values():
        if not chronology.uses_of[source.id] and not chronology.faulty:
            yield Problem(
                source.path, TOP, "nothing cites this source; cite it, or delete it"
            )


def slips_are_seen(chronology: Chronology) -> Iterator[Problem]:
    """Every slip stands at an entry that cites its paragraph, or says `touches: none`."""
    seen = {
        id(slip)
        for event in chronology.entries
        for _, slip in chronology.slips_at(event)
    }
    for source in chronology.sources.values():
        for index, slip in enumerate(source.known_slips):
            touches = id(slip) in seen
            if (
                touches == (source.slips[index].touches == "none")
                and not chronology.faulty
            ):
                what, cure = ("an", "delete") if touches else ("no", "write")
                message = f"{what} entry cites a paragraph of this slip; {cure} 'touches: none'"
                yield Problem(source.path, source.record.at("slips", index), message)


def voices_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every voice of a citation stands in the registry of names."""
    known = {voice for named in chronology.names for voice in named.form.voices}
    for path, citation in chronology.citations if chronology.names else ():
        if citation.voice and citation.voice not in known:
            hint = (
                did_you_mean(citation.voice, known) or f" Add it to 'voices' in {PATH}."
            )
            yield Problem(
                path,
                citation.position,
                f"unknown voice {quoted(citation.voice)}.{hint}",
            )


def people_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every name of `people` stands in the registry of names, among its people."""
    known = {named.form.name for named in chronology.names if named.group == "people"}
    for event in chronology.events if chronology.names else ():
        for index, name in enumerate(event.people):
            if name not in known:
                hint = did_you_mean(name, known) or f" Add it to [people] in {PATH}."
                at = event.record.at("people", index)
                yield Problem(event.path, at, f"unknown person {quoted(name)}.{hint}")


def names_are_spelt_one_way(chronology: Chronology) -> Iterator[Problem]:
    """A spelling of the sources that is not ours stands in quotations only."""
    texts = [
        (event.path, event.record.at("title"), event.title)
        for event in chronology.events
    ]
    for use in chronology.uses:
        first = next((citation.position for citation in use.passage.citations), TOP)
        texts.append((use.path, first, use.passage.text))
    for path, position, text in texts:
        ours = re.sub("“[^”]*”", " ", text)
        for named in chronology.names:
            if named.misspelling and (match := named.misspelling.search(ours)):
                message = f"{quoted(match[0])} is spelt {quoted(named.form.name)} here"
                yield Problem(
                    path, position, f"{message}; or quote the source's spelling"
                )


def titles_quote_their_passages(chronology: Chronology) -> Iterator[Problem]:
    """A quotation in a title or a label stands in one of the entry's passages."""
    for event in chronology.events:
        passages = [
            q.text for passage in event.prose.passages() for q in passage.quotations
        ]
        for name in ("title", "label"):
            for text in re.findall("“([^”]*)", getattr(event, name) or ""):
                if not any(fold(text) in fold(passage) for passage in passages):
                    message = f"“{text}” is quoted in no passage of this entry"
                    yield Problem(event.path, event.record.at(name), message)


def corrections_follow(chronology: Chronology) -> Iterator[Problem]:
    """An entry is corrected or withdrawn on the day it was added, or later."""
    for event in chronology.events:
        at, added = event.record.at, event.added
        changes = {
            at("corrections", n, "date"): c.date
            for n, c in enumerate(event.corrections)
        }
        if event.withdrawn:
            changes[at("withdrawn", "date")] = event.withdrawn.date
        for position, date in changes.items():
            if date.order < added.order:
                message = f"{quoted(date.edtf)} lies before the day the entry was added"
                yield Problem(event.path, position, f"{message}, {added.edtf}")


RULES: tuple[Rule, ...] = (
    events_exist,
    citations_lead_to_their_sources,
    sources_are_used,
    slips_are_seen,
    voices_are_registered,
    people_are_registered,
    names_are_spelt_one_way,
    titles_quote_their_passages,
    corrections_follow,
)


def check(chronology: Chronology, problems: Problems, rules: tuple[Rule, ...]) -> None:
    """Note every fault that the rules find."""
    for rule in rules:
        problems.extend(rule(chronology))
