"""Makes the files of the site from its outputs."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, assert_never

from markupsafe import Markup

from chronology.content.event import Event
from chronology.content.settings import Settings
from chronology.problems import Problems
from chronology.site.links import make_link, settle
from chronology.site.output import Copied, Exported, Output, Rendered
from chronology.site.policy import make_policy
from chronology.site.stylesheets import tighten
from chronology.site.templates import MISTAKES, Templates
from chronology.site.views.accounts import AccountsView, view_accounts
from chronology.site.views.citations import PassageView, view_citations, view_passages
from chronology.site.views.entries import STATUSES
from chronology.syntax.accounts import Difference
from chronology.syntax.passages import Passage
from chronology.timeline.chronology import Chronology

FIRST_SCRIPT = "script/first.js"
"""The script that is inlined in every page and runs before anything is shown."""


class Inline(NamedTuple):
    """The style and script that are inlined in a page, and the policy that allows only these."""

    style: Markup
    script: Markup
    policy: Markup


class MenuItem(NamedTuple):
    """One link of the masthead."""

    address: str
    name: str
    current: str | None
    """The value of `aria-current`: page on the page itself, true on its parts, else None."""


class Renderer:
    """Makes the content of outputs; one renderer makes one state of the site."""

    def __init__(
        self,
        templates: Templates,
        outputs: Sequence[Output],
        chronology: Chronology,
        preview_port: int | None = None,
    ) -> None:
        """Prepare what templates are given on every page."""
        self.templates = templates
        self.outputs = outputs
        self.addresses = frozenset(output.address for output in outputs)
        self.chronology = chronology
        self.preview_port = preview_port
        self.inline: dict[tuple[str, ...], Inline] = {}
        self.shared = {
            "chronology": chronology,
            "outputs": outputs,
            "addresses": self.addresses,
            "cited": self._cited,
            "in_paragraph": self._in_paragraph,
            "in_table": self._in_table,
            "statuses": STATUSES,
            "root_address": _root_address(chronology.settings),
        }

    def render_all(self, problems: Problems) -> dict[str, bytes]:
        """Return the content of every output by its address; mistakes in templates are noted."""
        contents: dict[str, bytes] = {}
        for output in self.outputs:
            try:
                contents[output.address] = self._make(output)
            except MISTAKES as error:
                self.templates.note_mistake(error, output.address, problems)
        return contents

    def render_prose(self, event: Event) -> str:
        """Return an event's prose as HTML, with links from the site's root."""
        link = make_link("index.html", self.addresses)
        template = self.templates.environment.get_template("partials/prose.html")
        module: Any = template.make_module({**self.shared, "link": link})
        return settle(str(module.whole(event.prose)), link)

    def _make(self, output: Output) -> bytes:
        """Return the content of one output."""
        match output.made:
            case Rendered():
                return self._render(output, output.made).encode()
            case Exported(export):
                return export.render(self.chronology, self.render_prose).encode()
            case Copied(file):
                return file.read_bytes()
        assert_never(output.made)

    def _render(self, output: Output, made: Rendered) -> str:
        """Return what a template makes of an output."""
        link = make_link(output.address, self.addresses)
        template = self.templates.environment.get_template(made.template)
        text = template.render(
            **self.shared,
            view=made.view() if made.view else None,
            page=output,
            link=link,
            menu=list(_list_menu(output, self.outputs)),
            inline=self._inline(made.styles),
        )
        return settle(text, link)

    def _in_paragraph(self, passages: Sequence[Passage]) -> list[PassageView]:
        """Return the passages of a paragraph as pages show them."""
        return list(view_passages(passages, self.chronology.sources))

    def _in_table(self, difference: Difference) -> AccountsView:
        """Return the accounts of one point as pages show them."""
        return view_accounts(difference, self.chronology.sources)

    def _cited(self, citations: Sequence[Any]) -> list[Any]:
        """Return the citations of a passage as pages show them."""
        return list(view_citations(citations, self.chronology.sources))

    def _inline(self, styles: tuple[str, ...]) -> Inline:
        """Return what is inlined in a page with these stylesheets; it is made once."""
        if styles not in self.inline:
            get = self.templates.environment.get_template
            sheets = [get(f"style/{name}.css").render() for name in styles]
            style = tighten("".join(sheets))
            script = get(FIRST_SCRIPT).render()
            policy = make_policy(style, script, self.preview_port)
            self.inline[styles] = Inline(Markup(style), Markup(script), policy)
        return self.inline[styles]


def _root_address(settings: Settings) -> str | None:
    """Return where the site is served, with a slash at its end; None if that is not known."""
    return f"{settings.url}/" if settings.url else None


def _list_menu(page: Output, outputs: Iterable[Output]) -> Iterable[MenuItem]:
    """Yield the links of the masthead, as they stand on a page."""
    for output in outputs:
        if output.menu:
            current = None
            if output.address == page.address:
                current = "page"
            elif output.address == page.part_of:
                current = "true"
            yield MenuItem(output.address, output.menu, current)
