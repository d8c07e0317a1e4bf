"""What CONTRIBUTING.md and README.md tell people to write and to change is true."""

import importlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chronology import exports, rules
from chronology.commands.cli import main
from chronology.content.event import EventFields
from chronology.content.source import SourceFields
from chronology.exports import Export
from chronology.problems import TOP, ContentError, Problem
from chronology.site import building, outputs
from chronology.site.building import Request, make_site
from chronology.site.output import Output, Rendered
from chronology.timeline.chronology import Chronology
from tests.examples import EXAMPLE, REPOSITORY, copy_example

CONTRIBUTING = REPOSITORY / "CONTRIBUTING.md"
README = REPOSITORY / "README.md"
GUIDES = [CONTRIBUTING, REPOSITORY / "ARCHITECTURE.md"]

EVENT = "1987-05-bridge-closed"
SOURCE = "harbour-times-1987"
SETTINGS = """
[tool.chronology]
title = "The harbour bridge"
kinds = { works = { name = "Works" } }
places = { harbour = { name = "The harbour" } }
"""
ARTICLE = """Lorries barred from harbour bridge
No bridge of the port had been closed before. Since Friday no lorry may cross.
Rust has been found on six girders.
“It is deeper than the paint,” said the engineer, Ada Holm.
Ida Brook, who owns the bridge, said that she had closed it a day before.
"""


def specimens(guide: Path) -> Iterator[str]:
    """Yield each file with front matter that a guide shows whole."""
    text = guide.read_text(encoding="utf-8")
    for block in re.finditer(r"(?ms)^```markdown\n(---\n.*?)^```$", text):
        yield block[1]


def shown_in(guide: Path, field: str) -> list[str]:
    """Return the specimens of a guide that have this field."""
    return [text for text in specimens(guide) if f"\n{field}: " in text]


def write_chronology(root: Path, event: str, source: str) -> None:
    """Make a chronology of one entry and one source, with the article beside it."""
    for folder in ("events", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "events" / f"{EVENT}.md").write_text(event, encoding="utf-8")
    (root / "seeds" / f"{SOURCE}.md").write_text(source, encoding="utf-8")
    (root / f"{SOURCE}.txt").write_text(ARTICLE, encoding="utf-8")


def test_contributing_shows_an_entry_and_a_source() -> None:
    """One of each, or the test below proves nothing."""
    assert len(shown_in(CONTRIBUTING, "kind")) == 1
    assert len(shown_in(CONTRIBUTING, "document")) == 1


@pytest.mark.parametrize("guide", [CONTRIBUTING, README], ids=lambda guide: guide.name)
def test_what_the_guides_show_builds_once_it_is_sealed(
    guide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A README about another chronology may show no source; then there is nothing to prove."""
    (event,) = shown_in(CONTRIBUTING, "kind")
    for number, source in enumerate(shown_in(guide, "document")):
        root = tmp_path / str(number)
        write_chronology(root, event, source)
        seal = [str(root / f"{SOURCE}.txt"), str(root / "seeds" / f"{SOURCE}.md")]
        assert main(["seal", *seal, "--root", str(root)]) == 0
        assert main(["seal", *seal, "--root", str(root), "--verify"]) == 0
        assert main(["build", "--root", str(root)]) == 0
        assert capsys.readouterr().err == ""
        ledger = (root / "seeds" / f"{SOURCE}.quotes").read_text(encoding="utf-8")
        assert ledger.splitlines()[1:] == ["4 deeper than the paint"]
        assert (root / "site" / "events" / f"{EVENT}.html").is_file()


NAMED = {
    "chronology.content.event": ("EventFields", "Event"),
    "chronology.content.source": ("SourceFields", "Source"),
    "chronology.content.periods": ("PeriodFields", "_read_period"),
    "chronology.content.names": ("NameFields",),
    "chronology.content.settings": ("Settings",),
    "chronology.content.filling": ("_SHAPES",),
    "chronology.exports": ("EXPORTS", "Export"),
    "chronology.exports.json": ("_event",),
    "chronology.problems": ("Problem", "Problems"),
    "chronology.rules": ("RULES",),
    "chronology.site.building": ("make_site",),
    "chronology.site.outputs": ("list_outputs", "Output", "Rendered"),
    "chronology.site.publishing": ("publish",),
    "chronology.syntax.passages": ("Manuscript",),
    "chronology.syntax.records": ("Record",),
    "chronology.timeline.chronology": ("Chronology",),
}
"""What the guides name, by the module that has it."""


@pytest.mark.parametrize(("module", "names"), NAMED.items())
def test_what_the_recipes_name_exists(module: str, names: tuple[str, ...]) -> None:
    """And is named in a guide still."""
    told = "".join(guide.read_text(encoding="utf-8") for guide in GUIDES)
    for name in names:
        assert hasattr(importlib.import_module(module), name)
        assert re.search(rf"`(?:\w+\.)?{name}\b", told), name


def test_the_architecture_names_every_field() -> None:
    """Of an entry and of a source: whoever adds one adds it there."""
    told = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for name in (*EventFields.model_fields, *SourceFields.model_fields):
        assert f"`{name}`" in told, name


ENGINE = REPOSITORY / "chronology"
TOPS = (REPOSITORY, ENGINE, ENGINE / "site", REPOSITORY / "tests")
"""Where the path of a file may begin."""


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_file_of_the_engine_that_a_guide_names_exists(guide: Path) -> None:
    """Whoever follows a recipe finds the file."""
    text = guide.read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w-]+/)+(?:[\w-]+\.\w+)?)`", text)
    paths = {path for path in named if not path.startswith(("events/", "seeds/"))}
    assert len(paths) > 10
    for path in paths:
        assert any((top / path).exists() for top in TOPS), path


def _no_entry_is_of_1850(chronology: Chronology) -> Iterator[Problem]:
    """A rule for this test alone."""
    for event in chronology.events:
        if event.id.startswith("1850"):
            yield Problem(event.path, event.record.at("date"), "is of 1850")


def test_a_rule_in_the_list_stops_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the line of the value that it names."""
    monkeypatch.setattr(building, "RULES", (*rules.RULES, _no_entry_is_of_1850))
    with pytest.raises(ContentError) as faults:
        make_site(Request(EXAMPLE))
    (problem,) = faults.value.problems
    assert str(problem) == "events/1850-the-keepers-sleep.md:3:7: is of 1850"
    assert problem.position != TOP


def _with_entries(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, bytes]:
    """Return the example's site with one more export, which lists the entries."""
    export = Export(
        address="entries.txt",
        about="the title of every entry",
        render=lambda chronology, _: "\n".join(
            event.fields.title for event in chronology.entries
        ),
    )
    monkeypatch.setattr(outputs, "EXPORTS", (*exports.EXPORTS, export))
    return make_site(Request(EXAMPLE))


def test_an_export_in_the_list_is_built_and_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its file is in the site, and the page of data leads to it."""
    before = make_site(Request(EXAMPLE))
    site = _with_entries(monkeypatch)
    assert site.keys() - before.keys() == {"entries.txt"}
    assert b"The earth moves\n" in site["entries.txt"]
    assert b'<a href="entries.txt">' in site["data.html"]
    assert b"the title of every entry" in site["data.html"]


def test_a_page_in_the_list_stands_in_masthead_and_sitemap(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Once it has a template, which a chronology of its own may bring."""
    root = copy_example(tmp_path / "root")
    (root / "templates" / "pages").mkdir(parents=True)
    (root / "templates" / "pages" / "more.html").write_text(
        '{% extends "base.html" %}\n{% block main %}<h1>{{ view }}</h1>{% endblock %}\n'
    )
    more = Output(
        address="more.html",
        made=Rendered("pages/more.html", lambda: "One & more"),
        title="More",
        menu="More",
    )
    monkeypatch.setattr(
        building, "list_outputs", lambda *given: [*outputs.list_outputs(*given), more]
    )
    site = make_site(Request(root))
    assert b"<h1>One &amp; more</h1>" in site["more.html"]
    assert b'<a href="more.html">More</a>' in site["index.html"]
    assert b"/more.html</loc>" in site["sitemap.xml"]
