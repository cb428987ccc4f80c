"""`guardbook backup`: one consistent file of everything, made while people work."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from guardbook.actions import installation
from guardbook.cli import prepare
from guardbook.kernel import clock as uk
from guardbook.outside import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "target", type=Path, nargs="?", default=Path(), help="a file to write, or a folder to put it in (default: here)"
    )


def run(options: argparse.Namespace) -> int:
    """Make the backup; return 1 when a stored file was missing or damaged already."""
    prepare.require_records()
    made = installation.make(named(options.target, clock.now()), clock.now())
    print(f"Backed up {made.rows} rows and {made.files} files ({made.size / 1_000_000:.1f} MB) to {made.file}")
    print("Keep a copy somewhere else. Anybody who has this file can read everything in it.")
    for fingerprint in made.missing:
        print(f"A stored file was missing or damaged before the backup: {fingerprint}", file=sys.stderr)
    return 1 if made.missing else 0


def named(target: Path, now: datetime) -> Path:
    """Return the file to write: as named, or with the time in its name inside a folder."""
    return target / f"guardbook-{uk.in_uk(now):%Y%m%d-%H%M%S}.guardbook" if target.is_dir() else target
