"""Makes the file of a new event: a draft, with every field explained."""

import datetime
import json
from pathlib import Path

from chronology.content.formreading import read_form
from chronology.content.forms import LONGEST_LABEL, EventForm
from chronology.content.reading import PREFIX
from chronology.content.settings import read_settings
from chronology.problems import Problems, UsageError
from chronology.site.rendering import Templates
from chronology.syntax.addresses import slug
from chronology.syntax.records import Record


def new_event(root: Path, title: str, date: str, kind: str) -> Path:
    """Write the file and return its path; UsageError where that cannot be."""
    problems = Problems()
    settings, _ = read_settings(root, problems)
    today = datetime.date.today().isoformat()  # noqa: DTZ011 (the editor's own day)
    title = " ".join(title.split())
    asked = {"title": title, "date": date, "kind": kind, "added": today}
    event = read_form(EventForm, Record("new", problems, asked), settings)
    if event is None:
        raise UsageError("\n".join(problem.message for problem in problems))
    file = root / "events" / f"{_name(event.date.prefix, title)}.md"
    if file.exists():
        raise UsageError(f"{file} is there already")
    template = Templates(root).environment.get_template("new-event.md")
    typed = json.dumps(title, ensure_ascii=False)
    text = template.render(
        title=typed, event=event, settings=settings, longest_label=LONGEST_LABEL
    )
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _name(prefix: str, title: str) -> str:
    """Return the file's name without ending; a number in front of the title is no date."""
    name = f"{prefix}-{slug(title) or 'event'}"
    found = PREFIX.match(name)
    return name if found and found[0] == prefix else f"{prefix}-event-{slug(title)}"
