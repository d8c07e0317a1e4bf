"""The rules of quotations: each was checked, and ledgers hold only what is quoted."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from chronology.content.source import Source
from chronology.evidence.matching import LONGEST, count_words, fold, nearest
from chronology.problems import TOP, Position, Problem
from chronology.syntax.citations import Citation
from chronology.syntax.locators import paragraphs_in_words
from chronology.syntax.passages import Quotation
from chronology.timeline.chronology import Chronology
from chronology.timeline.statements import Statement
from chronology.wording import quoted


@dataclass(frozen=True)
class _Cited:
    """A source that a passage cites by paragraph."""

    source: Source
    citation: Citation


def quotations_are_checked(chronology: Chronology) -> Iterator[Problem]:
    """Every quotation has at most 30 words and stands in the ledger of a source it cites."""
    for statement in chronology.citing.statements:
        for quotation in statement.passage.quotations:
            yield from _look_up(quotation, statement, chronology)


def _look_up(
    quotation: Quotation, statement: Statement, chronology: Chronology
) -> Iterator[Problem]:
    """Yield why a quotation does not count as checked.

    If a source or a ledger is missing or faulty, only that is reported.
    """
    citations = statement.passage.citations
    known = [
        _Cited(chronology.sources[citation.source], citation)
        for citation in citations
        if citation.source in chronology.sources
    ]
    whole = [cited for cited in known if not cited.source.is_extract]
    words = count_words(quotation.text)
    if not 0 < words <= LONGEST:
        why = f"has {words} words; a quotation has 1 to {LONGEST}"
    elif known and not whole:
        why = "is from a source seen in extract, which is never quoted; say it in other words"
    elif not whole or len(known) < len(citations) or _is_held(quotation, whole):
        return
    elif any(_lacks_ledger(cited.source, chronology) for cited in whole):
        yield from _ask_for_ledger(whole, chronology)
        return
    else:
        why = _why_not_held(quotation, whole)
    start = shorten(quotation.text, 60, placeholder="…")
    yield Problem(statement.path, quotation.position, f"“{start}” {why}")


def _is_held(quotation: Quotation, whole: list[_Cited]) -> bool:
    """Return whether a ledger has the quotation under a cited paragraph."""
    return any(
        cited.source.ledger.holds(quotation.text, cited.citation.locator.paragraphs)
        for cited in whole
        if cited.source.ledger
    )


def _lacks_ledger(source: Source, chronology: Chronology) -> bool:
    """Return whether a source has no ledger, or one with faults."""
    return source.ledger is None or source.ledger_path in chronology.faulty


def _ask_for_ledger(whole: list[_Cited], chronology: Chronology) -> Iterator[Problem]:
    """Yield that the first ledger needed is missing, unless it exists and has faults."""
    lacking = [
        cited.source for cited in whole if _lacks_ledger(cited.source, chronology)
    ]
    first = lacking[0]
    if first.ledger_path not in chronology.faulty:
        yield Problem(first.ledger_path, TOP, f"is missing; {_how_to_seal(first)}")


def _why_not_held(quotation: Quotation, whole: list[_Cited]) -> str:
    """Return why no ledger has the quotation, and what is near it."""
    for cited in whole:
        if near := _nearest(quotation.text, cited):
            return near
    return f"stands in no ledger; {_how_to_seal(whole[0].source)}"


def _nearest(text: str, cited: _Cited) -> str | None:
    """Return where else the ledger has the words, or which words are nearly these."""
    if cited.source.ledger is None:
        return None
    id_ = quoted(cited.source.id)
    lines = cited.source.ledger.lines
    numbers = [number for number, line in lines if fold(line) == fold(text)]
    if numbers:
        where = f"{paragraphs_in_words(numbers)} of {id_}"
        return f"stands in {where}, not in {paragraphs_in_words(cited.citation.locator.paragraphs)}"
    near = nearest(text, [line for _, line in lines])
    return f"is not in the ledger of {id_}, which has “{near}”" if near else None


def _how_to_seal(source: Source) -> str:
    """Return the command that makes the ledger of a source."""
    return f"seal it: python build.py seal {source.fields.document} {source.path}"


def ledger_lines_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every line of a ledger is quoted somewhere."""
    if chronology.faulty or not chronology.events:
        return
    used = set(_list_used_lines(chronology))
    for source in chronology.sources.values():
        lines = source.ledger.lines if source.ledger else ()
        for row, (number, text) in enumerate(lines, 2):
            if (source.id, number, fold(text)) not in used:
                message = (
                    f"nothing quotes “{text}” from paragraph {number}; seal it anew"
                )
                yield Problem(source.ledger_path, Position(row), message)


def _list_used_lines(chronology: Chronology) -> Iterator[tuple[str, int, str]]:
    """Yield source, paragraph and words of each quotation in use, drafts included."""
    for statement in (*chronology.citing.statements, *chronology.unshown):
        for quotation in statement.passage.quotations:
            folded = fold(quotation.text)
            for citation in statement.passage.citations:
                for number in citation.locator.paragraphs:
                    yield citation.source, number, folded
