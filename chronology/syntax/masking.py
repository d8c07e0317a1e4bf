"""Hides what is not prose in a text, and finds Markdown that is not allowed."""

import re
from collections.abc import Iterator

from chronology.wording import quoted

_HIDDEN = re.compile(
    r"""
    (?P<code> (?P<ticks>`+)(?!`) .+? (?<!`)(?P=ticks)(?!`) )
  | (?P<fence> ^(?P<mark>```|~~~) .*? ^(?P=mark) )
  | (?P<block> (?: (?<=\n\n) | \A ) (?: (?:[ ]{4}|\t) [^\n]* (?:\n|\Z) )+ )
  | (?P<escape> \\[^\w\s] )
  | (?P<target> (?<=\]\() [^()\[\]]+ (?=\)) )
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_REFUSED = {
    r"<(?=[A-Za-z/!?])[^<>\n]*>?": "raw HTML is not taken: {}; write Markdown",
    r"!\[[^\[\]@]*\](?=[(\[])": "an image is not taken: {}; say what it shows",
    r"(?<!!)\[[^\[\]@]*\]\[[^\[\]@]*\]": "a reference is not taken: {}; write [text](address)",
    r"(?m)^ {0,3}#(?!#)": "headings begin with ##; the page's title stands in the front matter",
}
"""The Markdown that is not allowed in passages and pages, and what to say about it."""


def mask(text: str) -> str:
    """Return the text with spaces in place of code, escapes and targets of links."""
    return _HIDDEN.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def list_refused(masked: str) -> Iterator[tuple[int, str]]:
    """Yield where Markdown stands that is not allowed, and why."""
    for pattern, why in _REFUSED.items():
        for match in re.finditer(pattern, masked):
            yield match.start(), why.format(quoted(match[0], 30))
