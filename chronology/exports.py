"""The chronology as data: chronology.json."""

import json
from collections.abc import Callable
from typing import Any

from chronology.chronology import Chronology
from chronology.citations import Citation
from chronology.dates import Date
from chronology.forms import Correction, Kind, Place, SourceForm, Withdrawn
from chronology.model import Event, Slip, Source
from chronology.passages import Passage, Quotation
from chronology.prose import Account, Difference

Json = dict[str, Any]

_AS_THEY_ARE = ("people", "status", "disputed", "order", "added", "corrections", "withdrawn")
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
    blocks = event.prose.blocks
    dates = {"earliest": event.date.earliest, "latest": event.date.latest}
    return {
        "id": event.id,
        "url": event.address,
        "title": event.title,
        "date": event.date,
        **{name: day and str(day) for name, day in dates.items()},
        "date_text": event.date.words,
        "kind": event.kind,
        "place": event.places,
        **{name: getattr(event, name) for name in _AS_THEY_ARE},
        "passages": [passage for block in blocks for item in block.items for passage in item],
        "differs": event.prose.differences,
        "html": html,
    }


def _source(source: Source) -> Json:
    custom = {name: getattr(source, name) for name in ("document", "paragraphs", "seen", "outlet")}
    named = {SourceForm.model_fields[name].alias or name: getattr(source, name) for name in _CSL}
    return {
        "id": source.id,
        **named,
        "author": [{"literal": name} for name in source.author] or None,
        "issued": source.issued and {"date-parts": _date_parts(source.issued)},
        "custom": custom
        | {"sha256": source.ledger and source.ledger.sha256, "slips": source.known_slips}
        | {"copy": source.copy_address, "archived": source.archived},
    }


def _plain(value: object) -> object:
    """Return what stands for a value of ours in JSON."""
    match value:
        case Date():
            return value.edtf
        case Kind() | Place():
            return value.key
        case Correction() | Withdrawn():
            return dict(value)
        case Quotation():
            return value.text
        case Citation():
            return {"source": value.source, "para": value.paragraphs, "voice": value.voice}
        case Passage():
            return _statement([value])
        case Account():
            return {"date": value.date, **_statement(value.passages)}
        case Difference():
            return {"about": value.about.striptags(), "accounts": value.accounts}
        case Slip():
            better = value.better and value.better.text
            see = {"see": value.see, "citations": value.citations}
            return {"para": value.para, "says": value.says.text, "better": better, **see}
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _statement(passages: Any) -> Json:
    """Return one passage, or all those of an account as one."""
    return {
        "text": " ".join(passage.text for passage in passages),
        "quotations": [quotation for passage in passages for quotation in passage.quotations],
        "citations": [citation for passage in passages for citation in passage.citations],
    }


def _date_parts(date: Date) -> list[list[int]]:
    """Return the known ends as CSL-JSON has them: year, month, day as far as they are known."""
    ends = [date.start] if date.form == "single" else [date.start, date.end]
    numbers = [[end.year, end.month, end.day] for end in ends if end]
    return [[n for n in parts if 0 < n <= 31 or n == parts[0]] for parts in numbers]
