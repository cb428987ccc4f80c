"""A job process with jobs that only tests have; run as a program by the tests that kill it."""

import json
import sys
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django_tasks_db.models import DBTaskResult  # noqa: E402 - the tables must be loaded first

from guardbook.actions import jobs  # noqa: E402
from guardbook.actions.jobs import Recurring  # noqa: E402
from guardbook.jobs import registry, worker  # noqa: E402
from guardbook.outside import clock, queue  # noqa: E402


def slow_at_first(arguments: Mapping[str, Any], now: datetime) -> None:
    """Hang when done the first time, as if something held it up; be quick the second time."""
    file = Path(arguments["file"])
    note(file, "begin")
    if file.read_text().count("begin") == 1:
        time.sleep(arguments["seconds"])
    note(file, "end")


def note(file: Path, word: str) -> None:
    with file.open("a") as handle:
        handle.write(f"{word}\n")


def work() -> None:
    """Work with a short lease."""
    registry.JOBS["test.slow"] = slow_at_first
    registry.RECURRING = ()
    sys.exit(worker.main(worker.Worker(lease=timedelta(seconds=5), idle=0.1)))


def tick(start: Path) -> None:
    """Ask for twenty recurring jobs at the moment that a file appears."""
    many = [Recurring(f"test.job{number}", timedelta(hours=1)) for number in range(20)]
    while not start.exists():
        time.sleep(0.001)
    jobs.tick(many, worker.a_name(), clock.now())


def main() -> None:
    """Do what the words say."""
    match sys.argv[1:]:
        case ["work"]:
            work()
        case ["enqueue", file, seconds]:
            queue.enqueue("test.slow", {"file": file, "seconds": float(seconds)})
        case ["tick", start]:
            tick(Path(start))
        case ["states", name]:
            rows = DBTaskResult.objects.filter(args_kwargs__kwargs__name__startswith=name)
            sys.stdout.write(json.dumps(list(rows.order_by("enqueued_at").values_list("status", flat=True))))
        case words:
            sys.exit(f"not understood: {words}")


main()
