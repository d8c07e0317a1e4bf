"""The engine is a package that needs nothing of its repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.examples import GOLDEN, REPOSITORY, copy_example, read_folder, read_site


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what an installation of the wheel puts there."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
    ]
    subprocess.run([*build, "--wheel-dir", folder, REPOSITORY], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_the_package_builds_the_example_from_its_folder(
    installed: Path, tmp_path: Path
) -> None:
    """Byte for byte as in a clone: the templates are in the package."""
    root = copy_example(tmp_path / "root")
    done = subprocess.run(
        [sys.executable, "-m", "chronology"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert read_site(root / "site").items() >= read_folder(GOLDEN).items()


def test_the_command_is_named_for_the_package(installed: Path) -> None:
    """An installation puts `chronology` on the path."""
    (points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "chronology = chronology.commands.cli:main" in points.read_text(
        encoding="utf-8"
    )
