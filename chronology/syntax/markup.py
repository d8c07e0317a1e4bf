"""Turns Markdown into safe HTML, in which links to files become links to pages."""

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
"""Begins an address within the site until the link is made relative to the page that shows it."""
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
    """The page's address; None if such a link is not allowed."""


Converted = tuple[Markup, tuple[Link, ...]]
"""Safe HTML, and its links within the site."""


def inline(text: str) -> Converted:
    """Return one line of text as HTML, and its links; Markdown for blocks has no effect."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):  # Most lines are plain, and Markdown is slow.
        return Markup(line), ()
    return _converter(is_page=False).convert(line, INLINE)


def page(text: str) -> Converted:
    """Return a whole page of Markdown as HTML, and its links."""
    return _converter(is_page=True).convert(text, BLOCKS)


@cache
def _converter(*, is_page: bool) -> "_Converter":
    """Return the converter for pages or for lines; each is made once, since that is slow."""
    return _Converter(is_page=is_page)


class _Converter(Treeprocessor):
    """Turns Markdown into safe HTML; Markdown calls its `run` to give links their addresses.

    HTML tags are shown as text. Editors may not write them: the masking step reports them.
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
        """Make paragraphs the only block that Markdown knows."""
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
        """Collect the links of a tree that Markdown has made, and give each its address."""
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
