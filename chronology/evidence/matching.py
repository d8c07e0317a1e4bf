"""Quotations: whether one stands in a paragraph word for word, and the ledger of those checked."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology.problems import Position, Problems
from chronology.syntax.textfiles import read_text
from chronology.wording import quoted

LONGEST = 30
"""Words a quotation may have."""

_MARKS = dict.fromkeys(map(ord, '’‘‚‛`´“”„‟«»"'), "'")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_GAP = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_BEGINS, _ENDS = r"(?!(?<=\w)[^\W_])", r"(?<![^\W_](?=\w))"
"""Stand before and after a piece, so that it neither begins nor ends within a word."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEAD = re.compile(r"sha256 (?P<sha256>[0-9a-f]{64})  (?P<document>\S+)")
_LINE = re.compile(r"(?P<paragraph>[1-9]\d{0,3}) (?P<quotation>\S.*)")


def fold(text: str) -> str:
    """Return the text with apostrophes, quotation marks, spaces and letter case made alike."""
    alike = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(alike.casefold().split())


def pieces(quotation: str) -> list[str]:
    """Return what stands between its gaps, folded; words in brackets do not count."""
    parts = (_BRACKETS.sub(" ", part) for part in _GAP.split(quotation))
    return [piece for part in parts if (piece := fold(part))]


def count_words(quotation: str) -> int:
    """Return how many words it takes from its source."""
    return sum(len(_WORD.findall(piece)) for piece in pieces(quotation))


def stands_in(quotation: str, paragraph: str, *, spoken: bool = False) -> bool:
    """Return whether its pieces stand there in this order, whole words each.

    With `spoken`, only words count that the paragraph itself puts between quotation marks.
    """
    if spoken:
        paragraph = " ¶ ".join(
            _speeches(paragraph)
        )  # A piece does not reach over the mark.
    whole = [f"{_BEGINS}{re.escape(piece)}{_ENDS}" for piece in pieces(quotation)]
    in_order = "".join(
        f"(?>.*?{piece})" for piece in whole
    )  # What one has found stays its own.
    return (
        bool(whole)
        and re.match(in_order, fold(_BRACKETS.sub(" ", paragraph))) is not None
    )


def _speeches(paragraph: str) -> Iterator[str]:
    """Yield what stands between quotation marks, inner ones included.

    A speech may open with one kind of mark and close with another: newspapers do it.
    """
    depth = start = 0
    for match in re.finditer(r'["“”]|\Z', paragraph):
        if match[0] == "“" or (match[0] == '"' and not depth):
            start = start if depth else match.end()
            depth += 1
        elif depth:
            depth = depth - 1 if match[0] else 0  # The end closes all that is open.
            if not depth:
                yield paragraph[start : match.start()]


def nearest(quotation: str, candidates: list[str]) -> str | None:
    """Return the candidate that is nearly the quotation, differing by a word or two."""
    folded = {fold(candidate): candidate for candidate in candidates}
    near = difflib.get_close_matches(fold(quotation), folded, n=1, cutoff=0.75)
    return folded[near[0]] if near else None


def nearest_words(quotation: str, paragraph: str) -> str | None:
    """Return the words of the paragraph that are nearly the quotation, as they stand there."""
    words = paragraph.split()
    size = max(1, len(quotation.split()))
    windows = [
        " ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))
    ]
    near = nearest(quotation, windows)
    return near and near.strip("\"“”‘'.,;:!?")


@dataclass(frozen=True)
class Ledger:
    """What someone who held the article found in it: each quotation, and its paragraph."""

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
        return any(
            number in cited and fold(text) == folded for number, text in self.lines
        )

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
            message = (
                f"damaged: {quoted(line)} is no paragraph and its words; seal it anew"
            )
            problems.add(path, message, Position(number))
        elif len(lines) > 1 and lines[-2] >= lines[-1]:
            problems.add(
                path,
                "damaged: the lines are not sorted; seal it anew",
                Position(number),
            )
    return Ledger(path, head["document"], head["sha256"], tuple(lines))
