"""The rule of citations: each names a source and paragraphs that belong to it."""

from collections.abc import Iterator

from chronology.content.source import Source
from chronology.problems import Problem
from chronology.syntax.citations import Citation
from chronology.timeline.chronology import Chronology
from chronology.wording import did_you_mean, quoted


def citations_lead_to_their_sources(chronology: Chronology) -> Iterator[Problem]:
    """Every citation names a source in seeds/ and, unless it is an extract, its own paragraphs."""
    for path, citation in chronology.citing.citations:
        source = chronology.sources.get(citation.source)
        if source:
            faults = _list_faults(citation, source)
        else:
            faults = _list_faults_of_unknown(citation.source, chronology)
        for why in faults:
            yield Problem(path, citation.position, why)


def _list_faults_of_unknown(id_: str, chronology: Chronology) -> Iterator[str]:
    """Yield that there is no such source, unless its record exists and has faults."""
    if id_ not in chronology.known_sources and "seeds" not in chronology.faulty:
        hint = did_you_mean(id_, chronology.known_sources)
        cure = hint or f" Make seeds/{id_}.md, or cite another."
        yield f"no source {quoted(id_)} in seeds/.{cure}"


def _list_faults(citation: Citation, source: Source) -> Iterator[str]:
    """Yield what is wrong with the paragraphs of a citation."""
    own = source.fields.paragraphs
    if source.is_extract:
        if citation.locator.paragraphs:
            cure = f"cite it without paragraph: [@{source.id}]"
            yield f"{quoted(source.id)} is seen in extract; {cure}"
    elif not citation.locator.paragraphs:
        yield f"a paragraph is missing; write [@{source.id}, para. {own[0]}]"
    else:
        for number in citation.locator.paragraphs:
            if number not in own:
                known = f"the source's own, which are {source.own_paragraphs}"
                yield f"paragraph {number} is not one of {known}"
