"""The folder of the site: what a build touches there, and what it leaves."""

from pathlib import Path

from chronology.cli import main
from tests.examples import copy_example, read_folder, touched


def test_what_is_unchanged_is_not_touched(tmp_path: Path) -> None:
    """Of a second build, and of one after a change, every other file stays as it was."""
    root, site = copy_example(tmp_path / "root"), tmp_path / "root" / "site"
    assert main(["--root", str(root)]) == 0
    first = touched(site)
    assert main(["--root", str(root)]) == 0
    assert touched(site) == first
    method = root / "events" / "_method.md"
    method.write_text(method.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert main(["--root", str(root)]) == 0
    after = touched(site)
    assert [path for path in first if after[path] != first[path]] == ["method.html"]


def test_only_what_is_ours_is_deleted(tmp_path: Path) -> None:
    """The page of an entry that is gone goes too; what others put there stays."""
    root, site = copy_example(tmp_path / "root"), tmp_path / "root" / "site"
    site.mkdir()
    for name in ("CNAME", ".nojekyll", ".gitignore"):
        (site / name).write_text("kept")
    assert main(["--root", str(root)]) == 0
    (site / "events" / "mine.html").write_text("mine")
    before = read_folder(site)
    (root / "events" / "1302-09-a-lamp-is-heard-of.md").unlink()
    assert main(["--root", str(root)]) == 0
    after = read_folder(site)
    assert before.keys() - after.keys() == {"events/1302-09-a-lamp-is-heard-of.html"}
    assert after.keys() <= before.keys()
    for kept in ("CNAME", ".nojekyll", ".gitignore", "events/mine.html"):
        assert after[kept] == before[kept]
    ours = after[".built"].decode().splitlines()
    others = {".built", "CNAME", ".nojekyll", ".gitignore", "events/mine.html"}
    assert ours == sorted(after.keys() - others)


def test_folders_that_a_build_leaves_empty_are_deleted(tmp_path: Path) -> None:
    """No folder without files stays behind."""
    root, site = copy_example(tmp_path / "root"), tmp_path / "root" / "site"
    asset = root / "templates" / "assets" / "own" / "mark.svg"
    asset.parent.mkdir(parents=True)
    asset.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert main(["--root", str(root)]) == 0
    assert (site / "assets" / "own" / "mark.svg").read_text() == asset.read_text()
    asset.unlink()
    assert main(["--root", str(root)]) == 0
    folders = [folder for folder in site.rglob("*") if folder.is_dir()]
    assert folders
    assert all(any(folder.iterdir()) for folder in folders)
