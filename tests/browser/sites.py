"""Built sites on a port of this machine, and their pages in the browser."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing of requests."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the folder, and give its address."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def list_html(site: Path) -> list[str]:
    """Return the addresses of all pages."""
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))


def one_of_each_kind(site: Path) -> list[str]:
    """Return the pages that differ in kind: of events and sources those with the most to show."""
    kinds: dict[str, str] = {}
    for address in sorted(list_html(site), key=lambda a: (site / a).stat().st_size):
        folder = re.sub(r"/(?!index).*", "/", address)
        kinds[folder] = address
    return sorted(kinds.values())


def open_page(browser: Browser, width: int = 1440, **options: object) -> Page:
    """Return a new page in a context of its own."""
    viewport = {"width": width, "height": 900}
    context: BrowserContext = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
    return context.new_page()


def visit(page: Page, url: str) -> None:
    """Go there, and point at nothing."""
    page.goto(url)
    park(page)


def park(page: Page) -> None:
    """Let the pointer rest in the corner, where no scrolling brings anything under it."""
    page.mouse.move(0, 0)


def listen(page: Page, base: str) -> list[str]:
    """Return a list that will hold the page's complaints and its forbidden requests."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: said.extend(_explain(request)))
    page.on("request", lambda r: None if r.url.startswith(base) else said.append(r.url))
    return said


def _explain(request: Request) -> list[str]:
    """Return why the request failed; the icon of a page that was left early has not failed."""
    was_left = request.failure == "net::ERR_ABORTED" and request.url.endswith(
        "/icon.svg"
    )
    return [] if was_left else [f"{request.url}: {request.failure}"]
