"""The live preview: the open page shows what was saved, and any faults."""

import html
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.ioloop import IOLoop

from chronology.content.files import EVENTS, SEEDS, SETTINGS, TEMPLATES
from chronology.problems import ContentError, UsageError
from chronology.site.building import Request, make_site
from chronology.site.publishing import publish
from chronology.site.templates import OURS

_NOTHING_YET = (
    b"<!doctype html><html lang=en><head><title>Faults</title></head><body></html>"
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
            shown = self.good = make_site(self.request)
        except ContentError as error:
            print(f"{error}\n{error.count}; the last good site stays", file=sys.stderr)
            body = _open_body(error)
            shown = {
                a: text.replace(b"<body>", body, 1) for a, text in self.good.items()
            }
        publish(shown, self.folder)

    def follow(self) -> None:
        """Refresh; if no page listens yet because it is loading, tell it two seconds later."""
        self.refresh()
        if not LiveReloadHandler.waiters:
            IOLoop.current().call_later(2, LiveReloadHandler.reload_waiters)


def _open_body(error: ContentError) -> bytes:
    """Return the beginning of every page's body while there are faults."""
    lines = "".join(
        f"<li><code>{html.escape(str(p))}</code></li>" for p in error.problems
    )
    state = f"<p><b>{error.count}.</b> The page shows the last good state.</p>"
    banner = f'<section class="problems" aria-label="Problems">{state}<ul>{lines}</ul></section>'
    return b"<body>" + banner.encode()


def serve_site(root: Path, port: int) -> None:
    """Serve the site on 127.0.0.1 from a temporary folder until interrupted."""
    if not 0 < port < 65536:
        raise UsageError(
            f"--port: {port} is not a port; write a number from 1 to 65535"
        )
    with tempfile.TemporaryDirectory(prefix="chronology-") as folder:
        show = _Show(Request(root, drafts=True, preview_port=port), Path(folder))
        show.refresh()
        server = Server()
        for watched in (
            root / EVENTS,
            root / SEEDS,
            root / SETTINGS,
            root / TEMPLATES,
            OURS,
        ):
            server.watch(str(watched), show.follow)
        # Otherwise a page would miss the second of two saves within three seconds.
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        try:
            server.serve(
                port=port,
                host="127.0.0.1",
                root=folder,
                restart_delay=0,
                live_css=False,
            )
        except OSError as error:
            raise UsageError(f"--port: {port} cannot be used: {error}") from None
