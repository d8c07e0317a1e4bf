"""Finds a quotation in a paragraph word for word, or else the words that come closest to it."""

import difflib
import re
import unicodedata
from collections.abc import Iterator

LONGEST = 30
"""The most words that a quotation may have."""

_MARKS = dict.fromkeys(map(ord, '’‘‚‛`´“”„‟«»"'), "'")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_GAP = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPEECH_MARK = re.compile('["“”]')

# Put around a piece, these keep it from beginning or ending within a word.
_NOT_WITHIN_WORD_BEFORE = r"(?!(?<=\w)[^\W_])"
_NOT_WITHIN_WORD_AFTER = r"(?<![^\W_](?=\w))"


def fold(text: str) -> str:
    """Return the text with quotation marks, apostrophes, spaces and letter case made alike.

    Both "The  keeper’s" and "the keeper's" give "the keeper's".
    """
    alike = unicodedata.normalize("NFC", text).translate(_MARKS)
    return " ".join(alike.casefold().split())


def pieces(quotation: str) -> list[str]:
    """Return the pieces of the quotation between its gaps, folded, without words in brackets.

    "One [two] three … four" gives ["one three", "four"].
    """
    found = []
    for part in _GAP.split(quotation):
        piece = fold(_BRACKETS.sub(" ", part))
        if piece:
            found.append(piece)
    return found


def count_words(quotation: str) -> int:
    """Return how many words the quotation takes from its source."""
    return len(_WORD.findall(" ".join(pieces(quotation))))


def stands_in(quotation: str, paragraph: str, *, spoken: bool = False) -> bool:
    """Return whether the pieces of the quotation stand in the paragraph, in their order.

    Pieces are found only as whole words. With `spoken`, only words count that the paragraph
    itself puts between quotation marks.
    """
    if spoken:
        # The mark keeps a piece from reaching from one speech into the next.
        paragraph = " ¶ ".join(_speeches(paragraph))
    text = fold(_BRACKETS.sub(" ", paragraph))
    wanted = pieces(quotation)
    end = 0
    for piece in wanted:
        found = _whole_words(piece).search(text, end)
        if found is None:
            return False
        end = found.end()
    return bool(wanted)


def nearest(quotation: str, candidates: list[str]) -> str | None:
    """Return the candidate that differs from the quotation by a word or two, or None."""
    folded = {fold(candidate): candidate for candidate in candidates}
    near = difflib.get_close_matches(fold(quotation), folded, n=1, cutoff=0.75)
    if not near:
        return None
    return folded[near[0]]


def nearest_words(quotation: str, paragraph: str) -> str | None:
    """Return the words of the paragraph that come closest to the quotation, or None.

    They are as many words as the quotation has, without punctuation around them.
    """
    words = paragraph.split()
    size = max(1, len(quotation.split()))
    starts = range(max(1, len(words) - size + 1))
    runs = [" ".join(words[start : start + size]) for start in starts]
    near = nearest(quotation, runs)
    if near is None:
        return None
    return near.strip("\"“”‘'.,;:!?")


def _whole_words(piece: str) -> re.Pattern[str]:
    """Return the pattern that finds the piece as whole words."""
    exact = re.escape(piece)
    return re.compile(f"{_NOT_WITHIN_WORD_BEFORE}{exact}{_NOT_WITHIN_WORD_AFTER}")


def _speeches(paragraph: str) -> Iterator[str]:
    """Yield what the paragraph puts between quotation marks, inner quotations included.

    A speech may open with one kind of mark and close with another: newspapers do this.
    A speech that is never closed runs to the end of the paragraph.
    """
    depth = 0
    start = 0
    for mark in _SPEECH_MARK.finditer(paragraph):
        opens = mark[0] == "“" or (mark[0] == '"' and depth == 0)
        if opens and depth == 0:
            start = mark.end()
        if opens:
            depth += 1
        elif depth == 1:
            yield paragraph[start : mark.start()]
            depth = 0
        elif depth:
            depth -= 1
    if depth:
        yield paragraph[start:]
