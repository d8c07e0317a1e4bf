"""Starts the command line, with the Python of .venv if this Python lacks a package."""

import atexit
import gc
import os
import sys
from pathlib import Path

INSTALL = "python -m pip install -r requirements.txt"
HERE = Path(__file__).resolve().parent
PREPARED = HERE / ".venv" / "bin" / "python"


def main() -> int:
    """Run the command and return its exit status: 2 if a package or a newer Python is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python says what is wrong
        lack = f"this is Python {sys.version.split()[0]}, and 3.11 or newer is needed"
    else:
        # A run is short: collecting garbage or looking for plugins would only slow it down.
        gc.set_threshold(200_000)
        atexit.register(gc.freeze)
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        try:
            from chronology.commands.cli import main as run

            return run(program="build.py", root=HERE)
        except ModuleNotFoundError as fault:
            package = (fault.name or "chronology").partition(".")[0]
            if package == "chronology" or package in sys.stdlib_module_names:
                raise
            lack = f"the package '{package}' is missing: run make, or {INSTALL}"
    if Path(sys.executable) != PREPARED and os.access(PREPARED, os.X_OK):
        os.execv(PREPARED, [str(PREPARED), *sys.argv])  # Does not return.
    print(f"build.py: {lack}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
