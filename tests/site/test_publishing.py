"""The folder of the site: what a build touches there, and what it leaves."""

from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.site.publishing import publish
from tests.examples import copy_example, read_folder, touched


def test_what_is_unchanged_is_not_touched(tmp_path: Path) -> None:
    """A second build, or one after a change, leaves every other file untouched."""
    root, site = copy_example(tmp_path / "root"), tmp_path / "root" / "site"
    assert main(["--root", str(root)]) == 0
    first = touched(site)
    assert main(["--root", str(root)]) == 0
    assert touched(site) == first
    method = root / "events" / "_method.md"
    method.write_text(
        method.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8"
    )
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


def test_who_has_a_page_open_reads_it_to_its_end(tmp_path: Path) -> None:
    """A page is written beside its place and renamed over it, never in it."""
    publish({"index.html": b"the old page"}, tmp_path)
    with (tmp_path / "index.html").open("rb") as reader:
        assert publish({"index.html": b"the new one"}, tmp_path) == 1
        assert reader.read() == b"the old page"
    assert read_folder(tmp_path) == {
        ".built": b"index.html\n",
        "index.html": b"the new one",
    }


OLD = ["index.html", "an-old.html", "the-old.html", "a-gone.html"]
TURNS = {
    "assets/style.css": 1,
    "events/assets/more.css": 1,
    "a-new.html": 2,
    "the-new.html": 2,
    "an-old.html": 3,
    "the-old.html": 3,
    "index.html": 4,
    "a-gone.html": 5,
}
"""When a build comes to what it writes; what it deletes is last."""


def holding(folder: Path, content: bytes) -> set[str]:
    """Return the addresses at which the folder has the content."""
    return {
        address for address, found in read_folder(folder).items() if found == content
    }


def publish_hindered(addresses: list[str], folder: Path, hindered: str) -> None:
    """Publish where a folder stands in the way of one file."""
    (folder / hindered).unlink(missing_ok=True)
    (folder / hindered).mkdir(parents=True)
    with pytest.raises((IsADirectoryError, PermissionError)):
        publish(dict.fromkeys(addresses, b"new"), folder)
    (folder / hindered).rmdir()


@pytest.mark.parametrize("hindered", TURNS)
@pytest.mark.parametrize("way", [1, -1], ids=["in turn", "the other way round"])
def test_a_build_that_is_cut_short_leaves_no_link_dead(
    hindered: str, way: int, tmp_path: Path
) -> None:
    """Assets come first, then new pages, changed pages and the index, deletions last."""
    publish(dict.fromkeys(OLD, b"old"), tmp_path)
    publish_hindered(
        [a for a in TURNS if a != "a-gone.html"][::way], tmp_path, hindered
    )
    turn = TURNS[hindered]
    new, old = holding(tmp_path, b"new"), holding(tmp_path, b"old")
    assert {address for address in TURNS if TURNS[address] < turn} <= new
    assert {address for address in OLD if TURNS[address] > turn} <= old
    assert not {address for address in TURNS if TURNS[address] > turn} & new


def test_the_first_build_has_its_index_last(tmp_path: Path) -> None:
    """Nobody finds an index of pages that are not there yet."""
    for name, addresses in (
        ("a", ["index.html", "z.html"]),
        ("b", ["z.html", "index.html"]),
    ):
        publish({}, tmp_path / name)
        publish_hindered(addresses, tmp_path / name, "z.html")
        assert not (tmp_path / name / "index.html").exists()


def test_what_a_build_that_is_cut_short_leaves_is_ours(tmp_path: Path) -> None:
    """The next one deletes what it had put there, and what it had still to delete."""
    publish(dict.fromkeys(["a-gone.html", "the-old.html"], b"old"), tmp_path)
    publish_hindered(["a-new.html", "the-old.html"], tmp_path, "the-old.html")
    assert (tmp_path / "a-new.html").is_file()
    publish({"the-old.html": b"newer"}, tmp_path)
    assert sorted(page.name for page in tmp_path.glob("*.html")) == ["the-old.html"]
