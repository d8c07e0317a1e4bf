"""The comforts of reading: the theme, copying, what a citation is, and the page on paper."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sites import open_page, park, visit

SCHEMES = ("light", "dark")
PAPER = "background-color"
"""The property of the root element that holds the theme's background."""


@pytest.fixture(scope="module")
def papers(address: str, browser: Browser) -> dict[str, str]:
    """The colour of the paper in each theme."""
    found = {}
    for scheme in SCHEMES:
        page = open_page(browser, color_scheme=scheme)
        visit(page, f"{address}/index.html")
        found[scheme] = style_of(page.locator("html"), PAPER)
        page.context.close()
    assert found["light"] != found["dark"]
    return found


def style_of(element: Locator, name: str) -> str:
    """Return what a property of the element is now, to compare with what it will be."""
    return str(element.evaluate("(one, name) => getComputedStyle(one)[name]", name))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_theme_is_chosen_and_kept(
    address: str, browser: Browser, papers: dict[str, str], scheme: str
) -> None:
    """System, light, dark and round; the next page has it before it shows anything."""
    page = open_page(browser, color_scheme=scheme)
    visit(page, f"{address}/index.html")
    button, root = page.get_by_role("button", name="Theme"), page.locator("html")
    expect(button).to_have_text("Theme: system")
    expect(root).to_have_css(PAPER, papers[scheme])
    for theme, seen in (
        ("light", "light"),
        ("dark", "dark"),
        ("system", scheme),
        ("light",) * 2,
    ):
        button.click()
        expect(button).to_have_text(f"Theme: {theme}")
        expect(root).to_have_css(PAPER, papers[seen])
    page.route(
        "**/script.js", lambda route: route.abort()
    )  # The page itself has read it.
    visit(page, f"{address}/method.html")
    expect(root).to_have_css(PAPER, papers["light"])
    page.context.close()


def test_the_theme_reaches_a_page_that_stands_open(
    address: str, browser: Browser, papers: dict[str, str]
) -> None:
    """In another window, and one that is shown again by going back."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    other = page.context.new_page()
    visit(other, f"{address}/method.html")
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("button", name="Theme").click()
    expect(other.locator("html")).to_have_css(PAPER, papers["dark"])
    expect(other.get_by_role("button", name="Theme")).to_have_text("Theme: dark")
    visit(other, f"{address}/data.html")
    other.get_by_role("button", name="Theme").click()
    other.go_back()
    expect(other.locator("html")).to_have_css(PAPER, papers["light"])
    expect(other.get_by_role("button", name="Theme")).to_have_text("Theme: system")
    page.context.close()


@pytest.mark.parametrize("scripted", [True, False])
def test_one_box_opens_all_accounts(
    address: str, browser: Browser, scripted: bool
) -> None:
    """On the index they fold to a line that says how many and who; on paper they are open."""
    page = open_page(browser, java_script_enabled=scripted)
    visit(page, f"{address}/index.html")
    point = page.locator("details.differ").first
    account = point.locator("li").first
    expect(point.locator("summary")).to_contain_text("accounts: ")
    expect(account).to_be_hidden()
    page.get_by_label("Open all accounts").check()
    expect(account).to_be_visible()
    page.get_by_label("Open all accounts").uncheck()
    expect(account).to_be_hidden()
    page.emulate_media(media="print")
    expect(account).to_be_visible()
    page.context.close()


def test_the_menu_of_a_phone_is_at_the_foot(address: str, browser: Browser) -> None:
    """A link in the masthead leads there; on the desk the menu stands in the masthead."""
    page = open_page(browser, width=360)
    visit(page, f"{address}/method.html")
    expect(page.locator(".masthead nav")).to_be_hidden()
    page.get_by_role("link", name="Menu").click()
    expect(page.locator("footer nav")).to_be_in_viewport()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".masthead nav")).to_be_visible()
    expect(page.get_by_role("link", name="Menu")).to_be_hidden()
    page.context.close()


def test_the_dark_theme_is_not_printed(address: str, browser: Browser) -> None:
    """A page in the dark theme prints as dark ink on white paper."""
    light, dark = (open_page(browser, color_scheme=scheme) for scheme in SCHEMES)
    for page in (light, dark):
        visit(page, f"{address}/index.html")
    ink = style_of(light.locator("body"), "color")
    for theme in SCHEMES:
        dark.get_by_role("button", name="Theme").click()
        expect(dark.get_by_role("button", name="Theme")).to_have_text(f"Theme: {theme}")
    expect(dark.locator("body")).not_to_have_css("color", ink)
    dark.emulate_media(media="print")
    expect(dark.locator("html")).to_have_css(PAPER, "rgb(255, 255, 255)")
    expect(dark.locator("body")).to_have_css("color", ink)
    for page in (light, dark):
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


def expect_card(link: Locator, words: str = r"\w{3}") -> None:
    """Expect the card of the citation to show, with these words."""
    expect(link).to_have_css("content", re.compile(words), pseudo="after")


def expect_no_card(link: Locator) -> None:
    """Expect the card of the citation not to show."""
    expect(link).to_have_css("content", "none", pseudo="after")


def height(page: Page) -> int:
    """Return how long the page is."""
    return int(page.evaluate("document.documentElement.scrollHeight"))


def tap(page: Page, link: Locator) -> None:
    """Tap where the link begins, which may run over a line's end."""
    x, y = link.evaluate(
        "link => { const box = link.getClientRects()[0]; return [box.x, box.y] }"
    )
    page.touchscreen.tap(x + 4, y + 6)


@pytest.mark.parametrize("scripted", [False, True])
def test_a_citation_tells_what_it_is(
    address: str, browser: Browser, scripted: bool
) -> None:
    """Where it is pointed at or focused; the line stays as it is."""
    page = open_page(browser, java_script_enabled=scripted)
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a").first
    expect_no_card(link)
    before = height(page)
    link.hover()
    expect_card(link)
    assert height(page) == before
    park(page)
    expect_no_card(link)
    link.press("Shift")  # So that the keyboard was used last.
    expect_card(link)
    assert height(page) == before
    page.context.close()


def test_each_card_of_a_group_names_its_paragraph(
    address: str, browser: Browser
) -> None:
    """So that cards of one article can be told apart."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/index.html")
    group = page.locator("cite:has(a:nth-of-type(2)):has(a[href*='#p'])").first
    group.focus()
    for link in group.locator("a[href*='#p']").all():
        number = str(link.get_attribute("href")).rpartition("#p")[2]
        expect_card(link, f'^"¶{number} · ')
    page.context.close()


def test_escape_puts_the_card_away(address: str, browser: Browser) -> None:
    """Until something else is pointed at or focused."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    links = page.locator(".entry cite a")
    for link in (links.first, links.last):
        link.press("Shift")
        expect_card(link)
        page.keyboard.press("Escape")
        expect_no_card(link)
    page.context.close()


def test_a_voice_is_told_with_its_citation(address: str, browser: Browser) -> None:
    """Whose word it is comes first."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a[title]").first
    voice = re.escape(str(link.get_attribute("title")))
    link.hover()
    expect_card(link, rf'^"(¶\d+ · )?{voice}\. ')
    page.context.close()


def test_the_first_tap_tells_and_the_second_follows(
    address: str, browser: Browser
) -> None:
    """Where nothing can point, without a script."""
    page = open_page(
        browser, 360, has_touch=True, is_mobile=True, java_script_enabled=False
    )
    visit(page, f"{address}/index.html")
    link = page.locator(".entry cite a").first
    link.scroll_into_view_if_needed()
    tap(page, link)
    expect_card(link)
    expect(page).to_have_url(f"{address}/index.html")
    tap(page, link)
    expect(page).to_have_url(re.compile(r"/sources/.+#p\d+$"))
    page.context.close()


@pytest.mark.parametrize("scripted", [False, True])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (740, 360)])
def test_no_link_moves_when_its_card_shows(
    address: str, browser: Browser, width: int, height: int, scripted: bool
) -> None:
    """A second tap at the same place follows the link that stands there, wherever that is."""
    page = open_page(
        browser, java_script_enabled=scripted, has_touch=True, is_mobile=True
    )
    page.set_viewport_size({"width": width, "height": height})
    place = "link => { const box = link.getClientRects()[0]; return [box.x + 4, box.y + 6] }"
    raised = """(link, share) => scrollBy({
        top: link.getClientRects()[0].y - share * innerHeight, behavior: "instant",
    })"""
    for share in (0.05, 0.55, 0.7, 0.9):
        visit(page, f"{address}/index.html")
        link = page.locator(".axis cite a:not(:only-of-type)").first
        link.evaluate(raised, share)
        expected, (x, y) = link.evaluate("link => link.href"), link.evaluate(place)
        page.touchscreen.tap(x, y)
        expect_card(link)
        assert link.evaluate(place) == [x, y]
        page.touchscreen.tap(x, y)
        expect(page).to_have_url(expected)
    page.context.close()


def test_a_tapped_mark_leaves_the_figure_as_it_was(
    address: str, browser: Browser
) -> None:
    """Whoever goes back from an entry finds no mark pale, where nothing can point."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/index.html")
    mark = page.locator(".plot a").first
    mark.locator("use").first.tap(force=True)
    expect(page).to_have_url(
        re.compile("#" + str(mark.get_attribute("href"))[1:] + "$")
    )
    for each in page.locator(".plot a").all():
        expect(each).to_have_css("opacity", "1")
    page.context.close()


def test_what_has_no_card_follows_the_first_tap(address: str, browser: Browser) -> None:
    """A link among citations that is none itself."""
    page = open_page(browser, 360, has_touch=True, is_mobile=True)
    visit(page, f"{address}/sources/index.html")
    for href in page.locator("main a[href$='.html']").evaluate_all(
        "all => all.map(a => a.href)"
    ):
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
def test_a_card_begins_with_its_paragraph(
    address: str, browser: Browser, name: str
) -> None:
    """And makes no page wider, on a phone as on a desk."""
    for width in (360, 1440):
        page = open_page(browser, width)
        visit(page, f"{address}/{name}")
        for link in page.locator("main cite a").all()[:4]:
            link.hover()
            expect_card(link)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert link.evaluate("link => link.offsetParent.matches('p, li, dd')")
        page.context.close()


@pytest.mark.parametrize(
    "name", ["index.html", "differences.html", "people.html", "afterword.html"]
)
def test_references_are_numbered_on_paper(
    address: str, browser: Browser, name: str
) -> None:
    """The number of a citation is that of its source in the list, which has the address."""
    page = open_page(browser)
    visit(page, f"{address}/{name}")
    page.emulate_media(media="print")
    for control in (".masthead nav", ".finder", ".shown", "button", ".skip"):
        expect(page.locator(f"{control}:visible")).to_have_count(0)
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


def test_a_page_is_as_long_as_it_says(address: str, browser: Browser) -> None:
    """Nothing grows while one reads: the scrollbar tells the truth from the start."""
    page = open_page(browser, 360)
    visit(page, f"{address}/index.html")
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    page.evaluate(f"scrollTo(0, {height})")
    expect(page.locator("footer")).to_be_in_viewport()
    assert page.evaluate(height) == before
    page.context.close()
