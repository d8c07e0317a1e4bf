"""The rules of names: voices and people are registered, and each is spelt one way."""

import re
from collections.abc import Iterator

from chronology.content.files import REGISTRY_PATH
from chronology.problems import TOP, Position, Problem
from chronology.timeline.chronology import Chronology
from chronology.wording import did_you_mean, quoted

_QUOTED = re.compile("“[^”]*”")


def voices_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every voice of a citation stands in the registry of names."""
    if not chronology.names:
        return
    known = {voice for named in chronology.names for voice in named.fields.voices}
    for path, citation in chronology.citing.citations:
        voice = citation.voice
        if voice and voice not in known:
            hint = did_you_mean(voice, known)
            cure = hint or f" Add it to 'voices' in {REGISTRY_PATH}."
            message = f"unknown voice {quoted(voice)}.{cure}"
            yield Problem(path, citation.position, message)


def people_are_registered(chronology: Chronology) -> Iterator[Problem]:
    """Every name of `people` stands in the registry of names, among its people."""
    if not chronology.names:
        return
    people = [named for named in chronology.names if named.group == "people"]
    known = {named.fields.name for named in people}
    for event in chronology.events:
        for index, name in enumerate(event.fields.people):
            if name not in known:
                hint = did_you_mean(name, known)
                cure = hint or f" Add it to [people] in {REGISTRY_PATH}."
                position = event.record.at("people", index)
                yield Problem(
                    event.path, position, f"unknown person {quoted(name)}.{cure}"
                )


def names_are_spelt_one_way(chronology: Chronology) -> Iterator[Problem]:
    """A source's spelling that differs from ours stands in quotations only."""
    for path, position, text in _list_texts(chronology):
        ours = _QUOTED.sub(" ", text)
        for named in chronology.names:
            match = named.misspelling.search(ours) if named.misspelling else None
            if match:
                spelt = f"{quoted(match[0])} is spelt {quoted(named.fields.name)} here"
                message = f"{spelt}; or quote the source's spelling"
                yield Problem(path, position, message)


def _list_texts(chronology: Chronology) -> Iterator[tuple[str, Position, str]]:
    """Yield the file of each title and each passage, the position of its faults, and its text."""
    for event in chronology.events:
        yield event.path, event.record.at("title"), event.fields.title
    for statement in chronology.citing.statements:
        citations = statement.passage.citations
        position = citations[0].position if citations else TOP
        yield statement.path, position, statement.passage.text
