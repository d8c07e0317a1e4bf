"""The command line as people run it: exit statuses, messages, and what is and is not touched."""
# ruff: noqa: E501 - a row of a table stands on one line

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from chronology.commands.cli import main
from chronology.problems import Problems
from chronology.site.building import Request, make_site
from chronology.timeline.reading import read_chronology
from tests.examples import BROKEN, EXAMPLE, REPOSITORY, copy_example, lay_over, read_folder, touched

BUILD = REPOSITORY / "build.py"


def run(
    *words: str | Path,
    cwd: Path = REPOSITORY,
    flags: Sequence[str] = (),
    variables: Mapping[str, str] | None = None,
) -> tuple[int, str, str]:
    """Run a program of Python's; return its exit status and what it says on either stream."""
    command = [sys.executable, *flags, *map(str, words)]
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **(variables or {})}, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """Return the message with which a wrong use ends; the exit status is 2."""
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:  # The parser of arguments ends so.
        status = int(end.code or 0)
    assert status == 2
    printed, message = capsys.readouterr()
    assert printed == ""
    return re.sub(r"(?s)^(usage: .*\n)?chronology( \w+)?:( error:)? ", "", message).rstrip("\n")


def example_without_url(folder: Path) -> Path:
    """Return a copy of the example that does not know where it will be served."""
    settings = copy_example(folder) / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^url = .*\n", "", text), encoding="utf-8")
    return folder


def test_done() -> None:
    """Exit status 0."""
    assert run(BUILD, "check", "--root", EXAMPLE) == (0, "no problems\n", "")
    status, words, errors = run(BUILD, "--help")
    assert (status, errors) == (0, "")
    for command in ("build", "check", "serve", "new", "seal"):
        assert f"\n    {command} " in words


def test_faults(tmp_path: Path) -> None:
    """Exit status 1, the report on standard error, readable on any terminal."""
    root = copy_example(tmp_path / "root")
    lay_over(root, BROKEN / "several-at-once")
    report = (BROKEN / "several-at-once" / "report.txt").read_text(encoding="utf-8")
    assert run(BUILD, "--root", root, variables={"PYTHONUTF8": "1"}) == (1, "", report)
    assert not (root / "site").exists()
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    status, words, errors = run(BUILD, "check", "--root", root, variables=plain)
    assert (status, words) == (1, "")
    assert errors == report.encode("ascii", "backslashreplace").decode()


WRONG = [
    (["--no-such-option"], "unrecognized arguments: --no-such-option"),
    (["check", "bild"], "unrecognized arguments: bild"),
    (["check", "--site", "x"], "unrecognized arguments: --site x"),
    (["--root", "no/such/folder"], "--root: no/such/folder is not a folder"),
    (["--url", "light.example"], "--url must begin with https://, not 'light.example'"),
    (["new", "A title"], "the following arguments are required: --date, --kind"),
    (["serve", "--port", "x"], "argument --port: invalid int value: 'x'"),
]


@pytest.mark.parametrize(("words", "message"), WRONG, ids=str)
def test_wrong_use(capsys: pytest.CaptureFixture[str], words: list[str], message: str) -> None:
    """Exit status 2, and one line that says why."""
    assert refused(capsys, *words) == message


def test_a_command_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands are told; versions of Python put them in words of their own."""
    message = refused(capsys, "bild")
    assert "invalid choice: 'bild'" in message
    assert "build" in message


def test_a_folder_that_is_not_ours_is_wrong_use(tmp_path: Path) -> None:
    """Nothing in it is touched."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine")
    before = touched(tmp_path)
    for site, why in (
        ("mine", "holds 'index.html', which no build has put there; choose another folder"),
        ("mine/index.html", "is a file; the site needs a folder"),
    ):
        status, words, errors = run(BUILD, "--root", EXAMPLE, "--site", site, cwd=tmp_path)
        assert (status, words) == (2, "")
        assert errors == f"build.py: --site: {site} {why}\n"
        assert touched(tmp_path) == before


def test_relative_folders_are_the_callers(tmp_path: Path) -> None:
    """`--root` and `--site` alike; without `--site` it is ROOT/site."""
    copy_example(tmp_path / "a" / "root")
    status, words, errors = run(BUILD, "--root", "root", "--site", "../b", cwd=tmp_path / "a")
    assert (status, errors) == (0, "")
    count = len(read_folder(tmp_path / "b")) - 1
    assert words == f"../b: {count} files, {count} changed\n"
    assert run(BUILD, "build", "--root", "root", cwd=tmp_path / "a")[0] == 0
    assert read_folder(tmp_path / "a" / "root" / "site") == read_folder(tmp_path / "b")


def test_url_says_where_it_will_be_served() -> None:
    """It stands instead of the settings' own."""
    site = make_site(Request(EXAMPLE, url="https://other.example/x/"))
    assert b"https://light.example/" not in b"".join(site.values())
    assert b"<loc>https://other.example/x/</loc>" in site["sitemap.xml"]
    assert b'href="https://other.example/x/feed.xml"' in site["feed.xml"]
    assert b'href="https://other.example/x/"' in site["404.html"]


def test_without_url_nothing_says_where(tmp_path: Path) -> None:
    """No feed, no sitemap, no link on the page that is served at any depth."""
    site = make_site(Request(example_without_url(tmp_path / "root")))
    assert make_site(Request(EXAMPLE)).keys() - site.keys() == {"feed.xml", "sitemap.xml"}
    assert b"https://light.example/" not in b"".join(site.values())
    assert re.findall(rb' href="(?!#|data:)', site["404.html"]) == []


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, time zone, locale, with another seed of hashes."""
    surroundings = [
        ("one", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
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


def test_drafts_are_left_out_of_the_site() -> None:
    """Only the preview shows them; only its pages let livereload through."""
    built = make_site(Request(EXAMPLE))
    shown = make_site(Request(EXAMPLE, drafts=True, preview_port=5500))
    assert shown.keys() - built.keys() == {"events/2011-05-a-draft.html"}
    assert b"A draft" not in b"".join(built.values())
    for address, text in built.items():
        if address.endswith(".html"):
            assert re.search(rb"script-src 'self' 'sha256-[\w+/]{43}=';", text)
            assert b"unsafe-inline" not in text
            assert b"script-src 'self' 'unsafe-inline';" in shown[address]
            assert b"connect-src 'self' ws://127.0.0.1:5500" in shown[address]


# Publishing


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


# A new event

NEW = [
    ("A plain title", "2004", "2004-a-plain-title"),
    ("A title: with a colon", "2004-05", "2004-05-a-title-with-a-colon"),
    ("Ends with a colon:", "2004-05-06", "2004-05-06-ends-with-a-colon"),
    ('A "quoted" title', "spring 2004", "2004-a-quoted-title"),
    ('"All of it"', "2004", "2004-all-of-it"),
    ("The keeper's # 2 lamp", "by 2004-05", "2004-05-the-keepers-2-lamp"),
    ("1911 and after", "2004", "2004-1911-and-after"),
    ("12 lamps", "2004-05", "2004-05-event-12-lamps"),
    ("12 lamps", "2004-05-06", "2004-05-06-12-lamps"),
    ("@at & <b>", "2004", "2004-at-b"),
    ("- a dash", "2004", "2004-a-dash"),
    ("{{ x }} {% y %}", "2004", "2004-x-y"),
    ("back\\slash", "2004", "2004-back-slash"),
    ("\\ begins it", "2004", "2004-begins-it"),
    ("'", "2004", "2004-event"),
    ("null", "2004", "2004-null"),
    ("~", "2004", "2004-event"),
    ("منارة", "2004", "2004-event"),
    ("Café 🕯️", "2004", "2004-cafe"),
    ("  two \n lines ", "2004", "2004-two-lines"),
    ("Before year 1", "between 31 BCE and 27 BCE", "bce-0031-before-year-1"),
    ("Winter", "winter 0078", "0078-winter"),
    ("Open", "../1850", "1850-open"),
]


@pytest.mark.parametrize(("title", "date", "name"), NEW, ids=[f"{t} {d}" for t, d, _ in NEW])
def test_new_makes_a_draft_that_lacks_only_its_text(
    title: str, date: str, name: str, tmp_path: Path
) -> None:
    """The title is read as it was typed."""
    root = copy_example(tmp_path / "root")
    assert main(["new", title, "--date", date, "--kind", "loss", "--root", str(root)]) == 0
    problems = Problems()
    read_chronology(root, problems, drafts=True)
    (missing,) = problems
    assert missing.path == f"events/{name}.md"
    assert missing.message.startswith("the text is missing; ")
    with (root / missing.path).open("a", encoding="utf-8") as file:
        file.write("It is so [@pilot-book].\n")
    problems = Problems()
    chronology = read_chronology(root, problems, drafts=True)
    assert problems == []
    (event,) = [event for event in chronology.events if event.id == name]
    typed = " ".join(title.split())
    plain = event.title.replace("“", '"').replace("”", '"').replace("’", "'")
    assert (plain, event.is_draft, event.kind) == (typed, True, "loss")


REFUSED = [
    (["A title", "--date", "July 2004", "--kind", "loss"], "'July 2004' has its month in words: write 2004-07"),
    (["A title", "--date", "2004-13", "--kind", "loss"], "'2004-13' has no month: there is no 13, only 01 to 12"),
    (["A title", "--date", "2004", "--kind", "los"], "unknown kind 'los'. Did you mean 'loss'?"),
    (["A title", "--date", "2004", "--kind", "x"], "unknown kind 'x'. The settings have 'building', 'loss' or 'case'."),
    ([" ", "--date", "2004", "--kind", "loss"], "'title' is blank; fill it in or delete it"),
    ([" ", "--date", "July 2004", "--kind", "los"], "'title' is blank; fill it in or delete it\n'July 2004' has its month in words: write 2004-07\nunknown kind 'los'. Did you mean 'loss'?"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "message"), REFUSED, ids=lambda value: str(value)[:40])
def test_new_refuses(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    root = copy_example(tmp_path / "root")
    before = touched(root)
    assert refused(capsys, "new", *words, "--root", root) == message
    assert touched(root) == before


def test_new_never_writes_over_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands there stays."""
    root = copy_example(tmp_path / "root")
    before = touched(root)
    words = ("new", "Fog comes in", "--date", "1911-02-28", "--kind", "loss", "--root", root)
    message = refused(capsys, *words)
    assert message == f"{root / 'events' / '1911-02-28-fog-comes-in.md'} is there already"
    assert touched(root) == before


# Sealing


def seal(root: Path, *more: str, article: str = "zenodora.txt") -> int:
    """Seal one source of a copy of the example; return the exit status."""
    words = ["seal", str(root / "articles" / article), str(root / "seeds" / "zenodora.md"), *more]
    return main([*words, "--root", str(root)])


def write_event(root: Path, *passages: str) -> None:
    """Put an event of these passages, each on two lines, into the chronology."""
    front = "---\ntitle: A title\ndate: 1302\nkind: loss\nadded: 2026-01-01\n---\n\n"
    text = front + "\n\n".join(passages) + "\n"
    (root / "events" / "1302-a-title.md").write_text(text, encoding="utf-8")


def test_seal_writes_exactly_the_ledgers_of_the_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in another folder, each from its article; then they verify."""
    root = copy_example(tmp_path / "root")
    monkeypatch.chdir(tmp_path)
    for ledger in sorted((EXAMPLE / "seeds").glob("*.quotes")):
        document = ledger.read_text(encoding="utf-8").split("\n")[0].split()[2]
        (root / "seeds" / ledger.name).unlink()
        record = Path("root", "seeds", ledger.name).with_suffix(".md")
        words = ["seal", f"root/articles/{document}", str(record), "--root", "root"]
        count = ledger.read_text(encoding="utf-8").count("\n") - 1
        said = f"seeds/{ledger.name}: {count} quotations, each found in its place\n"
        assert main(words) == 0
        assert (root / "seeds" / ledger.name).read_bytes() == ledger.read_bytes()
        assert main([*words, "--verify"]) == 0
        assert capsys.readouterr() == (said * 2, "")


def test_seal_says_what_does_not_stand_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that differs, another paragraph, the article's own words; nothing is written."""
    root = copy_example(tmp_path / "root")
    write_event(
        root,
        "“olive wood and pitch” [@zenodora, para. 2].",
        "“it was winter” [@zenodora, paras. 2-3].",
        "“he slept” [the keeper, in @zenodora, para. 3].",
        "“no such words” [@zenodora, para. 4].",
        "“no such words either” [@zenodora, para. 4; @gazette-1911, para. 2].",
    )
    before = touched(root)
    assert seal(root) == 1
    printed, report = capsys.readouterr()
    assert printed == ""
    assert report == (
        "events/1302-a-title.md:8:1: “olive wood and pitch” does not stand in paragraph 2 of"
        " 'zenodora', which has “olive wood & pitch”\n"
        "events/1302-a-title.md:10:1: “it was winter” does not stand in paragraphs 2 and"
        " 3 of 'zenodora', but in paragraph 6\n"
        "events/1302-a-title.md:12:1: “he slept” are the article's own words in paragraph 3 of"
        " 'zenodora', not between its quotation marks; say them in ours, or leave out the voice"
        " 'the keeper'\n"
        "events/1302-a-title.md:14:1: “no such words” does not stand in paragraph 4 of 'zenodora',"
        " nor elsewhere in the article\n"
        "4 problems; nothing was written\n"
    )
    assert touched(root) == before


def test_seal_adds_what_is_quoted_now(tmp_path: Path) -> None:
    """A new quotation is refused by `check`, sealed, and then taken."""
    root = copy_example(tmp_path / "root")
    write_event(root, "“she was not WARNED” [the keeper, in @zenodora, para. 3].")
    assert main(["check", "--root", str(root)]) == 1
    assert seal(root) == 0
    assert main(["check", "--root", str(root)]) == 0
    ledger = (root / "seeds" / "zenodora.quotes").read_text(encoding="utf-8")
    assert "\n3 she was not WARNED\n" in ledger


def test_seal_drops_what_is_no_longer_quoted(tmp_path: Path) -> None:
    """A line of no use is refused by `check`, and gone after sealing."""
    root = copy_example(tmp_path / "root")
    (root / "events" / "0078-the-earth-moves.md").unlink()
    assert main(["check", "--root", str(root)]) == 1
    assert seal(root) == 0
    assert main(["check", "--root", str(root)]) == 0
    assert "was below the water" not in (root / "seeds" / "zenodora.quotes").read_text()


# what is done to the ledger or the article | what --verify says
VERIFIED = [
    ("seeds/zenodora.quotes", "6 nobody", "6 somebody", ["events/0078-the-earth-moves.md:9:37: “nobody wrote down … day” is not in the ledger of 'zenodora', which has “somebody wrote down … day”", "seeds/zenodora.quotes:5:1: nothing quotes “somebody wrote down … day” from paragraph 6; seal it anew"]),
    ("seeds/zenodora.quotes", "3 no ship", "4 no ship", ["seeds/zenodora.quotes:4:1: damaged: the lines are not sorted; seal it anew"]),
    ("articles/zenodora.txt", "slept", "woke", ["seeds/zenodora.quotes:1:1: was made of another text of 'zenodora.txt'"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "old", "new", "messages"), VERIFIED, ids=lambda value: str(value)[:20]
)
def test_verify(
    path: str,
    old: str,
    new: str,
    messages: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It says what a ledger lacks and has too much, and writes nothing."""
    root = copy_example(tmp_path / "root")
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    before = touched(root)
    assert seal(root, "--verify") == 1
    printed, report = capsys.readouterr()
    assert printed == ""
    assert report.splitlines()[:-1] == messages
    assert touched(root) == before


def test_verify_compares_with_what_sealing_would_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two paragraphs that a passage cites, a ledger names the one that has the words."""
    root = copy_example(tmp_path / "root")
    write_event(root, "“it was winter” [@zenodora, paras. 4, 6].")
    assert seal(root) == 0
    ledger = root / "seeds" / "zenodora.quotes"
    head, *lines = ledger.read_text(encoding="utf-8").replace("6 it was", "4 it was").splitlines()
    ledger.write_text("\n".join([head, *sorted(lines), ""]), encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 0
    capsys.readouterr()
    assert seal(root, "--verify") == 1
    assert capsys.readouterr().err.splitlines()[:-1] == [
        "seeds/zenodora.quotes:1:1: lacks “it was winter” of paragraph 6",
        "seeds/zenodora.quotes:5:1: “it was winter” does not stand in paragraph 4",
    ]


def test_verify_asks_for_a_ledger_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It does not make one."""
    root = copy_example(tmp_path / "root")
    (root / "seeds" / "zenodora.quotes").unlink()
    assert seal(root, "--verify") == 1
    report = capsys.readouterr().err
    how = "seal it: python build.py seal zenodora.txt seeds/zenodora.md"
    said = f"seeds/zenodora.quotes:1:1: is missing; {how}\n1 problem; nothing was written\n"
    assert report == said
    assert not (root / "seeds" / "zenodora.quotes").exists()


def test_an_article_must_have_the_paragraphs_of_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is too short is told at the record."""
    root = copy_example(tmp_path / "root")
    (root / "articles" / "zenodora.txt").write_text("One.\n\nTwo.\n")
    assert seal(root) == 1
    report = capsys.readouterr().err.splitlines()
    assert "seeds/zenodora.md:10:13: the article has 2 paragraphs, not 6" in report
    where = "does not stand in paragraph 6 of 'zenodora', nor elsewhere in the article"
    assert [line for line in report if line.endswith(f"“was below the water” {where}")]


def test_seal_refuses_what_it_cannot_seal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another document, no record, no article, no text: wrong use, and nothing is written."""
    root = copy_example(tmp_path / "root")
    (root / "articles" / "latin.txt").write_bytes(b"Caf\xe9")
    before = touched(root)
    articles, record = root / "articles", root / "seeds" / "zenodora.md"
    here = ("--root", root)
    other = articles / "gazette-1911.txt"
    said = f"the document of seeds/zenodora.md is zenodora.txt, not {other}"
    assert refused(capsys, "seal", other, record, *here) == said
    nobody = root / "seeds" / "nobody.md"
    said = f"{nobody} is no record in {root / 'seeds'}"
    assert refused(capsys, "seal", articles / "zenodora.txt", nobody, *here) == said
    said = f"{articles / 'none.txt'} cannot be read: No such file or directory"
    assert refused(capsys, "seal", articles / "none.txt", record, *here) == said
    said = f"{articles / 'latin.txt'} cannot be read: it is not UTF-8"
    assert refused(capsys, "seal", articles / "latin.txt", record, *here) == said
    assert touched(root) == before


# build.py


def engine(folder: Path) -> Path:
    """Return the build.py of a copy of the engine without an environment."""
    for name in ("chronology", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return Path(shutil.copy(BUILD, folder))


def test_a_missing_package_is_told_in_a_line(tmp_path: Path) -> None:
    """Exit status 2; what to do is said."""
    build = engine(tmp_path)
    status, words, errors = run(
        build, "check", "--root", EXAMPLE, flags=["-S"], variables={"PYTHONPATH": ""}
    )
    assert (status, words) == (2, "")
    assert re.fullmatch(r"build\.py: the package '[\w-]+' is missing: run make first\n", errors)


def test_a_missing_package_is_no_matter_once_make_has_run(tmp_path: Path) -> None:
    """Whatever Python runs build.py, the prepared one does the work."""
    build = engine(tmp_path)
    prepared = tmp_path / ".venv" / "bin" / "python"
    prepared.parent.mkdir(parents=True)
    prepared.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    prepared.chmod(0o755)
    said = run(build, "check", "--root", EXAMPLE, flags=["-S"], variables={"PYTHONPATH": ""})
    assert said == (0, "no problems\n", "")
