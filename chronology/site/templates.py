"""The templates of a chronology: each is its own or, if it has none, the engine's."""

import traceback
from pathlib import Path

import jinja2

from chronology.content.files import TEMPLATES
from chronology.problems import Position, Problems
from chronology.site.stylesheets import tighten
from chronology.site.views.references import host
from chronology.wording import quoted

PACKAGE = Path(__file__).resolve().parent.parent
OURS = next(
    folder
    for folder in (PACKAGE / TEMPLATES, PACKAGE.parent / TEMPLATES)
    if folder.is_dir()
)
"""The engine's templates: in the package if it is installed, beside the package in a clone."""

KINDS = ("html", "css", "js", "xml", "txt", "md")
"""The endings of templates' names."""

MISTAKES = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
)
"""The errors that a template can raise; those that are not jinja2's may also be our bugs."""


class Templates:
    """The templates and assets of one chronology."""

    def __init__(self, root: Path) -> None:
        """Prepare the templates; none is read yet."""
        own = root.resolve() / TEMPLATES
        has_own = own.is_dir() and own != OURS
        self.folders = [own, OURS] if has_own else [OURS]
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
        self.environment.filters["host"] = host
        self.environment.filters["tighten"] = tighten

    def assets(self) -> dict[str, Path]:
        """Return the files to copy, by address; the chronology's own come before the engine's."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for file in sorted(folder.glob("assets/**/*")):
                if file.is_file():
                    found[file.relative_to(folder).as_posix()] = file
        return {address: found[address] for address in sorted(found)}

    def check_syntax(self, problems: Problems) -> None:
        """Note every template that cannot be read."""
        for name in self.environment.list_templates(extensions=KINDS):
            try:
                self.environment.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                message = error.message or "not readable as a template"
                position = Position(error.lineno)
                problems.add(f"{TEMPLATES}/{error.name}", message, position)
            except UnicodeDecodeError:
                message = "is not UTF-8; save the file as UTF-8"
                problems.add(f"{TEMPLATES}/{name}", message)

    def note_mistake(self, error: Exception, address: str, problems: Problems) -> None:
        """Note a mistake at its line of a template; raise it again if no template made it."""
        frames = list(traceback.extract_tb(error.__traceback__))
        if not isinstance(error, jinja2.TemplateError):
            frames = frames[-1:]  # It is our bug unless the last frame is a template.
        for frame in reversed(frames):
            path = self._find_path(frame.filename)
            if path:
                message = f"{_explain(error)} (in {address})"
                problems.add(path, message, Position(frame.lineno or 1))
                return
        raise error

    def _find_path(self, file: str) -> str | None:
        """Return the path of a template, from the folder that holds templates/."""
        for folder in self.folders:
            if Path(file).is_relative_to(folder):
                return Path(TEMPLATES, Path(file).relative_to(folder)).as_posix()
        return None


def _explain(error: Exception) -> str:
    """Return what is wrong with a template."""
    if isinstance(error, jinja2.TemplateNotFound):
        return f"no template {quoted(str(error.name))}"
    return str(error)
