"""What a page may load and run: the whole of its policy, on every page."""

import re
from collections.abc import Mapping

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE

BUILT = (
    "default-src 'none'; connect-src 'self'; style-src 'self' HASH; img-src 'self' data:;"
    " script-src 'self' HASH; base-uri 'none'; form-action 'none'"
)
SHOWN = (
    "default-src 'none'; connect-src 'self' ws://127.0.0.1:8123 ws://localhost:8123;"
    " style-src 'self' HASH; img-src 'self' data:; script-src 'self' 'unsafe-inline';"
    " base-uri 'none'; form-action 'none'"
)


def policies(site: Mapping[str, bytes]) -> set[str]:
    """Return the policies of all pages, with their digests told alike."""
    pages = [text.decode() for name, text in site.items() if name.endswith(".html")]
    found = [
        re.findall('<meta http-equiv="Content-Security-Policy" content="(.*?)"', page)
        for page in pages
    ]
    assert {len(one) for one in found} == {1}
    return {re.sub(r"'sha256-[\w+/]{43}='", "HASH", policy) for (policy,) in found}


def test_a_page_loads_only_what_this_site_has() -> None:
    """Nothing else, and no script but its own two."""
    assert policies(make_site(Request(EXAMPLE))) == {BUILT}


def test_the_preview_lets_livereload_through() -> None:
    """By either name of this computer, on the port that is served."""
    site = make_site(Request(EXAMPLE, drafts=True, preview_port=8123))
    assert policies(site) == {SHOWN}
