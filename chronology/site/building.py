"""The whole run, readable top to bottom: read, arrange, check, render, publish."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from chronology.exports.json import render_json
from chronology.problems import Problems
from chronology.rules import RULES, RULES_OF_LEDGERS, check
from chronology.rules.links import links_lead_to_pages, links_lead_to_places
from chronology.site.outputs import DATA, list_ids, list_pages
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
    problems.extend(links_lead_to_pages(chronology, addresses))
    problems.raise_any()
    renderer = Renderer(templates, addresses, chronology, request.preview_port)
    texts = renderer.render_all(pages, problems)
    problems.extend(links_lead_to_places(chronology, partial(_ids_on, texts)))
    problems.raise_any()
    texts[DATA] = render_json(chronology, renderer.render_prose)
    return {address: text.encode() for address, text in texts.items()} | assets


def _ids_on(texts: Mapping[str, str], address: str) -> set[str] | None:
    """Return the ids of a page; None where no page has this address."""
    return list_ids(texts[address]) if address in texts else None
