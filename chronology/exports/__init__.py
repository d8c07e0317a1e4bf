"""The list of formats in which other programs can read the chronology."""

from collections.abc import Callable
from dataclasses import dataclass

from chronology.content.event import Event
from chronology.exports.json import render_json
from chronology.timeline.chronology import Chronology

HtmlOf = Callable[[Event], str]
"""Returns an entry's prose as HTML, with links from the site's root."""


@dataclass(frozen=True)
class Export:
    """One format: where its file stands, what it holds, and how it is made."""

    address: str
    about: str
    """What the data page says about it."""
    render: Callable[[Chronology, HtmlOf], str]
    """Returns the file's text, the same on every machine."""


EXPORTS = (
    Export(
        address="chronology.json",
        about="every entry, passage, quotation, citation and source",
        render=render_json,
    ),
)
