"""What all tests share: a browser, where they run, and the flag that saves what is compared."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--save-golden`; what it has written is reviewed in the diff."""
    parser.addoption(
        "--save-golden", action="store_true", help="save what is expected anew"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that asks for a browser."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def _not_under_github_actions() -> Iterator[None]:
    """Have commands say the same wherever the tests run; one on annotations asks for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        yield


@pytest.fixture(scope="session")
def save_golden(pytestconfig: pytest.Config) -> bool:
    """Whether to write what is expected, instead of comparing it."""
    return bool(pytestconfig.getoption("--save-golden"))


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A browser that reaches no other host; only a test that asks for it needs Playwright."""
    from tests.browser.chromium import launching

    with launching() as launched:
        yield launched
