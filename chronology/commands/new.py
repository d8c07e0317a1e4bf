"""Makes the file of a new event or a new source, with every field explained."""

import datetime
import json
from pathlib import Path

from chronology.content.event import LONGEST_LABEL, EventFields
from chronology.content.files import DATE_PREFIX, EVENTS, RECORD, SEEDS
from chronology.content.filling import read_fields
from chronology.content.settings import read_settings
from chronology.problems import Problems, UsageError
from chronology.site.templates import Templates
from chronology.syntax.addresses import slug
from chronology.syntax.records import Record
from chronology.wording import quoted


def new_event(root: Path, title: str, date: str, kind: str) -> Path:
    """Write the file of a draft and return its path.

    Raises:
        UsageError: A field is wrong, or the file exists already.
        ContentError: The settings cannot be read.
    """
    problems = Problems()
    settings, _ = read_settings(root, problems)
    title = " ".join(title.split())
    typed = {"title": title, "date": date, "kind": kind, "added": _today()}
    fields = read_fields(EventFields, Record("new", problems, typed), settings)
    if fields is None:
        raise UsageError("\n".join(problem.message for problem in problems))
    text = (
        Templates(root)
        .environment.get_template("new-event.md")
        .render(
            title=json.dumps(title, ensure_ascii=False),
            event=fields,
            settings=settings,
            longest_label=LONGEST_LABEL,
        )
    )
    name = _name_event(fields.date.prefix, title)
    return _write_new(root / EVENTS / f"{name}{RECORD}", text)


def new_source(root: Path, id_: str) -> Path:
    """Write the record of a source and return its path.

    Raises:
        UsageError: The id cannot be the name of a file, or the file exists already.
    """
    if not id_ or slug(id_) != id_:
        right = slug(id_) or "evening-post-1998"
        raise UsageError(
            f"an id is of a-z, 0-9 and -, as in {right}, not {quoted(id_)}"
        )
    template = Templates(root).environment.get_template("new-source.md")
    return _write_new(root / SEEDS / f"{id_}{RECORD}", template.render(id=id_))


def _write_new(file: Path, text: str) -> Path:
    """Write a new file and return its path; UsageError if it exists already."""
    if file.exists():
        raise UsageError(f"{file} is there already")
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _today() -> str:
    """Return today's date where the editor is."""
    return datetime.date.today().isoformat()  # noqa: DTZ011


def _name_event(prefix: str, title: str) -> str:
    """Return the file's name without ending; a number in the title is never read as a date."""
    name = f"{prefix}-{slug(title) or 'event'}"
    begins = DATE_PREFIX.match(name)
    if begins and begins[0] == prefix:
        return name
    return f"{prefix}-event-{slug(title)}"
