"""The rules of links within the site: each leads to a page that is built, and to an id on it."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from chronology.problems import Position, Problem
from chronology.syntax.markup import Link
from chronology.timeline.chronology import Chronology
from chronology.wording import did_you_mean, quoted


def links_lead_to_pages(
    chronology: Chronology, addresses: frozenset[str]
) -> Iterator[Problem]:
    """Every link of a text leads to an entry, a source or a page that is built."""
    unread = {PurePosixPath(path).stem.removeprefix("_") for path in chronology.faulty}
    for path, link, position in _list_links(chronology):
        is_told = PurePosixPath(link.address or "").stem in unread
        if link.address not in addresses and not is_told:
            typed = link.typed.partition("#")[0]
            hint = did_you_mean(typed, _list_targets(typed, addresses))
            message = f"nothing is built for the link {quoted(typed)}.{hint}"
            yield Problem(path, position, message)


IdsOf = Callable[[str], set[str] | None]
"""Returns the ids of the page at an address; None if there is no such page."""


def links_lead_to_places(chronology: Chronology, ids_of: IdsOf) -> Iterator[Problem]:
    """Every link to a place within a page leads to an id that stands on it."""
    for path, link, position in _list_links(chronology):
        fragment = unquote(link.typed.partition("#")[2])
        ids = ids_of(link.address) if link.address and fragment else None
        if ids is not None and fragment not in ids:
            hint = did_you_mean(fragment, ids)
            message = (
                f"{link.address} has no place {quoted(fragment)} to link to.{hint}"
            )
            yield Problem(path, position, message)


def _list_links(chronology: Chronology) -> Iterator[tuple[str, Link, Position]]:
    """Yield each link that an editor has typed, with its file and its position there."""
    for statement in chronology.citing.statements:
        for link, position in statement.passage.links:
            yield statement.path, link, position
    for text in chronology.texts.values():
        for link, position in text.links:
            yield text.path, link, position
    for source in chronology.sources.values():
        for link, position in source.links:
            yield source.path, link, position


def _list_targets(typed: str, addresses: frozenset[str]) -> list[str]:
    """Return what may have been meant: files if a file was typed, else pages."""
    if not typed.endswith(".md"):
        return sorted(addresses)
    files = [address.replace(".html", ".md") for address in addresses]
    if typed.startswith("../"):
        return sorted(file.replace("sources/", "../seeds/", 1) for file in files)
    return sorted(file.removeprefix("events/") for file in files)
