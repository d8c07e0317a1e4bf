"""Runs the command line: python -m chronology."""

import sys

from chronology.commands.cli import main

if __name__ == "__main__":
    sys.exit(main())
