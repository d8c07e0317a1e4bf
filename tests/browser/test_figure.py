"""The figure in a real browser: its marks lead to entries, and all of it can be seen."""

from functools import partial

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sites import open_page, park, visit

OUTSIDE = """width => [...document.querySelectorAll(".plot :is(text, use, rect, line)")]
  .filter(one => one.checkVisibility() && !one.closest("defs"))
  .map(one => [one.getBoundingClientRect(), one.outerHTML])
  .filter(([box]) => box.left < -1 || box.right > width + 1)
  .map(([, html]) => html)
"""
CUT_OFF = """() => [...document.querySelectorAll(".columns :is(a, b, p, summary)")]
  .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent)
"""


def open_index(browser: Browser, address: str, width: int = 1440) -> Page:
    """Return the index in a context of its own."""
    page = open_page(browser, width)
    visit(page, f"{address}/index.html")
    return page


def marks_of(page: Page) -> list[Locator]:
    """Return the first mark and the last."""
    return [page.locator(".plot a").first, page.locator(".plot a").last]


def shape_of(mark: Locator) -> Locator:
    """Return what can be pointed at of a mark: its bar, or its dot."""
    return mark.locator("rect, use:not(.cut)").first


@pytest.mark.parametrize("width", [320, 360, 768, 1120, 1440])
def test_nothing_sticks_out(browser: Browser, address: str, width: int) -> None:
    """All of the figure keeps within the window, and words within their columns."""
    page = open_index(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".plot text:visible").count()
    assert page.evaluate(OUTSIDE, width) == []
    assert page.evaluate(CUT_OFF) == []
    page.context.close()


def test_nothing_sticks_out_on_paper(browser: Browser, address: str) -> None:
    """The figure keeps within the sheet, and shows the entries that a phone folds away."""
    page = open_index(browser, address, 672)
    page.emulate_media(media="print")
    assert page.evaluate(OUTSIDE, 672) == []
    for link in page.locator(".columns span a").all():
        expect(link).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(("width", "folded"), [(360, True), (768, False)])
def test_entries_fold_out_on_a_phone(
    browser: Browser, address: str, width: int, folded: bool
) -> None:
    """A period shows how many entries it has; wider windows show the entries at once."""
    page = open_index(browser, address, width)
    listed = page.locator(".columns > li").first
    link = listed.locator("details a").first
    expect(link).to_be_visible(visible=not folded)
    expect(listed.locator("summary")).to_be_visible(visible=folded)
    if folded:
        listed.locator("summary").click()
        expect(link).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("place", [".plot a", ".columns span a"])
def test_every_entry_has_a_link(browser: Browser, address: str, place: str) -> None:
    """A mark in the line, and its title in the column of its period; none is off the scale."""
    page = open_index(browser, address)
    entries = page.locator(".axis article").evaluate_all(
        "all => all.map(one => '#' + one.id)"
    )
    found = page.locator(place).evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    assert sorted(found) == sorted(entries)
    page.context.close()


def test_a_mark_is_called_what_it_shows(browser: Browser, address: str) -> None:
    """Its title, its date, its status, and that accounts differ."""
    page = open_index(browser, address)
    for name in (
        "Fire & “olive wood”, about March 44 BCE, accounts differ",
        "A wall is put about the fire, between 31 and 27 BCE, claimed",
    ):
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(1)
    page.context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_mark_leads_to_its_entry(browser: Browser, address: str, width: int) -> None:
    """By a click on it, and by the keyboard."""
    page = open_index(browser, address, width)
    for mark in marks_of(page):
        href = str(mark.get_attribute("href"))
        for act in (
            partial(shape_of(mark).click, force=True),
            partial(mark.press, "Enter"),
        ):
            visit(page, f"{address}/index.html")
            act()
            expect(page).to_have_url(f"{address}/index.html{href}")
            expect(page.locator(f"[id='{href[1:]}']")).to_be_in_viewport()
    page.context.close()


def test_entry_and_mark_light_up_together(browser: Browser, address: str) -> None:
    """Each mark with its own entry, its link in the column, and no other, from each of them."""
    page = open_index(browser, address)
    marks = marks_of(page)
    hrefs = [str(mark.get_attribute("href")) for mark in marks]
    links = [page.locator(f".columns span [href='{href}']") for href in hrefs]
    entries = [page.locator(f"[id='{href[1:]}']") for href in hrefs]
    titles = [entry.locator("h3 a") for entry in entries]
    lit = page.locator(".met")
    for one, mark in enumerate(marks):
        shown = (mark, links[one], entries[one])
        unlit = [each.evaluate("e => getComputedStyle(e).color") for each in shown[:2]]
        for touch in (
            mark.focus,
            titles[one].focus,
            links[one].focus,
            partial(shape_of(mark).hover, force=True),
            links[one].hover,
            entries[one].hover,
        ):
            park(page)
            page.evaluate("document.activeElement.blur()")
            expect(lit).to_have_count(0)
            touch()
            expect(lit).to_have_count(3)
            for each, colour in zip(shown[:2], unlit, strict=True):
                expect(each).not_to_have_css("color", colour)
    page.context.close()


def test_other_marks_are_dimmed_while_one_is_pointed_at(
    browser: Browser, address: str
) -> None:
    """Whether the pointer is on the mark or on the link in its column."""
    page = open_index(browser, address)
    mark, other = marks_of(page)
    link = page.locator(f".columns span [href='{mark.get_attribute('href')}']")
    for touch in (partial(shape_of(mark).hover, force=True), link.hover):
        park(page)
        expect(other).to_have_css("opacity", "1")
        touch()
        expect(mark).to_have_css("opacity", "1")
        expect(other).to_have_css("opacity", "0.3")
    page.context.close()
