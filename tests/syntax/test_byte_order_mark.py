"""A byte order mark, as some editors put it at the start of a file, is no part of the text."""

import codecs
from pathlib import Path

from chronology.commands.cli import main
from chronology.site.building import Request, make_site
from tests.examples import EXAMPLE, copy_example

READ = [
    "pyproject.toml",
    "events/_names.toml",
    "events/*.md",
    "seeds/*.md",
    "seeds/*.quotes",
]


def mark(file: Path, before: bytes = b"") -> None:
    """Put a byte order mark, and what else is to follow it, at the start of the file."""
    file.write_bytes(codecs.BOM_UTF8 + before + file.read_bytes())


def test_every_file_may_begin_with_one(tmp_path: Path) -> None:
    """The site is the same to the byte."""
    root = copy_example(tmp_path / "root")
    for pattern in READ:
        marked = sorted(root.glob(pattern))
        assert marked
        for file in marked:
            mark(file)
    assert make_site(Request(root)) == make_site(Request(EXAMPLE))


def test_an_article_may_begin_with_one(tmp_path: Path) -> None:
    """On a line of its own it is no paragraph; only the article's checksum is another."""
    root = copy_example(tmp_path / "root")
    article, ledger = (
        root / "articles" / "zenodora.txt",
        root / "seeds" / "zenodora.quotes",
    )
    before = ledger.read_text(encoding="utf-8").splitlines()
    mark(article, b"\n\n")
    assert (
        main(
            ["seal", str(article), str(ledger.with_suffix(".md")), "--root", str(root)]
        )
        == 0
    )
    after = ledger.read_text(encoding="utf-8").splitlines()
    assert after[1:] == before[1:]
    assert after[0] != before[0]
