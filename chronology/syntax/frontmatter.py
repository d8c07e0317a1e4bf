"""Reads a file that has front matter and a body, with the position of every value."""

from pathlib import Path

from chronology.problems import Problems
from chronology.syntax.records import Record
from chronology.syntax.textfiles import read_text
from chronology.syntax.yamlreader import YamlReader
from chronology.wording import quoted

FENCE = "---"


def read_record(file: Path, path: str, problems: Problems) -> Record | None:
    """Return the front matter as it was typed and the body, or None if there is none.

    Every fault of the file and of its YAML is noted in `problems`.
    """
    text = read_text(file, path, problems)
    if text is None:
        return None
    lines = text.split("\n")
    if not _is_fence(lines[0]):
        message = f"must begin with a line '---', but begins with {_show(lines[0])}"
        problems.add(path, message)
        return None
    closing = _find_closing_fence(lines)
    if closing is None:
        message = "the front matter is not closed; put '---' after its last field"
        problems.add(path, message)
        return None
    reader = YamlReader(lines[1:closing])
    typed = reader.read()
    for position, message in reader.faults:
        problems.add(path, message, position)
    return Record(
        path=path,
        problems=problems,
        typed=typed,
        positions=reader.positions,
        name_positions=reader.name_positions,
        body="\n".join(lines[closing + 1 :]),
        body_line=closing + 2,
    )


def _is_fence(line: str) -> bool:
    return line.rstrip() == FENCE


def _find_closing_fence(lines: list[str]) -> int | None:
    for index, line in enumerate(lines[1:], 1):
        if _is_fence(line):
            return index
    return None


def _show(line: str) -> str:
    if not line.strip():
        return "an empty line"
    return quoted(line, 20)
