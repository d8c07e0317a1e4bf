"""The chronology as data: chronology.json."""

import json
from collections.abc import Callable
from typing import Any

from chronology.content.event import Correction, Event, Withdrawn
from chronology.content.outcomes import Outcome
from chronology.content.slips import Slip
from chronology.content.source import Source, SourceFields
from chronology.dates.edtf import Date
from chronology.syntax.accounts import Account, Difference
from chronology.syntax.citations import Citation
from chronology.syntax.passages import Passage
from chronology.timeline.chronology import Chronology

Json = dict[str, Any]

_CSL = ("type", "title", "container_title", "container_title_short", "language", "url")
"""The fields of a source that the data name as CSL-JSON does."""


def render_json(chronology: Chronology, html_of: Callable[[Event], str]) -> str:
    """Return every event and source as JSON; what is missing is null, never "".

    `html_of` returns an event's prose with links from the site's root.
    """
    content = {
        "title": chronology.settings.title,
        "url": chronology.settings.url,
        "events": [_event(event, html_of(event)) for event in chronology.events],
        "sources": list(map(_source, chronology.sources.values())),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _event(event: Event, html: str) -> Json:
    """Return an entry as it stands in the data."""
    fields = event.fields
    date = fields.date
    return {
        "id": event.id,
        "url": event.address,
        "title": fields.title,
        "date": date,
        "earliest": str(date.earliest) if date.earliest else None,
        "latest": str(date.latest) if date.latest else None,
        "date_text": date.words,
        "kind": fields.kind,
        "place": fields.places,
        "people": fields.people,
        "status": fields.status,
        "outcome": event.outcome,
        "milestone": event.is_milestone,
        "dating": _statement(*event.dating) if event.dating else None,
        "disputed": event.disputed,
        "order": fields.order,
        "added": fields.added,
        "corrections": fields.corrections,
        "withdrawn": fields.withdrawn,
        "formerly": fields.formerly,
        "passages": _passages(event),
        "differs": event.prose.differences,
        "html": html,
    }


def _passages(event: Event) -> list[Passage]:
    """Return the passages of an entry's text, without those of its accounts."""
    found: list[Passage] = []
    for block in event.prose.blocks:
        for item in block.items:
            found.extend(item)
    return found


def _source(source: Source) -> Json:
    """Return a source in the form of CSL-JSON; our own fields stand in `custom`."""
    fields = source.fields
    authors = [{"literal": name} for name in fields.author]
    return {
        "id": source.id,
        **_csl(fields),
        "author": authors or None,
        "issued": {"date-parts": _date_parts(fields.issued)} if fields.issued else None,
        "custom": {
            "document": fields.document,
            "paragraphs": fields.paragraphs,
            "seen": fields.seen,
            "outlet": fields.outlet,
            "sha256": source.ledger.sha256 if source.ledger else None,
            "slips": source.slips,
            "copy": fields.copy_address,
            "archived": fields.archived,
        },
    }


def _csl(fields: SourceFields) -> Json:
    """Return the fields that CSL-JSON also has, under its names."""
    named = {}
    for name in _CSL:
        named[SourceFields.model_fields[name].alias or name] = getattr(fields, name)
    return named


def _date_parts(date: Date) -> list[list[int]]:
    """Return the known ends in the form of CSL-JSON: year, month and day as far as known."""
    ends = [date.known] if date.form == "single" else [date.start, date.end]
    return [[end.year, *filter(None, (end.month, end.day))] for end in ends if end]


def _slip(slip: Slip) -> Json:
    """Return a known error of a source."""
    return {
        "para": slip.para,
        "says": slip.says.text,
        "better": slip.better.text if slip.better else None,
        "see": slip.see,
        "citations": slip.citations,
    }


def _outcome(outcome: Outcome) -> Json:
    """Return what was decided later of an allegation."""
    return {"date": outcome.date, **_statement(outcome.passage)}


def _account(account: Account) -> Json:
    """Return an account of a disagreement."""
    return {"date": account.date, **_statement(*account.passages)}


def _difference(difference: Difference) -> Json:
    """Return a disagreement with its accounts."""
    return {
        "about": difference.about.striptags(),
        "translation": difference.is_translation,
        "accounts": difference.accounts,
    }


def _citation(citation: Citation) -> Json:
    """Return where something is said, and by whom."""
    return {
        "source": citation.source,
        "para": citation.locator.paragraphs,
        "voice": citation.voice,
    }


def _statement(*passages: Passage) -> Json:
    """Return one passage, or all those of an account as one."""
    quotations: list[str] = []
    citations: list[Citation] = []
    for passage in passages:
        quotations += [quotation.text for quotation in passage.quotations]
        citations += passage.citations
    return {
        "text": " ".join(passage.text for passage in passages),
        "quotations": quotations,
        "citations": citations,
    }


def _date(date: Date) -> str:
    """Return a date in EDTF."""
    return date.edtf


def _plain(value: object) -> object:
    """Return the JSON form of a value of one of our types."""
    return _PLAIN[type(value)](value)


_PLAIN: dict[type, Callable[[Any], object]] = {
    Date: _date,
    Correction: dict,
    Withdrawn: dict,
    Passage: _statement,
    Citation: _citation,
    Difference: _difference,
    Account: _account,
    Slip: _slip,
    Outcome: _outcome,
}
"""The JSON form of a value, by its type."""
