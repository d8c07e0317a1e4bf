"""Makes the file of a new event: a draft, with every field explained."""

import datetime
from pathlib import Path

from chronology.dates import Date
from chronology.forms import LONGEST_LABEL, Settings
from chronology.markup import slug
from chronology.reading import PREFIX

_FILE = """\
---
title: {title}
date: {date}
# When it happened, no more exact than the source: 2023, 2023-07, 2023-07-11, spring 2024,
# by 2022-06, between 2022-10 and 2023-03, about 2024-05, 44 BCE; what lasted: 2023-06/2023-09.
kind: {kind}
# One of: {kinds}.
added: {today}
# The day the entry is first published.
draft: true
# Only the preview shows a draft (python build.py serve); delete the line to publish it.

# What follows is optional: delete the '#' in front of what you need.
# place: {places}
# label: the title in {label} characters or fewer, for the figure
# status: claimed
# Without it 'reported', a source states it. 'claimed': a named party says it of itself or others.
# 'alleged': an accusation that the person denies, or no court had decided.
# order: 2
# A whole number, for the order of entries that have the same date.
# people: [First Person, Second Person]
# corrections:
#   - date: {today}
#     was: 2023-06
#     note: What was wrong. 'was' holds the earlier date, if the date was corrected.
# withdrawn:
#   date: {today}
#   reason: Why the entry no longer stands; its page stays as a notice.
---

"""


def new_event(
    root: Path, settings: Settings, title: str, date: Date, kind: str, today: datetime.date
) -> Path:
    """Write the file and return its path; FileExistsError where one has its name already."""
    name = f"{date.prefix}-{slug(title) or 'event'}"
    found = PREFIX.match(name)
    if found is None or found[0] != date.prefix:  # A title that begins with a number.
        name = f"{date.prefix}-event-{slug(title)}"
    file = root / "events" / f"{name}.md"
    quoted_title = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    is_plain = title[:1].isalnum() and ": " not in title and " #" not in title
    text = _FILE.format(
        title=title if is_plain and not title.endswith(":") else quoted_title,
        date=date.edtf,
        kind=kind,
        kinds=", ".join(settings.kinds),
        today=today.isoformat(),
        places=next(iter(settings.places), "none are in the settings yet"),
        label=LONGEST_LABEL,
    )
    file.parent.mkdir(exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
    return file
