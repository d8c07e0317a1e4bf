"""The numbers of sources: alike on all pages, those that the index cites first."""

import re
from pathlib import Path

from chronology.site.building import Request, make_site
from tests.examples import copy_example, write_event


def add_source(root: Path, name: str) -> str:
    """Put a source into a copy of the example; return its citation."""
    record = "---\ntype: book\nseen: extract\n---\n\nOne page.\n"
    (root / "seeds" / f"{name}.md").write_text(record, encoding="utf-8")
    return f"Somebody says so [@{name}]."


def test_a_source_has_one_number_on_all_pages(tmp_path: Path) -> None:
    """What only another page cites comes after all that the index cites."""
    root = copy_example(tmp_path / "root")
    with (root / "events" / "_afterword.md").open("a", encoding="utf-8") as text:
        text.write(f"\n{add_source(root, 'a-of-the-afterword')}\n")
    with (root / "pyproject.toml").open("a", encoding="utf-8") as settings:
        about = add_source(root, "b-of-a-period")
        settings.write("\n[[tool.chronology.periods]]\nname = 'P'\nfrom = '1300'\n")
        settings.write(f"to = '1400'\nabout = '{about}'\n")
    write_event(root, add_source(root, "c-of-an-entry"))
    with (root / "events" / "_introduction.md").open("a", encoding="utf-8") as text:
        text.write(f"\n{add_source(root, 'd-of-the-introduction')}\n")
    site = make_site(Request(root))
    found = {
        address: dict(
            re.findall(
                r'<li value="(\d+)"><b class="key"><a [^>]*?([\w-]+)\.html"', page
            )
        )
        for address, page in (
            (a, text.decode()) for a, text in site.items() if a.endswith(".html")
        )
    }
    on_index = [
        "b-of-a-period",
        "c-of-an-entry",
        "d-of-the-introduction",
        "gazette-1911",
        "keth-courier-1998",
        "laila-2004",
        "pilot-book",
        "zenodora",
    ]
    numbers = {str(number): name for number, name in enumerate(on_index, 1)}
    assert found["index.html"] == numbers
    assert found["afterword.html"] == numbers | {"9": "a-of-the-afterword"}
    assert found["events/1302-a-title.html"] == {"2": "c-of-an-entry"}
    for address, told in found.items():
        assert told.items() <= found["afterword.html"].items(), address
