"""Words for messages: what was typed, what may have been meant, how many there are."""

import difflib
from collections.abc import Iterable


def quoted(text: str, limit: int = 60) -> str:
    """Return the text between quotation marks, on one line and cut at the limit.

    Characters that cannot be seen are shown by their numbers: `'a\\u200bb'`.
    """
    flat = " ".join(text.split())
    shown = "".join(map(_visible, flat))
    if len(shown) > limit:
        shown = f"{shown[: limit - 1]}…"
    return f"'{shown}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean 'place'?" for the nearest known word, or "" if none is near."""
    folded = {name.casefold(): name for name in sorted(known)}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    if not near:
        return ""
    return f" Did you mean {quoted(folded[near[0]])}?"


def one_of(words: Iterable[str]) -> str:
    """Return the words as a choice, "'a', 'b' or 'c'", or "none" if there are no words."""
    choices = [f"'{word}'" for word in words]
    if not choices:
        return "none"
    *others, last = choices
    if not others:
        return last
    return f"{', '.join(others)} or {last}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return the number with its noun, "1 problem" or "3 problems".

    `many` is the plural of a noun that does not form it with an s.
    """
    if number == 1:
        return f"{number} {one}"
    plural = many or f"{one}s"
    return f"{number} {plural}"


def _visible(character: str) -> str:
    """Return the character, or its number if it cannot be seen."""
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}"
