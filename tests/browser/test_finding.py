"""Finding in the index: filters that need no script, and the search and the address that do."""

from collections.abc import Iterator
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from chronology.cli import main
from tests.browser.sites import AXE, open_page, serving, visit
from tests.examples import REPOSITORY

SCRIPTED = [False, True]


def open_finder(browser: Browser, address: str, *, scripted: bool = True) -> Page:
    """Return the index with its filters open."""
    page = open_page(browser, java_script_enabled=scripted)
    visit(page, f"{address}/index.html")
    page.locator("summary").click()
    return page


def shown(page: Page) -> Locator:
    """Return the entries that can be seen."""
    return page.locator(".axis .entry:visible")


def ids(page: Page) -> set[str]:
    """Return the ids of the entries that can be seen."""
    return {entry.get_attribute("id") or "" for entry in shown(page).all()}


def read_aloud(page: Page) -> str:
    """Return what a screen reader finds on the page."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    names = (node.get("name", {}).get("value", "") for node in tree["nodes"])
    return " ".join(" ".join(names).split())


@pytest.mark.parametrize("scripted", SCRIPTED)
def test_every_choice_leaves_as_many_as_it_says(
    address: str, browser: Browser, scripted: bool
) -> None:
    """Each option of each list, alone, with a script and without; no period stands empty."""
    page = open_finder(browser, address, scripted=scripted)
    total = shown(page).count()
    lists = page.locator(".finder select")
    assert lists.count() >= 3
    for chooser in lists.all():
        for option in chooser.locator("option").all()[1:]:
            words = option.inner_text()
            chooser.select_option(label=words)
            assert words.endswith(f" ({shown(page).count()})"), words
            left = page.locator(".axis > section:visible", has=page.locator("article:visible"))
            expect(page.locator(".axis > section:visible")).to_have_count(left.count())
        chooser.select_option("")
    page.get_by_label("Accounts differ").check()
    assert f"({shown(page).count()})" in page.locator(".finder label").last.inner_text()
    expect(page.locator(".gap:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(total)
    expect(page.locator(".shown")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("scripted", SCRIPTED)
def test_choices_narrow_each_other(address: str, browser: Browser, scripted: bool) -> None:
    """Two choices leave what fits both, and how many these are is said."""
    page = open_finder(browser, address, scripted=scripted)
    source, status = page.locator("[name=source]"), page.locator("[name=status]")
    source.select_option(index=1)
    by_source = ids(page)
    source.select_option("")
    status.select_option(index=1)
    by_status = ids(page)
    source.select_option(index=1)
    assert ids(page) == by_source & by_status
    counted = page.locator(".shown")
    expect(counted).to_be_in_viewport()
    # What the stylesheet says stands in no text, but is read aloud.
    said = read_aloud(page)
    assert f"{len(by_source & by_status)} of" in said
    for chosen in page.locator("option:checked:not([value=''])").all():
        assert f" · {chosen.inner_text().rpartition(' (')[0]}" in said
    # No period's heading stands over nothing, whatever the two are.
    for one, other in product(range(1, source.locator("option").count()), range(1, 3)):
        source.select_option(index=one)
        status.select_option(index=other)
        for section in page.locator(".axis > section", has=page.locator("header:visible")).all():
            assert section.locator("article:visible").count()
    source.select_option(index=1)
    status.select_option(index=1)
    # What is chosen holds when the finder is closed.
    page.locator("summary").click()
    expect(page.locator(".finder form")).to_be_hidden()
    assert ids(page) == by_source & by_status
    expect(counted).to_be_in_viewport()
    page.context.close()


def test_a_filtered_view_can_be_shared(address: str, browser: Browser) -> None:
    """What is chosen stands in the address; whoever opens that sees the same."""
    page = open_finder(browser, address)
    page.locator("[name=status]").select_option(index=1)
    page.get_by_label("Accounts differ").check()
    left = ids(page)
    assert page.url.endswith("?status=reported&disputed=yes")
    other = open_page(browser)
    visit(other, page.url)
    assert ids(other) == left
    expect(other.get_by_label("Accounts differ")).to_be_checked()
    expect(other.locator("summary")).to_be_in_viewport()
    other.get_by_role("button", name="Show all").click()
    expect(other).to_have_url(f"{address}/index.html")
    for opened in (page, other):
        opened.context.close()


def test_an_entry_that_is_filtered_out_can_be_reached(address: str, browser: Browser) -> None:
    """A link to it shows all entries again; who goes back finds what was chosen."""
    page = open_finder(browser, address)
    everything = ids(page)
    page.locator("[name=status]").select_option(index=1)
    left, chosen = ids(page), page.url
    hidden = min(everything - left)
    page.evaluate("id => { location.hash = id }", hidden)
    expect(page.locator(f"[id='{hidden}']")).to_be_in_viewport()
    assert ids(page) == everything
    page.evaluate("history.back()")
    expect(page.locator(f"[id='{hidden}']")).to_be_hidden()
    expect(page).to_have_url(chosen)
    assert ids(page) == left
    page.context.close()


def test_who_chooses_before_the_script_listens_is_heard(address: str, browser: Browser) -> None:
    """What was chosen in the moment of opening is counted, and stands in the address."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    opened = "form => { form.closest('details').open = true; form.status.selectedIndex = 1 }"
    page.locator("#finder").evaluate(opened)
    expect(page.locator(".shown")).to_contain_text(f"{len(ids(page))} of ")
    assert page.url.endswith("?status=reported")
    page.context.close()


@pytest.mark.parametrize("name", ["status", "period"])
def test_a_followed_mark_is_not_counted_without_a_script(
    address: str, browser: Browser, name: str
) -> None:
    """It is seen though it is filtered out, with its period; what is counted is what fits."""
    page = open_finder(browser, address, scripted=False)
    everything = ids(page)
    page.locator(f"[name={name}]").select_option(index=1)
    left = ids(page)
    marks = page.locator(".plot a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    hidden = min(id_ for id_ in everything - left if f"#{id_}" in marks)
    page.locator(f".plot a[href='#{hidden}'] text").click()
    assert ids(page) == left | {hidden}
    section = page.locator(".axis > section", has=page.locator(f"[id='{hidden}']"))
    expect(section.locator("header")).to_be_visible()
    assert f"{len(left)} of {len(everything)} entries" in read_aloud(page)
    page.context.close()


def test_a_period_that_is_filtered_out_can_be_reached(address: str, browser: Browser) -> None:
    """Without a script a link to it shows its heading, and no entry that does not fit."""
    page = open_finder(browser, address, scripted=False)
    everything, periods = ids(page), page.locator("[name=period]")
    periods.select_option(index=1)
    left = ids(page)
    hidden = page.locator(".axis > section[id]:not(:visible)").first.get_attribute("id")
    page.locator(f".contents a[href='#{hidden}']").click()
    expect(page.locator(f"[id='{hidden}'] header")).to_be_in_viewport()
    assert ids(page) == left
    periods.select_option(index=0)
    assert ids(page) == everything
    periods.select_option(index=1)
    assert ids(page) == left
    assert f"{len(left)} of {len(everything)} entries" in read_aloud(page)
    page.context.close()


def test_a_choice_forgets_the_entry_it_hides(address: str, browser: Browser) -> None:
    """Its address is not shared, and a link to it shows it again."""
    page = open_finder(browser, address)
    periods = page.locator("[name=period]")
    last = page.locator(".plot").first.locator("a").last
    href = str(last.get_attribute("href"))
    entry = page.locator(f"[id='{href[1:]}']")
    last.press("Enter")
    expect(entry).to_be_in_viewport()
    periods.select_option(index=1)
    expect(entry).to_be_hidden()
    assert "#" not in page.url
    last.press("Enter")
    expect(entry).to_be_in_viewport()
    assert page.url.endswith(f"index.html{href}")
    # Whoever comes with an address that was kept elsewhere: to the choice, which is what is seen.
    asked = f"?period={periods.locator('option').nth(1).get_attribute('value')}"
    visit(page, "about:blank")
    visit(page, f"{address}/index.html{asked}{href}")
    expect(page.locator("summary")).to_be_in_viewport()
    assert page.url.endswith(f"index.html{asked}")
    # What stands after # may be anything.
    visit(page, "about:blank")
    visit(page, f"{address}/index.html#50%")
    page.locator("summary").click()
    periods.select_option(index=1)
    assert page.url.endswith(f"index.html{asked}#50%")
    visit(page, f"{address}/index.html?kind=elephant")
    assert page.locator("[name=kind]").input_value() == ""
    expect(page.locator("[name=kind] option:checked")).to_have_count(1)
    page.context.close()


def test_a_mark_that_is_filtered_out_can_be_read_where_one_points(
    address: str, browser: Browser
) -> None:
    """It is pale no longer, and the others stay as pale as they were."""
    page = open_finder(browser, address)
    page.locator("[name=status]").select_option(index=1)
    opacity = "mark => getComputedStyle(mark).opacity"
    missed = page.locator(".plot .missed")
    missed.first.press("Shift")  # So that the keyboard was used last.
    assert [missed.nth(n).evaluate(opacity) for n in (0, 1)] == ["1", "0.2"]
    page.locator(".plot a:not(.missed)").first.press("Shift")
    assert [missed.nth(n).evaluate(opacity) for n in (0, 1)] == ["0.2", "0.2"]
    page.context.close()


def test_paper_says_what_is_left_out(address: str, browser: Browser) -> None:
    """How many entries a filter leaves, and no link to change that."""
    page = open_finder(browser, address)
    page.locator("[name=status]").select_option(index=1)
    page.emulate_media(media="print")
    expect(page.locator(".shown")).to_contain_text(f"{len(ids(page))} of ")
    expect(page.locator(".shown")).to_be_visible()
    expect(page.locator(".shown a")).to_be_hidden()
    page.context.close()


def test_the_figure_shows_what_is_left(address: str, browser: Browser) -> None:
    """Marks of entries that are filtered out are pale, and how many are left is announced."""
    page = open_finder(browser, address)
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    page.get_by_label("Accounts differ").check()
    left = ids(page)
    total = page.locator(".axis .entry").count()
    expect(status).to_have_text(f"{len(left)} of {total} entries")
    for mark in page.locator(".plot a").all():
        fits = (mark.get_attribute("href") or "#")[1:] in left
        assert mark.evaluate("mark => getComputedStyle(mark).opacity") == ("1" if fits else "0.2")
    reset = page.get_by_role("button", name="Show all")
    reset.press("Enter")
    expect(reset).to_be_focused()
    expect(status).to_have_text(f"{total} of {total} entries")
    expect(page.locator(".plot .missed")).to_have_count(0)
    page.context.close()


LOOKS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"})


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: next(iter(look.values())))
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_with_the_filters_open(
    address: str, browser: Browser, width: int, look: dict[str, str]
) -> None:
    """WCAG 2.2 AA and best practices, with a choice made."""
    page = open_page(browser, width, **look)
    visit(page, f"{address}/index.html?disputed=yes")
    expect(page.locator(".shown")).to_be_visible()
    found = Axe().run(page, options=AXE)
    rules = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found.response["violations"]]
    assert rules == []
    page.context.close()


# What readers of the real content will type.


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real content is served."""
    folder = tmp_path_factory.mktemp("content") / "site"
    assert main(["--root", str(REPOSITORY), "--site", str(folder)]) == 0
    with serving(folder) as served:
        yield served


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Gurulev", "Gurulyov"),  # As a source spells the name.
        ("GURULYOV", "Gurulyov"),
        ("July 2023", "July 2023"),
        ("2025-04-09", "9 April 2025"),
        ("my dear gladiators", "gladiators"),
        ("mutiny wagner", "Wagner"),
        ('"I had no right to lie"', "no right to lie"),
        ("July 12, 2023.", "12 July 2023"),
        ("Turchak, July 13th", "13 July 2023"),
        ("Yevgeny Prigozhin's", "Prigozhin"),
        ("“a boost” for Ukraine", "“a boost” for Ukraine"),
    ],
)
def test_a_search_finds_what_was_meant(
    content: str, browser: Browser, query: str, meant: str
) -> None:
    """Every entry that is left holds it; the hits are marked, and counted in words."""
    page = open_finder(browser, content)
    page.get_by_label("Words, names, dates").fill(query)
    left, total = shown(page).count(), page.locator(".axis .entry").count()
    assert 0 < left < total
    for entry in shown(page).all():
        assert meant.lower() in entry.inner_text().lower()
    expect(page.locator(".shown")).to_contain_text(f"{left} of {total} entries · “{query}”")
    marked = page.evaluate("CSS.highlights.get('hit').size")
    assert marked or query[0].isdigit()  # A date in numbers stands in no text.
    assert marked == left or "“" not in query  # As it was typed, not each of its words.
    page.context.close()


def test_a_name_is_found_in_its_own_script(content: str, browser: Browser) -> None:
    """Part of a name is enough, whatever way the entries write it."""
    page = open_finder(browser, content)
    page.get_by_label("Words, names, dates").fill("Попов")
    assert shown(page).count() > 30
    page.context.close()


def test_a_last_name_is_marked_where_it_stands_alone(content: str, browser: Browser) -> None:
    """Though it was asked for in a source's spelling."""
    page = open_finder(browser, content)
    page.get_by_label("Words, names, dates").fill("Gurulev")
    marked, written = page.locator(".axis").evaluate(
        """axis => [
            [...CSS.highlights.get("hit")].filter((hit, n, all) => String(hit).endsWith("Gurulyov")
                && n === all.findIndex((other) => other.endContainer === hit.endContainer
                    && other.endOffset === hit.endOffset)).length,
            axis.textContent.split("Gurulyov").length - 1,
        ]"""
    )
    assert marked == written > 1
    page.context.close()


def test_a_search_without_hits_is_kind(content: str, browser: Browser) -> None:
    """It says what was looked for, and offers the way back."""
    page = open_finder(browser, content)
    box = page.get_by_label("Words, names, dates")
    box.fill("3 July 2023")  # The thirteenth is another day.
    expect(page.locator(".shown")).to_contain_text("0 of 40 entries · “3 July 2023”")
    box.fill("Bashar al-Assad Igor Strelkov")
    expect(page.locator(".shown")).to_contain_text("0 of 40 entries")
    box.fill("elephant" * 40)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    box.fill("elephant")
    expect(page.get_by_role("status")).to_contain_text("No entry has “elephant”")
    expect(page.locator(".shown")).to_contain_text("0 of 40 entries · “elephant”")
    expect(page.locator(".axis > section:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(box).to_have_value("")
    expect(shown(page)).to_have_count(page.locator(".axis .entry").count())
    page.context.close()
