"""Where errors are reported: the repository that is set, or the one of a GitHub Pages site."""

import re
from pathlib import Path

import pytest

from chronology.site.building import Request, make_site
from tests.examples import copy_example

# the settings | the repository that pages lead to
REPOSITORIES = [
    ('url = "https://ada.github.io/light"', "https://github.com/ada/light"),
    ('url = "https://ada.github.io/light/"', "https://github.com/ada/light"),
    ('url = "https://ada.github.io"', "https://github.com/ada/ada.github.io"),
    ('url = "https://ada.github.io/light/keth"', None),
    ('url = "https://light.example/keth"', None),
    ("", None),
    (
        'url = "https://ada.github.io/light"\nrepository = "https://code.example/keth/"',
        "https://code.example/keth",
    ),
]


@pytest.mark.parametrize(("settings", "repository"), REPOSITORIES)
def test_pages_lead_to_the_repository(
    settings: str, repository: str | None, tmp_path: Path
) -> None:
    """Each to its files and its form for errors; without a repository to none."""
    root = copy_example(tmp_path / "root")
    file = root / "pyproject.toml"
    text = re.sub("(?m)^(url|repository) = .*\n", "", file.read_text(encoding="utf-8"))
    text = text.replace("[tool.chronology]\n", f"[tool.chronology]\n{settings}\n")
    file.write_text(text, encoding="utf-8")
    site = make_site(Request(root))
    for address in ("index.html", "events/1911-03-02-the-inquiry.html"):
        page = site[address].decode()
        reports = re.findall('href="([^"]*)/issues/new', page)
        files = re.findall('href="([^"]*)"[^>]*>Source files', page)
        assert set(reports) == set(files) == ({repository} if repository else set())
