"""The whole run, readable top to bottom: read, arrange, check, render, publish."""

from pathlib import Path
from typing import NamedTuple

from chronology.exports.json import render_json
from chronology.problems import Problems
from chronology.rules.check import RULES, check
from chronology.rules.quotations import RULES_OF_LEDGERS
from chronology.site.outputs import DATA, check_fragments, check_links, list_pages
from chronology.site.rendering import Renderer, Templates
from chronology.timeline.reading import read_chronology


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
    chronology = read_chronology(
        request.root, problems, url=request.url, drafts=request.drafts
    )
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
