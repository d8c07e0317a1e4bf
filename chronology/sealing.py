"""Checks every quotation of a source against its article, and makes the ledger."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from chronology.check import RULES, check
from chronology.chronology import Chronology
from chronology.citations import Citation, paragraphs_in_words
from chronology.ledger import Ledger
from chronology.model import Source
from chronology.problems import Position, Problems, WrongUseError, quoted
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
    if verify:
        _compare(ledger, source.ledger, problems)
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
    for use in (*chronology.uses, *chronology.unshown):
        citations = [c for c in use.passage.citations if c.source == source.id]
        for quotation in use.passage.quotations if citations else ():
            found = {n for c in citations for n in _find(quotation.text, c, paragraphs)}
            yield from ((number, quotation.text) for number in found)
            if not found and len(citations) == len(use.passage.citations):
                message = _why_not(quotation.text, citations, source, paragraphs)
                problems.add(use.path, message, quotation.position)


def _find(quotation: str, citation: Citation, paragraphs: list[str]) -> Iterator[int]:
    spoken = citation.voice is not None
    for number in citation.paragraphs:
        if any(stands_in(quotation, p, spoken=spoken) for p in paragraphs[number - 1 : number]):
            yield number


def _why_not(text: str, citations: list[Citation], source: Source, paragraphs: list[str]) -> str:
    numbers = [number for citation in citations for number in citation.paragraphs]
    where = f"{paragraphs_in_words(numbers)} of {quoted(source.id)}"
    cited = [paragraphs[number - 1] for number in numbers if number <= len(paragraphs)]
    if any(stands_in(text, paragraph) for paragraph in cited):
        voice = next(citation.voice for citation in citations if citation.voice)
        return (
            f"“{text}” are the article's own words in {where}, not between its quotation marks; "
            f"say them in ours, or leave out the voice {quoted(voice)}"
        )
    elsewhere = [n for n, paragraph in enumerate(paragraphs, 1) if stands_in(text, paragraph)]
    near = next(filter(None, (nearest_words(text, paragraph) for paragraph in cited)), None)
    what = f"which has “{near}”" if near else "nor elsewhere in the article"
    if elsewhere:
        what = f"but in {paragraphs_in_words(elsewhere)}"
    return f"“{text}” does not stand in {where}, {what}"


def _compare(made: Ledger, kept: Ledger | None, problems: Problems) -> None:
    """Note what is wrong with the ledger that was kept."""
    if kept is None:
        problems.add(made.path, "is missing; seal it")
        return
    if kept.sha256 != made.sha256:
        problems.add(made.path, f"was made of another text of {quoted(made.document)}")
    for number, text in made.lines:
        if not kept.holds(text, [number]):
            problems.add(made.path, f"lacks “{text}” of paragraph {number}")
    for line, (number, text) in enumerate(kept.lines, 2):
        if not made.holds(text, [number]):
            message = f"nothing quotes “{text}” from paragraph {number}, or it does not stand there"
            problems.add(made.path, message, Position(line))
