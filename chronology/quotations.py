"""Says whether a quotation stands in a paragraph, word for word."""

import difflib
import re
import unicodedata
from collections.abc import Iterator

LONGEST = 30
"""Words a quotation may have."""

_SINGLE = dict.fromkeys(map(ord, "’‘‚‛`´"), "'")
_DOUBLE = dict.fromkeys(map(ord, '“”„‟«»"'), "'")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_GAP = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def fold(text: str) -> str:
    """Return the text with apostrophes, quotation marks, spaces and letter case made alike."""
    alike = unicodedata.normalize("NFC", text).translate(_SINGLE | _DOUBLE)
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
        paragraph = " ¶ ".join(_speeches(paragraph))  # A piece does not reach over the mark.
    text, at = fold(_BRACKETS.sub(" ", paragraph)), 0
    parts = pieces(quotation)
    for piece in parts:
        match = re.compile(_whole_words(piece)).search(text, at)
        if match is None:
            return False
        at = match.end()
    return bool(parts)


def _whole_words(piece: str) -> str:
    left = r"(?<!\w)" if piece[0].isalnum() else ""
    right = r"(?!\w)" if piece[-1].isalnum() else ""
    return left + re.escape(piece) + right


def _speeches(paragraph: str) -> Iterator[str]:
    """Yield what stands between quotation marks, inner ones included.

    A speech may open with one kind of mark and close with another: newspapers do it.
    """
    depth = start = 0
    for match in re.finditer('["“”]', paragraph):
        opens = match[0] == "“" or (match[0] == '"' and depth == 0)
        if opens:
            start = match.end() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield paragraph[start : match.start()]
    if depth:
        yield paragraph[start:]


def nearest(quotation: str, candidates: list[str]) -> str | None:
    """Return the candidate that is nearly the quotation, differing by a word or two."""
    folded = {fold(candidate): candidate for candidate in candidates}
    near = difflib.get_close_matches(fold(quotation), folded, n=1, cutoff=0.75)
    return folded[near[0]] if near else None


def nearest_words(quotation: str, paragraph: str) -> str | None:
    """Return the words of the paragraph that are nearly the quotation, as they stand there."""
    words = paragraph.split()
    size = max(1, len(quotation.split()))
    windows = [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]
    near = nearest(quotation, windows)
    return near and near.strip("\"“”‘'.,;:!?")
