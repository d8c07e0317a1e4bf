"""The chronology as data: chronology.json."""

import json
from collections.abc import Callable
from typing import Any

from chronology.content.forms import Correction, SourceForm, Withdrawn
from chronology.content.model import Event, Slip, Source
from chronology.dates.edtf import Date
from chronology.syntax.accounts import Account, Difference
from chronology.syntax.citations import Citation
from chronology.syntax.passages import Passage
from chronology.timeline.chronology import Chronology

Json = dict[str, Any]

_AS_THEY_ARE = (
    "people",
    "status",
    "disputed",
    "order",
    "added",
    "corrections",
    "withdrawn",
)
_CSL = ("type", "title", "container_title", "container_title_short", "language", "url")


def render_json(chronology: Chronology, html_of: Callable[[Event], str]) -> str:
    """Return every event and source as JSON; what is absent is null, never "".

    `html_of` gives an event's prose with links from the site's root.
    """
    content = {
        "title": chronology.settings.title,
        "url": chronology.settings.url,
        "events": [_event(event, html_of(event)) for event in chronology.events],
        "sources": [_source(source) for source in chronology.sources.values()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _event(event: Event, html: str) -> Json:
    items = [item for block in event.prose.blocks for item in block.items]
    return {
        "id": event.id,
        "url": event.address,
        "title": event.title,
        "date": event.date,
        "earliest": event.date.earliest and str(event.date.earliest),
        "latest": event.date.latest and str(event.date.latest),
        "date_text": event.date.words,
        "kind": event.kind,
        "place": event.places,
        **{name: getattr(event, name) for name in _AS_THEY_ARE},
        "passages": [passage for item in items for passage in item],
        "differs": event.prose.differences,
        "html": html,
    }


def _source(source: Source) -> Json:
    custom = {
        name: getattr(source, name)
        for name in ("document", "paragraphs", "seen", "outlet")
    }
    named = {
        SourceForm.model_fields[name].alias or name: getattr(source, name)
        for name in _CSL
    }
    return {
        "id": source.id,
        **named,
        "author": [{"literal": name} for name in source.author] or None,
        "issued": source.issued and {"date-parts": _date_parts(source.issued)},
        "custom": custom
        | {
            "sha256": source.ledger and source.ledger.sha256,
            "slips": source.known_slips,
        }
        | {"copy": source.copy_address, "archived": source.archived},
    }


def _date_parts(date: Date) -> list[list[int]]:
    """Return the known ends as CSL-JSON has them: year, month, day as far as they are known."""
    ends = [date.known] if date.form == "single" else [date.start, date.end]
    return [[end.year, *filter(None, (end.month, end.day))] for end in ends if end]


def _slip(slip: Slip) -> Json:
    words = {
        "para": slip.para,
        "says": slip.says.text,
        "better": slip.better and slip.better.text,
    }
    return words | {"see": slip.see, "citations": slip.citations}


def _statement(*passages: Passage) -> Json:
    """Return one passage, or all those of an account as one."""
    return {
        "text": " ".join(passage.text for passage in passages),
        "quotations": [
            quotation.text for passage in passages for quotation in passage.quotations
        ],
        "citations": [
            citation for passage in passages for citation in passage.citations
        ],
    }


def _plain(value: object) -> object:
    return _PLAIN[type(value)](value)


_PLAIN: dict[type, Callable[[Any], object]] = {
    Date: lambda date: date.edtf,
    Correction: dict,
    Withdrawn: dict,
    Passage: _statement,
    Citation: lambda c: {
        "source": c.source,
        "para": c.locator.paragraphs,
        "voice": c.voice,
    },
    Difference: lambda d: {"about": d.about.striptags(), "accounts": d.accounts},
    Account: lambda account: {"date": account.date, **_statement(*account.passages)},
    Slip: _slip,
}
"""What stands in JSON for a value of each type of ours."""
