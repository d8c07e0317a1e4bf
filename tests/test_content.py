"""The real content has no fault; the engine knows nothing of its subject; each rule says itself."""

import re
from collections.abc import Iterator

from chronology.problems import Problem, Problems
from chronology.rules import check
from chronology.rules import quotations as check_quotations
from chronology.site.building import Request, make_site
from chronology.timeline.reading import read_chronology
from tests.examples import EXAMPLE, REPOSITORY

SUBJECT = re.compile(
    r"popov|russia|ukrain|kyiv|kharkiv|balakliia|zaporizh|putin|gerasimov|shoigu|storm.?z|wagner"
    r"|\b(?:generals?|army|armies|troops|soldiers?|war|military|regiment|battalion|kremlin)\b",
    re.IGNORECASE,
)


def lines_about_the_subject(folder: str) -> list[str]:
    """Return each line of the folder's texts that has a word of the real content's subject."""
    found = []
    for file in sorted((REPOSITORY / folder).rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            text = file.read_text(encoding="utf-8")
            found += [f"{file}: {line}" for line in text.splitlines() if SUBJECT.search(line)]
    return found


def test_the_real_content_has_no_fault() -> None:
    """Every event and source of this repository builds."""
    site = make_site(Request(REPOSITORY))
    events = list((REPOSITORY / "events").glob("[!_]*.md"))
    assert len([address for address in site if address.startswith("events/")]) == len(events) > 0


def test_a_name_that_most_entries_have_lists_the_others() -> None:
    """Whose chronology it is would else have a row of all entries."""
    page = make_site(Request(REPOSITORY))["people.html"].decode()
    chronology = read_chronology(REPOSITORY, Problems())
    rows = re.findall(r"Appears in all (\d+) entries but\n(.*?)</p>", page, re.DOTALL)
    most = [
        {f"events/{event.id}.html" for event in chronology.entries if not named.appears_in(event)}
        for named in chronology.names
        if sum(map(named.appears_in, chronology.entries)) > len(chronology.entries) * 2 / 3
    ]
    assert [set(re.findall(r'href="([^"]+)"', others)) for _, others in rows] == most != []
    assert {int(number) for number, _ in rows} == {len(chronology.entries)}


def test_no_word_of_the_subject_stands_in_the_engine() -> None:
    """Another chronology needs other files, not another engine."""
    assert lines_about_the_subject("chronology") == []
    assert lines_about_the_subject("templates") == []
    assert len(lines_about_the_subject("events")) > 10


def test_no_word_of_the_subject_stands_in_the_site_of_another() -> None:
    """Nothing of this chronology goes into the example's pages."""
    for address, content in make_site(Request(EXAMPLE)).items():
        assert SUBJECT.findall(content.decode()) == [], address


def test_every_rule_says_itself_in_one_sentence() -> None:
    """The docstring is the rule; no rule is forgotten in the list."""
    listed = [*check.RULES, *check_quotations.RULES_OF_LEDGERS]
    written = [
        value
        for module in (check, check_quotations)
        for name, value in vars(module).items()
        if getattr(value, "__annotations__", {}).get("return") == Iterator[Problem]
        and not name.startswith("_")
    ]
    assert set(listed) == set(written)
    assert len(set(listed)) == len(listed)
    for rule in listed:
        assert re.fullmatch(r"[A-Z][^.]*\.", rule.__doc__ or ""), rule
