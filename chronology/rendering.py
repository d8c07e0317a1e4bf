"""Renders the pages through the templates, with every link and policy they need."""

import base64
import hashlib
import posixpath
import re
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import jinja2
from markupsafe import Markup

from chronology.chronology import Chronology
from chronology.markup import HERE
from chronology.model import Event
from chronology.pages import Page
from chronology.problems import Position, Problems, quoted

OURS = Path(__file__).resolve().parent.parent / "templates"
STYLE = "style.css"

_TEMPLATE_MISTAKES = (
    jinja2.TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError
)  # fmt: skip
_HERE = re.compile(rf'(?<=href="){HERE}(?P<address>[^"#]*)(?:#(?P<fragment>[^"]*))?(?=")')


class Templates:
    """The templates of one chronology: each is looked for in its own folder, then among ours."""

    def __init__(self, root: Path) -> None:
        """Prepare them; nothing is read yet."""
        own = root / "templates"
        self.folders = [own, OURS] if own.is_dir() and own.resolve() != OURS else [OURS]
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=jinja2.FileSystemBytecodeCache(),
        )

    def assets(self) -> dict[str, bytes]:
        """Return the files that go into the site as they are, by address."""
        found: dict[str, bytes] = {}
        for folder in reversed(self.folders):
            for file in sorted((folder / "assets").glob("**/*")):
                if file.is_file() and file.name != STYLE:
                    found[file.relative_to(folder).as_posix()] = file.read_bytes()
        return found

    def check_syntax(self, problems: Problems) -> None:
        """Note every template that cannot be read."""
        for name in self.environment.list_templates(extensions=["html", "xml", "txt"]):
            if not name.startswith("assets/"):
                try:
                    self.environment.get_template(name)
                except jinja2.TemplateSyntaxError as error:
                    note_template_mistake(error, self, name, problems)
                except UnicodeDecodeError:
                    problems.add(f"templates/{name}", "is not UTF-8")

    def style(self) -> str:
        """Return the stylesheet, which every page carries within itself."""
        files = [folder / "assets" / STYLE for folder in self.folders]
        return next(file for file in files if file.is_file()).read_text(encoding="utf-8")

    def path_of(self, file: str) -> str | None:
        """Return a template's path as an editor knows it, or None for another file."""
        for folder in self.folders:
            if Path(file).is_relative_to(folder):
                return (Path("templates") / Path(file).relative_to(folder)).as_posix()
        return None


class Renderer:
    """Makes text of pages; one renderer makes one state of the site."""

    def __init__(
        self,
        templates: Templates,
        chronology: Chronology,
        addresses: frozenset[str],
        preview_port: int | None = None,
    ) -> None:
        """Give the templates all that is the same on every page."""
        self.templates, self.addresses = templates, addresses
        style = templates.style()
        self.shared = {
            "site": SimpleNamespace(
                settings=chronology.settings,
                newest=chronology.newest,
                pages=addresses,
                sources=chronology.sources,
            ),
            "cited": chronology.sources,
            "style": Markup(style),
            "policy": _policy(style, preview_port),
            "report": _reporter(chronology.settings.repository),
        }

    def render(self, page: Page) -> str:
        """Return the page's text; template mistakes are jinja2's exceptions."""
        template = self.templates.environment.get_template(page.template)
        text = template.render(
            self.shared, **page.context, page=page, link=self._linker(page.address)
        )
        return self._settle(text, page.address)

    def render_prose(self, event: Event) -> str:
        """Return an event's prose as HTML, its links from the site's root."""
        template = self.templates.environment.get_template("partials/prose.html")
        link = self._linker("index.html")
        module: Any = template.make_module({**self.shared, "link": link})
        return self._settle(str(module.whole(event.prose)), "index.html")

    def _linker(self, here: str) -> Callable[..., str]:
        def link(address: str, fragment: str | None = None) -> str:
            """Return the way from this page to another, or to a spot on it."""
            if address not in self.addresses:
                raise jinja2.TemplateRuntimeError(f"no page {quoted(address)} in this site")
            way = posixpath.relpath(address, posixpath.dirname(here) or ".")
            if address == here and fragment:
                way = ""
            return f"{way}#{fragment}" if fragment else way

        return link

    def _settle(self, text: str, here: str) -> str:
        """Return the text with the links of prose as they lead from this page."""
        link = self._linker(here)
        return _HERE.sub(lambda match: link(match["address"], match["fragment"]), text)


def render_all(renderer: Renderer, pages: Iterable[Page], problems: Problems) -> dict[str, str]:
    """Return the text of every page by address; each template mistake is noted once."""
    texts: dict[str, str] = {}
    for page in pages:
        try:
            texts[page.address] = renderer.render(page)
        except _TEMPLATE_MISTAKES as error:
            note_template_mistake(error, renderer.templates, page.address, problems)
    return texts


def note_template_mistake(
    error: Exception, templates: Templates, address: str, problems: Problems
) -> None:
    """Note the template and its line; raise the error again where no template has made it."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        path = templates.path_of(error.filename or "") or f"templates/{error.name}"
        problems.add(path, error.message or "not readable", Position(error.lineno))
        return
    frames = list(traceback.extract_tb(error.__traceback__))
    if not isinstance(error, jinja2.TemplateError):  # Ours, unless a template was the last to act.
        frames = frames[-1:]
    within = [frame for frame in frames if templates.path_of(frame.filename)]
    if not within:
        raise error
    missing = isinstance(error, jinja2.TemplateNotFound)
    message = f"no template {quoted(str(error))}" if missing else f"{error} (in {address})"
    path = templates.path_of(within[-1].filename) or ""
    problems.add(path, message, Position(within[-1].lineno or 1))


def _policy(style: str, preview_port: int | None) -> str:
    """Return what a page may load: itself and this site; the preview lets livereload through."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    allowed = {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "img-src": "'self'",
        "script-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    if preview_port:
        allowed["script-src"] = "'self' 'unsafe-inline'"
        allowed["connect-src"] = f"ws://127.0.0.1:{preview_port} ws://localhost:{preview_port}"
    return "; ".join(f"{what} {whence}" for what, whence in allowed.items())


def _reporter(repository: str | None) -> Callable[..., str | None]:
    def report(event: Event | None = None) -> str | None:
        """Return where an error is reported, with the entry filled in."""
        if repository is None:
            return None
        form = f"{repository.rstrip('/')}/issues/new"
        if event is None:
            return form
        words = {"title": f"Error in: {event.title}", "body": f"Entry: {event.id}\n"}
        return f"{form}?{urlencode(words)}"

    return report
