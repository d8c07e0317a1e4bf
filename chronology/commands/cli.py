"""The command line: arguments in, exit status out."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from chronology.problems import ContentError, UsageError
from chronology.wording import counted

DONE, FAULTS, WRONG_USE = 0, 1, 2


def main(
    arguments: Sequence[str] | None = None,
    program: str = "chronology",
    root: Path = Path(),
) -> int:
    """Run one command and return its exit status.

    It is 0 where the command was done, 1 for faults in the content, 2 for wrong use. `program` is
    how the command was called, and `root` the chronology's folder where none is named.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    options = _make_parser(program, root).parse_args(words)
    try:
        if not options.root.is_dir():
            raise UsageError(f"--root: {options.root} is not a folder")
        print(options.run(options))
    except ContentError as error:
        print(f"{error}\n{error.count}; nothing was written", file=sys.stderr)
        return FAULTS
    except UsageError as error:
        print(f"{program}: {error}", file=sys.stderr)
        return WRONG_USE
    return DONE


def _make_parser(program: str, root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        program, description="Builds the site of a chronology."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(run: Callable[[argparse.Namespace], str]) -> argparse.ArgumentParser:
        """Add the command that the function is named for; its docstring is the help."""
        made = commands.add_parser(
            run.__name__, help=run.__doc__, description=run.__doc__
        )
        made.add_argument("--root", type=Path, default=root, metavar="DIR")
        made.set_defaults(run=run)
        return made

    made = command(build)
    made.add_argument(
        "--site", type=Path, metavar="DIR", help="where to build; else ROOT/site"
    )
    made.add_argument("--url", help="where it will be served")
    command(check)
    command(serve).add_argument("--port", type=int, default=5500, metavar="N")
    made = command(new)
    made.add_argument("title")
    made.add_argument(
        "--date", required=True, help="2023-07-11, spring 2024, by 2022-06 …"
    )
    made.add_argument("--kind", required=True, help="one of the settings' kinds")
    made = command(seal)
    made.add_argument("article", type=Path, metavar="ARTICLE.txt")
    made.add_argument("record", type=Path, metavar="seeds/ID.md")
    made.add_argument("--verify", action="store_true", help="only check the ledger")
    return parser


def build(options: argparse.Namespace) -> str:
    """Build site/ (what happens without a command)."""
    from chronology.site.building import Request, make_site
    from chronology.site.publishing import publish

    if options.url and not options.url.startswith(("https://", "http://")):
        raise UsageError(f"--url must begin with https://, not {options.url!r}")
    site = options.site or options.root / "site"
    files = make_site(Request(options.root, url=options.url))
    return f"{site}: {len(files)} files, {publish(files, site)} changed"


def check(options: argparse.Namespace) -> str:
    """Report every fault, write nothing."""
    from chronology.site.building import Request, make_site

    make_site(Request(options.root))
    return "no problems"


def serve(options: argparse.Namespace) -> str:
    """Show the site with its drafts, anew at every save."""
    from chronology.commands.serve import serve_site

    serve_site(options.root, options.port)
    return "stopped"


def new(options: argparse.Namespace) -> str:
    """Make the file of a new event, a draft."""
    from chronology.commands.new import new_event

    file = new_event(options.root, options.title, options.date, options.kind)
    return f"{file}: a draft; write its text, and look at it: python build.py serve"


def seal(options: argparse.Namespace) -> str:
    """Check quotations against an article and write their ledger."""
    from chronology.commands.seal import seal_file

    ledger = seal_file(
        options.root, options.article, options.record, verify=options.verify
    )
    found = counted(len(ledger.lines), "quotation")
    return f"{ledger.path}: {found}, each found in its place"
