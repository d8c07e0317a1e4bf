"""Finding in the index: filters that need no script, and the search and the address that do."""

from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sites import open_page, park, visit

SCRIPTED = [False, True]


def open_finder(browser: Browser, address: str, *, scripted: bool = True) -> Page:
    """Return the index with its filters open."""
    page = open_page(browser, java_script_enabled=scripted)
    visit(page, f"{address}/index.html")
    open_filters(page, scripted=scripted)
    return page


def open_filters(page: Page, *, scripted: bool = True) -> None:
    """Open the filters, wait until the script listens to them, and point at nothing."""
    page.locator(".finder summary").click()
    if scripted:
        expect(page.locator("[name=q]")).to_have_attribute("spellcheck", "false")
    park(page)


def shown(page: Page) -> Locator:
    """Return the entries that can be seen."""
    return page.locator(".axis .entry:visible")


def ids(page: Page) -> set[str]:
    """Return the ids of the entries that can be seen."""
    return {entry.get_attribute("id") or "" for entry in shown(page).all()}


def number_in(words: str) -> int:
    """Return how many entries a choice leaves, as its words end with it."""
    return int(words.rpartition("(")[2].rstrip(")"))


def first_value(page: Page, name: str) -> str:
    """Return what the first choice of a list puts into the address."""
    return page.locator(f"[name={name}] option").nth(1).get_attribute("value") or ""


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
    sections = page.locator(".axis > section:visible")
    for chooser in lists.all():
        for words in chooser.locator("option").all_inner_texts()[1:]:
            chooser.select_option(label=words)
            expect(shown(page)).to_have_count(number_in(words))
            filled = page.locator(
                ".axis > section:visible", has=page.locator("article:visible")
            )
            expect(sections).to_have_count(filled.count())
        chooser.select_option("")
    page.get_by_label("Accounts differ").check()
    words = page.locator(".finder label").last.inner_text()
    expect(shown(page)).to_have_count(number_in(words))
    expect(page.locator(".gap:visible")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(shown(page)).to_have_count(total)
    expect(page.locator(".shown")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("scripted", SCRIPTED)
def test_choices_narrow_each_other(
    address: str, browser: Browser, scripted: bool
) -> None:
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
    # What is chosen holds when the finder is closed.
    page.locator(".finder summary").click()
    expect(page.locator(".finder form")).to_be_hidden()
    assert ids(page) == by_source & by_status
    expect(counted).to_be_in_viewport()
    page.context.close()


@pytest.mark.parametrize("scripted", SCRIPTED)
def test_no_heading_stands_over_nothing(
    address: str, browser: Browser, scripted: bool
) -> None:
    """After any two choices, each period that is shown has an entry that is shown."""
    page = open_finder(browser, address, scripted=scripted)
    source, status = page.locator("[name=source]"), page.locator("[name=status]")
    empty = page.locator(".axis > section", has=page.locator("header:visible")).filter(
        has_not=page.locator("article:visible")
    )
    sources, statuses = (
        range(1, one.locator("option").count()) for one in (source, status)
    )
    for one, other in product(sources, statuses):
        source.select_option(index=one)
        status.select_option(index=other)
        expect(empty).to_have_count(0)
    page.context.close()


def test_a_filtered_view_can_be_shared(address: str, browser: Browser) -> None:
    """What is chosen stands in the address; whoever opens that sees the same."""
    page = open_finder(browser, address)
    page.locator("[name=status]").select_option(index=1)
    page.get_by_label("Accounts differ").check()
    left = ids(page)
    shared = f"{address}/index.html?status={first_value(page, 'status')}&disputed=yes"
    expect(page).to_have_url(shared)
    other = open_page(browser)
    visit(other, shared)
    expect(other.get_by_label("Accounts differ")).to_be_checked()
    expect(other.locator(".finder summary")).to_be_in_viewport()
    assert ids(other) == left
    other.get_by_role("button", name="Show all").click()
    expect(other).to_have_url(f"{address}/index.html")
    for opened in (page, other):
        opened.context.close()


def test_an_entry_that_is_filtered_out_can_be_reached(
    address: str, browser: Browser
) -> None:
    """A link to it shows all entries again; who goes back finds what was chosen."""
    page = open_finder(browser, address)
    everything = ids(page)
    page.locator("[name=status]").select_option(index=1)
    left = ids(page)
    chosen = f"{address}/index.html?status={first_value(page, 'status')}"
    expect(page).to_have_url(chosen)
    hidden = min(everything - left)
    page.evaluate("id => { location.hash = id }", hidden)
    expect(page.locator(f"[id='{hidden}']")).to_be_in_viewport()
    expect(shown(page)).to_have_count(len(everything))
    page.evaluate("history.back()")
    expect(page.locator(f"[id='{hidden}']")).to_be_hidden()
    expect(page).to_have_url(chosen)
    expect(shown(page)).to_have_count(len(left))
    page.context.close()


def test_who_chooses_before_the_script_listens_is_heard(
    address: str, browser: Browser
) -> None:
    """What was chosen in the moment of opening is counted, and stands in the address."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    opened = (
        "form => { form.closest('details').open = true; form.status.selectedIndex = 1 }"
    )
    page.locator("#finder").evaluate(opened)
    expect(page.locator(".shown")).to_contain_text(f"{len(ids(page))} of ")
    expect(page).to_have_url(
        f"{address}/index.html?status={first_value(page, 'status')}"
    )
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
    marks = page.locator(".plot a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    hidden = min(id_ for id_ in everything - left if f"#{id_}" in marks)
    page.locator(f".plot a[href='#{hidden}']").press("Enter")
    expect(page.locator(f"[id='{hidden}']")).to_be_visible()
    assert ids(page) == left | {hidden}
    section = page.locator(".axis > section", has=page.locator(f"[id='{hidden}']"))
    expect(section.locator("header")).to_be_visible()
    assert f"{len(left)} of {len(everything)} entries" in read_aloud(page)
    page.context.close()


def test_a_period_that_is_filtered_out_can_be_reached(
    address: str, browser: Browser
) -> None:
    """Without a script a link to it shows its heading, and no entry that does not fit."""
    page = open_finder(browser, address, scripted=False)
    everything, periods = ids(page), page.locator("[name=period]")
    periods.select_option(index=1)
    left = ids(page)
    hidden = page.locator(".axis > section[id]:not(:visible)").first.get_attribute("id")
    page.locator(f".columns a[href='#{hidden}']").click()
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
    index = f"{address}/index.html"
    asked = f"?period={first_value(page, 'period')}"
    last = page.locator(".plot a").last
    href = str(last.get_attribute("href"))
    entry = page.locator(f"[id='{href[1:]}']")
    last.press("Enter")
    expect(page).to_have_url(f"{index}{href}")
    expect(entry).to_be_in_viewport()
    page.locator("[name=period]").select_option(index=1)
    expect(entry).to_be_hidden()
    expect(page).to_have_url(f"{index}{asked}")
    last.press("Enter")
    expect(entry).to_be_in_viewport()
    expect(page).to_have_url(f"{index}{href}")
    page.context.close()


def test_an_address_that_was_kept_elsewhere_is_mended(
    address: str, browser: Browser
) -> None:
    """An address with a filter that hides its entry leads to the filter; no text is executed."""
    page = open_finder(browser, address)
    index = f"{address}/index.html"
    asked = f"?period={first_value(page, 'period')}"
    href = str(page.locator(".plot a").last.get_attribute("href"))
    visit(page, "about:blank")
    visit(page, f"{index}{asked}{href}")
    expect(page.locator(".finder summary")).to_be_in_viewport()
    expect(page).to_have_url(f"{index}{asked}")
    # What stands after # may be anything.
    visit(page, "about:blank")
    visit(page, f"{index}#50%")
    open_filters(page)
    page.locator("[name=period]").select_option(index=1)
    expect(page).to_have_url(f"{index}{asked}#50%")
    visit(page, f"{index}?kind=elephant")
    expect(page.locator("[name=kind]")).to_have_value("")
    expect(page.locator("[name=kind] option:checked")).to_have_count(1)
    page.context.close()


def test_a_mark_that_is_filtered_out_can_be_read_where_it_is_focused(
    address: str, browser: Browser
) -> None:
    """It is pale no longer, and the others stay as pale as they were."""
    page = open_finder(browser, address)
    page.locator("[name=status]").select_option(index=1)
    missed = page.locator(".plot .missed")
    missed.first.press("Shift")  # So that the keyboard was used last.
    expect(missed.nth(0)).to_have_css("opacity", "1")
    expect(missed.nth(1)).to_have_css("opacity", "0.2")
    page.locator(".plot a:not(.missed)").first.press("Shift")
    for mark in missed.all():
        expect(mark).to_have_css("opacity", "0.2")
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
    park(page)
    left = ids(page)
    total = page.locator(".axis .entry").count()
    expect(status).to_have_text(f"{len(left)} of {total} entries")
    for mark in page.locator(".plot a").all():
        fits = (mark.get_attribute("href") or "#")[1:] in left
        expect(mark).to_have_css("opacity", "1" if fits else "0.2")
    reset = page.get_by_role("button", name="Show all")
    reset.press("Enter")
    expect(reset).to_be_focused()
    expect(status).to_have_text(f"{total} of {total} entries")
    expect(page.locator(".plot .missed")).to_have_count(0)
    page.context.close()
