"""The licence of the text: at the foot of every page and in the feed, as far as it is set."""
# ruff: noqa: E501 - a row of a table stands on one line

import re
from pathlib import Path

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example

# the setting | what stands at the foot of every page | what stands in the feed
LICENCES = [
    (
        'licence = { name = "Free <as> air", url = "https://air.example/?a&b" }\n',
        [
            'Text: <a href="https://air.example/?a&amp;b" rel="license noopener noreferrer">Free &lt;as&gt; air</a>.'
        ],
        ["<rights>Free &lt;as&gt; air</rights>"],
    ),
    (
        'licence = { name = "Free <as> air" }\n',
        ["Text: Free &lt;as&gt; air."],
        ["<rights>Free &lt;as&gt; air</rights>"],
    ),
    ("", [], []),
]


@pytest.mark.parametrize(
    ("setting", "foot", "rights"), LICENCES, ids=["with url", "without url", "none"]
)
def test_the_licence(
    setting: str, foot: list[str], rights: list[str], tmp_path: Path
) -> None:
    """Its name alone where no address is set; no line where no licence is."""
    root = copy_example(tmp_path / "root")
    file = root / "pyproject.toml"
    settings, count = re.subn(
        r"(?m)^licence = .*\n", setting, file.read_text(encoding="utf-8")
    )
    assert count == 1
    file.write_text(settings, encoding="utf-8")
    site = {
        address: text.decode() for address, text in make_site(Request(root)).items()
    }
    feet = {
        address: text.split("<footer>")[1]
        for address, text in site.items()
        if "<footer>" in text
    }
    assert len(feet) > 20
    for address, text in feet.items():
        assert re.findall("(?m)^Text: .*$", text) == foot, address
    assert re.findall("(?m)^<rights.*$", site["feed.xml"]) == rights
