"""The ledger of a source: the quotations that were checked against its article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from chronology.evidence.matching import fold
from chronology.problems import Position, Problems
from chronology.syntax.textfiles import read_text
from chronology.wording import quoted

_HEAD = re.compile(r"sha256 (?P<sha256>[0-9a-f]{64})  (?P<document>\S+)")
_LINE = re.compile(r"(?P<paragraph>[1-9]\d{0,3}) (?P<quotation>\S.*)")


@dataclass(frozen=True)
class Ledger:
    """The quotations that somebody with the article found in it, each with its paragraph."""

    path: str
    document: str
    """The article's file name."""
    sha256: str
    """The hash of the article's bytes."""
    lines: tuple[tuple[int, str], ...]
    """Paragraph and quotation, sorted."""

    def holds(self, quotation: str, paragraphs: Iterable[int]) -> bool:
        """Return whether the quotation was found in one of the paragraphs."""
        cited = set(paragraphs)
        found = {fold(text) for paragraph, text in self.lines if paragraph in cited}
        return fold(quotation) in found

    def __str__(self) -> str:
        """Return the text of the ledger's file."""
        text = f"sha256 {self.sha256}  {self.document}\n"
        for paragraph, quotation in self.lines:
            text += f"{paragraph} {quotation}\n"
        return text


def read_ledger(file: Path, path: str, problems: Problems) -> Ledger | None:
    """Return the ledger, or None if its first line cannot be read; faults are noted."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    first, *rest = text.removesuffix("\n").split("\n")
    head = _HEAD.fullmatch(first)
    if head is None:
        must = f"line 1 must be 'sha256 …  DOCUMENT', not {quoted(first)}"
        problems.add(path, f"damaged: {must}; seal it anew")
        return None
    return Ledger(
        path=path,
        document=head["document"],
        sha256=head["sha256"],
        lines=_read_lines(rest, path, problems),
    )


def _read_lines(
    texts: list[str], path: str, problems: Problems
) -> tuple[tuple[int, str], ...]:
    """Return the lines below the first; faults in them are noted in `problems`."""
    lines: list[tuple[int, str]] = []
    for line_number, text in enumerate(texts, 2):
        position = Position(line_number)
        match = _LINE.fullmatch(text)
        if match is None:
            fault = f"{quoted(text)} is not a paragraph's number and a quotation"
            problems.add(path, f"damaged: {fault}; seal it anew", position)
            continue
        line = (int(match["paragraph"]), match["quotation"])
        if lines and line <= lines[-1]:
            fault = "the lines are not sorted"
            problems.add(path, f"damaged: {fault}; seal it anew", position)
        lines.append(line)
    return tuple(lines)
