"""The command line: arguments in, exit status out."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

DONE, FAULTS, WRONG_USE = 0, 1, 2
COMMANDS = ("build", "check", "serve", "new", "seal")
HERE = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0: done, 1: faults in the content, 2: wrong use."""
    parser = _make_parser()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not any(word in (*COMMANDS, "-h", "--help") for word in words):
        words = ["build", *words]
    options = parser.parse_args(words)
    from chronology.problems import ContentError, WrongUseError

    try:
        if not options.root.is_dir():
            raise WrongUseError(f"--root: {options.root} is not a folder")
        print(options.run(options))
    except ContentError as error:
        print(f"{error}\n{error.count}; nothing was written", file=sys.stderr)
        return FAULTS
    except WrongUseError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return WRONG_USE
    return DONE


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("build.py", description="Builds the site of a chronology.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], str], words: str
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.add_argument("--root", type=Path, default=HERE, metavar="DIR")
        made.set_defaults(run=run)
        return made

    build = command("build", _build, "build site/ (what happens without a command)")
    build.add_argument("--site", type=Path, metavar="DIR", help="where to build; else ROOT/site")
    build.add_argument("--url", help="where it will be served")
    command("check", _check, "report every fault, write nothing")
    serve = command("serve", _serve, "show the site with its drafts, anew at every save")
    serve.add_argument("--port", type=int, default=5500, metavar="N")
    new = command("new", _new, "make the file of a new event, a draft")
    new.add_argument("title")
    new.add_argument("--date", required=True, help="2023-07-11, 2023-07, spring 2024, by 2022-06 …")
    new.add_argument("--kind", required=True, help="one of the settings' kinds")
    seal = command("seal", _seal, "check quotations against an article and write their ledger")
    seal.add_argument("article", type=Path, metavar="ARTICLE.txt")
    seal.add_argument("record", type=Path, metavar="seeds/ID.md")
    seal.add_argument("--verify", action="store_true", help="only check the ledger")
    return parser


def _build(options: argparse.Namespace) -> str:
    from chronology.problems import WrongUseError
    from chronology.publish import publish
    from chronology.site import Request, make_site

    if options.url and not options.url.startswith(("https://", "http://")):
        raise WrongUseError(f"--url must begin with https://, not {options.url!r}")
    site = options.site or options.root / "site"
    files = make_site(Request(options.root, url=options.url))
    return f"{site}: {len(files)} files, {publish(files, site)} changed"


def _check(options: argparse.Namespace) -> str:
    from chronology.site import Request, make_site

    make_site(Request(options.root))
    return "no problems"


def _serve(options: argparse.Namespace) -> str:
    from chronology.preview import serve

    serve(options.root, options.port)
    return "stopped"


def _new(options: argparse.Namespace) -> str:
    from chronology.newevent import new_event

    file = new_event(options.root, options.title, options.date, options.kind)
    return f"{file}: a draft; write its text, and look at it: python build.py serve"


def _seal(options: argparse.Namespace) -> str:
    from chronology.sealing import seal_file

    ledger = seal_file(options.root, options.article, options.record, verify=options.verify)
    found = f"{len(ledger.lines)} quotation{'' if len(ledger.lines) == 1 else 's'}"
    return f"{ledger.path}: {found}, each found in its place"
