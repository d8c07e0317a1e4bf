"""What the tests in the browser share: the built example, and where it is served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology.commands.cli import main
from tests.browser.sites import serving
from tests.examples import EXAMPLE


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built example."""
    folder = tmp_path_factory.mktemp("site") / "site"
    assert main(["--root", str(EXAMPLE), "--site", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the example is served."""
    with serving(site) as served:
        yield served
