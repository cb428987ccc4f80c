"""Measures pages and evaluation inside one process: statements and milliseconds, with few and with many providers."""

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from typing import Self
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.urls import reverse

from guardbook.actions import accounts
from guardbook.actions.demo import crowd
from guardbook.cli import prepare
from guardbook.kernel.clock import uk_today
from guardbook.outside import clock
from guardbook.queries import access, frameworks, installation
from guardbook.queries.assessment import evaluating

ITEM = "1.3.11"
BATCH = 200  # providers evaluated together
WARM = 3


@dataclass(frozen=True, slots=True)
class Page:
    """One page at one number of providers: SQL statements, and milliseconds at the median and the 95th percentile."""

    name: str
    organisations: int
    statements: int
    p50: float
    p95: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "--organisations", type=int, default=1000, help="providers in the database at the second measuring"
    )
    parser.add_argument("--times", type=int, default=60, help="how often each page is opened")


def run(options: argparse.Namespace) -> int:
    """Measure with one provider, fill the database, measure again, evaluate all; print JSON."""
    prepare.bring_up_to_date()
    owner = accounts.Owner("Measurer", "measurer@guardbook.example", "three quiet herons")
    organisation_id, user_id = accounts.set_up(owner, "Measured provider 1", clock.now())
    crowd.fill(organisation_id, clock.now())
    visitor = signed_in(user_id)
    pages = list(measured(visitor, organisation_id, 1, options.times))
    fill(options.organisations)
    pages += measured(visitor, organisation_id, options.organisations, options.times)
    said = {
        "database": installation.database_words(),
        "pages": [asdict(page) for page in pages],
        "evaluated": evaluated(),
    }
    print(json.dumps(said))
    return 0


def signed_in(user_id: UUID) -> Client:
    """Return a browser in this process that this user has signed in to."""
    browser = Client(headers={"host": "localhost"})
    with access.everything():
        browser.force_login(get_user_model().objects.get(pk=user_id))
    return browser


def fill(organisations: int) -> None:
    """Make all the other providers, and let the database look at its new size."""
    for number in range(2, organisations + 1):
        crowd.build(number, clock.now())
        if number % 200 == 0:
            print(f"{number} providers made", file=sys.stderr, flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measured(browser: Client, organisation_id: UUID, organisations: int, times: int) -> Iterator[Page]:
    """Open each page many times and save an answer many times."""
    toolkit = {"organisation": organisation_id, "framework": "dspt", "version": "8"}
    item = reverse("toolkit-item", kwargs={**toolkit, "ref": ITEM})
    addresses = {
        "home": reverse("home", kwargs={"organisation": organisation_id}),
        "toolkit overview": reverse("toolkit-overview", kwargs=toolkit),
        "item": item,
    }
    for name, address in addresses.items():
        yield timed(name, organisations, times, visit=partial(opened, browser, address))
    yield timed("save an answer", organisations, times, visit=Saving.of(browser, item).save)


def opened(browser: Client, address: str) -> None:
    """Open a page; stop the measuring when it did not work, because a quick refusal would look like a quick page."""
    answer = browser.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")


@dataclass(slots=True)
class Saving:
    """Saves the answer to one question again and again, each time over the version before."""

    browser: Client
    address: str
    version: int

    @classmethod
    def of(cls, browser: Client, address: str) -> Self:
        """Read which version of the answer there is now."""
        found = re.search(r'name="seen_version"[^>]*value="(\d*)"', browser.get(address).content.decode())
        return cls(browser, address, int(found[1] or 0) if found else 0)

    def save(self) -> None:
        """Save once; stop the measuring when it did not work."""
        typed = {"how": "confirm", "seen_version": self.version, "comment": f"Looked at again, time {self.version}"}
        answer = self.browser.post(self.address, typed)
        if answer.status_code != 302:
            raise RuntimeError(f"Saving answered {answer.status_code}.")
        self.version += 1


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the statements that leave while this is open."""
    statements: list[str] = []

    def note(execute: Callable[..., object], sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield statements


def evaluated() -> dict[str, float]:
    """Evaluate every answer of every provider; return how many providers, and how many a second."""
    pack, number, began = frameworks.newest(), 0, time.perf_counter()
    with access.everything():
        for batch in evaluating.ranges(pack, BATCH):
            number += sum(1 for _ in evaluating.many(batch, pack, uk_today(clock.now())))
    seconds = time.perf_counter() - began
    return {"organisations": number, "seconds": seconds, "per_second": number / seconds}


def timed(name: str, organisations: int, times: int, *, visit: Callable[[], None]) -> Page:
    """Do one thing many times; the first few warm up and do not count."""
    for _ in range(WARM):
        visit()
    took, statements = [], 0
    for _ in range(times):
        with counted() as seen:
            began = time.perf_counter()
            visit()
            took.append((time.perf_counter() - began) * 1000)
        statements = max(statements, len(seen))
    ranked = sorted(took)
    return Page(name, organisations, statements, statistics.median(ranked), ranked[int(len(ranked) * 0.95) - 1])
