"""`build`: which folders it takes, and that the same files make the same bytes."""

from pathlib import Path

from tests.commands.running import BUILD, run
from tests.examples import EXAMPLE, copy_example, read_folder, touched


def test_a_folder_that_is_not_ours_is_wrong_use(tmp_path: Path) -> None:
    """Nothing in it is touched."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine")
    before = touched(tmp_path)
    for site, why in (
        (
            "mine",
            "holds 'index.html', which no build has put there; choose another folder",
        ),
        ("mine/index.html", "is a file; the site needs a folder"),
    ):
        status, words, errors = run(
            BUILD, "--root", EXAMPLE, "--site", site, cwd=tmp_path
        )
        assert (status, words) == (2, "")
        assert errors == f"build.py: --site: {site} {why}\n"
        assert touched(tmp_path) == before


def test_relative_folders_are_the_callers(tmp_path: Path) -> None:
    """`--root` and `--site` alike; without `--site` it is ROOT/site."""
    copy_example(tmp_path / "a" / "root")
    status, words, errors = run(
        BUILD, "--root", "root", "--site", "../b", cwd=tmp_path / "a"
    )
    assert (status, errors) == (0, "")
    count = len(read_folder(tmp_path / "b")) - 1
    assert words == f"../b: {count} files, {count} changed; open ../b/index.html\n"
    assert run(BUILD, "build", "--root", "root", cwd=tmp_path / "a")[0] == 0
    assert read_folder(tmp_path / "a" / "root" / "site") == read_folder(tmp_path / "b")


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, time zone, locale, with another seed of hashes."""
    surroundings = [
        (
            "one",
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        ),
        (
            "a second/folder",
            {
                "TZ": "America/St_Johns",
                "LC_ALL": "C",
                "PYTHONHASHSEED": "2",
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
            },
        ),
    ]
    sites = []
    for folder, variables in surroundings:
        root = copy_example(tmp_path / folder)
        assert run(BUILD, "--root", root, cwd=tmp_path, variables=variables)[0] == 0
        sites.append(read_folder(root / "site"))
    assert sites[0] == sites[1]
