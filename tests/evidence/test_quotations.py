"""Quotations: what stands in a paragraph word for word, and what is near it."""

import pytest

from chronology.evidence.matching import (
    count_words,
    fold,
    nearest,
    nearest_words,
    pieces,
    stands_in,
)

# quotation | paragraph | whether it stands there
STANDS = [
    ("the lamp", "He saw the lamp go out.", True),
    ("The Lamp", "He saw THE lamp.", True),
    ("the  lamp", "the\u00a0lamp", True),
    ("lamp go out.", "He saw the lamp go out.", True),
    ("lamp go out!", "He saw the lamp go out.", False),
    ("he lamp", "He saw the lamp.", False),
    ("the lam", "He saw the lamp.", False),
    ("the lamp", "He saw the lamps.", False),
    ("the lamp", "He saw the_lamp.", False),
    ("the lamp", "He saw a lamp.", False),
    ("lamp the", "the lamp", False),
    ("48 hours", "some 148 hours", False),
    ("48 hours", "some 48 hours", True),
    ("keeper’s", "the keeper's lamp", True),
    ("keeper's", "the keeper‘s lamp", True),
    ("keeper", "the keeper's lamp", True),
    ("well-known", "the well–known lamp", False),
    ("‘clean as a whistle’", 'it was "clean as a whistle"', True),
    ("«a» „b“", "“a” ‘b’", True),
    ("Café", "Cafe\u0301 Müller", True),
    ("Straße", "STRASSE", True),
    ("الضوء لا ينام", "قال: «الضوء لا ينام» ثم", True),
    ("Свет", "свет не спит", True),
    ("🕯️", "a wreath 🕯️ on it", True),
    # gaps
    ("no … fog", "no light through any fog", True),
    ("no […] fog", "no light through any fog", True),
    ("no [...] fog", "no light through any fog", True),
    ("no ... fog", "no light through any fog", True),
    ("no … light", "no light", True),
    ("no … no", "no light", False),
    ("no … no", "no, no", True),
    ("fog … no", "no light through any fog", False),
    ("… fog", "no light through any fog", True),
    ("no …", "no light", True),
    ("n … fog", "no light through any fog", False),
    ("no … of this … coast", "no light off the lee of this long coast", True),
    ("…", "no light", False),
    ("", "no light", False),
    # brackets
    ("no [good] light", "no light", True),
    ("no [] light", "no light", True),
    ("no light", "no [good] light", True),
    ("[n]o light", "no light", False),
    ("[good]", "no [good] light", False),
    ("no light [at all]", "no light", True),
    # what means something else in a regular expression
    ("a.c", "abc", False),
    ("(a|b)*", "x (a|b)* y", True),
    ("¶", "a ¶ b", True),
]


@pytest.mark.parametrize(("quotation", "paragraph", "expected"), STANDS)
def test_stands_in(quotation: str, paragraph: str, expected: bool) -> None:
    """Whole words in this order; marks, spaces and letter case are alike."""
    assert stands_in(quotation, paragraph) is expected


# quotation | paragraph | whether somebody says it there, between quotation marks
SPOKEN = [
    ("no light", "He said: “There was no light.”", True),
    ("no light", 'He said: "There was no light."', True),
    ("no light", "There was no light, he said.", False),
    ("he said", "“There was,” he said, “no light.”", False),
    ("was no", "“There was,” he said, “no light.”", False),
    ("was … no", "“There was,” he said, “no light.”", True),
    ("two", "“One “two” three.” Four.", True),
    ("three", "“One “two” three.” Four.", True),
    ("Four", "“One “two” three.” Four.", False),
    ("clean", "\"It was 'clean' then,\" he said.", True),
    ("then", "\"It was 'clean' then,\" he said.", True),
    ("one", '“one" two', True),
    ("two", '“one" two', False),
    ("two", "one “two, and the mark is never closed", True),
    ("one", "one “two, and the mark is never closed", False),
    ("one", "a ” one", False),
]


@pytest.mark.parametrize(("quotation", "paragraph", "expected"), SPOKEN)
def test_spoken(quotation: str, paragraph: str, expected: bool) -> None:
    """With a voice, only what the source itself puts between quotation marks is quoted."""
    assert stands_in(quotation, paragraph, spoken=True) is expected


# quotation | its pieces | its words
PIECES = [
    ("One two", ["one two"], 2),
    ("one … two […] three", ["one", "two", "three"], 3),
    ("one [two three] four", ["one four"], 2),
    ("well-known keeper's", ["well-known keeper's"], 2),
    ("— 1,700 tons", ["— 1,700 tons"], 3),
    ("…", [], 0),
    ("[one]", [], 0),
]


@pytest.mark.parametrize(("quotation", "expected", "words"), PIECES)
def test_pieces(quotation: str, expected: list[str], words: int) -> None:
    """A gap parts them; words in brackets do not count."""
    assert pieces(quotation) == expected
    assert count_words(quotation) == words


def test_folding_again_changes_nothing() -> None:
    """What is folded stays so."""
    for quotation, paragraph, _ in STANDS:
        assert fold(fold(quotation)) == fold(quotation)
        assert fold(fold(paragraph)) == fold(paragraph)


def test_nearest() -> None:
    """What is nearly the quotation is told as it stands there."""
    ledger = ["The difficult fog", "olive wood & pitch"]
    assert nearest("olive wood and pitch", ledger) == "olive wood & pitch"
    assert nearest("the difficult fog", ledger) == "The difficult fog"
    assert nearest("something else", ledger) is None
    paragraph = "They fed it with olive wood & pitch, and slept."
    assert nearest_words("olive wood and pitch", paragraph) == "olive wood & pitch"
    assert nearest_words("no such words", paragraph) is None
