"""The live preview: a saved file shows in the open page, and so does a fault."""

import html
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler

from chronology.problems import ContentError
from chronology.publish import publish
from chronology.rendering import OURS
from chronology.settings import FILE
from chronology.site import Request, make_site

_NOTHING_YET = (
    b"<!doctype html><html lang=en><head><title>Faults</title></head><body></body></html>"
)


@dataclass
class _Show:
    """The folder that is served, and the last site without faults."""

    request: Request
    folder: Path
    good: dict[str, bytes] = field(default_factory=lambda: {"index.html": _NOTHING_YET})

    def refresh(self) -> None:
        """Serve the site as it is now, or the last good one with the faults on every page."""
        try:
            self.good = make_site(self.request)
        except ContentError as error:
            print(f"{error}\n{describe(error)}; the last good site stays", file=sys.stderr)
            publish({a: _with_faults(a, text, error) for a, text in self.good.items()}, self.folder)
        else:
            publish(self.good, self.folder)


def describe(error: ContentError) -> str:
    """Return "3 problems"."""
    count = len(error.problems)
    return f"{count} problem{'' if count == 1 else 's'}"


def _with_faults(address: str, text: bytes, error: ContentError) -> bytes:
    if not address.endswith(".html"):
        return text
    lines = "".join(f"<li><code>{html.escape(str(p))}</code></li>" for p in error.problems)
    banner = (
        f'<section class="problems" aria-label="Problems"><p><b>{describe(error)}.</b> '
        f"The page shows the last good state.</p><ul>{lines}</ul></section>"
    )
    return text.replace(b"<body>", b"<body>" + banner.encode(), 1)


def serve(request: Request, port: int) -> None:
    """Serve the site on 127.0.0.1 until interrupted, built into a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="chronology-") as folder:
        show = _Show(request, Path(folder))
        show.refresh()
        server = Server()
        for watched in ("events", "seeds", FILE, "templates"):
            server.watch(str(request.root / watched), show.refresh)
        server.watch(str(OURS), show.refresh)
        # Two saves within three seconds would else leave the page behind.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        server.serve(port=port, host="127.0.0.1", root=folder, restart_delay=0)
