"""Writes files into the site's folder, in an order that never shows readers half a site."""

import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from chronology.problems import UsageError
from chronology.wording import quoted

LIST = ".built"
"""The list of the files that builds have written; no other file is ever deleted."""
NOT_OURS = {".gitignore", ".nojekyll", "CNAME"}
HALF_WRITTEN = ".new"
"""The ending of a file's name until the file is complete; the name begins with a dot."""


def publish(files: Mapping[str, bytes], folder: Path) -> int:
    """Make the folder hold these files and no others of a build; return how many changed.

    Each file is written beside its place and then renamed: assets first, then new pages,
    changed pages and the index. Deletions come last. Unchanged files are not touched.

    Raises:
        UsageError: The folder is a file, holds files but no list of a build, or holds a list
            that no build has written.
    """
    before, now = _list_ours(folder), set(files)
    for parent in sorted({(folder / address).parent for address in before | now}):
        _refuse_way_out(parent, folder)
    # Listed before they are written, so that the next build can delete the files of this one
    # if it is cut short.
    _write_list(folder, before | now)
    in_turn = sorted(
        files, key=lambda a: ("assets/" not in a, a == "index.html", a in before)
    )
    changed = sum(_write(folder / address, files[address]) for address in in_turn)
    for address in sorted(before - now):
        (folder / address).unlink(missing_ok=True)
        with suppress(
            OSError
        ):  # A folder that is not empty stays; the site's folder always holds the list.
            os.removedirs((folder / address).parent)
    _write_list(folder, now)
    return changed


def _list_ours(folder: Path) -> set[str]:
    """Return the addresses that builds have put into the folder; make it if it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(
            f"--site: {folder} is a file; the site needs a folder"
        ) from None
    # The list is looked for last: another build writes it before its first file.
    names = sorted(file.name for file in folder.iterdir())
    if (folder / LIST).is_file():
        return _read_list(folder / LIST)
    foreign = [
        name for name in names if name not in NOT_OURS and not _is_half_written(name)
    ]
    if foreign:
        unknown = f"{folder} holds {foreign[0]!r}, which no build has put there"
        raise UsageError(f"--site: {unknown}; choose another folder")
    return set()


def _read_list(file: Path) -> set[str]:
    """Return the addresses in a build's list; UsageError if one leads out of the folder."""
    addresses = file.read_text(encoding="utf-8").splitlines()
    for address in addresses:
        parts = PurePosixPath(address).parts
        if not parts or parts[0] == "/" or ".." in parts or "\\" in address:
            foreign = f"{file} lists {quoted(address)}, which no build has put there"
            raise UsageError(
                f"--site: {foreign}; delete {file.name}, or choose another folder"
            )
    return set(addresses)


def _refuse_way_out(parent: Path, folder: Path) -> None:
    """Raise UsageError if a folder of the site is a link to somewhere else."""
    if not parent.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"--site: {parent} leads out of {folder}; delete the link")


def _is_half_written(name: str) -> bool:
    """Return whether a build that was cut short has left this file."""
    return name.startswith(".") and name.endswith(HALF_WRITTEN)


def _write_list(folder: Path, addresses: Iterable[str]) -> None:
    _write(
        folder / LIST, "".join(f"{address}\n" for address in sorted(addresses)).encode()
    )


def _write(file: Path, content: bytes) -> bool:
    """Make the file hold the content; return whether that changed it."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    # The name is random, so that two builds into one folder never write the same file.
    beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}{HALF_WRITTEN}")
    with beside.open("xb") as half:
        half.write(content)
    beside.replace(file)
    return True
