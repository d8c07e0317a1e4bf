"""The comforts of reading: the theme, copying, what a citation is, and the page on paper."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.sites import open_page, visit

PAPERS = {"light": "rgb(253, 252, 248)", "dark": "rgb(20, 23, 26)"}


def paper(page: Page) -> str:
    """Return the colour that the page is on."""
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_chosen_and_kept(address: str, browser: Browser, scheme: str) -> None:
    """System, light, dark and round; the next page has it before it shows anything."""
    page = open_page(browser, color_scheme=scheme)
    visit(page, f"{address}/index.html")
    button = page.get_by_role("button", name="Theme")
    seen = [(button.inner_text(), paper(page))]
    for _ in range(3):
        button.click()
        seen.append((button.inner_text(), paper(page)))
    system = ("Theme: system", PAPERS[scheme])
    light, dark = (("Theme: light", PAPERS["light"]), ("Theme: dark", PAPERS["dark"]))
    assert seen == [system, light, dark, system]
    button.click()
    page.route("**/script.js", lambda route: route.abort())  # The page itself has read it.
    visit(page, f"{address}/method.html")
    assert paper(page) == PAPERS["light"]
    page.context.close()


def test_the_dark_theme_is_not_printed(address: str, browser: Browser) -> None:
    """Whoever reads in the dark prints dark ink on white paper."""
    page = open_page(browser, color_scheme="dark")
    visit(page, f"{address}/index.html")
    for _ in ("light", "dark"):
        page.get_by_role("button", name="Theme").click()
    page.emulate_media(media="print")
    assert paper(page) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 27, 24)"
    page.context.close()


def test_without_a_script_there_is_no_button_that_does_nothing(
    address: str, browser: Browser
) -> None:
    """What only a script can do is not shown."""
    page = open_page(browser, java_script_enabled=False)
    for name in ("index.html", entry_of(page, address)):
        visit(page, f"{address}/{name}")
        expect(page.locator(".theme, .scripts")).not_to_have_count(0)
        expect(page.locator(":is(.theme, .scripts):visible")).to_have_count(0)
    page.context.close()


def entry_of(page: Page, address: str) -> str:
    """Return the page of the last entry."""
    visit(page, f"{address}/index.html")
    return page.locator(".axis h3 a, .axis h2 a").last.get_attribute("href") or ""


def test_a_citation_of_an_entry_can_be_copied(address: str, browser: Browser) -> None:
    """The clipboard holds the citation, or the address without what follows it."""
    page = open_page(browser, permissions=["clipboard-read", "clipboard-write"])
    name = entry_of(page, address)
    visit(page, f"{address}/{name}#about")
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“")
    assert copied == page.locator("#citation").inner_text()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(2)
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/{name}"
    page.context.close()


CARD = """link => getComputedStyle(link, "::after").content.replace(/^none$/, "")"""


def height(page: Page) -> int:
    """Return how long the page is."""
    return int(page.evaluate("document.documentElement.scrollHeight"))


@pytest.mark.parametrize("scripted", [False, True])
def test_a_citation_tells_what_it_is(address: str, browser: Browser, scripted: bool) -> None:
    """Where it is pointed at or focused; the line stays as it is."""
    page = open_page(browser, java_script_enabled=scripted)
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a").first
    assert link.evaluate(CARD) == ""
    before = height(page)
    link.hover()
    expect(page.locator("cite a:hover")).to_have_count(1)
    assert re.search(r"\w{3}", str(link.evaluate(CARD)))
    page.mouse.move(0, 0)
    assert link.evaluate(CARD) == ""
    page.keyboard.press("Tab")
    link.focus()
    assert re.search(r"\w{3}", str(link.evaluate(CARD)))
    assert height(page) == before
    page.context.close()


def test_each_card_of_a_group_names_its_paragraph(address: str, browser: Browser) -> None:
    """So that cards of one article can be told apart."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/index.html")
    links = page.locator("cite:has(a:nth-of-type(2)) a[href*='#p']")
    assert links.count() >= 3
    for link in links.all():
        link.evaluate("link => link.parentElement.focus()")
        number = str(link.get_attribute("href")).rpartition("#p")[2]
        assert str(link.evaluate(CARD)).startswith(f'"¶{number} · ')
    page.context.close()


def test_escape_puts_the_card_away(address: str, browser: Browser) -> None:
    """Until something else is pointed at or focused."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    links = page.locator(".entry cite a")
    for link in (links.first, links.last):
        link.press("Shift")
        assert link.evaluate(CARD) != ""
        page.keyboard.press("Escape")
        assert link.evaluate(CARD) == ""
    page.context.close()


def test_a_voice_is_told_with_its_citation(address: str, browser: Browser) -> None:
    """Whose word it is comes first."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a[title]").first
    voice = link.get_attribute("title")
    link.hover()
    assert f" · {voice}. " in str(link.evaluate(CARD))
    page.context.close()


def test_the_first_tap_tells_and_the_second_follows(address: str, browser: Browser) -> None:
    """Where nothing can point, without a script."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True, java_script_enabled=False)
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a").first
    link.scroll_into_view_if_needed()
    _tap(page)
    assert page.url.endswith("index.html")
    assert re.search(r"\w{3}", str(link.evaluate(CARD)))
    _tap(page)
    expect(page).to_have_url(re.compile(r"/sources/.+#p\d+$"))
    page.context.close()


@pytest.mark.parametrize("scripted", [False, True])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (740, 360)])
def test_no_link_moves_when_its_card_shows(
    address: str, browser: Browser, width: int, height: int, scripted: bool
) -> None:
    """A second tap at the same place follows the link that stands there, wherever that is."""
    page = open_page(browser, java_script_enabled=scripted, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": width, "height": height})
    place = "link => { const box = link.getClientRects()[0]; return [box.x + 4, box.y + 6] }"
    raised = """(link, share) => scrollBy({
        top: link.getClientRects()[0].y - share * innerHeight, behavior: "instant",
    })"""
    visit(page, f"{address}/index.html")
    links = page.locator(".axis cite a:not(:only-of-type)")
    assert links.count()
    for number in range(0, links.count(), 9):
        visit(page, f"{address}/index.html")
        link = links.nth(number)
        link.evaluate(raised, (0.05, 0.55, 0.7, 0.9)[number // 9 % 4])
        expected, (x, y) = link.evaluate("link => link.href"), link.evaluate(place)
        page.touchscreen.tap(x, y)
        expect(link).to_be_visible()
        assert link.evaluate(place) == [x, y]
        page.touchscreen.tap(x, y)
        expect(page).to_have_url(expected)
    page.context.close()


def test_a_tapped_mark_leaves_the_figure_as_it_was(address: str, browser: Browser) -> None:
    """Whoever goes back from an entry finds no mark pale, where nothing can point."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/index.html")
    mark = page.locator(".plot a").first
    mark.locator("text").tap()
    expect(page).to_have_url(re.compile("#" + str(mark.get_attribute("href"))[1:] + "$"))
    pale = page.locator(".plot a").evaluate_all("all => all.map(a => getComputedStyle(a).opacity)")
    assert set(pale) == {"1"}
    page.context.close()


def test_what_has_no_card_follows_the_first_tap(address: str, browser: Browser) -> None:
    """A link among citations that is none itself."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/sources/index.html")
    for href in page.locator("main a[href$='.html']").evaluate_all("all => all.map(a => a.href)"):
        visit(page, href)
        link = page.get_by_role("link", name="accounts differ").first
        if link.count():
            link.tap()
            expect(page).to_have_url(re.compile(r"/events/.+#.+$"))
            break
    else:
        pytest.fail("no source has accounts that differ")
    page.context.close()


@pytest.mark.parametrize("name", ["index.html", "people.html"])
def test_a_card_begins_with_its_paragraph(address: str, browser: Browser, name: str) -> None:
    """And makes no page wider, on a phone as on a desk."""
    for width in (360, 1440):
        page = open_page(browser, width)
        visit(page, f"{address}/{name}")
        for link in page.locator("main cite a").all()[:6]:
            link.hover()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert link.evaluate("link => link.offsetParent.matches('p, li, dd')")
        page.context.close()


def _tap(page: Page) -> None:
    """Tap the beginning of the first citation, which may run over a line's end."""
    link = page.locator(".entry cite a").first
    x, y = link.evaluate("link => { const box = link.getClientRects()[0]; return [box.x, box.y] }")
    page.touchscreen.tap(x + 4, y + 4)


PAPER = ("index.html", "differences.html", "people.html", "afterword.html")


@pytest.mark.parametrize("name", PAPER)
def test_references_are_numbered_on_paper(address: str, browser: Browser, name: str) -> None:
    """The number of a citation is that of its source in the list, which has the address."""
    page = open_page(browser)
    visit(page, f"{address}/{name}")
    page.emulate_media(media="print")
    for control in (".masthead nav", ".finder", ".shown", "button", ".skip"):
        assert page.locator(f"{control}:visible").count() == 0, control
    cited = page.locator("cite a:first-of-type").evaluate_all(NUMBERS, "a")
    listed = page.locator("ol.keyed > li:visible").evaluate_all(NUMBERS, ".key")
    assert cited
    assert {number for _, number in cited} <= {number for _, number in listed}
    for href, number in cited:
        assert [href, number] in listed
    for places in page.locator("cite:visible").evaluate_all(RUNS):
        for (before, _), (href, number) in pairwise(places):
            assert (number == '""') == (href == before)
    page.context.close()


def test_no_entry_is_broken_on_paper(address: str, browser: Browser) -> None:
    """Each keeps together, which it can: a sheet of A4 within its margins is taller."""
    page = open_page(browser, 672)  # Pixels, as 178 mm of paper have.
    visit(page, f"{address}/index.html")
    page.emulate_media(media="print")
    entries = page.locator("section .entry")
    for entry in entries.all():
        box = entry.bounding_box()
        assert box
        assert box["height"] <= 986, entry.get_attribute("id")
        expect(entry).to_have_css("break-inside", "avoid")
    assert entries.count()
    page.context.close()


RUNS = """found => found.map(cite => [...cite.querySelectorAll("a")].map(link => [
  link.pathname, getComputedStyle(link, "::before").content,
]))"""
NUMBERS = """(found, own) => found.map(element => [
  (element.closest("a") || element.querySelector(".key a")).pathname,
  getComputedStyle(element.closest(own) || element.querySelector(own), "::before").content,
])"""


WAITING = """() => [...document.querySelectorAll("section .entry")]
  .filter(entry => getComputedStyle(entry).contentVisibility === "auto").length"""


def test_a_place_is_reached_while_what_is_far_below_waits(address: str, browser: Browser) -> None:
    """Whatever stands above it is laid out later, it stays where the reader went."""
    page = open_page(browser, 360)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/script.js", hold)
    page.goto(f"{address}/index.html", wait_until="commit")
    page.locator("footer").wait_for()
    assert page.evaluate(WAITING) == page.locator("section .entry").count()
    page.locator(".plot a text").last.click()
    held[0].continue_()
    page.locator(":root:not([data-wait])").wait_for()
    assert page.evaluate(WAITING) == 0
    assert 0 <= page.locator(":target").evaluate("e => e.getBoundingClientRect().top") < 200
    page.context.close()


def test_nothing_waits_for_who_comes_back_or_to_a_place(address: str, browser: Browser) -> None:
    """Nor for who comes to words: the browser finds the place before a script could mend it."""
    page = open_page(browser)
    page.route("**/script.js", lambda route: route.abort())
    for place in ("#entries", "#:~:text=Sources"):
        page.goto("about:blank")
        page.goto(f"{address}/index.html{place}")
        assert page.evaluate(WAITING) == 0, place
    page.goto(f"{address}/index.html")
    assert page.evaluate(WAITING)
    page.reload()
    assert page.evaluate(WAITING) == 0
    page.context.close()
