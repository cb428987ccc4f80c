"""`guardbook restore FILE`: prove a backup and bring it back."""

import argparse
from pathlib import Path

from guardbook.actions import installation
from guardbook.outside import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that `guardbook backup` made")
    parser.add_argument("--replace", action="store_true", help="put it in the place of the records that are here")
    parser.add_argument("--check", action="store_true", help="only prove that the backup is whole; change nothing")


def run(options: argparse.Namespace) -> int:
    """Bring it back, or only prove it, and say what it holds."""
    if options.check:
        proved = installation.prove(options.file)
        print(
            f"The backup is whole: {proved.rows} rows and {proved.files} files, {proved.made_at:%d %B %Y at %H:%M} UTC."
        )
        return 0
    restored = installation.bring_back(options.file, now=clock.now(), replace=options.replace)
    print(f"Brought back {restored.rows} rows and {restored.files} files of {restored.made_at:%d %B %Y at %H:%M} UTC.")
    print("Every row, every file and the record of changes were proved. Everybody signs in again.")
    if restored.missing:
        print(f"{len(restored.missing)} files were missing already when the backup was made.")
    if restored.kept:
        print(f"The old database is kept as {restored.kept}. Remove it when you are sure.")
    return 0
