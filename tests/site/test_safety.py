"""What a build never does: leave its folder, sign foreign code, write where it only checks."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.problems import UsageError
from chronology.site.building import Request, make_site
from chronology.site.publishing import publish
from tests.examples import EXAMPLE, REPOSITORY, copy_example, read_folder

FILES = {
    "index.html": b"<!doctype html>",
    "events/a.html": b"<!doctype html><title>A</title>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which a build has put its files, and beside it a file of somebody's."""
    folder = tmp_path / "site"
    publish(FILES, folder)
    (tmp_path / "mine.txt").write_text("not a page\n")
    return folder


@pytest.mark.parametrize(
    "line",
    ["../mine.txt", "events/../../mine.txt", "/etc/mine.txt", "", "..\\mine.txt"],
)
def test_a_list_that_leads_out_of_the_folder_is_wrong_use(
    site: Path, line: str
) -> None:
    """Somebody who can add a file to the folder cannot make a build delete another file."""
    (site / ".built").write_text(f"index.html\n{line}\n")
    before = read_folder(site.parent)
    with pytest.raises(UsageError) as fault:
        publish({"index.html": b"new"}, site)
    says = f"--site: {site / '.built'} lists '{line}', which no build has put there; "
    assert str(fault.value) == says + "delete .built, or choose another folder"
    assert read_folder(site.parent) == before


def test_a_folder_that_is_a_link_to_somewhere_else_is_wrong_use(site: Path) -> None:
    """Nothing is written or deleted through it."""
    elsewhere = site.parent / "elsewhere"
    (site / "events").rename(elsewhere)
    (site / "events").symlink_to(elsewhere)
    before = read_folder(site.parent)
    for files in (FILES, {"index.html": b"new"}, {**FILES, "events/b.html": b"new"}):
        with pytest.raises(UsageError) as fault:
            publish(files, site)
        said = f"--site: {site / 'events'} leads out of {site}; delete the link"
        assert str(fault.value) == said
    assert read_folder(site.parent) == before


def test_what_a_build_that_was_cut_short_has_left_is_no_obstacle(
    tmp_path: Path,
) -> None:
    """The first build may be cut short before it has written its list."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "..built.0123456789abcdef.new").write_text("index")
    assert publish(FILES, folder) == 2
    assert set(FILES) < set(read_folder(folder))


BUILD_OFTEN = """
import sys
from pathlib import Path
from chronology.site.publishing import publish

files = {f"events/{n}.html": f"<p>{n}</p>".encode() * 50 for n in range(20)}
for turn in range(40):
    publish({**files, "index.html": str(turn).encode() * 1000}, Path(sys.argv[1]))
"""


def test_two_builds_at_once_do_not_stumble_over_each_other(tmp_path: Path) -> None:
    """Neither takes away the file that the other is about to put in its place."""
    command = [sys.executable, "-c", BUILD_OFTEN, str(tmp_path / "site")]
    running = [
        subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [process.communicate()[1] for process in running]
    assert said == ["", "", ""]
    found = read_folder(tmp_path / "site")
    assert len(found) == 22
    assert found["index.html"] == b"39" * 1000


INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def _allowed(page: str, directive: str) -> list[str]:
    """Return the hashes that a page's policy allows."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    (sources,) = re.findall(rf"{directive} ([^;]*)", policy[1])
    return re.findall(r"'sha256-([^']*)'", sources)


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def test_the_policy_allows_what_the_engine_has_put_in() -> None:
    """Each page its own style and script, and nothing else."""
    pages = [
        text.decode()
        for name, text in make_site(Request(EXAMPLE)).items()
        if "html" in name
    ]
    assert len(pages) > 20
    for page in pages:
        codes = dict(INLINE.findall(page))
        assert len(INLINE.findall(page)) == 2
        for kind in ("style", "script"):
            assert _allowed(page, f"{kind}-src") == [_digest(codes[kind])]


def test_the_policy_does_not_allow_a_script_that_found_its_way_in(
    tmp_path: Path,
) -> None:
    """A template that forgets to escape lets a script stand on the page; it must not run."""
    root = copy_example(tmp_path / "root")
    own = root / "templates" / "pages" / "404.html"
    own.parent.mkdir(parents=True)
    ours = (REPOSITORY / "templates" / "pages" / "404.html").read_text(encoding="utf-8")
    own.write_text(
        ours.replace("<h1>", "<script>steal()</script><style>p{}</style><h1>")
    )
    page = make_site(Request(root))["404.html"].decode()
    assert "<script>steal()</script>" in page
    for kind, code in (("script", "steal()"), ("style", "p{}")):
        assert len(_allowed(page, f"{kind}-src")) == 1
        assert _digest(code) not in _allowed(page, f"{kind}-src")


def _states(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield everything in the folder, with when it was last changed."""
    for path in sorted(folder.rglob("*")):
        yield str(path), path.stat().st_mtime_ns


def test_check_writes_nothing_at_all(tmp_path: Path) -> None:
    """Neither a page nor a cache, in the chronology's folder, at home or among temporary files."""
    copy_example(tmp_path / "root")
    for name in ("home", "tmp", "cache"):
        (tmp_path / name).mkdir()
    own = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "cache"}
    places = {name: str(tmp_path / folder) for name, folder in own.items()}
    before = list(_states(tmp_path))
    done = subprocess.run(
        [
            sys.executable,
            "-B",
            REPOSITORY / "build.py",
            "check",
            "--root",
            tmp_path / "root",
        ],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "no problems\n"
    assert list(_states(tmp_path)) == before


def test_a_damaged_list_is_told_in_a_line(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2, and nothing is touched."""
    (site / ".built").write_text("/etc/passwd\n")
    assert main(["--root", str(EXAMPLE), "--site", str(site)]) == 2
    said = (
        f"--site: {site / '.built'} lists '/etc/passwd', which no build has put there"
    )
    assert capsys.readouterr() == (
        "",
        f"chronology: {said}; delete .built, or choose another folder\n",
    )
