"""The chronology as data: chronology.json."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from chronology.chronology import Chronology
from chronology.citations import Citation
from chronology.dates import Date, Day
from chronology.model import Event, Slip, Source
from chronology.passages import Passage

Json = dict[str, Any]


def render_json(chronology: Chronology, html_of: Callable[[Event], str]) -> str:
    """Return every event and source as JSON; what is absent is null, never "".

    `html_of` gives an event's prose with links from the site's root.
    """
    settings = chronology.settings
    content = {
        "title": settings.title,
        "url": settings.url,
        "events": [_event(event, html_of(event)) for event in chronology.events],
        "sources": [_source(source) for source in chronology.sources.values()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def list_counts(chronology: Chronology) -> dict[str, int]:
    """Return how many events, sources, passages, citations and quotations there are."""
    passages = [use.passage for use in chronology.uses if not use.is_slip]
    return {
        "events": len(chronology.entries),
        "sources": len(chronology.sources),
        "passages": len(passages),
        "citations": sum(len(passage.citations) for passage in passages),
        "quotations": sum(len(passage.quotations) for passage in passages),
    }


def _event(event: Event, html: str) -> Json:
    return {
        "id": event.id,
        "url": event.address,
        "title": event.title,
        "date": event.date.edtf,
        "earliest": _day(event.date.earliest),
        "latest": _day(event.date.latest),
        "date_text": event.date.words,
        "kind": event.kind.key,
        "place": [place.key for place in event.places],
        "people": list(event.people),
        "status": event.status,
        "disputed": event.disputed,
        "order": event.order,
        "added": event.added.edtf,
        "corrections": [
            {"date": c.date.edtf, "was": _edtf(c.was), "note": c.note} for c in event.corrections
        ],
        "withdrawn": event.withdrawn
        and {"date": event.withdrawn.date.edtf, "reason": event.withdrawn.reason},
        "passages": [
            _passage(passage)
            for block in event.prose.blocks
            for item in block.items
            for passage in item
        ],
        "differs": [
            {
                "about": str(difference.about.striptags()),
                "accounts": [
                    {"date": _edtf(account.date), **_account(account.passages)}
                    for account in difference.accounts
                ],
            }
            for difference in event.prose.differences
        ],
        "html": html,
    }


def _account(passages: Iterable[Passage]) -> Json:
    """Return the passages of an account as one."""
    parts = [_passage(passage) for passage in passages]
    return {
        "text": " ".join(part["text"] for part in parts),
        "quotations": [text for part in parts for text in part["quotations"]],
        "citations": [citation for part in parts for citation in part["citations"]],
    }


def _passage(passage: Passage) -> Json:
    return {
        "text": passage.text,
        "quotations": [quotation.text for quotation in passage.quotations],
        "citations": [_citation(citation) for citation in passage.citations],
    }


def _citation(citation: Citation) -> Json:
    return {"source": citation.source, "para": list(citation.paragraphs), "voice": citation.voice}


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "container-title": source.container_title,
        "container-title-short": source.container_title_short,
        "author": [{"literal": name} for name in source.author] or None,
        "issued": source.issued and {"date-parts": _date_parts(source.issued)},
        "language": source.language,
        "URL": source.url,
        "custom": {
            "document": source.document,
            "paragraphs": list(source.paragraphs),
            "sha256": source.ledger.sha256 if source.ledger else None,
            "seen": source.seen,
            "copy": source.copy_address,
            "archived": source.archived,
            "outlet": source.outlet,
            "slips": [_slip(slip) for slip in source.known_slips],
        },
    }


def _slip(slip: Slip) -> Json:
    return {
        "para": list(slip.para),
        "says": slip.says.text,
        "better": slip.better.text if slip.better else None,
        "see": list(slip.see),
        "citations": [_citation(citation) for citation in slip.citations],
    }


def _date_parts(date: Date) -> list[list[int]]:
    """Return the known ends as CSL-JSON has them: year, month, day as far as they are known."""
    ends = [end for end in (date.start, date.end) if end]
    parts = [[end.year, *(n for n in (end.month, end.day) if 0 < n <= 31)] for end in ends]
    return parts[:1] if date.form == "single" else parts


def _edtf(date: Date | None) -> str | None:
    return date.edtf if date else None


def _day(day: Day | None) -> str | None:
    return str(day) if day else None
