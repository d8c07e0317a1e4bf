"""The rules of sources: each is cited, and each slip is shown beside an entry."""

from collections.abc import Iterator

from chronology.problems import TOP, Problem
from chronology.timeline.chronology import Chronology
from chronology.wording import did_you_mean, quoted


def sources_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every source is cited."""
    for source in chronology.sources.values():
        if not chronology.citing.by_source[source.id] and not chronology.faulty:
            message = "nothing cites this source; cite it, or delete it"
            yield Problem(source.path, TOP, message)


def slips_are_seen(chronology: Chronology) -> Iterator[Problem]:
    """Every slip stands at an entry: one that cites its paragraph, or that `touches` names."""
    if chronology.faulty:
        return
    seen: set[int] = set()
    for event in chronology.entries:
        seen.update(id(slip) for _, slip in chronology.citing.slips_at(event))
    for source in chronology.sources.values():
        for index, slip in enumerate(source.slips):
            position = source.record.at("slips", index)
            for id_ in slip.touches or ():
                if id_ not in chronology.positions:
                    hint = did_you_mean(id_, chronology.positions)
                    message = f"no entry {quoted(id_)} for this slip to touch.{hint}"
                    yield Problem(source.path, position, message)
            if slip.touches is None and id(slip) not in seen:
                message = (
                    "no entry cites a paragraph of this slip; write 'touches: none'"
                )
                yield Problem(source.path, position, message)
