"""The ledger of a source: quotations checked against the article by someone who held it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from chronology.frontmatter import read_text
from chronology.problems import Position, Problems, quoted
from chronology.quotations import fold

_HEAD = re.compile(r"sha256 (?P<sha256>[0-9a-f]{64})  (?P<document>\S+)")
_LINE = re.compile(r"(?P<paragraph>[1-9]\d{0,3}) (?P<quotation>\S.*)")


@dataclass(frozen=True)
class Ledger:
    """What was checked: each quotation as written, and the paragraph in which it stands."""

    path: str
    document: str
    """The article's file name."""
    sha256: str
    """Of the article's bytes."""
    lines: tuple[tuple[int, str], ...]
    """Paragraph and quotation, sorted."""

    def holds(self, quotation: str, paragraphs: Iterable[int]) -> bool:
        """Return whether the quotation was found in one of the paragraphs."""
        cited, folded = set(paragraphs), fold(quotation)
        return any(number in cited and fold(text) == folded for number, text in self.lines)

    def __str__(self) -> str:
        """Return the ledger as its file has it."""
        head = f"sha256 {self.sha256}  {self.document}\n"
        return head + "".join(f"{number} {text}\n" for number, text in self.lines)


def read_ledger(file: Path, path: str, problems: Problems) -> Ledger | None:
    """Return the ledger, or None after noting what is damaged."""
    text = read_text(file, path, problems)
    if text is None:
        return None
    first, *rest = text.removesuffix("\n").split("\n")
    head = _HEAD.fullmatch(first)
    if head is None:
        message = f"damaged: line 1 must be 'sha256 …  DOCUMENT', not {quoted(first)}; seal it anew"
        problems.add(path, message)
        return None
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(rest, 2):
        if match := _LINE.fullmatch(line):
            lines.append((int(match["paragraph"]), match["quotation"]))
        if not match:
            message = f"damaged: {quoted(line)} is no paragraph and its words; seal it anew"
            problems.add(path, message, Position(number))
        elif len(lines) > 1 and lines[-2] >= lines[-1]:
            problems.add(path, "damaged: the lines are not sorted; seal it anew", Position(number))
    return Ledger(path, head["document"], head["sha256"], tuple(lines))
