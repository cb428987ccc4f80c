"""`guardbook restore`: prove a backup and bring it back."""

import argparse
import sys
from pathlib import Path

from guardbook.actions import installation
from guardbook.actions.installation import Restored
from guardbook.kernel import clock as uk
from guardbook.kernel import dates
from guardbook.outside import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("file", type=Path, help="the backup")
    parser.add_argument("--check", action="store_true", help="only prove that the backup is whole; change nothing")
    parser.add_argument("--replace", action="store_true", help="put it in the place of the records that are here")


def run(options: argparse.Namespace) -> int:
    """Prove, and unless only checking, restore; return 1 when the backup says that files were missing."""
    if options.check:
        found = installation.prove(options.file)
        print(f"This backup is whole: {told(found)}")
    else:
        found = installation.bring_back(options.file, now=clock.now(), replace=options.replace)
        print(f"Restored and proved: {told(found)}")
        if found.kept:
            print(f"What was here before is kept as {found.kept}")
    for fingerprint in found.missing:
        print(f"This stored file was missing or damaged when the backup was made: {fingerprint}", file=sys.stderr)
    return 1 if found.missing else 0


def told(found: Restored) -> str:
    """Return what is in a backup, in words."""
    made = uk.in_uk(found.made_at)
    return f"{found.rows} rows and {found.files} files, made on {dates.in_words(made.date())} at {made:%H:%M}."
