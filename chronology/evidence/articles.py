"""The text of an article, as somebody holds it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Article:
    """An article's file, and its paragraphs."""

    file: Path
    sha256: str
    """The digest of the file's bytes."""
    paragraphs: dict[int, str]
    """Its lines that are not blank, counted from 1."""

    @property
    def name(self) -> str:
        """The name of its file, by which records call it."""
        return self.file.name


def read_article(file: Path) -> Article:
    """Return the article in a file.

    Raises:
        OSError: The file cannot be read.
        UnicodeDecodeError: It is not UTF-8.
    """
    content = file.read_bytes()
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.strip() for line in text.split("\n")]
    paragraphs = filter(None, lines)
    return Article(
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        paragraphs=dict(enumerate(paragraphs, 1)),
    )
