"""Reads a text file, and notes at which line and column it cannot be read."""

import re
from pathlib import Path

from chronology.problems import Problems, find_position

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def read_text(file: Path, path: str, problems: Problems) -> str | None:
    """Return the file's text with plain line ends, or None after noting what is wrong."""
    text = _decode(file, path, problems)
    if text is None:
        return None
    controls = list(_CONTROL.finditer(text))
    for control in controls:
        message = f"control character U+{ord(control[0]):04X}; delete it"
        problems.add(path, message, find_position(text, control.start()))
    if not text.strip():
        problems.add(path, "the file is empty")
        return None
    if controls:
        return None
    return text


def _decode(file: Path, path: str, problems: Problems) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = str(error.strerror).lower()
        problems.add(path, f"{reason}; a file that can be read must stand here")
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode()
        byte = error.object[error.start]
        message = f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8"
        problems.add(path, message, find_position(good, len(good)))
    return None
