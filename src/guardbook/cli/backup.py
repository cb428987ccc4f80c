"""`guardbook backup FILE`: one consistent copy of everything, while people work."""

import argparse
import sys
from pathlib import Path

from guardbook.actions import installation
from guardbook.outside import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write the backup; must not be there yet")


def run(options: argparse.Namespace) -> int:
    """Make the backup and say what it holds."""
    made = installation.make(options.file, clock.now())
    print(f"{made.file} holds {made.rows} rows and {made.files} files ({made.size / 1_000_000:.1f} MB).")
    print("It is not encrypted and holds personal details: keep it where only the right people can reach it.")
    if made.missing:
        print(
            f"{len(made.missing)} stored files are missing or damaged here, so they are not in the backup:",
            file=sys.stderr,
        )
        print("\n".join(made.missing), file=sys.stderr)
        return 1
    return 0
