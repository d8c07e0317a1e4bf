"""The packages of the engine stand in an order, and each imports only what stands before it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.examples import REPOSITORY

LAYERS = (
    {"wording"},
    {"problems"},
    {"dates"},
    {"syntax"},
    {"evidence"},
    {"content"},
    {"timeline"},
    {"rules", "figure", "exports"},
    {"site"},
    {"commands"},
    {"__main__"},
)
"""From the ground up; those of one layer do not import each other."""
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
ENGINE = REPOSITORY / "chronology"


def _imports(file: Path) -> Iterator[str]:
    """Yield the modules of the engine that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_a_package_imports_only_what_stands_before_it() -> None:
    """A reader who starts with the lowest layer meets nothing that is not yet explained."""
    wrong = []
    for file in sorted(ENGINE.rglob("*.py")):
        part = file.relative_to(ENGINE).parts[0].removesuffix(".py")
        for module in _imports(file):
            engine, _, path = module.partition(".")
            other = path.partition(".")[0]
            if engine == "chronology" and other != part and LEVEL[other] >= LEVEL[part]:
                wrong.append(f"{file.relative_to(ENGINE)} imports {module}")
    assert wrong == []


def test_every_package_has_its_place_in_the_order() -> None:
    """A new one says where it stands."""
    parts = {
        path.stem for path in ENGINE.iterdir() if path.suffix == ".py" or path.is_dir()
    }
    assert parts - {"__init__", "__pycache__"} == LEVEL.keys()
