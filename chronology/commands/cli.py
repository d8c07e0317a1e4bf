"""The command line: arguments in, exit status out."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from chronology.content.files import SITE
from chronology.problems import ContentError, Problem, UsageError
from chronology.wording import counted

DONE = 0
FAULTS = 1
WRONG_USE = 2

Command = Callable[[argparse.Namespace], str]
"""Does what was asked and returns a line that says what was done."""


def main(
    arguments: Sequence[str] | None = None,
    program: str = "chronology",
    root: Path = Path(),
) -> int:
    """Run one command and return its exit status.

    The status is 0 if the command was done, 1 if the content has faults, and 2 if the command
    was used wrongly. Messages name the `program`; `root` is the folder if --root names none.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _make_parser(program, root).parse_args(_put_command_first(words))
    try:
        if not options.root.is_dir():
            raise UsageError(f"--root: {options.root} is not a folder")
        print(options.run(options))
    except ContentError as error:
        _report(error, options.root)
        return FAULTS
    except UsageError as error:
        print(f"{program}: {error}", file=sys.stderr)
        return WRONG_USE
    return DONE


def _put_command_first(words: list[str]) -> list[str]:
    """Return the words with the command first, which is `build` where none is named.

    `--root DIR` may stand before the command.
    """
    before: list[str] = []
    while words and (words[0] == "--root" or words[0].startswith("--root=")):
        size = 2 if words[0] == "--root" else 1
        before += words[:size]
        words = words[size:]
    if words and (words[0] in ("-h", "--help") or not words[0].startswith("-")):
        return [words[0], *before, *words[1:]]
    return ["build", *before, *words]


def _report(error: ContentError, root: Path) -> None:
    """Print every fault on a line of its own; under GitHub Actions also as an annotation."""
    print(f"{error}\n{error.count}; nothing was written", file=sys.stderr)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in error.problems:
            print(_annotation(problem, root))


def _annotation(problem: Problem, root: Path) -> str:
    """Return the workflow command that makes GitHub show a fault at its line.

    The file's path begins at the folder in which the workflow runs.
    """
    file = Path(os.path.relpath(root / problem.path)).as_posix()
    places = {
        "file": file,
        "line": problem.position.line,
        "col": problem.position.column,
    }
    shown = [f"{name}={_escape(str(value), ',:')}" for name, value in places.items()]
    return f"::error {','.join(shown)}::{_escape(problem.message)}"


def _escape(text: str, also: str = "") -> str:
    """Return the text escaped for a workflow command."""
    for sign in f"%\r\n{also}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _make_parser(program: str, root: Path) -> argparse.ArgumentParser:
    """Return the parser of all commands; the docstring of each command is its help."""
    parser = argparse.ArgumentParser(
        program, description="Builds the site of a chronology."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Command) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        made.add_argument("--root", type=Path, default=root, metavar="DIR")
        made.set_defaults(run=run)
        return made

    made = command("build", build)
    made.add_argument(
        "--site",
        type=Path,
        metavar="DIR",
        help="where to build; the default is ROOT/site",
    )
    made.add_argument("--url", help="the address where the site will be served")
    command("check", check)
    command("serve", serve).add_argument("--port", type=int, default=5500, metavar="N")
    made = command("new", new)
    made.add_argument("title")
    made.add_argument(
        "--date", required=True, help="2023-07-11, spring 2024, by 2022-06 …"
    )
    made.add_argument("--kind", required=True, help="a kind that the settings have")
    command("new-source", source).add_argument("id", metavar="ID")
    made = command("seal", seal)
    made.add_argument("article", type=Path, metavar="ARTICLE.txt")
    made.add_argument("record", type=Path, metavar="seeds/ID.md")
    made.add_argument("--verify", action="store_true", help="only check the ledger")
    return parser


def build(options: argparse.Namespace) -> str:
    """Build the site; this is also what happens without a command."""
    from chronology.site.building import Request, make_site
    from chronology.site.publishing import publish

    if options.url and not options.url.startswith(("https://", "http://")):
        raise UsageError(f"--url must begin with https://, not {options.url!r}")
    site = options.site or options.root / SITE
    files = make_site(Request(options.root, url=options.url))
    changed = publish(files, site)
    return f"{site}: {len(files)} files, {changed} changed; open {site / 'index.html'}"


def check(options: argparse.Namespace) -> str:
    """Report every fault and write nothing."""
    from chronology.site.building import Request, make_site

    make_site(Request(options.root))
    return "no problems"


def serve(options: argparse.Namespace) -> str:
    """Show the site with its drafts, and reload it at every save."""
    from chronology.commands.serve import serve_site

    serve_site(options.root, options.port)
    return "stopped"


def new(options: argparse.Namespace) -> str:
    """Make the file of a new event, as a draft."""
    from chronology.commands.new import new_event

    file = new_event(options.root, options.title, options.date, options.kind)
    return f"{file}: a draft; write its text, and look at it: python build.py serve"


def source(options: argparse.Namespace) -> str:
    """Make the record of a new source."""
    from chronology.commands.new import new_source

    file = new_source(options.root, options.id)
    return f"{file}: fill in its fields, and cite it from an entry as [@{options.id}, para. 1]"


def seal(options: argparse.Namespace) -> str:
    """Check quotations against an article and write their ledger."""
    from chronology.commands.seal import seal_file

    ledger = seal_file(
        options.root, options.article, options.record, verify=options.verify
    )
    found = counted(len(ledger.lines), "quotation")
    return f"{ledger.path}: {found}, each found in its place"
