"""The Chromium that the tests drive: found, or installed where this file is run as a program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)
"""The options it starts with, so that it runs as root too and reaches no host but this one."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
DEBIAN_PACKAGES = ("chromium", "fonts-dejavu-core", "fonts-liberation", "libatomic1")
"""A browser, a serif and a sans for it, and what Playwright's driver is linked with."""


@contextmanager
def launching() -> Iterator["Browser"]:
    """Start the browser, and end it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find_browser(), args=list(FLAGS)
        )
        yield launched
        launched.close()


def find_browser() -> Path | None:
    """The browser that $CHROMIUM names; where it names none, the first here that starts."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named) if starts(Path(named)) else None
    on_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    for browser in (*on_path, *APPLICATIONS):
        if starts(browser):
            return browser
    own = playwrights_own()
    return own if own and starts(own) else None


def starts(browser: Path) -> bool:
    """Return whether it tells its version; Ubuntu's `chromium-browser` may be a mere notice."""
    if not os.access(browser, os.X_OK):
        return False
    return (
        subprocess.run(
            [browser, "--version"], capture_output=True, check=False
        ).returncode
        == 0
    )


def playwrights_own() -> Path | None:
    """Return where Playwright keeps its Chromium, whether or not it has downloaded one."""
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, check=False
    )
    return Path(os.fsdecode(answer.stdout).strip()) if answer.returncode == 0 else None


def what_is_missing() -> str | None:
    """In a line, what keeps a test from driving a browser here, and what to do."""
    driver = [sys.executable, "-m", "playwright", "--version"]
    tried = subprocess.run(driver, capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        return (
            f"Playwright does not start: {tried.stderr.strip().partition(chr(10))[0]}"
        )
    if find_browser():
        return None
    if named := os.environ.get("CHROMIUM"):
        return f"CHROMIUM={named} does not start"
    return "no browser: install Chromium or Chrome, or make test CHROMIUM=/where/it/is"


def install() -> None:
    """Install a browser from the system's packages or, if that fails, from Playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["update"],
            ["install", "-y", "--no-install-recommends", *DEBIAN_PACKAGES],
        ):
            subprocess.run(
                ["apt-get", *command], env=unasked, capture_output=True, check=False
            )
    if not find_browser():
        download = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(download, capture_output=True, check=False)


def main() -> int:
    """Return 0 if tests can drive a browser in the end; else print why not and return 1."""
    if what_is_missing() is None:
        return 0
    if "CHROMIUM" not in os.environ:
        print("Installing a browser for the tests", flush=True)
        install()
    reason = what_is_missing()
    if reason:
        print(f"tests/browser/chromium.py: {reason}", file=sys.stderr)
    return 1 if reason else 0


if __name__ == "__main__":
    sys.exit(main())
