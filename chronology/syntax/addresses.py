"""Makes addresses within the site from titles and from links as they were typed."""

import re
import unicodedata

_ADDRESSES = {
    r"_introduction\.md": "index.html",
    r"_(afterword|method)\.md": r"\1.html",
    r"([a-z0-9-]+)\.md": r"events/\1.html",
    r"\.\./seeds/([a-z0-9-]+)\.md": r"sources/\1.html",
    r"([a-z0-9/-]+\.(?:html|json|xml))": r"\1",
}
"""What may be typed as a link within the site, and the page it means."""


def slug(text: str) -> str:
    """Return the text as part of an address, in a-z, 0-9 and hyphens; it may be empty.

    `Café Müller's` gives `cafe-mullers`.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = decomposed.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def find_address(typed: str) -> str | None:
    """Return the page that a link means, or None if such a link is not allowed."""
    for pattern, address in _ADDRESSES.items():
        match = re.fullmatch(pattern, typed)
        if match:
            return match.expand(address)
    return None
