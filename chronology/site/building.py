"""One build from start to end: read, check, list the outputs, check links, render."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chronology.problems import Problems
from chronology.rules import RULES, RULES_OF_LEDGERS, check
from chronology.rules.links import links_lead_to_pages, links_lead_to_places
from chronology.site.links import list_ids
from chronology.site.outputs import list_outputs
from chronology.site.rendering import Renderer
from chronology.site.templates import Templates
from chronology.timeline.reading import read_chronology


@dataclass(frozen=True)
class Request:
    """What one build is asked to do."""

    root: Path
    """The folder of the chronology."""
    url: str | None = None
    """Where the site will be served; it replaces the address in the settings."""
    drafts: bool = False
    """Whether drafts are shown as entries."""
    preview_port: int | None = None
    """The port of the live preview, whose pages allow livereload; None for a build."""


def make_site(request: Request) -> dict[str, bytes]:
    """Return every file of the site by its address.

    Raises:
        ContentError: The content or a template has faults; it holds all of them.
    """
    problems = Problems()
    chronology = read_chronology(
        request.root, problems, url=request.url, drafts=request.drafts
    )
    check(chronology, problems, RULES + RULES_OF_LEDGERS)
    templates = Templates(request.root)
    templates.check_syntax(problems)
    outputs = list_outputs(chronology, templates.assets())
    addresses = frozenset(output.address for output in outputs)
    problems.extend(links_lead_to_pages(chronology, addresses))
    problems.raise_any()
    renderer = Renderer(templates, outputs, chronology, request.preview_port)
    contents = renderer.render_all(problems)

    @cache
    def ids_of(address: str) -> set[str] | None:
        return list_ids(contents[address].decode()) if address in contents else None

    problems.extend(links_lead_to_places(chronology, ids_of))
    problems.raise_any()
    return contents
