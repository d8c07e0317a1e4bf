"""The rules that need the whole chronology: one generator each, its docstring is the rule."""

import re
from collections.abc import Callable, Iterator

from chronology.check_names import RULES_OF_NAMES, RULES_OF_SOURCES
from chronology.chronology import Chronology
from chronology.citations import Citation, paragraphs_in_words
from chronology.model import Source
from chronology.passages import Quotation
from chronology.problems import TOP, Position, Problem, Problems, quoted
from chronology.quotations import LONGEST, count_words, fold, nearest, pieces
from chronology.settings import FILE

Rule = Callable[[Chronology], Iterator[Problem]]


def events_exist(chronology: Chronology) -> Iterator[Problem]:
    """A chronology has at least one event."""
    if not (chronology.events or chronology.faulty):
        message = 'holds no event; make one: python build.py new "Title" --date DATE --kind KIND'
        yield Problem("events", TOP, message)


def cited_paragraphs_are_the_sources_own(chronology: Chronology) -> Iterator[Problem]:
    """Every citation names paragraphs that are the source's own; an extract has none."""
    for path, citation in chronology.citations:
        source = chronology.sources.get(citation.source)
        for why in _list_faults(citation, source) if source else ():
            yield Problem(path, citation.position, why)


def _list_faults(citation: Citation, source: Source) -> list[str]:
    id_, cited = source.id, citation.paragraphs
    if source.is_extract:
        why = f"{quoted(id_)} is seen in extract; cite it without paragraph: [@{id_}]"
        return [why] if cited else []
    if not cited:
        return [f"a paragraph is missing; write [@{id_}, para. {source.paragraphs[0]}]"]
    return [_not_own(number, source) for number in cited if number not in source.paragraphs]


def _not_own(number: int, source: Source) -> str:
    return f"paragraph {number} is not one of the source's own, which are {source.own_paragraphs}"


def quotations_are_checked(chronology: Chronology) -> Iterator[Problem]:
    """Every quotation has at most 30 words and stands in the ledger of a source it cites."""
    sources = chronology.sources
    for use in chronology.uses:
        citations = use.passage.citations
        cited = [(sources[c.source], c) for c in citations if c.source in sources]
        for quotation in use.passage.quotations:
            if why := _why_never_quoted(quotation.text, [source for source, _ in cited]):
                yield Problem(use.path, quotation.position, f"{_shown(quotation)}{why}")
            elif cited and len(cited) == len(citations):
                yield from _look_up(quotation, use.path, cited, chronology.faulty)


def _shown(quotation: Quotation) -> str:
    text = quotation.text
    return f"“{text}”" if len(text) < 60 else f"“{text[:50]}…”"


def _why_never_quoted(quotation: str, cited: list[Source]) -> str | None:
    if not pieces(quotation):
        return " quotes nothing"
    if (words := count_words(quotation)) > LONGEST:
        return f" has {words} words; a quotation has at most {LONGEST}"
    if cited and all(source.is_extract for source in cited):
        return ": a source seen in extract is never quoted; say it in other words"
    return None


def _look_up(
    quotation: Quotation, path: str, cited: list[tuple[Source, Citation]], faulty: frozenset[str]
) -> Iterator[Problem]:
    """Yield why the ledgers do not have it; of one that is missing or damaged that is enough."""
    text = quotation.text
    if any(source.ledger and source.ledger.holds(text, c.paragraphs) for source, c in cited):
        return
    whole = [(source, c) for source, c in cited if not source.is_extract]
    for source, _ in whole:
        beside = ledger_of(source)
        if source.ledger is None and beside not in faulty:
            yield Problem(beside, TOP, f"is missing; {_how_to_seal(source)}")
        if source.ledger is None or beside in faulty:
            return
    found = (_nearest(text, source, citation) for source, citation in whole)
    why = next(filter(None, found), f"stands in no ledger; {_how_to_seal(whole[0][0])}")
    yield Problem(path, quotation.position, f"{_shown(quotation)} {why}")


def _nearest(quotation: str, source: Source, citation: Citation) -> str | None:
    lines = source.ledger.lines if source.ledger else ()
    for number, text in lines:
        if fold(text) == fold(quotation):
            where = paragraphs_in_words(citation.paragraphs)
            return f"stands in paragraph {number} of {quoted(source.id)}, not in {where}"
    near = nearest(quotation, [text for _, text in lines])
    return near and f"is not in the ledger of {quoted(source.id)}, which has “{near}”"


def ledger_of(source: Source) -> str:
    """Return the path of its ledger, beside its record."""
    return source.path.removesuffix(".md") + ".quotes"


def _how_to_seal(source: Source) -> str:
    return f"seal it: python build.py seal {source.document} {source.path}"


def ledger_lines_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every line of a ledger is of the source's own paragraphs, and something quotes it."""
    used = {
        (citation.source, number, fold(quotation.text))
        for use in (*chronology.uses, *chronology.unshown)
        for quotation in use.passage.quotations
        for citation in use.passage.citations
        for number in citation.paragraphs
    }
    all_is_read = chronology.events and not chronology.faulty
    for source in chronology.sources.values():
        for line, (number, text) in enumerate(source.ledger.lines if source.ledger else (), 2):
            is_used = not all_is_read or (source.id, number, fold(text)) in used
            why = "" if is_used else f"nothing quotes “{text}” from paragraph {number}"
            why = why if number in source.paragraphs else _not_own(number, source)
            if why and not source.is_extract:
                yield Problem(ledger_of(source), Position(line), f"{why}; seal it anew")


def titles_quote_their_passages(chronology: Chronology) -> Iterator[Problem]:
    """A quotation in a title or a label stands in one of the entry's passages."""
    for event in chronology.events:
        passages = [q.text for passage in event.prose.passages() for q in passage.quotations]
        for name in ("title", "label"):
            for text in re.findall("“([^”]*)", getattr(event, name) or ""):
                if not any(fold(text) in fold(passage) for passage in passages):
                    message = f"“{text}” is quoted in no passage of this entry"
                    yield Problem(event.path, event.record.at(name), message)


def corrections_follow(chronology: Chronology) -> Iterator[Problem]:
    """An entry is corrected or withdrawn on the day it was added, or later."""
    for event in chronology.events:
        at, added = event.record.at, event.added
        changes = {at("corrections", n, "date"): c.date for n, c in enumerate(event.corrections)}
        if event.withdrawn:
            changes[at("withdrawn", "date")] = event.withdrawn.date
        for position, date in changes.items():
            if date.order < added.order:
                message = f"{quoted(date.edtf)} lies before the day the entry was added"
                yield Problem(event.path, position, f"{message}, {added.edtf}")


def periods_have_names_of_their_own(chronology: Chronology) -> Iterator[Problem]:
    """No two periods have the same address on the index."""
    ids = [period.id for period in chronology.periods]
    for index, period in enumerate(chronology.periods):
        if period.id in ids[:index]:
            yield Problem(FILE, period.position, f"a period has the name {quoted(period.name)} too")


RULES: tuple[Rule, ...] = (
    *RULES_OF_NAMES,
    *RULES_OF_SOURCES,
    events_exist,
    cited_paragraphs_are_the_sources_own,
    titles_quote_their_passages,
    corrections_follow,
    periods_have_names_of_their_own,
)
RULES_OF_LEDGERS: tuple[Rule, ...] = (quotations_are_checked, ledger_lines_are_used)
"""Apart, because `seal` writes the ledgers that they ask for."""


def check(chronology: Chronology, problems: Problems, rules: tuple[Rule, ...]) -> None:
    """Note every fault that the rules find."""
    for rule in rules:
        problems.extend(rule(chronology))
