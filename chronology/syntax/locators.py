"""Names the part of a source that a citation points to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chronology.wording import quoted

RUN = r"\d{1,4}(?:[-–]\d{1,4})?"
"""One paragraph, or the first and the last of several in a row."""

_RUN = re.compile(r"\s*(?P<first>\d{1,4})(?:[-–](?P<last>\d{1,4}))?\s*")


class LocatorFault(ValueError):
    """What was typed names no part of a source; the text of the error says what would be right."""


@dataclass(frozen=True)
class Locator:
    """A part of a source, named by its paragraphs.

    An empty locator is false. It cites a source of which only an extract was seen.
    """

    paragraphs: tuple[int, ...] = ()
    """Paragraphs of the source's document, counted from 1, in rising order."""

    def __bool__(self) -> bool:
        """Return whether the locator names any part."""
        return bool(self.paragraphs)

    @property
    def runs(self) -> list[tuple[int, int]]:
        """The first and last paragraph of each run: 2, 5, 6, 7 gives (2, 2), (5, 7)."""
        runs: list[tuple[int, int]] = []
        for number in self.paragraphs:
            if runs and runs[-1][1] == number - 1:
                first, _ = runs.pop()
                runs.append((first, number))
            else:
                runs.append((number, number))
        return runs


WHOLE = Locator()
"""Names no part: the source is cited as a whole."""


def read_locator(text: str) -> Locator:
    """Return the locator that a text such as '2, 5-7' names.

    Raises:
        LocatorFault: The text names no paragraphs, or their numbers do not rise.
    """
    return Locator(read_paragraphs(text))


def read_paragraphs(text: str) -> tuple[int, ...]:
    """Return the numbers that a text names: '2, 5-7' gives 2, 5, 6, 7.

    Raises:
        LocatorFault: The text names no paragraphs, or their numbers do not rise.
    """
    numbers: list[int] = []
    for part in text.split(","):
        first, last = _read_run(part)
        previous = numbers[-1] if numbers else 0
        if not previous < first <= last:
            raise LocatorFault(
                f"paragraphs must be counted from 1 and rise, not {quoted(text)}"
            )
        numbers.extend(range(first, last + 1))
    return tuple(numbers)


def _read_run(part: str) -> tuple[int, int]:
    match = _RUN.fullmatch(part)
    if match is None:
        raise LocatorFault(f"{quoted(part)} is not a paragraph; write 3 or 5-7")
    first = int(match["first"])
    last = int(match["last"] or first)
    return first, last


def paragraphs_in_words(numbers: Iterable[int]) -> str:
    """Return `paragraph 2`, or `paragraphs 2, 3 and 6`."""
    *others, last = map(str, numbers)
    if not others:
        return f"paragraph {last}"
    return f"paragraphs {', '.join(others)} and {last}"
