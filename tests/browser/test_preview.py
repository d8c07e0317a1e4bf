"""The preview in a real browser: what is saved shows in the open page, and so does a fault."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.sites import listen, open_page, visit
from tests.examples import REPOSITORY, copy_example

LISTENING = "() => window.LiveReload?.connector?.protocolParser.protocol"
"""Whether the page and the preview have greeted each other."""
PATIENCE = 20
"""Seconds until the preview must serve."""


@contextmanager
def previewing(root: Path) -> Iterator[str]:
    """Serve the folder's preview, on another port where one is taken meanwhile, and give where."""
    settings = {
        **os.environ,
        "TMPDIR": str(root.parent),
    }  # What it leaves goes with the test.
    for _ in range(5):
        port = free_port()
        command = [
            sys.executable,
            str(REPOSITORY / "build.py"),
            "serve",
            "--root",
            str(root),
        ]
        with subprocess.Popen([*command, "--port", str(port)], env=settings) as server:
            try:
                if serves(server, port):
                    yield f"http://127.0.0.1:{port}/"
                    return
            finally:
                server.kill()
    pytest.fail("the preview found no port")


def free_port() -> int:
    """Return a port that nothing has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serves(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether it comes to serve; it ends where something else has taken the port."""
    until = time.monotonic() + PATIENCE
    while not ends_within(server, 0.1):
        if answers(port):
            return not ends_within(server, 0.5)
        assert time.monotonic() < until, "the preview does not serve"
    return False


def ends_within(server: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether the program ends in this time."""
    with suppress(subprocess.TimeoutExpired):
        server.wait(seconds)
    return server.poll() is not None


def answers(port: int) -> bool:
    """Whether something listens to the port."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


def test_serve_shows_a_save_and_a_fault_in_the_open_page(
    tmp_path: Path, browser: Browser
) -> None:
    """A saved event, template, stylesheet and source show; a fault shows, the last site stays."""
    root = copy_example(tmp_path / "root")
    own = root / "templates"
    own.mkdir()
    for name in ("partials/footer.html", "style/base.css"):
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_bytes((REPOSITORY / "templates" / name).read_bytes())
    with previewing(root) as address:
        page = open_page(browser)
        said = listen(page, address)
        visit(page, address)
        page.wait_for_function(LISTENING)
        expect(page.get_by_text("A draft", exact=True).first).to_be_visible()
        event = root / "events" / "1850-the-keepers-sleep.md"
        good = event.read_text(encoding="utf-8")
        save(
            event,
            re.sub(r"^title: .*$", "title: Seen at once", good, flags=re.MULTILINE),
        )
        expect(page.get_by_role("heading", name="Seen at once")).to_be_visible(
            timeout=15000
        )
        save(event, re.sub(r"^date: .*$", "date: 1850-13", good, flags=re.MULTILINE))
        faults = page.locator(".problems")
        expect(faults).to_contain_text(
            "events/1850-the-keepers-sleep.md:3:7", timeout=15000
        )
        expect(page.get_by_role("heading", name="Seen at once")).to_be_visible()
        save(event, good)
        expect(faults).to_have_count(0, timeout=15000)
        footer = own / "partials/footer.html"
        markup = footer.read_text(encoding="utf-8")
        save(footer, markup.replace("<footer>", "<footer><p>Mended</p>"))
        expect(page.get_by_text("Mended")).to_be_visible(timeout=15000)
        style = own / "style/base.css"
        save(
            style, style.read_text(encoding="utf-8") + "\nbody{outline:3px solid red}\n"
        )
        expect(page.locator("body")).to_have_css("outline-width", "3px", timeout=15000)
        source = root / "seeds" / "pilot-book.md"
        visit(page, f"{address}sources/pilot-book.html")
        page.wait_for_function(LISTENING)
        save(
            source, source.read_text(encoding="utf-8") + "\nWord of the source, anew.\n"
        )
        expect(page.get_by_text("Word of the source, anew.")).to_be_visible(
            timeout=15000
        )
        assert said == []
        assert not (root / "site").exists()
        page.context.close()


def save(file: Path, text: str) -> None:
    """Write the file as an editor does, so that its time of change is another."""
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    if file.stat().st_mtime_ns == before:
        os.utime(file, ns=(before + 1_000_000, before + 1_000_000))
