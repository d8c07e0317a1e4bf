"""The command line: arguments in, exit status out."""

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

DONE, FAULTS, WRONG_USE = 0, 1, 2
COMMANDS = ("build", "check", "serve", "new", "seal")
HERE = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0: done, 1: faults in the content, 2: wrong use."""
    parser = _make_parser()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not any(word in COMMANDS or word in ("-h", "--help") for word in words):
        words = ["build", *words]
    options = parser.parse_args(words)
    if not options.root.is_dir():
        parser.error(f"--root: {options.root} is not a folder")
    from chronology.problems import ContentError

    try:
        return int(options.run(options, parser))
    except ContentError as error:
        count = len(error.problems)
        print(error, file=sys.stderr)
        print(f"{count} problem{'' if count == 1 else 's'}; nothing was written", file=sys.stderr)
        return FAULTS


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Build the site of a chronology from its cited files."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.add_argument(
            "--root", type=Path, default=HERE, metavar="DIR", help="the chronology's folder"
        )
        made.set_defaults(run=run)
        return made

    build = command("build", _build, "build site/ (what happens without a command)")
    build.add_argument("--site", type=Path, metavar="DIR", help="where to build; ROOT/site if left")
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


def _build(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from chronology.publish import NotOursError, publish, refuse_foreign_folder
    from chronology.site import Request, make_site

    site = options.site or options.root / "site"
    if options.url and not options.url.startswith(("https://", "http://")):
        parser.error(f"--url must begin with https://, not {options.url!r}")
    try:
        refuse_foreign_folder(site)
        files = make_site(Request(options.root, url=options.url))
        changed = publish(files, site)
    except NotOursError as error:
        parser.error(f"--site: {error}")
    print(f"{site}: {len(files)} files, {changed} changed")
    return DONE


def _check(options: argparse.Namespace, _: argparse.ArgumentParser) -> int:
    from chronology.site import Request, make_site

    make_site(Request(options.root))
    print("no problems")
    return DONE


def _serve(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from chronology.preview import serve
    from chronology.site import Request

    try:
        serve(Request(options.root, drafts=True, preview_port=options.port), options.port)
    except OSError as error:
        parser.error(f"--port: {options.port} cannot be used: {error.strerror}")
    return DONE


def _new(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from chronology.dates import DateFault, read_date
    from chronology.newevent import new_event
    from chronology.problems import ContentError, Problems, did_you_mean, one_of
    from chronology.settings import read_settings

    problems = Problems()
    read = read_settings(options.root, problems)
    if read is None:
        raise ContentError(problems)
    kinds = read[0].kinds
    if options.kind not in kinds:
        hint = did_you_mean(options.kind, kinds)
        parser.error(f"--kind must be {one_of(kinds)}, not {options.kind!r}.{hint}")
    title = " ".join(options.title.split())
    if not title:
        parser.error("the title is blank")
    today = datetime.date.today()  # noqa: DTZ011 (the editor's own day)
    try:
        date = read_date(options.date)
        file = new_event(options.root, read[0], title, date, options.kind, today)
    except DateFault as fault:
        parser.error(f"--date: {fault}")
    except FileExistsError as error:
        parser.error(f"{error.filename} is there already")
    print(f"{file}: a draft; write its text, then look at it: python build.py serve")
    return DONE


def _seal(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from chronology.check import RULES, check
    from chronology.problems import ContentError, Problems
    from chronology.sealing import compare, seal, write_ledger
    from chronology.site import Request, read_chronology

    try:
        article = options.article.read_bytes()
        article.decode()
    except OSError as error:
        parser.error(f"{options.article} cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        parser.error(f"{options.article} is not UTF-8")
    problems = Problems()
    chronology = read_chronology(Request(options.root), problems)
    if chronology is None:
        raise ContentError(problems)
    check(chronology, problems, RULES)
    problems = Problems(p for p in problems if not p.path.endswith(".quotes"))
    problems.raise_any()
    source = chronology.sources.get(options.record.stem)
    if source is None or options.record.resolve() != (options.root / source.path).resolve():
        parser.error(f"{options.record} is no record in {options.root / 'seeds'}")
    if options.article.name != source.document:
        parser.error(f"the document of {source.path} is {source.document}, not {options.article}")
    ledger = seal(chronology, source, article, problems)
    if options.verify:
        problems.extend(compare(ledger, source.ledger))
    problems.raise_any()
    if not options.verify:
        write_ledger(ledger, options.root)
    count = len(ledger.lines)
    print(f"{ledger.path}: {count} quotation{'' if count == 1 else 's'}, each found in its place")
    return DONE
