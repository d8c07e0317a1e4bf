"""The example builds into exactly `golden/`; what is broken is reported, whole, and builds nothing.

`pytest --save-golden` saves both anew; read the diff before you believe it.
"""

import difflib
import shutil
from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.problems import ContentError
from chronology.site.building import Request, make_site
from tests.examples import (
    BROKEN,
    EXAMPLE,
    GOLDEN,
    copy_example,
    lay_over,
    read_folder,
    read_site,
    touched,
)

FAULTS = sorted(BROKEN.iterdir())


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """Return the paths that are missing or unexpected, and the lines that differ."""
    lines = [f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
    lines += [f"unexpected: {path}" for path in sorted(found.keys() - expected.keys())]
    for path in sorted(expected.keys() & found.keys()):
        if expected[path] != found[path]:
            before, after = (
                content[path].decode(errors="backslashreplace").splitlines()
                for content in (expected, found)
            )
            lines += difflib.unified_diff(
                before, after, f"expected {path}", path, lineterm=""
            )
            lines += ["(their line ends differ)"] if before == after else []
    return "\n".join(lines)


def test_the_example_builds_into_exactly_golden(
    tmp_path: Path, save_golden: bool
) -> None:
    """Every file of the site, byte for byte; the policy of a page has the hashes of its code."""
    site = tmp_path / "site"
    assert main(["--root", str(EXAMPLE), "--site", str(site)]) == 0
    built = read_site(site)
    if save_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in built.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(content)
    expected = read_folder(GOLDEN)
    assert len(expected) > 20
    assert differences(expected, built) == ""


def test_differences_are_told() -> None:
    """A golden test that passes has compared every file."""
    expected = {"a": b"1\n2\n", "b": b"x", "c": b"\xff"}
    assert differences(expected, dict(expected)) == ""
    told = differences(expected, {"a": b"1\n3\n", "c": b"\xfe", "d": b""})
    assert told.splitlines()[:2] == ["missing: b", "unexpected: d"]
    assert "-2\n+3" in told
    assert "-\\xff\n+\\xfe" in told


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_is_broken_is_reported_and_builds_nothing(
    fault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], save_golden: bool
) -> None:
    """The whole report, sorted; exit status 1; the site as it was; `check` says the same."""
    root = copy_example(tmp_path / "root")
    (root / "site").mkdir()
    (root / "site" / ".built").write_text("index.html\n")
    (root / "site" / "index.html").write_text("the last good site")
    lay_over(root, fault)
    before = touched(root)
    status = main(["build", "--root", str(root)])
    printed, report = capsys.readouterr()
    if save_golden:
        (fault / "report.txt").write_text(report, encoding="utf-8")
    assert (
        report.splitlines()
        == (fault / "report.txt").read_text(encoding="utf-8").splitlines()
    )
    assert (status, printed) == (1, "")
    assert touched(root) == before
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr() == ("", report)


def test_every_fault_reports_something() -> None:
    """Each report ends with how many problems it has; no folder is a leftover."""
    for fault in FAULTS:
        *problems, count = (
            (fault / "report.txt").read_text(encoding="utf-8").splitlines()
        )
        told = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        assert (fault.name, count) == (fault.name, f"{told}; nothing was written")
        assert problems


def test_a_report_is_sorted_by_file_line_and_column() -> None:
    """Lines sort as numbers: 7 before 12."""
    for fault in FAULTS:
        *problems, _ = (fault / "report.txt").read_text(encoding="utf-8").splitlines()
        places = [problem.split(":", 3)[:3] for problem in problems]
        sortable = [(path, int(line), int(column)) for path, line, column in places]
        assert sortable == sorted(sortable), fault.name


def test_a_draft_is_faultless_until_it_is_shown(tmp_path: Path) -> None:
    """`build` leaves a draft out, faults and all; the preview tells them."""
    root = copy_example(tmp_path / "root")
    draft = root / "events" / "1302-a-draft.md"
    draft.write_text(
        "---\ntitle: A draft\ndate: 1302-13\nplcae: keth\ndraft: true\n---\n\nText\n"
    )
    assert make_site(Request(root)) == make_site(Request(EXAMPLE))
    with pytest.raises(ContentError) as faults:
        make_site(Request(root, drafts=True))
    assert [str(problem).split(": ")[0] for problem in faults.value.problems] == [
        "events/1302-a-draft.md:1:1",
        "events/1302-a-draft.md:1:1",
        "events/1302-a-draft.md:3:7",
        "events/1302-a-draft.md:4:1",
        "events/1302-a-draft.md:8:1",
    ]
