"""What tests share: built sites, a browser, and the flag that saves what a test compares."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from chronology.commands.cli import main
from tests.browser import FLAGS, find_browser
from tests.examples import EXAMPLE, REPOSITORY
from tests.sites import serving


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--save-golden`; what it has written is reviewed in the diff."""
    parser.addoption(
        "--save-golden", action="store_true", help="save what is expected anew"
    )


@pytest.fixture(scope="session")
def save_golden(pytestconfig: pytest.Config) -> bool:
    """Whether to write what is expected, instead of comparing it."""
    return bool(pytestconfig.getoption("--save-golden"))


@pytest.fixture(scope="session", params=["the real content", "the example"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A built site; whatever holds, holds for another subject too."""
    root = REPOSITORY if request.param == "the real content" else EXAMPLE
    folder = tmp_path_factory.mktemp("site") / "site"
    assert main(["--root", str(root), "--site", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving(site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser that reaches no other host."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find_browser(), args=list(FLAGS)
        )
        yield launched
        launched.close()
