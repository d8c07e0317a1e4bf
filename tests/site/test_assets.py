"""The files that go into the site as they are: the engine's, and the chronology's own."""

from pathlib import Path

import pytest

from tests.commands.running import copy_engine, run
from tests.examples import copy_example, read_folder

OWN = b"<svg xmlns='http://www.w3.org/2000/svg'><title>Own</title></svg>"


@pytest.mark.parametrize("name", ["a chronology", "z chronology"])
def test_what_the_chronology_has_of_its_own_stands_instead(
    name: str, tmp_path: Path
) -> None:
    """Wherever the two folders are, and whichever is named first."""
    build = copy_engine(tmp_path / "engine")
    root = copy_example(tmp_path / name)
    assert run(build, "--root", root)[0] == 0
    before = read_folder(root / "site")
    own = root / "templates" / "assets"
    own.mkdir(parents=True)
    (own / "icon.svg").write_bytes(OWN)
    (own / "more.svg").write_bytes(OWN)
    assert run(build, "--root", root)[0] == 0
    after = read_folder(root / "site")
    assert before.pop("assets/icon.svg") != OWN
    assert after.pop("assets/icon.svg") == after.pop("assets/more.svg") == OWN
    assert after.keys() == before.keys()
