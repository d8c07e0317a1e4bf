"""Puts rendered files into the site's folder, so that a reader never sees half a site."""

from collections.abc import Mapping
from pathlib import Path

from chronology.problems import WrongUseError

LIST = ".built"
"""Names what is ours in the folder; only that is ever deleted."""
NOT_OURS = {".gitignore", ".nojekyll", "CNAME"}


def refuse_foreign_folder(folder: Path) -> None:
    """Raise WrongUseError where the folder is a file, or holds files and no list of ours."""
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f"--site: {folder} is a file; the site needs a folder")
    if not folder.is_dir() or (folder / LIST).is_file():
        return
    foreign = sorted(file.name for file in folder.iterdir() if file.name not in NOT_OURS)
    if foreign:
        unknown = f"{folder} holds {foreign[0]!r}, which no build has put there"
        raise WrongUseError(f"--site: {unknown}; choose another folder")


def publish(files: Mapping[str, bytes], folder: Path) -> int:
    """Make the folder hold these files, and of ours no others; return how many changed.

    Each file is written beside its place and renamed over it: assets first, then new pages,
    changed pages and the index, deletions last. What is unchanged is not touched.
    """
    refuse_foreign_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    built = folder / LIST
    before = set(built.read_text(encoding="utf-8").splitlines()) if built.is_file() else set()
    changed = [address for address, content in files.items() if _differs(folder / address, content)]
    if not built.is_file() or set(files) - before:
        # Listed before they are written: what a build leaves behind when it is cut short is ours.
        _write(built, "".join(f"{a}\n" for a in sorted(before | set(files))).encode())
    for address in sorted(changed, key=lambda a: _turn(a, is_new=not (folder / a).exists())):
        _write(folder / address, files[address])
    for address in sorted(before - set(files)):
        _delete(folder, address)
    if before - set(files):
        _write(built, "".join(f"{address}\n" for address in sorted(files)).encode())
    return len(changed)


def _turn(address: str, *, is_new: bool) -> tuple[bool, bool, bool, str]:
    return not address.startswith("assets/"), address == "index.html", not is_new, address


def _differs(file: Path, content: bytes) -> bool:
    return not file.is_file() or file.read_bytes() != content


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    beside.replace(file)


def _delete(folder: Path, address: str) -> None:
    """Delete a file of ours, and the folders that it leaves empty."""
    file = folder / address
    file.unlink(missing_ok=True)
    for parent in list(file.relative_to(folder).parents)[:-1]:
        if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()
