"""The flag that saves what a test compares, instead of comparing it."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--save-golden`; what it has written is reviewed in the diff."""
    parser.addoption("--save-golden", action="store_true", help="save what is expected anew")


@pytest.fixture(scope="session")
def save_golden(pytestconfig: pytest.Config) -> bool:
    """Whether to write what is expected, instead of comparing it."""
    return bool(pytestconfig.getoption("--save-golden"))
