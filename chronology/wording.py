"""Words for messages: what was typed, what may have been meant, how many there are."""

import difflib
from collections.abc import Iterable


def quoted(text: str, limit: int = 60) -> str:
    """Return the text as typed, between quotes, shortened and without invisible characters."""
    flat = " ".join(text.split())
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    return f"'{shown}'" if len(shown) <= limit else f"'{shown[: limit - 1]}…'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean 'place'?" for the nearest known word, or nothing."""
    folded = {name.casefold(): name for name in sorted(known)}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return f" Did you mean {quoted(folded[near[0]])}?" if near else ""


def one_of(words: Iterable[str]) -> str:
    """Return "'a', 'b' or 'c'", or "none"."""
    *rest, last = [f"'{word}'" for word in words] or ["none"]
    return f"{', '.join(rest)} or {last}" if rest else last


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 problem" or "3 problems"; `many` is given where it is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
