"""What a page may load and run: its Content-Security-Policy."""

import base64
import hashlib
from collections.abc import Iterable

from markupsafe import Markup


def make_policy(style: str, script: str, preview_port: int | None = None) -> Markup:
    """Return the policy of a page in which this style and this script are inlined.

    A page loads nothing from other sites. It may fetch from its own, since auditing tools
    fetch robots.txt from within the page. The preview also allows livereload: its script,
    and its socket on this port.
    """
    directives = {
        "default-src": ["'none'"],
        "connect-src": ["'self'"],
        "style-src": ["'self'", _digest(style)],
        "img-src": ["'self'", "data:"],
        "script-src": ["'self'", _digest(script)],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    if preview_port:
        hosts = ("127.0.0.1", "localhost")
        directives["connect-src"] += [f"ws://{host}:{preview_port}" for host in hosts]
        directives["script-src"] = ["'self'", "'unsafe-inline'"]
    return Markup("; ").join(
        _directive(name, allowed) for name, allowed in directives.items()
    )


def _directive(name: str, allowed: Iterable[str]) -> Markup:
    """Return one directive; it holds no text of an editor, so nothing is escaped."""
    return Markup(f"{name} {' '.join(allowed)}")


def _digest(code: str) -> str:
    """Return the source expression that allows exactly this code."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
