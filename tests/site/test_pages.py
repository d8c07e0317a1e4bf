"""Every page of the example: one main, headings in order, ids of its own, nothing obeyed."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE

HOME = "https://light.example/keth/"
LOADING = {"src", "srcset", "data", "poster", "action", "formaction"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ATOM = "{http://www.w3.org/2005/Atom}"

Trees = Mapping[str, Element]


@pytest.fixture(scope="module")
def site() -> Mapping[str, bytes]:
    """The site of the example."""
    return make_site(Request(EXAMPLE))


@pytest.fixture(scope="module")
def trees(site: Mapping[str, bytes]) -> Trees:
    """Every page by its address; html5lib raises where one is not strictly HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    pages = {
        address: text for address, text in site.items() if address.endswith(".html")
    }
    return {
        address: parser.parse(text.decode()) for address, text in sorted(pages.items())
    }


MOVED = {
    "events/1911-03-the-inquiry-begins.html",
    "events/1911-03-09-the-inquiry-ends.html",
}
"""Former addresses of an entry of the example."""


def ids(tree: Element) -> list[str]:
    """Return the ids of a page."""
    return [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]


def test_ids_are_filled_and_unique(trees: Trees) -> None:
    """A fragment names one spot."""
    for address, tree in trees.items():
        assert "" not in ids(tree), address
        assert len(set(ids(tree))) == len(ids(tree)), address


def test_every_page_says_what_it_is(trees: Trees) -> None:
    """In words of its own, for whoever finds it in a search."""
    metas = {
        address: [
            m.attrib["content"]
            for m in tree.iter("meta")
            if m.get("name") == "description"
        ]
        for address, tree in trees.items()
    }
    assert {len(found) for found in metas.values()} == {1}
    standing = trees.keys() - MOVED
    assert len({metas[address][0] for address in standing}) == len(standing)


def test_a_former_address_leads_to_the_entry(site: Mapping[str, bytes]) -> None:
    """At once, by a link too, and for search engines; served and from a disk."""
    for address in sorted(MOVED):
        page = site[address].decode()
        entry = "../events/1911-03-02-the-inquiry.html"
        canonical = f"{HOME}events/1911-03-02-the-inquiry.html"
        assert f'<meta http-equiv="refresh" content="0; url={entry}">' in page
        assert f'<link rel="canonical" href="{canonical}">' in page
        assert f'<a href="{entry}">The inquiry sits</a>' in page


def test_nothing_is_loaded_from_another_host(trees: Trees) -> None:
    """No request leaves the site; within a page nothing is scripted but its theme."""
    for address, tree in trees.items():
        for element in tree.iter():
            loaded = {element.attrib[name] for name in LOADING & element.attrib.keys()}
            if element.tag == "link" and element.attrib["rel"] != "canonical":
                loaded.add(element.attrib["href"])
            hosts = {urlsplit(way).netloc for way in loaded} - {""}
            assert hosts <= ({"light.example"} if address == "404.html" else set()), (
                address
            )
            assert not [name for name in element.attrib if name.startswith("on")], (
                address
            )
            if element.tag == "script" and element.text:
                assert "localStorage" in element.text, address


def test_every_link_leads_somewhere(site: Mapping[str, bytes], trees: Trees) -> None:
    """Every link within the site leads to a file, and every fragment to an id on it."""
    for address, tree in trees.items():
        for href in [
            element.attrib["href"]
            for element in tree.iter()
            if "href" in element.attrib
        ]:
            if urlsplit(href).scheme:
                continue
            assert not href.startswith("/"), f"{address}: {href} works from no disk"
            target, fragment = urldefrag(urljoin(address, href))
            assert target in site, f"{address}: {href}"
            assert not fragment or unquote(fragment) in ids(trees[target]), (
                f"{address}: {href}"
            )


def test_every_page_has_one_main_and_headings_in_order(trees: Trees) -> None:
    """One `<main>`, one `<h1>`, and no level left out on the way down."""
    for address, tree in trees.items():
        names = [str(element.tag) for element in tree.iter()]
        levels = [int(name[1]) for name in names if name in HEADINGS]
        assert (names.count("main"), levels.count(1)) == (1, 1), address
        assert all(level <= above + 1 for above, level in pairwise([0, *levels])), (
            address
        )


def test_every_entry_of_the_index_has_its_id(trees: Trees) -> None:
    """All that have a page and are not withdrawn."""
    pages = trees.keys() - MOVED
    entries = {Path(address).stem for address in pages if address.startswith("events/")}
    assert entries - set(ids(trees["index.html"])) == {"2005-03-a-ghost-is-seen"}


def test_every_paragraph_cited_has_its_id(trees: Trees) -> None:
    """It is what a citation links to."""
    cited = [
        name for name in ids(trees["sources/gazette-1911.html"]) if name[1:].isdecimal()
    ]
    assert cited == ["p2", "p3", "p4", "p6", "p7"]


def test_the_page_that_is_not_found_has_only_whole_addresses(trees: Trees) -> None:
    """It is served at any depth."""
    ways = [element.attrib.get("href", "#") for element in trees["404.html"].iter()]
    away = [way for way in ways if not way.startswith(("#", "data:"))]
    assert away
    assert all(way.startswith(HOME) for way in away)


def test_the_feed_has_every_entry_the_newest_first(
    site: Mapping[str, bytes], trees: Trees
) -> None:
    """Withdrawn ones and drafts aside."""
    feed = ElementTree.fromstring(site["feed.xml"])
    entries = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    shown = [
        address for address in trees if Path(address).stem in ids(trees["index.html"])
    ]
    assert sorted(map(str, entries)) == sorted(HOME + address for address in shown)
    added = [
        str(entry.findtext(f"{ATOM}published")) for entry in feed.iter(f"{ATOM}entry")
    ]
    assert added == sorted(added, reverse=True)
    assert added[0] == "2026-01-07T00:00:00Z"


def test_the_sitemap_has_every_page(site: Mapping[str, bytes], trees: Trees) -> None:
    """The one that is not found aside; index.html is its folder."""
    sitemap = ElementTree.fromstring(site["sitemap.xml"])
    places = {
        element.text for element in sitemap.iter() if element.tag.endswith("}loc")
    }
    pages = trees.keys() - MOVED - {"404.html"}
    assert places == {HOME + address.removesuffix("index.html") for address in pages}


def test_what_an_editor_wrote_is_shown_and_never_obeyed(trees: Trees) -> None:
    """Braces, tags and scripts are letters, wherever they stand."""
    page = "".join(trees["events/bce-0044-03-the-first-fire.html"].itertext())
    for written in (
        "The first fire & “olive wood”, </script> as text",
        "1 < 2 > 0 & so on, < script>alert(‘x’)< /script>",
        "{{ 7 * 7 }}, {% include x %}, {# none #}, [no citation], *no stress*, a@b",
        "<b>[@nobody, para. 1]</b>",
        "&, <b> and 100 %",
    ):
        assert written in page
    assert "<script>{{ nothing }}</script>" in "".join(trees["method.html"].itertext())
