"""The rules that need the whole chronology: one generator each, its docstring is the rule."""

from collections.abc import Callable, Iterator

from chronology.check_names import (
    names_are_spelt_one_way,
    people_are_registered,
    slips_are_seen,
    sources_are_used,
    voices_are_registered,
)
from chronology.chronology import Chronology
from chronology.citations import Citation
from chronology.dates import Date
from chronology.forms import EventForm
from chronology.frontmatter import Place
from chronology.model import Source
from chronology.passages import Quotation
from chronology.problems import TOP, Position, Problem, Problems, did_you_mean, one_of, quoted
from chronology.quotations import LONGEST, count_words, fold, nearest, pieces
from chronology.settings import FILE

Rule = Callable[[Chronology], Iterator[Problem]]


def events_exist(chronology: Chronology) -> Iterator[Problem]:
    """A chronology has at least one event."""
    if not (chronology.events or chronology.faulty):
        message = 'holds no event; make one: python build.py new "Title" --date DATE --kind KIND'
        yield Problem("events", TOP, message)


def cited_sources_exist(chronology: Chronology) -> Iterator[Problem]:
    """Every source that is cited has a record in seeds/."""
    for path, citation in chronology.citations:
        if citation.source not in chronology.known_sources:
            hint = did_you_mean(citation.source, chronology.known_sources)
            message = f"no source {quoted(citation.source)} in seeds/.{hint}"
            yield Problem(path, citation.position, message)


def cited_paragraphs_are_the_sources_own(chronology: Chronology) -> Iterator[Problem]:
    """Every citation names paragraphs that are the source's own; an extract has none."""
    for path, citation in chronology.citations:
        source = chronology.sources.get(citation.source)
        if source is None:
            continue
        if source.is_extract and citation.paragraphs:
            message = f"{quoted(source.id)} is seen in extract; cite it without paragraph"
            yield Problem(path, citation.position, f"{message}: [@{source.id}]")
        elif not source.is_extract and not citation.paragraphs:
            message = f"a paragraph is missing; write [@{source.id}, para. {source.paragraphs[0]}]"
            yield Problem(path, citation.position, message)
        for number in citation.paragraphs if not source.is_extract else ():
            if number not in source.paragraphs:
                message = (
                    f"paragraph {number} is not {quoted(source.id)}'s own; its paragraphs are "
                    f"{source.own_paragraphs}"
                )
                yield Problem(path, citation.position, message)


def quotations_are_checked(chronology: Chronology) -> Iterator[Problem]:
    """Every quotation has at most 30 words and stands in the ledger of a source it cites."""
    for use in chronology.uses:
        sources = chronology.sources
        cited = [(sources[c.source], c) for c in use.passage.citations if c.source in sources]
        for quotation in use.passage.quotations:
            if why := _why_unchecked(quotation, cited, bool(use.passage.citations)):
                yield Problem(use.path, quotation.position, why)


def _why_unchecked(
    quotation: Quotation, cited: list[tuple[Source, Citation]], is_cited: bool
) -> str | None:
    shown = f"“{quotation.text}”" if len(quotation.text) < 60 else f"“{quotation.text[:50]}…”"
    if not pieces(quotation.text):
        return f"{shown} quotes nothing"
    if (words := count_words(quotation.text)) > LONGEST:
        return f"{shown} has {words} words; a quotation has at most {LONGEST}"
    if not is_cited:
        return f"{shown} stands in no passage that cites a source"
    if any(s.ledger and s.ledger.holds(quotation.text, c.paragraphs) for s, c in cited):
        return None
    if cited and all(source.is_extract for source, _ in cited):
        return f"{shown}: a source seen in extract is never quoted; say it in other words"
    return _nearest_in_ledgers(shown, quotation.text, cited)


def _nearest_in_ledgers(
    shown: str, quotation: str, cited: list[tuple[Source, Citation]]
) -> str | None:
    for source, citation in cited:
        lines = source.ledger.lines if source.ledger else ()
        elsewhere = [number for number, text in lines if fold(text) == fold(quotation)]
        if elsewhere:
            return (
                f"{shown} stands in paragraph {elsewhere[0]} of {quoted(source.id)}, "
                f"not in {_paragraphs(citation)}"
            )
        if near := nearest(quotation, [text for _, text in lines]):
            return f"{shown} is not in the ledger of {quoted(source.id)}, which has “{near}”"
    for source, _ in cited:
        if not source.is_extract:
            return (
                f"{shown} stands in no ledger; seal it: python build.py seal "
                f"{source.document} {source.path}"
            )
    return None  # The sources cited are unknown: another rule says so.


def _paragraphs(citation: Citation) -> str:
    return f"paragraph {one_of(map(str, citation.paragraphs)).replace(chr(39), '')}"


def ledger_lines_are_used(chronology: Chronology) -> Iterator[Problem]:
    """Every line of a ledger is of the source's own paragraphs, and something quotes it."""
    for source in chronology.sources.values():
        if source.ledger is None:
            continue
        quoted_words = quoted_from(chronology, source.id)
        for line, (number, text) in enumerate(source.ledger.lines, 2):
            where = Position(line)
            if number not in source.paragraphs:
                message = f"paragraph {number} is not {quoted(source.id)}'s own; seal it anew"
                yield Problem(source.ledger.path, where, message)
            elif (number, fold(text)) not in quoted_words and not chronology.faulty:
                message = f"nothing quotes “{text}” from paragraph {number}; seal it anew"
                yield Problem(source.ledger.path, where, message)


def quoted_from(chronology: Chronology, source: str) -> set[tuple[int, str]]:
    """Return each paragraph of a source with the words, folded, quoted where it is cited."""
    return {
        (number, fold(quotation.text))
        for use in (*chronology.uses, *chronology.unshown)
        for citation in use.passage.citations
        if citation.source == source
        for quotation in use.passage.quotations
        for number in citation.paragraphs
    }


def titles_quote_their_passages(chronology: Chronology) -> Iterator[Problem]:
    """A quotation in a title or a label stands in one of the entry's passages."""
    for event in chronology.events:
        passages = [q.text for passage in event.prose.passages() for q in passage.quotations]
        for name in ("title", "label"):
            for text in _quotations_of(event, name):
                if not any(fold(text) in fold(passage) for passage in passages):
                    message = f"“{text}” is quoted in no passage of this entry"
                    yield Problem(event.path, event.record.at(name), message)


def _quotations_of(event: EventForm, name: str) -> Iterator[str]:
    text: str = getattr(event, name) or ""
    for part in text.split("“")[1:]:
        yield part.split("”")[0]


def corrections_follow(chronology: Chronology) -> Iterator[Problem]:
    """An entry is corrected or withdrawn on the day it was added, or later."""
    for event in chronology.events:
        later: list[tuple[Place, Date]] = [
            (("corrections", n, "date"), c.date) for n, c in enumerate(event.corrections)
        ]
        if event.withdrawn:
            later.append((("withdrawn", "date"), event.withdrawn.date))
        for place, date in later:
            if date.order < event.added.order:
                message = f"lies before the day the entry was added, {event.added.words}"
                yield Problem(event.path, event.record.at(*place), message)


def periods_have_names_of_their_own(chronology: Chronology) -> Iterator[Problem]:
    """No two periods have the same address on the index."""
    seen: set[str] = set()
    for period in chronology.periods:
        if period.id in seen:
            yield Problem(FILE, period.position, f"a period has the name {quoted(period.name)} too")
        seen.add(period.id)


RULES: tuple[Rule, ...] = (
    voices_are_registered,
    people_are_registered,
    names_are_spelt_one_way,
    sources_are_used,
    slips_are_seen,
    events_exist,
    cited_sources_exist,
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
