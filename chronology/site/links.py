"""Makes links between the files of the site, relative to the page on which they stand."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import jinja2

from chronology.syntax.markup import HERE
from chronology.wording import quoted

Link = Callable[..., str]
"""Takes an address and perhaps a fragment, and returns the relative link from one page."""

_HERE = re.compile(
    rf"""
    (?<=href="){HERE}
    (?P<address>[^"\#]*)
    (?:\#(?P<fragment>[^"]*))?
    (?=")
    """,
    re.VERBOSE,
)


def make_link(here: str, addresses: frozenset[str]) -> Link:
    """Return a function that makes the links from one page to any file of the site."""

    def link(address: str, fragment: str | None = None) -> str:
        """Return the link from this page to another, or to a place on it.

        Raises:
            TemplateRuntimeError: The site has no such page.
        """
        if address not in addresses:
            raise jinja2.TemplateRuntimeError(f"no page {quoted(address)} in this site")
        if fragment and address == here:
            return f"#{fragment}"
        way = "../" * here.count("/") + address
        return f"{way}#{fragment}" if fragment else way

    return link


def settle(text: str, link: Link) -> str:
    """Return a page's text with the links in its prose made relative to the page."""
    return _HERE.sub(lambda match: link(match["address"], match["fragment"]), text)


class _Ids(HTMLParser):
    """Collects the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the id of an element that has one."""
        self.found.update(value for name, value in attrs if name == "id" and value)


def list_ids(page: str) -> set[str]:
    """Return the ids that stand on a page of HTML."""
    parser = _Ids()
    parser.feed(page)
    return parser.found
