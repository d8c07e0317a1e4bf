"""WCAG 2.2 AA and best practices, as axe-core checks them, on each kind of page of the example."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import one_of_each_kind, open_page, visit

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return each rule that the page breaks, with the elements that break it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_axe_finds_nothing(
    site: Path, address: str, browser: Browser, width: int, scheme: str
) -> None:
    """What a width breaks shows in any theme, and what a theme breaks at any width."""
    page = open_page(browser, width, color_scheme=scheme)
    for name in one_of_each_kind(site):
        visit(page, f"{address}/{name}")
        assert violations(page) == [], name
    page.context.close()


@pytest.mark.parametrize(
    ("width", "look", "query"),
    [
        (360, {"color_scheme": "dark"}, ""),
        (1440, {"color_scheme": "light"}, ""),
        (1440, {"forced_colors": "active"}, ""),
        (360, {"color_scheme": "light"}, "?disputed=yes"),
    ],
    ids=["narrow and dark", "wide and light", "forced colours", "filters open"],
)
def test_axe_finds_nothing_in_the_index(
    address: str, browser: Browser, width: int, look: dict[str, str], query: str
) -> None:
    """Its figure is another thing at each width, and its filters may be open."""
    page = open_page(browser, width, **look)
    visit(page, f"{address}/index.html{query}")
    expect(page.locator(".shown")).to_be_visible(visible=bool(query))
    assert violations(page) == []
    page.context.close()
