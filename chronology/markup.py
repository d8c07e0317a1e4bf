"""Turns Markdown into safe HTML, with its links as the site has them."""

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from chronology.problems import quoted

INLINE = {"a", "br", "code", "em", "strong"}
BLOCKS = INLINE | {
    *("blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
}
HERE = "site:"
"""Stands before an address within the site until a page knows where it stands itself."""

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
_BLOCK_SYNTAX = (
    *("empty", "indent", "code", "hashheader", "setextheader", "hr"),
    *("olist", "ulist", "quote", "reference"),
)
_NO_SYNTAX = ("html", "autolink", "automail", "image_link", "image_reference", "short_image_ref")
_PLAIN = re.compile(r"[^\W_][\w .,;:?()“”‘’…–—%/-]*(?<![\s_])")
_ENTRY = re.compile(r"(?P<id>[a-z0-9-]+)\.md")
_SOURCE = re.compile(r"\.\./seeds/(?P<id>[a-z0-9-]+)\.md")
_WORDS = {"_introduction.md": "index.html"} | {
    f"_{name}.md": f"{name}.html" for name in ("afterword", "method")
}


@dataclass(frozen=True)
class Link:
    """A link as it was typed, and the page of the site it means."""

    typed: str
    address: str | None
    """The page's address; None where the link is in a form not taken."""


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
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def plain_text(html: Markup) -> str:
    """Return what a reader sees of it, on one line."""
    return " ".join(html.striptags().split())


class Converter:
    """Markdown to safe HTML; keeps one converter of each kind, since making one is slow."""

    def __init__(self) -> None:
        """Prepare for passages, which are inline, and for whole pages."""
        self._links = _Links()
        self._inline, self._blocks = self._make(), self._make(TableExtension())
        for name in _BLOCK_SYNTAX:
            self._inline.parser.blockprocessors.deregister(name)
        for name in ("reference", "short_reference"):
            self._inline.inlinePatterns.deregister(name)

    def _make(self, *extensions: Extension) -> Markdown:
        """Return a converter in which tags are text: who reads a text has refused them already."""
        markdown = Markdown(extensions=extensions)
        markdown.ESCAPED_CHARS = [*string.punctuation, *"“”"]
        markdown.treeprocessors.register(self._links, "links", 5)
        markdown.preprocessors.deregister("html_block")
        for name in _NO_SYNTAX:
            markdown.inlinePatterns.deregister(name)
        return markdown

    def inline(self, text: str) -> tuple[Markup, tuple[Link, ...]]:
        """Return the HTML of text within a line, and its links; block syntax means nothing."""
        line = " ".join(text.split())
        if _PLAIN.fullmatch(line):  # Most are: no markup, nothing to escape.
            return Markup(line), ()
        html, links = self._convert(self._inline, line, INLINE)
        return Markup(html.removeprefix("<p>").removesuffix("</p>")), links

    def page(self, text: str) -> tuple[Markup, tuple[Link, ...]]:
        """Return the HTML of a whole page in words, and its links."""
        html, links = self._convert(self._blocks, text, BLOCKS)
        return Markup(html), links

    def _convert(
        self, markdown: Markdown, text: str, tags: set[str]
    ) -> tuple[str, tuple[Link, ...]]:
        self._links.found = []
        html = nh3.clean(
            markdown.reset().convert(text),
            tags=tags,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto", HERE.rstrip(":")},
            link_rel=None,
        )
        html = re.sub(r'(?=href="https?:)', 'rel="noopener noreferrer" ', html)
        return html, tuple(self._links.found)


class _Links(Treeprocessor):
    """Notes every link that Markdown has found, and turns files into addresses."""

    found: list[Link]

    def run(self, root: Element) -> None:
        for anchor in root.iter("a"):
            title = anchor.get("title")
            typed = anchor.get("href", "") + (f' "{title}"' if title else "")
            if re.fullmatch(r"(https?://|mailto:)\S+", typed):
                continue
            path, _, fragment = typed.partition("#")
            link = Link(typed, _address(path))
            self.found.append(link)
            anchor.set("href", f"{HERE}{link.address}{'#' if fragment else ''}{fragment}")


def _address(path: str) -> str | None:
    if path in _WORDS:
        return _WORDS[path]
    if entry := _ENTRY.fullmatch(path):
        return f"events/{entry['id']}.html"
    if source := _SOURCE.fullmatch(path):
        return f"sources/{source['id']}.html"
    return path if re.fullmatch(r"[a-z0-9/-]+\.(html|json|xml)", path) else None
