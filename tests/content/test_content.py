"""The chronology kept here has no fault, all its pages, and a ledger for all that it quotes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from chronology.evidence.matching import fold
from chronology.problems import Problems
from chronology.site.building import Request, make_site
from chronology.timeline.reading import read_chronology
from tests.examples import REPOSITORY

EVENTS = sorted((REPOSITORY / "events").glob("[!_.]*.md"))
LEDGERS = sorted((REPOSITORY / "seeds").glob("*.quotes"))


def fields_of(file: Path) -> dict[str, Any]:
    """Return the front matter of a file; every scalar is text."""
    front: dict[str, Any] = yaml.load(
        file.read_text(encoding="utf-8-sig").split("\n---", 1)[0],
        Loader=yaml.BaseLoader,  # noqa: S506 - it makes nothing but text, lists and mappings
    )
    return front


def lines_of(ledger: Path) -> list[tuple[int, str]]:
    """Return each line's paragraph and its quotation; the first line tells of the document."""
    _, *lines = ledger.read_text(encoding="utf-8-sig").splitlines()
    parted = (line.split(" ", 1) for line in lines)
    return [(int(number), quotation) for number, quotation in parted]


def paragraphs_of(record: Path) -> set[int]:
    """Return the paragraphs that a source has of its own, from `2-4, 6`."""
    written = fields_of(record)["paragraphs"].replace("–", "-")
    runs = [part.split("-") for part in written.split(",")]
    return {number for run in runs for number in range(int(run[0]), int(run[-1]) + 1)}


def test_it_has_no_fault_and_every_page() -> None:
    """Of each event that is no draft, and of each former id; what is a draft has none."""
    site = make_site(Request(REPOSITORY))
    shown = [file for file in EVENTS if fields_of(file).get("draft") != "true"]
    pages = {f"events/{file.stem}.html" for file in shown}
    for file in shown:
        former = fields_of(file).get("formerly", [])
        ids = [former] if isinstance(former, str) else former
        pages.update(f"events/{id_}.html" for id_ in ids)
    assert {address for address in site if address.startswith("events/")} == pages


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.stem)
def test_a_ledger_is_of_its_record(ledger: Path) -> None:
    """It names the record's document, and paragraphs that are the record's own."""
    record = ledger.with_suffix(".md")
    head = ledger.read_text(encoding="utf-8-sig").split("\n", 1)[0]
    assert head.split()[2] == fields_of(record)["document"]
    assert {number for number, _ in lines_of(ledger)} <= paragraphs_of(record)


def test_every_quotation_stands_in_a_ledger() -> None:
    """Under a paragraph of a source that its passage cites."""
    checked = {
        (ledger.stem, number, fold(quotation))
        for ledger in LEDGERS
        for number, quotation in lines_of(ledger)
    }
    problems = Problems()
    for statement in read_chronology(REPOSITORY, problems).citing.statements:
        passage = statement.passage
        cited = [(c.source, n) for c in passage.citations for n in c.locator.paragraphs]
        for quotation in passage.quotations:
            told = {(*place, fold(quotation.text)) for place in cited}
            assert told & checked, (statement.path, quotation.text)
    assert problems == []
