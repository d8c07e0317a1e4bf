"""Makes the file of a new event: a draft, with every field explained."""

import datetime
import json
from pathlib import Path

from chronology.dates import DateFault, read_date
from chronology.forms import LONGEST_LABEL
from chronology.markup import slug
from chronology.problems import Problems, WrongUseError, did_you_mean, one_of, quoted
from chronology.reading import PREFIX
from chronology.rendering import Templates
from chronology.settings import read_settings


def new_event(root: Path, title: str, date: str, kind: str) -> Path:
    """Write the file and return its path; WrongUseError where that cannot be."""
    settings, _ = read_settings(root, Problems())
    if kind not in settings.kinds:
        hint = did_you_mean(kind, settings.kinds)
        raise WrongUseError(f"--kind: {quoted(kind)} is not {one_of(settings.kinds)}.{hint}")
    try:
        when = read_date(date)
    except DateFault as fault:
        raise WrongUseError(f"--date: {fault}") from None
    title = " ".join(title.split())
    if not title:
        raise WrongUseError("the title is blank")
    file = root / "events" / f"{_name(when.prefix, title)}.md"
    if file.exists():
        raise WrongUseError(f"{file} is there already")
    template = Templates(root).environment.get_template("new-event.md")
    text = template.render(
        title=json.dumps(title, ensure_ascii=False),
        date=when.edtf,
        kind=kind,
        settings=settings,
        today=datetime.date.today().isoformat(),  # noqa: DTZ011 (the editor's own day)
        longest_label=LONGEST_LABEL,
    )
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _name(prefix: str, title: str) -> str:
    """Return the file's name without ending; a number in front of the title is no date."""
    name = f"{prefix}-{slug(title) or 'event'}"
    found = PREFIX.match(name)
    return name if found and found[0] == prefix else f"{prefix}-event-{slug(title)}"
