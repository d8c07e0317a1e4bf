"""The masthead: what it leads to, and which of it a page belongs to."""

import re
from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE, copy_example

LINK = re.compile(r'<li><a href="([^"]*)"(?: aria-current="(\w+)")?>([^<]*)</a>')


def masthead_of(page: bytes) -> list[tuple[str, str, str]]:
    """Return where each link of a page's masthead leads, what is current, and its words."""
    masthead = page.decode().split('class="masthead"', 1)[1].split("</header>", 1)[0]
    return LINK.findall(masthead)


def current_of(page: bytes) -> list[tuple[str, str]]:
    """Return the words of what is current, and whether it is the page or a part of it."""
    return [(words, current) for _, current, words in masthead_of(page) if current]


# a page | what of the masthead is current
CURRENT = {
    "index.html": [("Chronology", "page")],
    "events/1911-03-02-the-inquiry.html": [("Chronology", "true")],
    "events/2005-03-a-ghost-is-seen.html": [("Chronology", "true")],
    "afterword.html": [("Chronology", "true")],
    "differences.html": [("Differences", "page")],
    "people.html": [("Names", "page")],
    "sources/index.html": [("Sources", "page")],
    "sources/zenodora.html": [("Sources", "true")],
    "method.html": [("Method", "page")],
    "data.html": [("Data", "page")],
    "corrections.html": [],
    "404.html": [],
}


def test_each_page_says_where_it_belongs() -> None:
    """What a reader has come from stands out."""
    site = make_site(Request(EXAMPLE))
    assert {address: current_of(site[address]) for address in CURRENT} == CURRENT


def test_what_is_not_there_has_no_page_and_no_link(tmp_path: Path) -> None:
    """Neither names nor texts nor corrections: all three are for editors to add."""
    root = copy_example(tmp_path / "root")
    for file in (root / "events").glob("_*"):
        file.unlink()
    for name in ("1783-the-tower-is-raised", "2005-03-a-ghost-is-seen"):
        (root / "events" / f"{name}.md").unlink()
    for ledger, line in (
        ("gazette-1911", "2 stood dark for three hours\n"),
        ("keth-courier-1998", "3 on days without wind\n"),
    ):
        file = root / "seeds" / f"{ledger}.quotes"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(line, ""), encoding="utf-8")
    pages = make_site(Request(root))
    lacking = {
        address
        for address in make_site(Request(EXAMPLE)).keys() - pages.keys()
        if not address.startswith("events/")
    }
    wanted = {"afterword.html", "corrections.html", "method.html", "people.html"}
    assert lacking == wanted
    assert [words for _, _, words in masthead_of(pages["index.html"])] == [
        "Chronology",
        "Differences",
        "Sources",
        "Data",
    ]
    links = [
        link
        for address, page in pages.items()
        if address.endswith(".html")
        for link in re.findall('href="([^"]*)"', page.decode())
    ]
    assert not [link for link in links if link.rsplit("/", 1)[-1] in wanted]
