"""The real site and the example in a real browser, as a reader has them."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.sites import AXE, list_html, one_of_each_kind, open_page, visit
from tests.examples import REPOSITORY, copy_example

WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")
REMOVE = "selector => document.querySelectorAll(selector).forEach(found => found.remove())"


def listen(page: Page, base: str) -> list[str]:
    """Return a list of what the page will say and what it will ask that it must not."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: said.extend(_explain(request)))
    page.on("request", lambda r: None if r.url.startswith(base) else said.append(r.url))
    return said


def _explain(request: Request) -> list[str]:
    """Return why the request failed; the icon of a page that is left before it came has not."""
    was_left = request.failure == "net::ERR_ABORTED" and request.url.endswith("/icon.svg")
    return [] if was_left else [f"{request.url}: {request.failure}"]


def test_every_page_parses_strictly(site: Path) -> None:
    """No page has a parse error."""
    for page in list_html(site):
        html5lib.HTMLParser(strict=True).parse((site / page).read_text(encoding="utf-8"))


def test_every_link_leads_somewhere(site: Path) -> None:
    """Every link within the site leads to a file, and every fragment to an id on it."""
    ids = {
        page: set(re.findall(r'\sid="([^"]+)"', (site / page).read_text(encoding="utf-8")))
        for page in list_html(site)
    }
    for page, names in ids.items():
        text = (site / page).read_text(encoding="utf-8")
        assert len(names) == len(re.findall(r'\sid="', text)), f"an id twice in {page}"
        for href in re.findall(r'\shref="([^"]+)"', text):
            if re.match(r"[a-z]+:", href):
                continue
            assert not href.startswith("/"), f"{page}: {href} works from no disk"
            target, fragment = urldefrag(urljoin(page, href))
            assert (site / target).is_file(), f"{page}: {href}"
            assert not fragment or unquote(fragment) in ids[target], f"{page}: {href}"


def test_no_page_says_anything_to_the_console_or_asks_another_host(
    site: Path, address: str, browser: Browser
) -> None:
    """Served and from the disk: nothing is refused, nothing fails, nothing leaves."""
    for base in (address, site.as_uri()):
        page = open_page(browser)
        said = listen(page, base)
        for name in list_html(site):
            visit(page, f"{base}/{name}")
            assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", name
        assert said == []
        page.context.close()


def test_nothing_scrolls_sideways(site: Path, address: str, browser: Browser) -> None:
    """At 320 px every page keeps within the window, the longest word too."""
    page = open_page(browser, width=320)
    for name in list_html(site):
        visit(page, f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(
    site: Path, address: str, browser: Browser, width: int, scheme: str
) -> None:
    """WCAG 2.2 AA and best practices, on every kind of page."""
    page = open_page(browser, width=width, color_scheme=scheme)
    for name in one_of_each_kind(site):
        visit(page, f"{address}/{name}")
        found = Axe().run(page, options=AXE)
        rules = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found.response["violations"]]
        assert rules == [], name
    page.context.close()


def test_a_citation_leads_to_its_paragraph_and_back(address: str, browser: Browser) -> None:
    """From the statement to the paragraph of its source, and from there to the entry again."""
    page = open_page(browser)
    visit(page, f"{address}/index.html")
    entry = page.locator("article").first
    title = entry.get_by_role("heading").first.inner_text()
    entry.locator("a[href*='#p']").first.click()
    number = page.url.rpartition("#p")[2]
    paragraph = page.locator(f"#p{number}")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.get_by_role("heading")).to_have_text(f"¶{number}")
    paragraph.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.context.close()


def test_everything_is_there_without_javascript(site: Path, address: str, browser: Browser) -> None:
    """The same text, with JavaScript on and off."""
    with_it, without = open_page(browser), open_page(browser, java_script_enabled=False)
    for name in one_of_each_kind(site):
        for page in (with_it, without):
            visit(page, f"{address}/{name}")
        with_it.evaluate(REMOVE, ".theme, .scripts")  # What only a script can do.
        assert with_it.locator("body").inner_text() == without.locator("body").inner_text()
        assert len(without.locator("main").inner_text()) > 20
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
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.context.close()


def test_the_names_keep_their_entries_on_paper(address: str, browser: Browser) -> None:
    """Paper has no controls, but every list that a reader needs."""
    page = open_page(browser)
    visit(page, f"{address}/people.html")
    page.emulate_media(media="print")
    expect(page.locator("main li a").last).to_be_visible()
    hidden = page.locator("main a").evaluate_all(
        "links => links.filter(link => !link.checkVisibility()).length"
    )
    assert hidden == 0
    page.context.close()


def test_serve_shows_a_save_and_a_fault_in_the_open_page(tmp_path: Path, browser: Browser) -> None:
    """A saved event, template, stylesheet and source show; a fault shows, the last site stays."""
    root = copy_example(tmp_path / "root")
    own = root / "templates"
    own.mkdir()
    for name in ("partials/footer.html", "style/base.css"):
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_bytes((REPOSITORY / "templates" / name).read_bytes())
    port = _free_port()
    command = [sys.executable, str(REPOSITORY / "build.py"), "serve", "--root", str(root)]
    server = subprocess.Popen(
        [*command, "--port", str(port)], stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    try:
        assert server.stderr
        while "Serving on" not in server.stderr.readline():
            assert server.poll() is None
        page = open_page(browser)
        said = listen(page, f"http://127.0.0.1:{port}/")
        with page.expect_websocket() as socket:
            page.goto(f"http://127.0.0.1:{port}/")
        socket.value.wait_for_event("framereceived")
        expect(page.get_by_text("A draft", exact=True).first).to_be_visible()
        event = root / "events" / "1850-the-keepers-sleep.md"
        good = event.read_text(encoding="utf-8")
        _save(event, re.sub(r"^title: .*$", "title: Seen at once", good, flags=re.MULTILINE))
        expect(page.get_by_role("heading", name="Seen at once")).to_be_visible(timeout=15000)
        _save(event, re.sub(r"^date: .*$", "date: 1850-13", good, flags=re.MULTILINE))
        faults = page.locator(".problems")
        expect(faults).to_contain_text("events/1850-the-keepers-sleep.md:3:7", timeout=15000)
        expect(page.get_by_role("heading", name="Seen at once")).to_be_visible()
        _save(event, good)
        expect(faults).to_have_count(0, timeout=15000)
        footer = own / "partials/footer.html"
        markup = footer.read_text(encoding="utf-8")
        _save(footer, markup.replace("<footer>", "<footer><p>Mended</p>"))
        expect(page.get_by_text("Mended")).to_be_visible(timeout=15000)
        style = own / "style/base.css"
        _save(style, style.read_text(encoding="utf-8") + "\nbody{outline:3px solid red}\n")
        expect(page.locator("body")).to_have_css("outline-width", "3px", timeout=15000)
        source = root / "seeds" / "pilot-book.md"
        with page.expect_websocket() as socket:
            page.goto(f"http://127.0.0.1:{port}/sources/pilot-book.html")
        socket.value.wait_for_event("framereceived")
        _save(source, source.read_text(encoding="utf-8") + "\nWord of the source, anew.\n")
        expect(page.get_by_text("Word of the source, anew.")).to_be_visible(timeout=15000)
        assert said == []
        assert not (root / "site").exists()
        page.context.close()
    finally:
        server.terminate()
        server.communicate()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _save(file: Path, text: str) -> None:
    """Write the file as an editor does, so that its time of change is another."""
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    if file.stat().st_mtime_ns == before:
        os.utime(file, ns=(before + 1_000_000, before + 1_000_000))
