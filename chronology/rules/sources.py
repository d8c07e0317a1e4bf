"""The rules of sources: each is cited, and each slip is shown beside an entry."""

from collections.abc import Iterator

from chronology.problems import TOP, Problem
from chronology.timeline.chronology import Chronology


def sources_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every source is cited."""
    for source in chronology.sources.values():
        if not chronology.citing.by_source[source.id] and not chronology.faulty:
            message = "nothing cites this source; cite it, or delete it"
            yield Problem(source.path, TOP, message)


def slips_are_seen(chronology: Chronology) -> Iterator[Problem]:
    """An entry cites a paragraph of every slip, unless the slip says `touches: none`."""
    if chronology.faulty:
        return
    seen: set[int] = set()
    for event in chronology.entries:
        seen.update(id(slip) for _, slip in chronology.citing.slips_at(event))
    for source in chronology.sources.values():
        for index, slip in enumerate(source.slips):
            is_seen = id(slip) in seen
            says_none = source.fields.slips[index].touches == "none"
            if is_seen and says_none:
                message = (
                    "an entry cites a paragraph of this slip; delete 'touches: none'"
                )
            elif not is_seen and not says_none:
                message = (
                    "no entry cites a paragraph of this slip; write 'touches: none'"
                )
            else:
                continue
            yield Problem(source.path, source.record.at("slips", index), message)
