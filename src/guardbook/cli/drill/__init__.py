"""`guardbook drill kill`: kill it while it imports and freezes, start again, and show that every promise was kept."""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from guardbook.cli import throwaway
from guardbook.cli.bench import starting

ROWS = 60  # people in each import of the drill


@dataclass(frozen=True, slots=True)
class Found:
    """What was there after a kill."""

    people: int
    imports: int
    snapshots: int
    faults: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("what", choices=["kill"], help="what to do to it: kill every process at once, with no warning")
    parser.add_argument("--times", type=int, default=20, help="how often (default: 20)")
    parser.add_argument("--seed", type=int, default=1, help="chooses the moments, so that a failure can be repeated")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own instead of SQLite")


def run(options: argparse.Namespace) -> int:
    """Drill on throw-away data; return 1 where a promise was broken."""
    moments = random.Random(options.seed)  # noqa: S311 - moments, not secrets
    with (
        tempfile.TemporaryDirectory(prefix="guardbook-drill-") as folder,
        throwaway.cluster() if options.postgresql else nullcontext("") as url,
    ):
        environment = starting.told(Path(folder) / "data", url)
        guardbook(environment, "prepare")
        guardbook(environment, "drill", "write", "--begin")
        before, broken = look(environment), 0
        for number in range(1, options.times + 1):
            promised = write_until_killed(environment, moments.uniform(0.05, 1.5))
            after = look(environment)
            faults = judge(before, after, promised)
            broken += bool(faults)
            print(f"kill {number:>3}: {told(promised, before, after)}: {'; '.join(faults) or 'whole'}", flush=True)
            before = after
    print(f"{options.times} kills, {broken} with something lost or half done.")
    return 1 if broken else 0


def write_until_killed(environment: Mapping[str, str], seconds: float) -> Counter[str]:
    """Let it work, and some seconds after its first promise kill it; return every promise it made."""
    command = [sys.executable, "-m", "guardbook", "drill", "write"]
    writer = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None  # noqa: S101 - asked for above
    promised = [writer.stdout.readline().strip()]
    reader = threading.Thread(target=lambda: promised.extend(line.strip() for line in writer.stdout or ()))
    reader.start()
    time.sleep(seconds)
    writer.kill()
    writer.wait()
    reader.join()
    writer.stdout.close()
    if not promised[0]:
        raise RuntimeError("The drill could not start writing.")
    return Counter(promised)


def look(environment: Mapping[str, str]) -> Found:
    """Start again and count."""
    said = json.loads(guardbook(environment, "drill", "look").splitlines()[-1])
    return Found(said["people"], said["imports"], said["snapshots"], tuple(said["faults"]))


def judge(before: Found, after: Found, promised: Counter[str]) -> list[str]:
    """Say what was lost or half done; at most one thing more than promised may have been finished."""
    imported, frozen = after.imports - before.imports, after.snapshots - before.snapshots
    faults = list(after.faults)
    if not promised["imported"] <= imported <= promised["imported"] + 1:
        faults.append(f"{promised['imported']} imports were promised and {imported} are there")
    if not promised["frozen"] <= frozen <= promised["frozen"] + 1:
        faults.append(f"{promised['frozen']} frozen copies were promised and {frozen} are there")
    if after.people - before.people != imported * ROWS:
        faults.append(f"{imported} imports brought {after.people - before.people} people")
    return faults


def told(promised: Counter[str], before: Found, after: Found) -> str:
    """Return what was promised and what is there, in words."""
    return (
        f"{promised['imported']} imports and {promised['frozen']} frozen copies promised, "
        f"{after.imports - before.imports} and {after.snapshots - before.snapshots} kept"
    )


def guardbook(environment: Mapping[str, str], *words: str) -> str:
    """Run a command of ours and return what it printed."""
    command = [sys.executable, "-m", "guardbook", *words]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
