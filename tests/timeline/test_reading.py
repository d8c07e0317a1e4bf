"""What is read of the folders: a hidden file is nobody's."""

from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE, copy_example


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    """File managers and editors put them into every folder."""
    root = copy_example(tmp_path / "root")
    for folder in ("events", "seeds"):
        (root / folder / ".DS_Store").write_bytes(b"\x00\xff")
        (root / folder / ".#1302-a.md").write_text("half an entry")
    assert make_site(Request(root)) == make_site(Request(EXAMPLE))
