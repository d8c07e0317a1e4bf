"""Puts rendered files into the site's folder, so that a reader never sees half a site."""

import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from chronology.problems import UsageError
from chronology.wording import quoted

LIST = ".built"
"""Names what is ours in the folder; only that is ever deleted."""
NOT_OURS = {".gitignore", ".nojekyll", "CNAME"}
HALF_WRITTEN = ".new"
"""Ends the name of a file until it is whole; its name begins with a dot."""


def publish(files: Mapping[str, bytes], folder: Path) -> int:
    """Make the folder hold these files, and of ours no others; return how many changed.

    Each file is written beside its place and renamed over it: assets first, then new pages,
    changed pages and the index, deletions last. What is unchanged is not touched.

    Raises:
        UsageError: The folder is a file, holds files and no list of ours, or holds a list that
            no build has written.
    """
    before, now = _list_ours(folder), set(files)
    for parent in sorted({(folder / address).parent for address in before | now}):
        _refuse_way_out(parent, folder)
    # Listed before they are written: what a build leaves behind when it is cut short is ours.
    _write_list(folder, before | now)
    in_turn = sorted(
        files, key=lambda a: ("assets/" not in a, a == "index.html", a in before)
    )
    changed = sum(_write(folder / address, files[address]) for address in in_turn)
    for address in sorted(before - now):
        (folder / address).unlink(missing_ok=True)
        with suppress(
            OSError
        ):  # The folder holds more; the site's own holds the list at least.
            os.removedirs((folder / address).parent)
    _write_list(folder, now)
    return changed


def _list_ours(folder: Path) -> set[str]:
    """Return the addresses that builds have put into the folder, which exists now."""
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
    """Return the addresses in the list of ours; UsageError where one leads out of the folder."""
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
    """Raise UsageError where a folder of the site is a link to somewhere else."""
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
    """Return whether the file held something else, or nothing, before it holds the content."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    # Two builds into one folder never write the same file: the name beside is drawn anew.
    beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}{HALF_WRITTEN}")
    with beside.open("xb") as half:
        half.write(content)
    beside.replace(file)
    return True
