"""Turns Markdown into safe HTML, with its links as the site has them."""

import re
import string
import unicodedata
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

RAW_HTML = re.compile(r"<(?=[A-Za-z/!?])[^<>\n]*>?")
_HIDDEN = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<fence>^(?P<mark>```|~~~).*?^(?P=mark))"
    r"|(?P<block>(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+)"
    r"|(?P<escape>\\[^\w\s])|(?P<target>\]\([^()\s]*\))",
    re.DOTALL | re.MULTILINE,
)
_BLOCK_SYNTAX = (
    *("empty", "indent", "code", "hashheader", "setextheader", "hr"),
    *("olist", "ulist", "quote", "reference"),
)
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
        self._collector = _Links()
        self._inline = Markdown(extensions=[_Collecting(self._collector), _InlineOnly()])
        self._blocks = Markdown(
            extensions=[_Collecting(self._collector), _NoRawHtml(), TableExtension()]
        )
        for markdown in (self._inline, self._blocks):
            markdown.ESCAPED_CHARS = [*string.punctuation, *"“”"]

    def inline(self, text: str) -> tuple[Markup, tuple[Link, ...]]:
        """Return the HTML of text within a line, and its links; block syntax means nothing."""
        html, links = self._convert(self._inline, " ".join(text.split()), INLINE)
        return Markup(html.removeprefix("<p>").removesuffix("</p>")), links

    def page(self, text: str) -> tuple[Markup, tuple[Link, ...]]:
        """Return the HTML of a whole page in words, and its links."""
        html, links = self._convert(self._blocks, text, BLOCKS)
        return Markup(html), links

    def _convert(
        self, markdown: Markdown, text: str, tags: set[str]
    ) -> tuple[str, tuple[Link, ...]]:
        self._collector.links = []
        html = nh3.clean(
            markdown.reset().convert(text),
            tags=tags,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto", HERE.rstrip(":")},
            link_rel=None,
        )
        html = re.sub(r'(?=href="https?:)', 'rel="noopener noreferrer" ', html)
        return html, tuple(self._collector.links)


class _Links(Treeprocessor):
    """Notes every link that Markdown has found, and turns files into addresses."""

    links: list[Link]

    def run(self, root: Element) -> None:
        for anchor in root.iter("a"):
            typed = anchor.get("href", "")
            if re.match(r"(https?://|mailto:)\S", typed):
                continue
            path, _, fragment = typed.partition("#")
            link = Link(typed, _address(path))
            self.links.append(link)
            anchor.set("href", f"{HERE}{link.address}{'#' if fragment else ''}{fragment}")


def _address(path: str) -> str | None:
    if path in _WORDS:
        return _WORDS[path]
    if entry := _ENTRY.fullmatch(path):
        return f"events/{entry['id']}.html"
    if source := _SOURCE.fullmatch(path):
        return f"sources/{source['id']}.html"
    return path if re.fullmatch(r"[a-z0-9/-]+\.(html|json|xml)", path) else None


class _Collecting(Extension):
    def __init__(self, collector: _Links) -> None:
        super().__init__()
        self.collector = collector

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(self.collector, "links", 5)


class _NoRawHtml(Extension):
    """Tags in the text are text: the reader of passages has refused them already."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        for name in ("html", "autolink", "automail", "image_link", "image_reference"):
            md.inlinePatterns.deregister(name)


class _InlineOnly(_NoRawHtml):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        for name in _BLOCK_SYNTAX:
            md.parser.blockprocessors.deregister(name)
        for name in ("reference", "short_reference", "short_image_ref"):
            md.inlinePatterns.deregister(name)


def describe_raw_html(match: re.Match[str]) -> str:
    """Return the fault for a tag found in the source text."""
    return f"raw HTML is not taken: {quoted(match[0], 30)}; write Markdown"
