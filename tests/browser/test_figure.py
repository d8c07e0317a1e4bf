"""The figure in a real browser: nothing overlaps, every entry is found, mark and entry pair."""

from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import AXE, open_page, visit

WIDTHS = (360, 768, 1440)
TEXTS = """
selector => [...document.querySelectorAll(selector)].filter(text => text.checkVisibility())
  .map(text => {
    const range = document.createRange()
    range.selectNodeContents(text.firstChild)
    const box = (text.matches("a *") ? range : text).getBoundingClientRect()
    return [box.left, box.top, box.right, box.bottom, text.firstChild.data]
  }).filter(([left, , right]) => right - left > 2)
"""
Box = tuple[float, float, float, float, str]


@pytest.fixture
def address(site: Path) -> str:
    """The index, from the disk."""
    return (site / "index.html").as_uri()


def open_index(browser: Browser, address: str, width: int = 1440, **options: object) -> Page:
    """Return the index in a context of its own."""
    page = open_page(browser, width, **options)
    visit(page, address)
    return page


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a pixel each way; lines of text may lean on each other."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_overlaps_another(browser: Browser, address: str, width: int) -> None:
    """The labels of entries, with their real boxes, and the names of times and of periods."""
    page = open_index(browser, address, width)
    for selector in (".plot a > text", ".time, .plot .name", ".plot a > text, text.stretch"):
        boxes: list[Box] = page.evaluate(TEXTS, selector)
        assert boxes
        assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 357, *WIDTHS])
def test_nothing_sticks_out(browser: Browser, address: str, width: int) -> None:
    """All text of the figure keeps within the window."""
    page = open_index(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for left, _, right, _, name in page.evaluate(TEXTS, ".plot text"):
        assert left >= 0, name
        assert right <= width, name
    page.context.close()


def test_every_entry_has_its_mark_or_is_named(browser: Browser, address: str) -> None:
    """Once, with its name, its date and what is not just reported, on a mark that can be seen."""
    page = open_index(browser, address)
    entries = page.locator(".axis article").evaluate_all("all => all.map(one => one.id)")
    links = page.locator("figure a[href]:not(.skip)")
    found = links.evaluate_all("all => all.map(one => one.getAttribute('href').slice(1))")
    assert sorted(found) == sorted(entries)
    for mark in page.locator(".plot a").all():
        shape = mark.locator("circle, rect").last.bounding_box()
        assert shape
        assert min(shape["width"], shape["height"]) >= 4
        entry = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        facts = entry.locator(".facts").first
        told = [facts.locator(":first-child"), *facts.locator("b").all()]
        words = [one.inner_text() for one in told if one.inner_text() != "reported"]
        assert (mark.text_content() or "").endswith(", " + ", ".join(words))
    page.context.close()


@pytest.mark.parametrize("width", [1120, 1440])
def test_a_whole_label_stays_within_the_page(browser: Browser, address: str, width: int) -> None:
    """Focused, a mark tells its date too where there is room, and none where entries crowd."""
    page = open_index(browser, address, width)
    hrefs = "all => all.map(one => one.getAttribute('href'))"
    crowd = page.locator(".plot + .plot a").evaluate_all(hrefs)
    for mark in page.locator(".plot a").all():
        label = mark.locator("text")
        closed = label.bounding_box()
        mark.press("Shift")  # So that the keyboard was used last.
        box = label.bounding_box()
        assert box
        assert closed
        assert box["width"] == closed["width"] or mark.get_attribute("href") not in crowd
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width, mark.text_content()
    page.context.close()


def test_labels_are_reached_in_the_order_in_which_they_stand(
    browser: Browser, address: str
) -> None:
    """Upright, from the top down."""
    page = open_index(browser, address, 360)
    tops = page.locator(".plot a text").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    page.context.close()


BEGINNINGS = """() => [...document.querySelectorAll(".plot")].flatMap((plot) => {
  const leader = plot.querySelector(".leader")
  const bars = [...plot.querySelectorAll("a rect")].map((bar) => bar.getBoundingClientRect())
  return leader.getAttribute("d").match(/M[^M]+/g).flatMap((line) => {
    const [, x, y] = line.match(/^M([0-9]+) (?:[0-9]+V)?([0-9]+)H/)
    const turn = new DOMPoint(x, y).matrixTransform(leader.getScreenCTM())
    const touched = (bar) => bar.left > turn.x && Math.abs(bar.top - turn.y) < 1.5
    return bars.some(touched) ? [line] : []
  })
})"""


@pytest.mark.parametrize("width", [360, 768])
def test_a_leader_leaves_its_bar_before_another_begins(
    browser: Browser, address: str, width: int
) -> None:
    """Or it would run into that one, as into a September that lasts to March."""
    page = open_index(browser, address, width)
    assert page.evaluate(BEGINNINGS) == []
    page.context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_mark_leads_to_its_entry(browser: Browser, address: str, width: int) -> None:
    """By a click on the label, on the mark itself, and by the keyboard."""
    page = open_index(browser, address, width)
    for mark in (page.locator(".plot a").first, page.locator(".plot a").last):
        entry = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        for act in (
            mark.locator("text").click,
            partial(mark.locator("circle, rect").last.click, force=True),
            partial(mark.press, "Enter"),
        ):
            page.evaluate("scrollTo(0, 0)")
            act()
            expect(entry).to_be_in_viewport()
            assert page.url.endswith(mark.get_attribute("href") or "?")
    page.context.close()


def lit(page: Page, selector: str) -> list[int]:
    """Return which of these have the colour of links."""
    script = """selector => {
      const probe = document.body.appendChild(document.createElement("i"))
      probe.style.color = "var(--link)"
      const colour = getComputedStyle(probe).color
      probe.remove()
      return [...document.querySelectorAll(selector)].flatMap(
        (one, number) => getComputedStyle(one).color === colour ? [number] : [])
    }"""
    return list(page.evaluate(script, selector))


def test_entry_and_mark_light_up_together(browser: Browser, address: str) -> None:
    """Each mark with its own entry and no other, by pointer and by focus, both ways."""
    page = open_index(browser, address)
    title = ".axis article > .text > :first-child > a"
    ids = page.locator(".axis article").evaluate_all("all => all.map(one => one.id)")
    marks = page.locator(".plot a")
    hrefs = marks.evaluate_all("all => all.map(one => one.getAttribute('href').slice(1))")
    assert page.locator(title).count() == len(ids)
    assert (lit(page, title), lit(page, ".plot a")) == ([], [])
    for number, href in enumerate(hrefs):
        entry = page.locator(f"[id='{href}'] a").first
        shape = marks.nth(number).locator("circle, rect").last
        pointed = (partial(shape.hover, force=True), entry.hover) if number % 5 == 0 else ()
        for touch in (marks.nth(number).focus, entry.focus, *pointed):
            page.mouse.move(0, 0)
            page.evaluate("document.activeElement.blur()")
            touch()
            assert lit(page, ".plot a") == [number]
            assert [ids[index] for index in lit(page, title)] == [href]
            assert lit(page, ".axis .text > p") == []  # The text stays as it is.
    page.context.close()


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str
)
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(
    browser: Browser, address: str, width: int, options: dict[str, str]
) -> None:
    """WCAG 2.2 AA and best practices, light, dark and in forced colours."""
    page = open_index(browser, address, width, **options)
    found = Axe().run(page, options=AXE)
    rules = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found.response["violations"]]
    assert rules == []
    page.context.close()


def test_on_paper_it_keeps_to_the_page(browser: Browser, address: str) -> None:
    """A page of paper is narrower than a window: the figure stands upright."""
    page = open_index(browser, address, 672, color_scheme="dark")
    page.emulate_media(media="print")
    for left, _, right, _, name in page.evaluate(TEXTS, ".plot text"):
        assert left >= 0, name
        assert right <= 672, name
    page.context.close()
