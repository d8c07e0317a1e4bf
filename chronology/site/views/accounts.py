"""Accounts of one point as a table: who speaks on the left, the words on the right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronology.content.source import Source
from chronology.dates.edtf import Date
from chronology.site.views.citations import CitationView, view_citations
from chronology.syntax.accounts import Account, Difference
from chronology.syntax.passages import Passage
from chronology.wording import counted


@dataclass(frozen=True)
class Said:
    """One row of the table: whose word it is, and the words."""

    citations: tuple[CitationView, ...]
    passage: Passage


@dataclass(frozen=True)
class AccountView:
    """One account."""

    date: Date | None
    """The date it begins with; None if it has none, or its text says it anyway."""
    rows: tuple[Said, ...]


@dataclass(frozen=True)
class AccountsView:
    """The accounts of one point."""

    difference: Difference
    title: str
    """What kind of accounts they are: `Accounts differ`, or `In translation`."""
    count: str
    """How many there are, in words."""
    who: str
    """Whose words they are, in the order in which they speak first."""
    accounts: tuple[AccountView, ...]


def view_accounts(
    difference: Difference, sources: Mapping[str, Source]
) -> AccountsView:
    """Return the accounts of one point as a table."""
    noun = "translation" if difference.is_translation else "account"
    accounts = [_view_account(account, sources) for account in difference.accounts]
    return AccountsView(
        difference=difference,
        title="In translation" if difference.is_translation else "Accounts differ",
        count=counted(len(accounts), noun),
        who=", ".join(dict.fromkeys(_list_speakers(difference, sources))),
        accounts=tuple(accounts),
    )


def _view_account(account: Account, sources: Mapping[str, Source]) -> AccountView:
    """Return one account, a row for each of its passages."""
    text = " ".join(passage.text for passage in account.passages)
    date = account.date
    if date and date.words.lower() in text.lower():
        date = None
    rows = [
        Said(tuple(view_citations(passage.citations, sources)), passage)
        for passage in account.passages
    ]
    return AccountView(date, tuple(rows))


def _list_speakers(
    difference: Difference, sources: Mapping[str, Source]
) -> Iterator[str]:
    """Yield who speaks in each citation: the voice, or else the outlet."""
    translated = difference.is_translation
    for account in difference.accounts:
        for passage in account.passages:
            for citation in passage.citations:
                outlet = sources[citation.source].name
                yield outlet if translated else citation.voice or outlet
