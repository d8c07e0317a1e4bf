"""`seal`: a ledger has what is quoted, where it stands in the article, and nothing else."""
# ruff: noqa: E501 - a row of a table stands on one line

from pathlib import Path

import pytest

from chronology.commands.cli import main
from tests.commands.running import refused
from tests.examples import EXAMPLE, copy_example, touched, write_event


def seal(root: Path, *more: str, source: str = "zenodora") -> int:
    """Seal one source of a copy of the example; return the exit status."""
    article, record = (
        root / "articles" / f"{source}.txt",
        root / "seeds" / f"{source}.md",
    )
    return main(["seal", str(article), str(record), *more, "--root", str(root)])


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


def test_seal_looks_wherever_a_passage_cites(tmp_path: Path) -> None:
    """A quotation is in the ledger of each source, under each paragraph, where it stands."""
    root = copy_example(tmp_path / "root")
    places = "[@gazette-1911, para. 2; @zenodora, para. 2; the keeper, in @zenodora, paras. 3, 6]"
    write_event(root, f"“the rock” {places}.", f"“that she” {places}.")
    added = {}
    for source in ("gazette-1911", "zenodora"):
        ledger = root / "seeds" / f"{source}.quotes"
        before = ledger.read_text(encoding="utf-8").splitlines()
        assert seal(root, source=source) == 0
        added[source] = set(ledger.read_text(encoding="utf-8").splitlines()) - set(
            before
        )
    assert added == {
        "gazette-1911": {"2 the rock"},
        "zenodora": {"2 the rock", "3 that she"},
    }
    assert main(["check", "--root", str(root)]) == 0


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
    head, *lines = (
        ledger.read_text(encoding="utf-8").replace("6 it was", "4 it was").splitlines()
    )
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
