"""The pages of the example in a real browser, as a reader has them."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.sites import listen, one_of_each_kind, open_page, visit

REMOVE = (
    "selector => document.querySelectorAll(selector).forEach(found => found.remove())"
)


def test_no_page_says_anything_to_the_console_or_asks_another_host(
    site: Path, address: str, browser: Browser
) -> None:
    """Served and from the disk: nothing is refused, nothing fails, nothing leaves."""
    for base in (address, site.as_uri()):
        page = open_page(browser)
        said = listen(page, base)
        for name in one_of_each_kind(site):
            visit(page, f"{base}/{name}")
            expect(page.locator("body")).not_to_have_css("max-width", "none")
        assert said == []
        page.context.close()


def test_nothing_scrolls_sideways(site: Path, address: str, browser: Browser) -> None:
    """At 320 px every page keeps within the window, the longest word too."""
    page = open_page(browser, width=320)
    for name in one_of_each_kind(site):
        visit(page, f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    page.context.close()


def test_a_citation_leads_to_its_paragraph_and_back(
    address: str, browser: Browser
) -> None:
    """From the statement to the paragraph of its source, and from there to the entry again."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    entry = page.locator("article").first
    title = entry.get_by_role("heading").first.inner_text()
    citation = entry.locator("a[href*='#p']").first
    href = str(citation.get_attribute("href"))
    citation.click()
    expect(page).to_have_url(f"{address}/{href}")
    number = href.rpartition("#p")[2]
    paragraph = page.locator(f"#p{number}")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.get_by_role("heading")).to_have_text(f"¶{number}")
    paragraph.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.context.close()


def test_everything_is_there_without_javascript(
    site: Path, address: str, browser: Browser
) -> None:
    """The same text, with JavaScript on and off."""
    with_it, without = open_page(browser), open_page(browser, java_script_enabled=False)
    for name in one_of_each_kind(site):
        for page in (with_it, without):
            visit(page, f"{address}/{name}")
        with_it.evaluate(REMOVE, ".theme, .scripts")  # What only a script can do.
        assert (
            with_it.locator("body").inner_text() == without.locator("body").inner_text()
        )
        assert re.search(r"\w", without.locator("main").inner_text()), name
    with_it.context.close()
    without.context.close()


def test_the_keyboard_reaches_the_text_first(address: str, browser: Browser) -> None:
    """The first stop skips to the text; every stop is seen."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("href", "#main")
    expect(focused).to_be_in_viewport()
    expect(focused).not_to_have_css("outline-style", "none")
    page.context.close()


def test_the_names_keep_their_entries_on_paper(address: str, browser: Browser) -> None:
    """Paper has no controls, but every list that a reader needs."""
    page = open_page(browser)
    visit(page, f"{address}/people.html")
    page.emulate_media(media="print")
    expect(page.locator("main li a").last).to_be_visible()
    expect(page.locator("main a:not(:visible)")).to_have_count(0)
    page.context.close()
