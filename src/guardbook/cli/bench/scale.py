"""Measures what grows: every answer of thousands of providers, one provider alone, and the lists of long registers."""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from guardbook.actions import accounts
from guardbook.actions.demo import copying, crowd
from guardbook.cli import prepare
from guardbook.cli.bench import pages
from guardbook.kernel.clock import uk_today
from guardbook.outside import clock
from guardbook.queries import access, frameworks, installation
from guardbook.queries.assessment import evaluating
from guardbook.queries.facts.within import KeyRange, One
from guardbook.rules.registers import catalogue

ORIGINALS = 60  # providers made through the actions people use, each different; all others are copies of them
REGISTER = "devices"
LENGTHS = (100, 10_000, 100_000)
ASKED = {
    "first page": {},
    "search": {"search": "laptop 7"},
    "sorted another way": {"sort": "-kind"},
    "to put right": {"show": "attention"},
}


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Many providers evaluated: how many, in how long by one process (and how much of it that process worked, not waited)
    and by one for each processor, with how many statements for each batch, and the most memory that one process held.
    """

    providers: int
    seconds: float
    seconds_worked: float
    seconds_together: float
    statements_a_batch: int
    megabytes: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--providers", type=int, default=0, help="providers to evaluate; 0 leaves this out")
    parser.add_argument("--times", type=int, default=30, help="how often each list is opened")


def run(options: argparse.Namespace) -> int:
    """Measure on an empty database and print JSON."""
    prepare.bring_up_to_date()
    owner = accounts.Owner("Measurer", "measurer@guardbook.example", "three quiet herons")
    organisation_id, user_id = accounts.set_up(owner, "Measured provider 1", clock.now())
    crowd.fill(organisation_id, clock.now())
    said = {
        "database": installation.database_words(),
        "alone": alone(organisation_id),
        # Before the lists, so that these are measured among thousands of providers and are not copied themselves.
        "evaluated": asdict(evaluated(options.providers)) if options.providers else None,
        "lists": [asdict(each) for each in lists(pages.signed_in(user_id), organisation_id, options.times)],
    }
    print(json.dumps(said))
    return 0


def alone(organisation_id: UUID) -> dict[str, float]:
    """Evaluate one provider many times; milliseconds at the median, and statements."""
    pack, took, statements = frameworks.newest(), [], 0
    with access.everything():
        for _ in range(40):
            with pages.counted() as seen:
                began = time.perf_counter()
                list(evaluating.many(One(organisation_id), pack, uk_today(clock.now())))
                took.append((time.perf_counter() - began) * 1000)
            statements = len(seen)
    return {"milliseconds": statistics.median(took), "statements": statements}


def lists(browser: Client, organisation_id: UUID, times: int) -> Iterator[pages.Page]:
    """Open the list of one register at each length, in each of the ways people ask for it."""
    register = catalogue.BY_SLUG[REGISTER]
    here = reverse("register-list", kwargs={"organisation": organisation_id, "slug": REGISTER})
    for length in LENGTHS:
        with access.everything():
            copying.lengthen(register, organisation_id, length)
        for name, query in ASKED.items():
            address = f"{here}?{urlencode(query)}"
            yield pages.timed(f"list, {name}", length, times, visit=partial(pages.opened, browser, address))


def evaluated(providers: int) -> Evaluated:
    """Make the providers, evaluate every answer of each, and say what it took. PostgreSQL only."""
    for number in range(2, ORIGINALS + 1):
        crowd.build(number, clock.now())
    pack = frameworks.newest()
    with access.everything():
        copying.multiply(max(providers // ORIGINALS - 1, 1))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        batches = list(evaluating.ranges(pack, pages.BATCH))
    began, worked = time.perf_counter(), time.process_time()
    found = [_batch(each) for each in batches]
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Evaluated(
        sum(number for number, _ in found),
        seconds,
        worked,
        _with_every_processor(batches),
        max(statements for _, statements in found),
        held,
    )


def _batch(batch: KeyRange) -> tuple[int, int]:
    """Evaluate every answer of one batch; say of how many providers, and with how many statements."""
    with access.everything(), pages.counted() as seen:
        number = sum(1 for _ in evaluating.many(batch, frameworks.newest(), uk_today(clock.now())))
    return number, len(seen)


def _with_every_processor(batches: list[KeyRange]) -> float:
    """The seconds it takes when every processor has a share; the database works beside them."""
    connections.close_all()  # a connection cannot be shared with a child
    began = time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("fork")) as pool:
        list(pool.map(_batch, batches))
    return time.perf_counter() - began
