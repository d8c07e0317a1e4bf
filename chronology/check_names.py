"""The rules of the registry of names; where there is none, they ask nothing."""

import re
from collections.abc import Iterator

from chronology.chronology import Chronology
from chronology.names import PATH
from chronology.problems import TOP, Position, Problem, did_you_mean, quoted

_QUOTED = re.compile("“[^”]*”")


def voices_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every voice of a citation stands in the registry of names."""
    known = {voice for named in chronology.names for voice in named.form.voices}
    for path, citation in chronology.citations if chronology.names else ():
        if citation.voice and citation.voice not in known:
            hint = did_you_mean(citation.voice, known) or f" Add it to 'voices' in {PATH}."
            message = f"unknown voice {quoted(citation.voice)}.{hint}"
            yield Problem(path, citation.position, message)


def people_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every name of `people` stands in the registry of names, among its people."""
    known = {named.form.name for named in chronology.names if named.group == "people"}
    for event in chronology.events if chronology.names else ():
        for index, name in enumerate(event.people):
            if name not in known:
                hint = did_you_mean(name, known) or f" Add it to [people] in {PATH}."
                message = f"unknown person {quoted(name)}.{hint}"
                yield Problem(event.path, event.record.at("people", index), message)


def names_are_spelt_one_way(chronology: Chronology) -> Iterator[Problem]:
    """A spelling of the sources that is not ours stands in quotations only."""
    for path, position, text in _texts(chronology):
        ours = _QUOTED.sub(" ", text)
        for named in chronology.names:
            if named.misspelling and (match := named.misspelling.search(ours)):
                message = f"{quoted(match[0])} is spelt {quoted(named.form.name)} here"
                yield Problem(path, position, f"{message}; or quote the source's spelling")


def _texts(chronology: Chronology) -> Iterator[tuple[str, Position, str]]:
    for use in chronology.uses:
        where = next((citation.position for citation in use.passage.citations), TOP)
        yield use.path, where, use.passage.text
    for event in chronology.events:
        yield event.path, event.record.at("title"), event.title


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
                what = "an entry cites" if touches else "no entry cites"
                cure = "delete 'touches: none'" if touches else "write 'touches: none'"
                message = f"{what} a paragraph of this slip; {cure}"
                yield Problem(source.path, source.record.at("slips", index), message)


RULES_OF_NAMES = (
    voices_are_registered,
    people_are_registered,
    names_are_spelt_one_way,
    sources_are_used,
    slips_are_seen,
)
