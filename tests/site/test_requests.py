"""What one run is asked for: where the site will be served, and whether drafts are shown."""

import re
from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE, copy_example


def example_without_url(folder: Path) -> Path:
    """Return a copy of the example that does not know where it will be served."""
    settings = copy_example(folder) / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^url = .*\n", "", text), encoding="utf-8")
    return folder


def test_url_says_where_it_will_be_served() -> None:
    """It stands instead of the settings' own."""
    site = make_site(Request(EXAMPLE, url="https://other.example/x/"))
    assert b"https://light.example/" not in b"".join(site.values())
    assert b"<loc>https://other.example/x/</loc>" in site["sitemap.xml"]
    assert b'href="https://other.example/x/feed.xml"' in site["feed.xml"]
    assert b'href="https://other.example/x/"' in site["404.html"]


def test_without_url_nothing_says_where(tmp_path: Path) -> None:
    """No feed, no sitemap, no link on the page that is served at any depth."""
    site = make_site(Request(example_without_url(tmp_path / "root")))
    assert make_site(Request(EXAMPLE)).keys() - site.keys() == {
        "feed.xml",
        "sitemap.xml",
    }
    assert b"https://light.example/" not in b"".join(site.values())
    assert re.findall(rb' href="(?!#|data:)', site["404.html"]) == []


def test_drafts_are_left_out_of_the_site() -> None:
    """Only the preview shows them; only its pages let livereload through."""
    built = make_site(Request(EXAMPLE))
    shown = make_site(Request(EXAMPLE, drafts=True, preview_port=5500))
    assert shown.keys() - built.keys() == {"events/2011-05-a-draft.html"}
    assert b"A draft" not in b"".join(built.values())
    for address, text in built.items():
        if address.endswith(".html"):
            assert re.search(rb"script-src 'self' 'sha256-[\w+/]{43}=';", text)
            assert b"unsafe-inline" not in text
            assert b"script-src 'self' 'unsafe-inline';" in shown[address]
            assert b"connect-src 'self' ws://127.0.0.1:5500" in shown[address]
