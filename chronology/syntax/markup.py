"""Turns Markdown into safe HTML, with its links as the site has them."""

import re
import string
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry
from markupsafe import Markup

from chronology.wording import quoted

INLINE = {"a", "br", "code", "em", "strong"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
BLOCKS = (
    INLINE
    | TABLES
    | {"blockquote", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul"}
)
HERE = "site:"
"""Stands before an address within the site until a page knows where it stands itself."""
_SCHEMES = {"http", "https", "mailto", HERE.rstrip(":")}
_KEPT = {"a": {"href"}}
_REFUSED = {
    r"<(?=[A-Za-z/!?])[^<>\n]*>?": "raw HTML is not taken: {}; write Markdown",
    r"!\[[^\[\]@]*\](?=[(\[])": "an image is not taken: {}; say what it shows",
    r"(?<!!)\[[^\[\]@]*\]\[[^\[\]@]*\]": "a reference is not taken: {}; write [text](address)",
    r"(?m)^ {0,3}#(?!#)": "headings begin with ##; the page's title stands in the front matter",
}
_HIDDEN = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<fence>^(?P<mark>```|~~~).*?^(?P=mark))"
    r"|(?P<block>(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+)"
    r"|(?P<escape>\\[^\w\s])|(?P<target>(?<=\]\()[^()\[\]]+(?=\)))",
    re.DOTALL | re.MULTILINE,
)
_NO_SYNTAX = (
    "html",
    "autolink",
    "automail",
    "image_link",
    "image_reference",
    "short_image_ref",
)
_PLAIN = re.compile(r"[^\W_][\w .,;:?()“”‘’…–—%/-]*(?<![\s_])")
_ADDRESSES = {
    r"_introduction\.md": "index.html",
    r"_(afterword|method)\.md": r"\1.html",
    r"([a-z0-9-]+)\.md": r"events/\1.html",
    r"\.\./seeds/([a-z0-9-]+)\.md": r"sources/\1.html",
    r"([a-z0-9/-]+\.(?:html|json|xml))": r"\1",
}
"""What may be typed as a link within the site, and the page it means."""


class Link(NamedTuple):
    """A link as it was typed, and the page of the site it means."""

    typed: str
    address: str | None
    """The page's address; None where the link is in a form not taken."""


Converted = tuple[Markup, tuple[Link, ...]]
"""Safe HTML, and the links in it that stay within the site or are in a form not taken."""


def mask(text: str) -> str:
    """Return the text with spaces for what is not prose: code, escapes, targets of links."""
    return _HIDDEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def list_refused(masked: str) -> Iterator[tuple[int, str]]:
    """Yield where something stands that passages and pages have no room for, and why."""
    for pattern, why in _REFUSED.items():
        for match in re.finditer(pattern, masked):
            yield match.start(), why.format(quoted(match[0], 30))


def slug(text: str) -> str:
    """Return the text as part of an address: `[a-z0-9-]`, perhaps empty."""
    plain = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def inline(text: str) -> Converted:
    """Return the HTML of text within a line, and its links; block syntax means nothing."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):  # Most are: no markup, nothing to escape.
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
    """Markdown to safe HTML; Markdown hands it each tree, in which it turns files into addresses.

    Tags are text to it: who reads a text has refused them already.
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
            paragraph = self.md.parser.blockprocessors["paragraph"]
            self.md.parser.blockprocessors = Registry()
            self.md.parser.blockprocessors.register(paragraph, "paragraph", 10)

    def convert(self, text: str, tags: set[str]) -> Converted:
        self.links = []
        html = self.md.reset().convert(text)
        html = nh3.clean(
            html, tags, attributes=_KEPT, url_schemes=_SCHEMES, link_rel=None
        )
        html = re.sub(r'(?=href="https?:)', 'rel="noopener noreferrer" ', html)
        return Markup(html), tuple(self.links)

    def run(self, root: Element) -> None:
        """Note the links of a tree that Markdown has made, and give each its address."""
        for anchor in root.iter("a"):
            title = anchor.get("title")
            typed = anchor.get("href", "") + (f' "{title}"' if title else "")
            if re.fullmatch(r"(https?://|mailto:)\S+", typed):
                continue
            path, _, fragment = typed.partition("#")
            link = Link(typed, _address(path))
            self.links.append(link)
            anchor.set(
                "href", f"{HERE}{link.address}{'#' if fragment else ''}{fragment}"
            )


def _address(path: str) -> str | None:
    found = (
        (re.fullmatch(form, path), address) for form, address in _ADDRESSES.items()
    )
    return next((match.expand(address) for match, address in found if match), None)
