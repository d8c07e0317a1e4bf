"""Reads the sections of accounts: those that differ, and translations of one statement."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from chronology.dates.comparison import can_all_be_true
from chronology.dates.edtf import Date, DateFault, read_date
from chronology.dates.words import MONTHS, SEASONS
from chronology.syntax.addresses import slug
from chronology.syntax.chunks import Chunk
from chronology.syntax.passages import Manuscript, Passage
from chronology.wording import quoted

_HEADING = re.compile(r"(?P<kind>Accounts differ|In translation):\s*(?P<about>\S.*)")
_ID_PREFIXES = {"Accounts differ": "differ", "In translation": "translated"}
"""How the id of a section begins, by the kind of its heading."""
_OWN_DATE = re.compile(r"(?P<date>\[[^\[\]@]*\][~?%]?|[^:\[\]“\"@]{1,50}?):\s+")
_MONTH = "|".join(month[:3] for month in MONTHS)
_SEASON = "|".join(SEASONS)
_LIKE_A_DATE = re.compile(
    rf"""
    (?: (?:by|between|about|from|in|on|since|until)[ ] )*
    (?:
        [\d\[.-]
      | (?:{_SEASON})[ ]\d
      | (?:{_MONTH})[a-z]*\.?[ ] (?:\d\d?,?[ ])? \d{{3,4}}\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Account:
    """One account of a point on which sources differ."""

    date: Date | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Difference:
    """A point on which the sources part ways, or one statement as they translate it."""

    about: Markup
    id: str
    """Unique within its entry."""
    accounts: tuple[Account, ...]
    is_translation: bool = False
    """Whether the accounts give one statement in several translations."""

    @property
    def clash(self) -> bool:
        """Whether the dates that accounts begin with cannot all be true."""
        dates = [account.date for account in self.accounts if account.date is not None]
        return not can_all_be_true(dates)


def read_difference(
    manuscript: Manuscript, section: list[Chunk], taken: list[str]
) -> Difference:
    """Return the difference that a section describes; the section begins with its heading.

    Two faults are noted: a subject that another section of the entry has, which `taken`
    lists by id, and text that is not an account.
    """
    heading, *chunks = section
    kind, start = _find_subject(manuscript, heading)
    subject = manuscript.text[start : heading.end]
    accounts = _read_accounts(manuscript, chunks)
    if len(accounts) < 2:
        message = f"accounts of {quoted(subject)} must be two or more, each '- …'"
        manuscript.fault(start, message)
    identifier = f"{_ID_PREFIXES[kind]}-{slug(subject) or len(taken) + 1}"
    if identifier in taken:
        message = f"two sections of this entry are about {quoted(subject)}"
        manuscript.fault(start, message)
    about = manuscript.passage(start, heading.end).html
    return Difference(
        about=about,
        id=identifier,
        accounts=tuple(accounts),
        is_translation=kind == "In translation",
    )


def _find_subject(manuscript: Manuscript, heading: Chunk) -> tuple[str, int]:
    """Return the kind of a section, and where its heading says what it is about.

    Another heading is noted, and counts as one of accounts that differ.
    """
    text = manuscript.text[heading.start : heading.end]
    match = _HEADING.fullmatch(text)
    if match:
        return match["kind"], heading.start + match.start("about")
    wanted = "a heading in an event must be '## Accounts differ: <about what>'"
    other = "or '## In translation: <what>'"
    manuscript.fault(heading.start, f"{wanted} {other}, not {quoted(text)}")
    return "Accounts differ", heading.start


def _read_accounts(manuscript: Manuscript, chunks: list[Chunk]) -> list[Account]:
    accounts: list[Account] = []
    for chunk in chunks:
        if chunk.shape == "list":
            accounts.append(_read_account(manuscript, chunk))
        else:
            message = "a section of accounts holds a list ('- …') and nothing else"
            manuscript.fault(chunk.start, message)
    return accounts


def _read_account(manuscript: Manuscript, item: Chunk) -> Account:
    date = None
    start = item.start
    match = _OWN_DATE.match(manuscript.text, item.start, item.end)
    if match and _LIKE_A_DATE.match(match["date"]):
        try:
            date = read_date(match["date"])
            start = match.end()
        except DateFault as fault:
            manuscript.fault(item.start, str(fault))
    return Account(date, manuscript.passages(start, item.end))
