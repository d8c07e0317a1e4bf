"""A source: its record `seeds/<id>.md`, with the ledger beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup
from pydantic import Field

from chronology.content.fields import (
    Address,
    Conflict,
    Fields,
    Paragraphs,
    Texts,
    Title,
    When,
)
from chronology.content.files import LEDGER, SEEDS, ledger_path
from chronology.content.filling import read_fields
from chronology.content.slips import Slip, SlipFields, read_slips
from chronology.evidence.ledger import Ledger, read_ledger
from chronology.evidence.matching import pieces
from chronology.problems import Problems
from chronology.syntax.addresses import slug
from chronology.syntax.frontmatter import read_record
from chronology.syntax.passages import Links
from chronology.syntax.prose import read_own_words
from chronology.syntax.records import Record
from chronology.wording import quoted


class SourceFields(Fields):
    """The front matter of `seeds/<id>.md`: fields named as in CSL-JSON, and our own."""

    type: str
    title: Title | None = None
    container_title: str | None = Field(default=None, alias="container-title")
    container_title_short: str | None = Field(
        default=None, alias="container-title-short"
    )
    author: Texts = ()
    issued: When | None = None
    language: str | None = None
    url: Address | None = Field(default=None, alias="URL")
    document: str | None = None
    paragraphs: Paragraphs = ()
    copy_address: Address | None = Field(default=None, alias="copy")
    archived: Address | None = None
    outlet: str | None = None
    slips: tuple[SlipFields, ...] = ()
    seen: Literal["whole", "extract"] = "whole"

    @classmethod
    def list_conflicts(cls, typed: Mapping[str, object]) -> Iterator[Conflict]:
        """Yield each conflict with `seen`, and each conflict within a slip."""
        seen = typed.get("seen", "whole")
        has = [name in typed for name in ("document", "paragraphs")]
        if seen == "extract" and any(has):
            why = "a source seen in extract has no 'document' and no 'paragraphs'"
            yield ("seen",), why
        if seen == "whole" and not all(has):
            why = "a source has 'document' and 'paragraphs', or else 'seen: extract'"
            yield ("seen",), why
        slips = typed.get("slips")
        for index, slip in enumerate(slips if isinstance(slips, list) else ()):
            if isinstance(slip, dict):
                for place, message in SlipFields.list_conflicts(slip):
                    yield ("slips", index, *place), message


@dataclass(frozen=True, eq=False)
class Source:
    """One source: its record, its ledger, and what we say about it in our own words."""

    id: str
    """The name of its file, without the ending."""
    record: Record
    fields: SourceFields
    html: Markup
    """What it reports, in our own words."""
    links: Links
    ledger: Ledger | None
    slips: tuple[Slip, ...]

    @property
    def path(self) -> str:
        """The path of its record, from the chronology's folder."""
        return self.record.path

    @property
    def ledger_path(self) -> str:
        """The path that its ledger has or would have, from the chronology's folder."""
        return ledger_path(self.path)

    @property
    def address(self) -> str:
        """Its page, from the site's root."""
        return f"sources/{self.id}.html"

    @property
    def name(self) -> str:
        """What citations call it: its outlet's short name."""
        return self.fields.container_title_short or self.outlet_name

    @property
    def outlet_name(self) -> str:
        """Its outlet's whole name, or else the short one, its title or its id."""
        fields = self.fields
        named = fields.container_title or fields.container_title_short
        return named or fields.title or self.id

    @property
    def headline(self) -> str:
        """Its title, or its outlet and day if the headline is not known."""
        if self.fields.title:
            return self.fields.title
        known = [self.fields.container_title or self.id]
        if self.fields.issued:
            known.append(self.fields.issued.words)
        return f"{', '.join(known)} (headline not found)"

    @property
    def own_paragraphs(self) -> str:
        """Its paragraphs as the record has them: 1-2, 5-7."""
        return str((self.record.typed or {}).get("paragraphs", ""))

    @property
    def is_extract(self) -> bool:
        """Whether only an extract of its text was seen."""
        return self.fields.seen == "extract"

    @property
    def text_address(self) -> str | None:
        """Where its text can be read: the original, a copy, an archive; None if nowhere."""
        return self.fields.url or self.fields.copy_address or self.fields.archived

    def find_words(self, quotation: str) -> str | None:
        """Return the address of the text with a fragment that finds the quoted words in it.

        It is None if no address is known.
        """
        if self.text_address is None:
            return None
        found = pieces(quotation)
        ends = [found[0], found[-1]] if len(found) > 1 else found
        words = [quote(end, safe="").replace("-", "%2D") for end in ends]
        return f"{self.text_address}#:~:text={','.join(words)}"


def read_source(file: Path, problems: Problems) -> Source | None:
    """Return the source with its ledger, or None after noting every fault of its files."""
    record = read_record(file, f"{SEEDS}/{file.name}", problems)
    ledger = _read_ledger_beside(file, problems)
    if record is None:
        return None
    if file.stem != slug(file.stem):
        record.fault("a source's file is named slug.md, of a-z, 0-9 and -")
    fields = read_fields(SourceFields, record)
    html, links = read_own_words(record)
    if fields is None:
        return None
    if ledger:
        _check_ledger(ledger, fields, problems)
    return Source(
        id=file.stem,
        record=record,
        fields=fields,
        html=html,
        links=links,
        ledger=ledger,
        slips=tuple(read_slips(file.stem, fields.slips, record)),
    )


def _read_ledger_beside(record: Path, problems: Problems) -> Ledger | None:
    """Return the ledger beside a record; None if there is none or it cannot be read."""
    file = record.with_suffix(LEDGER)
    if not file.exists():
        return None
    return read_ledger(file, f"{SEEDS}/{file.name}", problems)


def _check_ledger(ledger: Ledger, fields: SourceFields, problems: Problems) -> None:
    """Note a ledger that does not belong to the record."""
    if fields.seen == "extract":
        problems.add(ledger.path, "a source seen in extract has no ledger; delete it")
    elif ledger.document != fields.document:
        its = quoted(ledger.document)
        ours = quoted(str(fields.document))
        problems.add(
            ledger.path, f"is of {its}, but the record is of {ours}; seal it anew"
        )
