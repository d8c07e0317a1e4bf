"""Makes the file of a new event: a draft, with every field explained."""

import datetime
import json
from pathlib import Path

from chronology.dates import Date
from chronology.forms import LONGEST_LABEL, Settings
from chronology.markup import slug
from chronology.reading import PREFIX
from chronology.rendering import Templates


def new_event(
    root: Path, settings: Settings, title: str, date: Date, kind: str, today: datetime.date
) -> Path:
    """Write the file and return its path; FileExistsError where one has its name already."""
    name = f"{date.prefix}-{slug(title) or 'event'}"
    found = PREFIX.match(name)
    if found is None or found[0] != date.prefix:  # A title that begins with a number.
        name = f"{date.prefix}-event-{slug(title)}"
    is_plain = all(c.isalnum() or c in " -,’" for c in title) and title[0].isalpha()
    text = (
        Templates(root)
        .environment.get_template("new-event.md")
        .render(
            title=title if is_plain else json.dumps(title, ensure_ascii=False),
            date=date.edtf,
            kind=kind,
            kinds=settings.kinds,
            today=today.isoformat(),
            places=settings.places,
            longest_label=LONGEST_LABEL,
        )
    )
    file = root / "events" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
    return file
