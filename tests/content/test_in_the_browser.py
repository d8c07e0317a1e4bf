"""The real content in a real browser: each kind of page opens, whatever its subject is."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from chronology.commands.cli import main
from tests.browser.sites import listen, one_of_each_kind, open_page, serving, visit
from tests.examples import REPOSITORY


def test_each_kind_of_page_opens(tmp_path: Path, browser: Browser) -> None:
    """With one title, within a narrow window, without a complaint or a request elsewhere."""
    site = tmp_path / "site"
    assert main(["--root", str(REPOSITORY), "--site", str(site)]) == 0
    with serving(site) as address:
        page = open_page(browser, width=320)
        said = listen(page, address)
        for name in one_of_each_kind(site):
            visit(page, f"{address}/{name}")
            expect(page.locator("h1")).to_have_count(1)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert said == []
        page.context.close()
