"""Turns Markdown into safe HTML, with its links as the site has them."""

import re
import string
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry
from markupsafe import Markup

from chronology.syntax.addresses import find_address

INLINE = {"a", "br", "code", "em", "strong"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
STRUCTURE = {"blockquote", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul"}
BLOCKS = INLINE | TABLES | STRUCTURE
HERE = "site:"
"""Stands before an address within the site until a page knows where it stands itself."""
_SCHEMES = {"http", "https", "mailto", HERE.rstrip(":")}
_KEPT = {"a": {"href"}}
_NO_SYNTAX = (
    "html",
    "autolink",
    "automail",
    "image_link",
    "image_reference",
    "short_image_ref",
)
_PLAIN = re.compile(r"[^\W_][\w .,;:?()“”‘’…–—%/-]*(?<![\s_])")
"""A line without markup, and without anything to escape."""
_LEADS_AWAY = re.compile(r"(https?://|mailto:)\S+")


class Link(NamedTuple):
    """A link as it was typed, and the page of the site it means."""

    typed: str
    address: str | None
    """The page's address; None where we do not take the link."""


Converted = tuple[Markup, tuple[Link, ...]]
"""Safe HTML, and those of its links that do not lead away from the site."""


def inline(text: str) -> Converted:
    """Return the HTML of text within a line, and its links; block syntax means nothing."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):  # Most lines are, and making HTML is slow.
        return Markup(line), ()
    return _converter(is_page=False).convert(line, INLINE)


def page(text: str) -> Converted:
    """Return the HTML of a whole page in words, and its links."""
    return _converter(is_page=True).convert(text, BLOCKS)


@cache
def _converter(*, is_page: bool) -> "_Converter":
    """Return the one converter of each kind, since making one is slow."""
    return _Converter(is_page=is_page)


class _Converter(Treeprocessor):
    """Turns Markdown into safe HTML; Markdown calls it to turn files into addresses.

    It takes tags for text: whoever read the text has refused them already.
    """

    def __init__(self, *, is_page: bool) -> None:
        super().__init__(Markdown(extensions=[TableExtension()]))
        self.links: list[Link] = []
        self.md.ESCAPED_CHARS = [*string.punctuation, *"“”"]
        self.md.treeprocessors.register(self, "links", 5)
        self.md.preprocessors.deregister("html_block")
        for name in _NO_SYNTAX:
            self.md.inlinePatterns.deregister(name)
        if not is_page:
            self._forget_blocks()

    def _forget_blocks(self) -> None:
        """Leave paragraphs as the only block that Markdown knows."""
        paragraph = self.md.parser.blockprocessors["paragraph"]
        self.md.parser.blockprocessors = Registry()
        self.md.parser.blockprocessors.register(paragraph, "paragraph", 10)

    def convert(self, text: str, tags: set[str]) -> Converted:
        self.links = []
        html = nh3.clean(
            self.md.reset().convert(text),
            tags=tags,
            attributes=_KEPT,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
        html = re.sub(r'(?=href="https?:)', 'rel="noopener noreferrer" ', html)
        return Markup(html), tuple(self.links)

    def run(self, root: Element) -> None:
        """Note the links of a tree that Markdown has made, and give each its address."""
        for anchor in root.iter("a"):
            typed = _typed_link(anchor)
            if _LEADS_AWAY.fullmatch(typed):
                continue
            path, mark, fragment = typed.partition("#")
            link = Link(typed, find_address(path))
            self.links.append(link)
            if not fragment:
                mark = ""
            anchor.set("href", f"{HERE}{link.address}{mark}{fragment}")


def _typed_link(anchor: Element) -> str:
    """Return the address and the title of a link as they were typed."""
    address = anchor.get("href", "")
    title = anchor.get("title")
    if not title:
        return address
    return f'{address} "{title}"'
