"""The rules of quotations: each was checked, and the ledgers hold no more than is quoted."""

from collections.abc import Iterator
from textwrap import shorten

from chronology.content.model import Source, Use
from chronology.evidence.matching import LONGEST, Ledger, count_words, fold, nearest
from chronology.problems import TOP, Position, Problem
from chronology.syntax.citations import Citation
from chronology.syntax.locators import paragraphs_in_words
from chronology.syntax.passages import Quotation
from chronology.timeline.chronology import Chronology
from chronology.wording import quoted


def quotations_are_checked(chronology: Chronology) -> Iterator[Problem]:
    """Every quotation has at most 30 words and stands in the ledger of a source it cites."""
    for use in chronology.uses:
        for quotation in use.passage.quotations:
            yield from _look_up(quotation, use, chronology)


def _look_up(
    quotation: Quotation, use: Use, chronology: Chronology
) -> Iterator[Problem]:
    """Yield why no ledger has it; what is wrong with a source or a ledger itself is enough."""
    text, words, citations = (
        quotation.text,
        count_words(quotation.text),
        use.passage.citations,
    )
    known = [(s, c) for c in citations if (s := chronology.sources.get(c.source))]
    whole = [(source, citation) for source, citation in known if not source.is_extract]
    ledgers = [(source.ledger, citation) for source, citation in whole if source.ledger]
    held = (
        ledger.holds(text, citation.locator.paragraphs) for ledger, citation in ledgers
    )
    if not 0 < words <= LONGEST:
        why = f"has {words} words; a quotation has 1 to {LONGEST}"
    elif known and not whole:
        why = "is from a source seen in extract, which is never quoted; say it in other words"
    elif not whole or len(known) < len(citations) or any(held):
        return
    elif doubtful := [
        s for s, _ in whole if not s.ledger or ledger_of(s) in chronology.faulty
    ]:
        if (path := ledger_of(doubtful[0])) not in chronology.faulty:
            yield Problem(path, TOP, f"is missing; {_how_to_seal(doubtful[0])}")
        return
    else:
        near = (_nearest(text, ledger, citation) for ledger, citation in ledgers)
        why = next(
            filter(None, near), f"stands in no ledger; {_how_to_seal(whole[0][0])}"
        )
    yield Problem(
        use.path, quotation.position, f"“{shorten(text, 60, placeholder='…')}” {why}"
    )


def _nearest(quotation: str, ledger: Ledger, citation: Citation) -> str | None:
    if numbers := [
        number for number, text in ledger.lines if fold(text) == fold(quotation)
    ]:
        where = f"{paragraphs_in_words(numbers)} of {quoted(citation.source)}"
        return f"stands in {where}, not in {paragraphs_in_words(citation.locator.paragraphs)}"
    near = nearest(quotation, [text for _, text in ledger.lines])
    return (
        near
        and f"is not in the ledger of {quoted(citation.source)}, which has “{near}”"
    )


def ledger_of(source: Source) -> str:
    """Return the path of its ledger, beside its record."""
    return source.path.removesuffix(".md") + ".quotes"


def _how_to_seal(source: Source) -> str:
    return f"seal it: python build.py seal {source.document} {source.path}"


def ledger_lines_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Something quotes every line of a ledger."""
    used = {
        (citation.source, number, fold(quotation.text))
        for use in (*chronology.uses, *chronology.unshown)
        for quotation in use.passage.quotations
        for citation in use.passage.citations
        for number in citation.locator.paragraphs
    }
    all_is_read = chronology.events and not chronology.faulty
    for source in chronology.sources.values() if all_is_read else ():
        for line, (number, text) in enumerate(
            source.ledger.lines if source.ledger else (), 2
        ):
            if (source.id, number, fold(text)) not in used:
                message = (
                    f"nothing quotes “{text}” from paragraph {number}; seal it anew"
                )
                yield Problem(ledger_of(source), Position(line), message)


RULES_OF_LEDGERS = (quotations_are_checked, ledger_lines_are_used)
"""Apart, because `seal` writes the ledgers that they ask for."""
