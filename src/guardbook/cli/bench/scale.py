"""Measures what grows: every answer of thousands of providers, one provider alone, and the lists of long registers."""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection
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
from guardbook.queries.facts.within import One
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
    """Many providers evaluated: how many, in how long, with how many statements for each batch, and the most memory held."""

    providers: int
    seconds: float
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
        "lists": [asdict(each) for each in lists(pages.signed_in(user_id), organisation_id, options.times)],
        "evaluated": asdict(evaluated(options.providers)) if options.providers else None,
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
    pack, number, statements = frameworks.newest(), 0, 0
    with access.everything():
        copying.multiply(max(providers // ORIGINALS - 1, 1))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        began = time.perf_counter()
        for batch in evaluating.ranges(pack, pages.BATCH):
            with pages.counted() as seen:
                number += sum(1 for _ in evaluating.many(batch, pack, uk_today(clock.now())))
            statements = max(statements, len(seen))
        seconds = time.perf_counter() - began
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Evaluated(number, seconds, statements, held)
