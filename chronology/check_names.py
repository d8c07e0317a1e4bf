"""The rules of what is registered: names, which need a registry, and sources with their slips."""

import re
from collections.abc import Iterator

from chronology.chronology import Chronology
from chronology.names import PATH
from chronology.problems import TOP, Position, Problem, did_you_mean, quoted


def voices_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every voice of a citation stands in the registry of names."""
    known = {voice for named in chronology.names for voice in named.form.voices}
    for path, citation in chronology.citations if chronology.names else ():
        if citation.voice and citation.voice not in known:
            hint = did_you_mean(citation.voice, known) or f" Add it to 'voices' in {PATH}."
            yield Problem(path, citation.position, f"unknown voice {quoted(citation.voice)}.{hint}")


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
    for path, position, text in _list_texts(chronology):
        ours = re.sub("“[^”]*”", " ", text)
        for named in chronology.names:
            if named.misspelling and (match := named.misspelling.search(ours)):
                message = f"{quoted(match[0])} is spelt {quoted(named.form.name)} here"
                yield Problem(path, position, f"{message}; or quote the source's spelling")


def _list_texts(chronology: Chronology) -> Iterator[tuple[str, Position, str]]:
    for use in chronology.uses:
        where = next((citation.position for citation in use.passage.citations), TOP)
        yield use.path, where, use.passage.text
    for event in chronology.events:
        yield event.path, event.record.at("title"), event.title


def cited_sources_exist(chronology: Chronology) -> Iterator[Problem]:
    """Every source that is cited has a record in seeds/."""
    for path, citation in chronology.citations:
        id_, known = citation.source, chronology.known_sources
        if id_ not in known and "seeds" not in chronology.faulty:
            hint = did_you_mean(id_, known) or f" Make seeds/{id_}.md, or cite another."
            yield Problem(path, citation.position, f"no source {quoted(id_)} in seeds/.{hint}")


def sources_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every source is cited."""
    for source in chronology.sources.values():
        if not chronology.uses_of[source.id] and not chronology.faulty:
            yield Problem(source.path, TOP, "nothing cites this source; cite it, or delete it")


def slips_are_seen(chronology: Chronology) -> Iterator[Problem]:
    """Every slip stands at an entry that cites its paragraph, or says `touches: none`."""
    seen = {id(slip) for event in chronology.entries for _, slip in chronology.slips_at(event)}
    for source in chronology.sources.values():
        for index, slip in enumerate(source.known_slips):
            touches = id(slip) in seen
            if touches == (source.slips[index].touches == "none") and not chronology.faulty:
                what, cure = ("an", "delete") if touches else ("no", "write")
                message = f"{what} entry cites a paragraph of this slip; {cure} 'touches: none'"
                yield Problem(source.path, source.record.at("slips", index), message)


RULES_OF_NAMES = (voices_are_registered, people_are_registered, names_are_spelt_one_way)
RULES_OF_SOURCES = (cited_sources_exist, sources_are_used, slips_are_seen)
