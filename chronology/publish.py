"""Puts rendered files into the site's folder, so that a reader never sees half a site."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from chronology.problems import WrongUseError

LIST = ".built"
"""Names what is ours in the folder; only that is ever deleted."""
NOT_OURS = {".gitignore", ".nojekyll", "CNAME"}


def publish(files: Mapping[str, bytes], folder: Path) -> int:
    """Make the folder hold these files, and of ours no others; return how many changed.

    Each file is written beside its place and renamed over it: assets first, then new pages,
    changed pages and the index, deletions last. What is unchanged is not touched.
    WrongUseError where the folder is a file, or holds files and no list of ours.
    """
    before, now = _list_ours(folder), set(files)
    # Listed before they are written: what a build leaves behind when it is cut short is ours.
    _write_list(folder, before | now)
    in_turn = sorted(files, key=lambda a: ("assets/" not in a, a == "index.html", a in before))
    changed = sum(_write(folder / address, files[address]) for address in in_turn)
    for address in sorted(before - now):
        (folder / address).unlink(missing_ok=True)
        with suppress(OSError):  # The folder holds more; the site's own holds the list at least.
            os.removedirs((folder / address).parent)
    _write_list(folder, now)
    return changed


def _list_ours(folder: Path) -> set[str]:
    """Return the addresses that builds have put into the folder, which exists now."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise WrongUseError(f"--site: {folder} is a file; the site needs a folder") from None
    if (folder / LIST).is_file():
        return set((folder / LIST).read_text(encoding="utf-8").splitlines())
    if foreign := sorted(file.name for file in folder.iterdir() if file.name not in NOT_OURS):
        unknown = f"{folder} holds {foreign[0]!r}, which no build has put there"
        raise WrongUseError(f"--site: {unknown}; choose another folder")
    return set()


def _write_list(folder: Path, addresses: Iterable[str]) -> None:
    _write(folder / LIST, "".join(f"{address}\n" for address in sorted(addresses)).encode())


def _write(file: Path, content: bytes) -> bool:
    """Return whether the file held something else, or nothing, before it holds the content."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)
    return True
