"""Renders the pages through the templates, and gives every link its way from where it stands."""

import re
import traceback
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from chronology.content.event import Event
from chronology.dates.comparison import distance
from chronology.problems import Position, Problems
from chronology.site.outputs import Page
from chronology.site.policy import make_policy
from chronology.syntax.markup import HERE
from chronology.timeline.chronology import Chronology
from chronology.wording import quoted

PACKAGE = Path(__file__).resolve().parent.parent
OURS = next(
    folder
    for folder in (PACKAGE / "templates", PACKAGE.parent / "templates")
    if folder.is_dir()
)
"""Within the package where it is installed, beside it in a clone."""

KINDS = ("html", "css", "js", "xml", "txt", "md")
"""Of templates, by the endings of their names."""
_MISTAKES = (jinja2.TemplateError, TypeError, ValueError, LookupError, ArithmeticError)
"""What a template can end in; those that are not jinja2's may be faults of ours as well."""
_HERE = re.compile(
    rf'(?<=href="){HERE}(?P<address>[^"#]*)(?:#(?P<fragment>[^"]*))?(?=")'
)


class Templates:
    """The templates of one chronology: each is looked for in its own folder, then among ours."""

    def __init__(self, root: Path) -> None:
        """Prepare them; nothing is read yet."""
        own = root.resolve() / "templates"
        self.folders = [own, OURS] if own.is_dir() and own != OURS else [OURS]
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=jinja2.select_autoescape(
                disabled_extensions=("md",), default=True
            ),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.environment.filters["tighten"] = tighten

    def assets(self) -> dict[str, bytes]:
        """Return the files that go into the site as they are, by address; its own win over ours."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for file in sorted(folder.glob("assets/**/*")):
                if file.is_file():
                    found[file.relative_to(folder).as_posix()] = file
        return {address: found[address].read_bytes() for address in sorted(found)}

    def check_syntax(self, problems: Problems) -> None:
        """Note every template that cannot be read."""
        for name in self.environment.list_templates(extensions=KINDS):
            try:
                self.environment.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                message = error.message or "not readable as a template"
                problems.add(f"templates/{error.name}", message, Position(error.lineno))
            except UnicodeDecodeError:
                problems.add(
                    f"templates/{name}", "is not UTF-8; save the file as UTF-8"
                )

    def note_mistake(self, error: Exception, address: str, problems: Problems) -> None:
        """Note a mistake where the template has it; raise it again where no template has it."""
        frames = list(traceback.extract_tb(error.__traceback__))
        if not isinstance(
            error, jinja2.TemplateError
        ):  # Ours, unless a template acted last.
            frames = frames[-1:]
        for frame in reversed(frames):
            for folder in self.folders:
                if Path(frame.filename).is_relative_to(folder):
                    path = Path(
                        "templates", Path(frame.filename).relative_to(folder)
                    ).as_posix()
                    what = str(error)
                    if isinstance(error, jinja2.TemplateNotFound):
                        what = f"no template {quoted(str(error.name))}"
                    problems.add(
                        path, f"{what} (in {address})", Position(frame.lineno or 1)
                    )
                    return
        raise error


class Inline(NamedTuple):
    """What a page carries within itself, and the policy that allows exactly this."""

    style: Markup
    script: Markup
    policy: Markup


class Renderer:
    """Makes text of pages; one renderer makes one state of the site."""

    def __init__(
        self,
        templates: Templates,
        addresses: frozenset[str],
        chronology: Chronology,
        preview_port: int | None = None,
    ) -> None:
        """Give the templates all that is the same on every page."""
        self.templates = templates
        self.addresses = addresses
        self.preview_port = preview_port
        self.shared = {
            "pages": addresses,
            "distance": distance,
            "chronology": chronology,
        }
        self.inline: dict[tuple[str, ...], Inline] = {}

    def render_all(self, pages: Iterable[Page], problems: Problems) -> dict[str, str]:
        """Return the text of every page by address, after noting each mistake of a template."""
        texts: dict[str, str] = {}
        for page in pages:
            try:
                texts[page.address] = self._render(page)
            except _MISTAKES as error:
                self.templates.note_mistake(error, page.address, problems)
        return texts

    def render_prose(self, event: Event) -> str:
        """Return an event's prose as HTML, its links from the site's root."""
        template = self.templates.environment.get_template("partials/prose.html")
        link = self._linker("index.html")
        module: Any = template.make_module({**self.shared, "link": link})
        return _settle(str(module.whole(event.prose)), link)

    def _render(self, page: Page) -> str:
        link = self._linker(page.address)
        template = self.templates.environment.get_template(
            f"pages/{page.template or page.address}"
        )
        given = {**self.shared, **page.context, "page": page, "link": link}
        inline = self._inline(page.styles)
        return _settle(template.render({**given, "inline": inline}), link)

    def _inline(self, styles: tuple[str, ...]) -> "Inline":
        """Return what a page with these stylesheets carries within itself, made once."""
        if styles not in self.inline:
            get = self.templates.environment.get_template
            style = tighten(
                "".join(get(f"style/{name}.css").render() for name in styles)
            )
            script = get("script/first.js").render()
            policy = make_policy(style, script, self.preview_port)
            self.inline[styles] = Inline(Markup(style), Markup(script), policy)
        return self.inline[styles]

    def _linker(self, here: str) -> Callable[..., str]:
        def link(address: str, fragment: str | None = None) -> str:
            """Return the way from this page to another, or to a spot on it."""
            if address not in self.addresses:
                raise jinja2.TemplateRuntimeError(
                    f"no page {quoted(address)} in this site"
                )
            way = (
                ""
                if address == here and fragment
                else "../" * here.count("/") + address
            )
            return f"{way}#{fragment}" if fragment else way

        return link


def _settle(text: str, link: Callable[..., str]) -> str:
    """Return the text with the links of prose as they lead from its page."""
    return _HERE.sub(lambda match: link(match["address"], match["fragment"]), text)


@cache
def tighten(style: str) -> str:
    """Return the stylesheet without the spaces that only its writer needs."""
    parts = style.split('"')  # Every second one is a text, and stays.
    parts[::2] = [
        re.sub(r"(?<=[{};,>:])\s+|\s+(?=[\s{};,>])", "", part) for part in parts[::2]
    ]
    return '"'.join(parts)
