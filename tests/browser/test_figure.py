"""The figure in a real browser: its marks lead to entries, and all of it can be seen."""

from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import open_page, park, visit

TEXTS = """
selector => [...document.querySelectorAll(selector)].filter(text => text.checkVisibility())
  .map(text => {
    const range = document.createRange()
    range.selectNodeContents(text.firstChild)
    const box = (text.matches("a *") ? range : text).getBoundingClientRect()
    return [box.left, box.right, text.firstChild.data]
  }).filter(([left, right]) => right - left > 2)
"""


def open_index(browser: Browser, address: str, width: int = 1440) -> Page:
    """Return the index in a context of its own."""
    page = open_page(browser, width)
    visit(page, f"{address}/index.html")
    return page


def texts_outside(page: Page, width: int) -> list[str]:
    """Return the texts of the figure that do not keep within the width."""
    texts = page.evaluate(TEXTS, ".plot text")
    assert texts
    return [name for left, right, name in texts if left < 0 or right > width]


@pytest.mark.parametrize("width", [320, 360, 768, 1120, 1440])
def test_nothing_sticks_out(browser: Browser, address: str, width: int) -> None:
    """All text of the figure keeps within the window."""
    page = open_index(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert texts_outside(page, width) == []
    page.context.close()


def test_nothing_sticks_out_on_paper(browser: Browser, address: str) -> None:
    """All text of the figure keeps within the sheet, which is narrower than a window."""
    page = open_index(browser, address, 672)
    page.emulate_media(media="print")
    assert texts_outside(page, 672) == []
    page.context.close()


def test_every_entry_has_one_link_in_the_figure(browser: Browser, address: str) -> None:
    """Whether it has a mark or is named as off the scale."""
    page = open_index(browser, address)
    entries = page.locator(".axis article").evaluate_all(
        "all => all.map(one => one.id)"
    )
    links = page.locator("figure a[href]:not(.skip)")
    found = links.evaluate_all(
        "all => all.map(one => one.getAttribute('href').slice(1))"
    )
    assert sorted(found) == sorted(entries)
    page.context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_mark_leads_to_its_entry(browser: Browser, address: str, width: int) -> None:
    """By a click on the label, on the mark itself, and by the keyboard."""
    page = open_index(browser, address, width)
    for mark in (page.locator(".plot a").first, page.locator(".plot a").last):
        href = str(mark.get_attribute("href"))
        for act in (
            mark.locator("text").click,
            partial(mark.locator("circle, rect").last.click, force=True),
            partial(mark.press, "Enter"),
        ):
            visit(page, f"{address}/index.html")
            act()
            expect(page).to_have_url(f"{address}/index.html{href}")
            expect(page.locator(f"[id='{href[1:]}']")).to_be_in_viewport()
    page.context.close()


def test_entry_and_mark_light_up_together(browser: Browser, address: str) -> None:
    """Each mark with its own entry and no other, by pointer and by focus, both ways."""
    page = open_index(browser, address)
    marks = [page.locator(".plot a").first, page.locator(".plot a").last]
    hrefs = [str(mark.get_attribute("href")) for mark in marks]
    entries = [page.locator(f"[id='{href[1:]}']") for href in hrefs]
    titles = [entry.locator("a").first for entry in entries]
    unlit = marks[0].evaluate("mark => getComputedStyle(mark).color")
    for one, other in ((0, 1), (1, 0)):
        shape = marks[one].locator("circle, rect").last
        for touch in (
            marks[one].focus,
            titles[one].focus,
            partial(shape.hover, force=True),
            entries[one].hover,
        ):
            park(page)
            page.evaluate("document.activeElement.blur()")
            for lit in (*marks, *titles):
                expect(lit).to_have_css("color", unlit)
            touch()
            for lit in (marks[one], titles[one]):
                expect(lit).not_to_have_css("color", unlit)
            for same in (
                marks[other],
                titles[other],
                entries[one].locator(".text > p").first,
            ):
                expect(same).to_have_css("color", unlit)
    page.context.close()
