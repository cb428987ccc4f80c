"""`guardbook bench`: start-up, memory, pages and evaluation on this machine, on SQLite and on PostgreSQL."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from guardbook.cli import throwaway
from guardbook.cli.bench import machine, starting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "--organisations", type=int, default=1000, help="providers in the full database (default: 1000)"
    )
    parser.add_argument("--times", type=int, default=60, help="how often each page is opened (default: 60)")
    parser.add_argument(
        "--postgresql", metavar="URL", help="an empty PostgreSQL database to measure on (default: one of its own)"
    )
    parser.add_argument(
        "--scale",
        type=int,
        metavar="PROVIDERS",
        default=0,
        help="measure instead: long registers, one provider alone, and every answer of so many providers (PostgreSQL)",
    )
    parser.add_argument("--sqlite-only", action="store_true", help="leave PostgreSQL out")


def run(options: argparse.Namespace) -> int:
    """Measure and print; the data is thrown away afterwards."""
    print(f"Measured on: {machine.described()}\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="guardbook-bench-") as folder:
        measure("", Path(folder) / "sqlite", options)
        if not options.sqlite_only:
            with postgresql(options.postgresql) as url:
                if url:
                    measure(url, Path(folder) / "postgresql", options)
                else:
                    print("PostgreSQL is not installed here, so it was left out.")
    return 0


@contextmanager
def postgresql(given: str | None) -> Iterator[str | None]:
    """Give the URL to measure on: the one given, else one of a database of our own, else None."""
    if given or throwaway.binaries() is None:
        yield given
        return
    with throwaway.cluster() as url:
        yield url


def measure(database_url: str, folder: Path, options: argparse.Namespace) -> None:
    """Measure on one database and print the tables."""
    if options.scale:
        report_scale(inside(folder, database_url, "scale", "--providers", options.scale if database_url else 0))
        return
    start = starting.measure(folder, database_url)
    words = ("--organisations", options.organisations, "--times", options.times)
    report(start, inside(folder, database_url, "pages", *words))


def inside(folder: Path, database_url: str, what: str, *words: object) -> dict[str, Any]:
    """Measure in a process of its own, and return what it said."""
    command = [sys.executable, "-m", "guardbook", "bench", what, *map(str, words)]
    environment = starting.told(folder, database_url)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def report(start: starting.Start, said: dict[str, Any]) -> None:
    """Print what was measured on one database."""
    print(f"== {said['database']}")
    print(f"  database from empty       {start.schema:8.1f} s")
    print(f"  start to first page       {start.first_page:8.1f} s")
    print(f"  memory, all processes     {start.memory:8.0f} MB" if start.memory else "  memory: only Linux tells")
    print(f"\n  {'page':<20}{'providers':>10}{'statements':>12}{'p50 ms':>10}{'p95 ms':>10}")
    for page in sorted(said["pages"], key=lambda page: str(page["name"])):
        print(
            f"  {page['name']:<20}{page['organisations']:>10}{page['statements']:>12}{page['p50']:>10.1f}{page['p95']:>10.1f}"
        )
    found = said["evaluated"]
    print(
        f"\n  every answer of {found['organisations']} providers evaluated in {found['seconds']:.1f} s: {found['per_second']:.0f} a second\n",
        flush=True,
    )


def report_scale(said: dict[str, Any]) -> None:
    """Print what was measured of long registers and many providers on one database."""
    print(f"== {said['database']}")
    print(f"  {'list of devices':<30}{'rows':>10}{'statements':>12}{'p50 ms':>10}{'p95 ms':>10}")
    for page in said["lists"]:
        print(
            f"  {page['name']:<30}{page['organisations']:>10}{page['statements']:>12}{page['p50']:>10.1f}{page['p95']:>10.1f}"
        )
    alone = said["alone"]
    print(f"\n  one provider evaluated in {alone['milliseconds']:.1f} ms with {alone['statements']} statements")
    if found := said["evaluated"]:
        print(
            f"  every answer of {found['providers']} providers evaluated in {found['seconds']:.1f} s by one process "
            f"({found['seconds_worked']:.1f} s of work, the rest was waiting for the database), "
            f"in {found['seconds_together']:.1f} s by one for each processor, with {found['statements_a_batch']} statements a batch, {found['megabytes']:.0f} MB held at most",
        )
    print(flush=True)
