"""The whole run, readable top to bottom: read, arrange, check, render, publish."""

from pathlib import Path
from typing import NamedTuple

from chronology.check import RULES, check
from chronology.check_quotations import RULES_OF_LEDGERS
from chronology.chronology import Chronology
from chronology.exports import render_json
from chronology.names import REGISTRY, read_names
from chronology.pages import DATA, check_fragments, check_links, list_pages
from chronology.problems import Problems
from chronology.reading import read_event, read_periods, read_source, read_words
from chronology.rendering import Renderer, Templates
from chronology.settings import read_settings

NO_SEED = "holds neither a record (.md) nor a ledger (.quotes); an article's text stays elsewhere"


class Request(NamedTuple):
    """What one run is asked for."""

    root: Path
    """The folder of the chronology."""
    url: str | None = None
    """Where the site will be served, instead of what the settings say."""
    drafts: bool = False
    preview_port: int | None = None
    """Where the live preview serves; its pages let livereload through."""


def make_site(request: Request) -> dict[str, bytes]:
    """Return every file of the site by its address; ContentError holds all faults."""
    problems = Problems()
    chronology = read_chronology(request, problems)
    check(chronology, problems, RULES + RULES_OF_LEDGERS)
    templates = Templates(request.root)
    templates.check_syntax(problems)
    assets = templates.assets()
    pages = list(list_pages(chronology))
    addresses = frozenset([*(page.address for page in pages), DATA, *assets])
    problems.extend(check_links(chronology, addresses))
    problems.raise_any()
    renderer = Renderer(templates, addresses, chronology, request.preview_port)
    texts = renderer.render_all(pages, problems)
    problems.extend(check_fragments(chronology, texts))
    problems.raise_any()
    texts[DATA] = render_json(chronology, renderer.render_prose)
    return {address: text.encode() for address, text in texts.items()} | assets


def read_chronology(request: Request, problems: Problems) -> Chronology:
    """Return what the folders hold, in order, as far as it can be read.

    ContentError where the settings cannot be read.
    """
    settings, record = read_settings(request.root, problems)
    if request.url:
        settings = settings.model_copy(update={"url": request.url.rstrip("/")})
    files = _list_files(request.root / "events", problems)
    named = [file for file in files if not file.name.startswith("_")]
    in_words = [file for file in files if file.name.startswith("_") and file.name != REGISTRY]
    seeds = _list_files(request.root / "seeds", problems)
    records = [file for file in seeds if file.suffix == ".md"]
    for file in seeds:
        if file.suffix != ".md" and file.with_suffix(".md") not in records:
            is_ledger = f"is the ledger of no source: there is no {file.stem}.md"
            problems.add(f"seeds/{file.name}", is_ledger if file.suffix == ".quotes" else NO_SEED)
    events = [read_event(f, settings, problems, drafts=request.drafts) for f in named]
    shown = [event for event in events if event and (request.drafts or not event.is_draft)]
    return Chronology(
        settings=settings,
        events=tuple(sorted(shown, key=lambda e: (*e.date.order, e.order or 0, e.id))),
        sources={source.id: source for f in records if (source := read_source(f, problems))},
        periods=tuple(read_periods(settings, record)),
        words={page.id: page for f in in_words if (page := read_words(f, problems))},
        names=tuple(read_names(request.root / "events", problems)),
        known_sources=frozenset(file.stem for file in records),
        left_out=tuple(e for e in events if e and e.is_draft and not request.drafts),
        faulty=frozenset(problem.path for problem in problems),
    )


def _list_files(folder: Path, problems: Problems) -> list[Path]:
    """Return what stands in the folder, sorted, hidden files aside."""
    if not folder.is_dir():
        is_missing = f"is missing; make the folder {folder.name}/"
        problems.add(folder.name, "must be a folder" if folder.exists() else is_missing)
        return []
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))
