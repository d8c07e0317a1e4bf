"""Checks every quotation of a source against its article, and makes the ledger."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from chronology.content.model import Source
from chronology.evidence.matching import Ledger, fold, nearest_words, stands_in
from chronology.problems import Position, Problems, UsageError
from chronology.rules.check import RULES, check
from chronology.rules.quotations import RULES_OF_LEDGERS, ledger_of
from chronology.syntax.locators import paragraphs_in_words
from chronology.timeline.chronology import Chronology
from chronology.timeline.reading import read_chronology
from chronology.wording import quoted


def seal_file(root: Path, article: Path, record: Path, *, verify: bool) -> Ledger:
    """Return the ledger after writing it, or, to `verify`, after comparing it with the file."""
    try:
        text = article.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", "it is not UTF-8")
        raise UsageError(f"{article} cannot be read: {reason}") from None
    paragraphs = dict(enumerate(filter(None, map(str.strip, text.split("\n"))), 1))
    problems = Problems()
    chronology = read_chronology(root, problems)
    check(chronology, problems, RULES + RULES_OF_LEDGERS if verify else RULES)
    if not verify:  # What a ledger has wrong, sealing puts right.
        problems[:] = [
            problem for problem in problems if not problem.path.endswith(".quotes")
        ]
    problems.raise_any()
    source = chronology.sources.get(record.stem)
    if source is None or record.resolve() != (root / source.path).resolve():
        raise UsageError(f"{record} is no record in {root / 'seeds'}")
    if article.name != source.document:
        raise UsageError(
            f"the document of {source.path} is {source.document}, not {article}"
        )
    lines = sorted(
        set(_find_lines(chronology, source, paragraphs, problems)), reverse=True
    )
    kept = {(number, fold(text)): (number, text) for number, text in lines}
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    ledger = Ledger(
        ledger_of(source), article.name, digest, tuple(sorted(kept.values()))
    )
    if verify:
        _compare(
            ledger,
            source.ledger or Ledger(ledger.path, article.name, digest, ()),
            problems,
        )
    problems.raise_any()
    if not verify:
        (root / ledger.path).write_text(str(ledger), encoding="utf-8", newline="\n")
    return ledger


def _find_lines(
    chronology: Chronology,
    source: Source,
    paragraphs: dict[int, str],
    problems: Problems,
) -> Iterator[tuple[int, str]]:
    """Yield each quotation in use with each paragraph where it stands; note where it does not."""
    if source.paragraphs[-1] > len(paragraphs):
        message = (
            f"the article has {len(paragraphs)} paragraphs, not {source.paragraphs[-1]}"
        )
        source.record.fault(message, "paragraphs")
    for use in (*chronology.uses, *chronology.unshown):
        citations = [c for c in use.passage.citations if c.source == source.id]
        cited = [
            (number, c.voice) for c in citations for number in c.locator.paragraphs
        ]
        for quotation in use.passage.quotations if cited else ():
            text = quotation.text
            found = {
                n
                for n, who in cited
                if stands_in(text, paragraphs.get(n, ""), spoken=bool(who))
            }
            yield from ((number, text) for number in found)
            if not found and len(citations) == len(use.passage.citations):
                why = _why_not(text, cited, source, paragraphs)
                problems.add(use.path, why, quotation.position)


def _why_not(
    text: str,
    cited: list[tuple[int, str | None]],
    source: Source,
    paragraphs: dict[int, str],
) -> str:
    where = (
        f"{paragraphs_in_words(number for number, _ in cited)} of {quoted(source.id)}"
    )
    holding = [
        number for number, paragraph in paragraphs.items() if stands_in(text, paragraph)
    ]
    if any(number in holding for number, _ in cited):
        voice = next(voice for _, voice in cited if voice)
        what = (
            f"are the article's own words in {where}, not between its quotation marks"
        )
        return (
            f"“{text}” {what}; say them in ours, or leave out the voice {quoted(voice)}"
        )
    near = [
        nearest_words(text, paragraphs[number])
        for number, _ in cited
        if number in paragraphs
    ]
    what = next(
        (f"which has “{words}”" for words in near if words),
        "nor elsewhere in the article",
    )
    if holding:
        what = f"but in {paragraphs_in_words(holding)}"
    return f"“{text}” does not stand in {where}, {what}"


def _compare(made: Ledger, kept: Ledger, problems: Problems) -> None:
    """Note what is wrong with the ledger that was kept, and cannot be told without the article."""
    if kept.sha256 != made.sha256:
        problems.add(made.path, f"was made of another text of {quoted(made.document)}")
    for number, text in made.lines:
        if not kept.holds(text, [number]):
            problems.add(made.path, f"lacks “{text}” of paragraph {number}")
    for line, (number, text) in enumerate(kept.lines, 2):
        if not made.holds(text, [number]):
            why = f"“{text}” does not stand in paragraph {number}"
            problems.add(made.path, why, Position(line))
