"""The engine, templates and tests know nothing of any subject; docstrings state the rules."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology import rules
from chronology.problems import Problem
from chronology.rules import RULES, RULES_OF_LEDGERS
from chronology.rules.links import links_lead_to_pages, links_lead_to_places
from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE, REPOSITORY, TESTS

SUBJECT = re.compile(
    r"popov|russia|ukrain|kyiv|kharkiv|balakliia|zaporizh|putin|gerasimov|shoigu|storm.?z|wagner"
    r"|\b(?:generals?|army|armies|troops|soldiers?|war|military|regiment|battalion|kremlin)\b",
    re.IGNORECASE,
)
"""Words of the chronology for which the engine was first written."""
MAY_NAME_IT = {Path(__file__), TESTS / "content"}


def lines_about_the_subject(folder: Path) -> list[str]:
    """Return each line of the folder's texts that has a word of the subject."""
    found = []
    for file in sorted(folder.rglob("*")):
        is_compiled = "__pycache__" in file.parts
        if (
            file.is_file()
            and not is_compiled
            and not MAY_NAME_IT & {file, *file.parents}
        ):
            text = file.read_text(encoding="utf-8", errors="replace")
            found += [
                f"{file}: {line}" for line in text.splitlines() if SUBJECT.search(line)
            ]
    return found


@pytest.mark.parametrize("folder", ["chronology", "templates", "tests"])
def test_no_word_of_the_subject_stands_in(folder: str) -> None:
    """Another chronology needs other files, not another engine."""
    assert lines_about_the_subject(REPOSITORY / folder) == []


def test_a_word_of_the_subject_is_found(tmp_path: Path) -> None:
    """Letter case does not matter; a longer word that contains the word is not found."""
    (tmp_path / "page.html").write_text(
        "Most of it\nhas to do with War,\nbut warmth is none\n"
    )
    assert lines_about_the_subject(tmp_path) == [
        f"{tmp_path / 'page.html'}: has to do with War,"
    ]


def test_no_word_of_the_subject_stands_in_the_site_of_another() -> None:
    """Nothing of this chronology goes into the example's pages."""
    for address, content in make_site(Request(EXAMPLE)).items():
        assert SUBJECT.findall(content.decode()) == [], address


def test_every_rule_says_itself_in_one_sentence() -> None:
    """The docstring is the rule; no rule is forgotten in the list."""
    listed = [*RULES, *RULES_OF_LEDGERS, links_lead_to_pages, links_lead_to_places]
    written = set()
    for module in pkgutil.iter_modules(rules.__path__):
        inside = vars(importlib.import_module(f"chronology.rules.{module.name}"))
        for name, value in inside.items():
            returns = getattr(value, "__annotations__", {}).get("return")
            if returns == Iterator[Problem] and not name.startswith("_"):
                written.add(value)
    assert set(listed) == written
    assert len(set(listed)) == len(listed)
    for rule in listed:
        assert re.fullmatch(r"[A-Z][^.]*\.", rule.__doc__ or ""), rule
