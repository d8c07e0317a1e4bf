"""Checks every quotation from a source against its article, and makes the source's ledger."""

from pathlib import Path

from chronology.commands.searching import find_in, list_cited, why_not
from chronology.content.files import LEDGER, SEEDS
from chronology.content.source import Source
from chronology.evidence.articles import Article, read_article
from chronology.evidence.ledger import Ledger
from chronology.evidence.matching import fold
from chronology.problems import Position, Problems, UsageError
from chronology.rules import RULES, RULES_OF_LEDGERS, check
from chronology.timeline.chronology import Chronology
from chronology.timeline.reading import read_chronology
from chronology.timeline.statements import Statement
from chronology.wording import quoted

Line = tuple[int, str]
"""A paragraph, counted from 1, and words that stand in it."""


def seal_file(root: Path, file: Path, record: Path, *, verify: bool) -> Ledger:
    """Write the ledger and return it; with `verify`, only compare it with the existing one.

    Raises:
        UsageError: The article cannot be read, or is not the record's.
        ContentError: The content has faults, or a quotation does not stand in its place.
    """
    article = _open_article(file)
    problems = Problems()
    chronology = _read_without_faults(root, problems, verify=verify)
    source = _find_source(chronology, root, record, article)
    lines = _find_lines(chronology, source, article, problems)
    ledger = Ledger(
        path=source.ledger_path,
        document=article.name,
        sha256=article.sha256,
        lines=_without_doubles(lines),
    )
    if verify:
        _compare(ledger, source.ledger, problems)
    problems.raise_any()
    if not verify:
        (root / ledger.path).write_text(str(ledger), encoding="utf-8", newline="\n")
    return ledger


def _open_article(file: Path) -> Article:
    """Return the article; UsageError where it cannot be read."""
    try:
        return read_article(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file} cannot be read: it is not UTF-8") from None


def _read_without_faults(root: Path, problems: Problems, *, verify: bool) -> Chronology:
    """Return the chronology; ContentError if it has faults that sealing does not remove."""
    chronology = read_chronology(root, problems)
    rules = RULES + RULES_OF_LEDGERS if verify else RULES
    check(chronology, problems, rules)
    if not verify:  # Sealing replaces the ledger, faults and all.
        problems[:] = [
            problem for problem in problems if not problem.path.endswith(LEDGER)
        ]
    problems.raise_any()
    return chronology


def _find_source(
    chronology: Chronology, root: Path, record: Path, article: Article
) -> Source:
    """Return the source of the record; UsageError if there is none, or its article is another."""
    source = chronology.sources.get(record.stem)
    if source is None or record.resolve() != (root / source.path).resolve():
        raise UsageError(f"{record} is no record in {root / SEEDS}")
    document = source.fields.document
    if article.name != document:
        raise UsageError(
            f"the document of {source.path} is {document}, not {article.file}"
        )
    return source


def _find_lines(
    chronology: Chronology, source: Source, article: Article, problems: Problems
) -> list[Line]:
    """Return each quotation with each cited paragraph in which it stands; note those in none."""
    last = source.fields.paragraphs[-1]
    if last > len(article.paragraphs):
        message = f"the article has {len(article.paragraphs)} paragraphs, not {last}"
        source.record.fault(message, "paragraphs")
    lines: list[Line] = []
    for statement in (*chronology.citing.statements, *chronology.unshown):
        cited = list(list_cited(statement, source))
        for quotation in statement.passage.quotations if cited else ():
            found = find_in(article, cited, quotation.text)
            lines += [(number, quotation.text) for number in found]
            if not found and _is_only_source(statement, source):
                why = why_not(quotation, cited, source, article)
                problems.add(statement.path, why, quotation.position)
    return lines


def _is_only_source(statement: Statement, source: Source) -> bool:
    """Return whether a statement cites no other source that may have its words."""
    return all(citation.source == source.id for citation in statement.passage.citations)


def _without_doubles(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines sorted; lines that folding makes equal are kept once."""
    kept = {}
    for number, text in sorted(set(lines), reverse=True):
        kept[number, fold(text)] = (number, text)
    return tuple(sorted(kept.values()))


def _compare(made: Ledger, kept: Ledger | None, problems: Problems) -> None:
    """Note the faults of the existing ledger that only the article reveals."""
    if kept is None:
        kept = Ledger(made.path, made.document, made.sha256, ())
    if kept.sha256 != made.sha256:
        problems.add(made.path, f"was made of another text of {quoted(made.document)}")
    for number, text in made.lines:
        if not kept.holds(text, [number]):
            problems.add(made.path, f"lacks “{text}” of paragraph {number}")
    for row, (number, text) in enumerate(kept.lines, 2):
        if not made.holds(text, [number]):
            why = f"“{text}” does not stand in paragraph {number}"
            problems.add(made.path, why, Position(row))
