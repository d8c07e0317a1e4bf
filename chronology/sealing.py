"""Checks every quotation of a source against its article, and makes the ledger."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from chronology.check import RULES, check
from chronology.chronology import Chronology
from chronology.citations import Citation
from chronology.ledger import Ledger
from chronology.model import Source, Use
from chronology.passages import Quotation
from chronology.problems import (
    TOP,
    ContentError,
    Position,
    Problem,
    Problems,
    WrongUseError,
    quoted,
)
from chronology.quotations import fold, nearest_words, stands_in
from chronology.site import Request, read_chronology


def seal_file(root: Path, article: Path, record: Path, *, verify: bool) -> Ledger:
    """Return the ledger after writing it, or, to `verify`, after comparing it with the file."""
    try:
        content = article.read_bytes()
        paragraphs = read_paragraphs(content)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", "it is not UTF-8")
        raise WrongUseError(f"{article} cannot be read: {reason}") from None
    problems = Problems()
    chronology = read_chronology(Request(root), problems)
    if chronology is None:
        raise ContentError(problems)
    check(chronology, problems, RULES)
    problems[:] = [problem for problem in problems if not problem.path.endswith(".quotes")]
    problems.raise_any()
    source = chronology.sources.get(record.stem)
    if source is None or record.resolve() != (root / source.path).resolve():
        raise WrongUseError(f"{record} is no record in {root / 'seeds'}")
    if article.name != source.document:
        raise WrongUseError(f"the document of {source.path} is {source.document}, not {article}")
    lines = set(_find_lines(chronology, source, paragraphs, problems))
    ledger = _make_ledger(source, content, lines)
    problems.extend(compare(ledger, source.ledger) if verify else ())
    problems.raise_any()
    if not verify:
        (root / ledger.path).write_text(str(ledger), encoding="utf-8", newline="\n")
    return ledger


def _make_ledger(source: Source, article: bytes, lines: set[tuple[int, str]]) -> Ledger:
    """Return the ledger of these quotations; of those alike when folded, the first is kept."""
    kept: dict[tuple[int, str], tuple[int, str]] = {}
    for number, text in sorted(lines):
        kept.setdefault((number, fold(text)), (number, text))
    path = source.path.removesuffix(".md") + ".quotes"
    digest = hashlib.sha256(article).hexdigest()
    return Ledger(path, str(source.document), digest, tuple(kept.values()))


def read_paragraphs(article: bytes) -> list[str]:
    """Return the article's non-empty lines; the first is paragraph 1."""
    text = article.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return [line.strip() for line in text.split("\n") if line.strip()]


def _find_lines(
    chronology: Chronology, source: Source, paragraphs: list[str], problems: Problems
) -> Iterator[tuple[int, str]]:
    """Yield each quotation in use with each paragraph where it stands; note where it does not."""
    if source.paragraphs[-1] > len(paragraphs):
        message = f"the article has {len(paragraphs)} paragraphs, not {source.paragraphs[-1]}"
        source.record.fault(message, "paragraphs")
    for use, quotation, citations in _quotations_of(chronology, source):
        found = {n for citation in citations for n in _stands(quotation, citation, paragraphs)}
        yield from ((number, quotation.text) for number in found)
        only = all(citation.source == source.id for citation in use.passage.citations)
        if only and not found:
            message = _why_not(quotation, citations, source, paragraphs)
            problems.add(use.path, message, quotation.position)


def _quotations_of(
    chronology: Chronology, source: Source
) -> Iterator[tuple[Use, Quotation, list[Citation]]]:
    for use in (*chronology.uses, *chronology.unshown):
        citations = [c for c in use.passage.citations if c.source == source.id]
        for quotation in use.passage.quotations if citations else ():
            yield use, quotation, citations


def _stands(quotation: Quotation, citation: Citation, paragraphs: list[str]) -> Iterator[int]:
    for number in citation.paragraphs:
        if number <= len(paragraphs) and stands_in(
            quotation.text, paragraphs[number - 1], spoken=citation.voice is not None
        ):
            yield number


def _why_not(
    quotation: Quotation, citations: list[Citation], source: Source, paragraphs: list[str]
) -> str:
    shown = f"“{quotation.text}”"
    cited = [n for citation in citations for n in citation.paragraphs if n <= len(paragraphs)]
    where = f"paragraph {', '.join(map(str, cited))} of {quoted(source.id)}"
    if any(stands_in(quotation.text, paragraphs[number - 1]) for number in cited):
        voice = next(citation.voice for citation in citations if citation.voice)
        return (
            f"{shown} are the article's own words in {where}, not between its quotation marks; "
            f"say them in ours, or leave out the voice {quoted(voice)}"
        )
    elsewhere = [n for n, text in enumerate(paragraphs, 1) if stands_in(quotation.text, text)]
    if elsewhere:
        numbers = ", ".join(map(str, elsewhere))
        return f"{shown} does not stand in {where}, but in paragraph {numbers}"
    for number in cited:
        if near := nearest_words(quotation.text, paragraphs[number - 1]):
            return f"{shown} does not stand in {where}, which has “{near}”"
    return f"{shown} does not stand in {where}, nor elsewhere in the article"


def compare(made: Ledger, kept: Ledger | None) -> Iterator[Problem]:
    """Yield what is wrong with the ledger that was kept."""
    if kept is None:
        yield Problem(made.path, TOP, "is missing; seal it")
        return
    if kept.sha256 != made.sha256:
        yield Problem(made.path, TOP, f"was made of another text of {quoted(made.document)}")
    have = {(number, fold(text)) for number, text in kept.lines}
    want = {(number, fold(text)) for number, text in made.lines}
    for number, text in made.lines:
        if (number, fold(text)) not in have:
            yield Problem(made.path, TOP, f"lacks “{text}” of paragraph {number}")
    for line, (number, text) in enumerate(kept.lines, 2):
        if (number, fold(text)) not in want:
            message = f"nothing quotes “{text}” from paragraph {number}, or it does not stand there"
            yield Problem(made.path, Position(line), message)
