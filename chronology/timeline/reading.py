"""Reads everything that stands in the folders of a chronology."""

from pathlib import Path

from chronology.content.names import REGISTRY, read_names
from chronology.content.reading import read_event, read_periods, read_source, read_words
from chronology.content.settings import read_settings
from chronology.problems import Problems
from chronology.timeline.chronology import Chronology

NO_SEED = "holds neither a record (.md) nor a ledger (.quotes); an article's text stays elsewhere"


def read_chronology(
    root: Path, problems: Problems, *, url: str | None = None, drafts: bool = False
) -> Chronology:
    """Return what the folders hold, in order, as far as it can be read.

    ContentError where the settings cannot be read.
    """
    settings, record = read_settings(root, problems)
    if url:
        settings = settings.model_copy(update={"url": url.rstrip("/")})
    files = _list_files(root / "events", problems)
    named = [file for file in files if not file.name.startswith("_")]
    in_words = [
        file for file in files if file.name.startswith("_") and file.name != REGISTRY
    ]
    seeds = _list_files(root / "seeds", problems)
    records = [file for file in seeds if file.suffix == ".md"]
    for file in seeds:
        if file.suffix != ".md" and file.with_suffix(".md") not in records:
            is_ledger = f"is the ledger of no source: there is no {file.stem}.md"
            problems.add(
                f"seeds/{file.name}", is_ledger if file.suffix == ".quotes" else NO_SEED
            )
    events = [read_event(f, settings, problems, drafts=drafts) for f in named]
    shown = [event for event in events if event and (drafts or not event.is_draft)]
    return Chronology(
        settings=settings,
        events=tuple(sorted(shown, key=lambda e: (*e.date.order, e.order or 0, e.id))),
        sources={
            source.id: source for f in records if (source := read_source(f, problems))
        },
        periods=tuple(read_periods(settings, record)),
        words={page.id: page for f in in_words if (page := read_words(f, problems))},
        names=tuple(read_names(root / "events", problems)),
        known_sources=frozenset(file.stem for file in records),
        left_out=tuple(e for e in events if e and e.is_draft and not drafts),
        faulty=frozenset(problem.path for problem in problems),
    )


def _list_files(folder: Path, problems: Problems) -> list[Path]:
    """Return what stands in the folder, sorted, hidden files aside."""
    if not folder.is_dir():
        is_missing = f"is missing; make the folder {folder.name}/"
        problems.add(folder.name, "must be a folder" if folder.exists() else is_missing)
        return []
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))
