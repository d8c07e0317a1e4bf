"""The search: what readers will type, in an example that has two entries more to be found."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from chronology.commands.cli import main
from tests.browser.sites import open_page, serving, visit
from tests.examples import copy_example

FOUND = "2003-07-12-the-lamp-of-hargreave"
EVENT = """---
title: The ‘grey’ lamp of Ottilie Hargreave
date: 2003-07-12
kind: building
added: 2026-01-09
---

Hargreave said that nobody had a right to lie about it [@pilot-book].
Of the Müllers no word came, but Hargreave wept [@pilot-book].
"""
OTHER = """---
title: A grey day
date: 2003-07-13
kind: building
added: 2026-01-09
---

Nobody wept on that day [@pilot-book].
"""
NAMED = """
[people.hargreave]
name = "Ottilie Hargreave"
about = "Had a lamp [@pilot-book]."
native = "Оттилия Харгрив"
lang = "ru"
spellings = ["Hargreve"]
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a copy of the example is served that has two entries and a name more."""
    root = copy_example(tmp_path_factory.mktemp("search") / "root")
    (root / "events" / f"{FOUND}.md").write_text(EVENT, encoding="utf-8")
    (root / "events" / "2003-07-13-a-grey-day.md").write_text(OTHER, encoding="utf-8")
    with (root / "events" / "_names.toml").open("a", encoding="utf-8") as names:
        names.write(NAMED)
    assert main(["--root", str(root)]) == 0
    with serving(root / "site") as served:
        yield served


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    """The index with its filters open; each test types over what the one before has typed."""
    opened = open_page(browser)
    visit(opened, f"{address}/index.html")
    opened.locator(".finder summary").click()
    yield opened
    opened.context.close()


def search(page: Page, query: str) -> None:
    """Type the query as a reader does."""
    page.get_by_label("Words, names, dates").fill(query)


def expect_found(page: Page, *ids: str) -> None:
    """Expect just these entries to be left, and to be counted."""
    shown = page.locator(".axis .entry:visible")
    total = page.locator(".axis .entry").count()
    expect(page.locator(".shown")).to_contain_text(f"{len(ids)} of {total} entries · “")
    expect(shown).to_have_count(len(ids))
    assert [entry.get_attribute("id") for entry in shown.all()] == list(ids)


@pytest.mark.parametrize(
    "query",
    [
        "Hargreve",  # As a source spells the name.
        "HARGREAVE",
        "Оттилия",  # Part of the name in its own script.
        "12 July 2003",
        "July 12, 2003.",
        "Hargreave, July 12th",
        "wept muller",  # In any order, without the accent.
        "right to lie",
        '"a right to lie"',
        "Ottilie Hargreave's",
        "'grey' lamp",
    ],
)
def test_a_search_finds_what_was_meant(page: Page, query: str) -> None:
    """Just the entry that is meant is left; its hits are marked."""
    search(page, query)
    expect_found(page, FOUND)
    expect(page.locator(".shown")).to_contain_text(f"“{query}”")
    assert page.evaluate("CSS.highlights.get('hit').size") > 0


def test_a_date_in_numbers_is_found(page: Page) -> None:
    """Though it stands in no text."""
    search(page, "2003-07-12")
    expect_found(page, FOUND)


def test_words_that_stand_together_are_marked_together(page: Page) -> None:
    """As they were typed, not each of them."""
    search(page, "Right to lie")
    expect_found(page, FOUND)
    assert page.evaluate("[...CSS.highlights.get('hit')].map(String)") == [
        "right to lie"
    ]


def test_a_last_name_is_marked_where_it_stands_alone(page: Page) -> None:
    """Though it was asked for in a source's spelling."""
    search(page, "Hargreve")
    expect_found(page, FOUND)
    marked = set(page.evaluate("[...CSS.highlights.get('hit')].map(String)"))
    assert marked == {"Ottilie Hargreave", "Hargreave"}


def test_a_number_is_not_found_within_another(page: Page) -> None:
    """The twelfth is another day than the second."""
    search(page, "2 July 2003")
    expect_found(page)


def test_a_search_without_hits_is_kind(page: Page) -> None:
    """It says what was looked for, and offers the way back."""
    box = page.get_by_label("Words, names, dates")
    search(page, "elephant" * 40)
    expect_found(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    search(page, "elephant")
    expect_found(page)
    expect(page.get_by_role("status")).to_contain_text("No entry has “elephant”")
    expect(page.locator(".axis > section:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(box).to_have_value("")
    total = page.locator(".axis .entry").count()
    expect(page.locator(".axis .entry:visible")).to_have_count(total)
