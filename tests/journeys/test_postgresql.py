"""The way in once more on PostgreSQL, where row-level security stands behind every page."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page

from guardbook.cli import throwaway
from tests.journeys import steps
from tests.journeys.conftest import NOVEMBER
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker


@pytest.fixture
def on_postgresql(tmp_path: Path) -> Iterator[Server]:
    """A new installation on a PostgreSQL of its own."""
    with throwaway.cluster() as url:
        made = Server(tmp_path / "data", clock=NOVEMBER, database_url=url)
        yield made.start()
        made.kill()


def test_a_manager_sets_up_and_brings_staff(on_postgresql: Server, page: Page, looker: Looker, tmp_path: Path) -> None:
    walker = Walker(page, looker, on_postgresql.url)

    steps.set_up(walker)
    steps.say_what_we_are(walker)
    steps.bring_staff(walker, tmp_path)
    steps.appoint_the_lead(walker)

    assert "Traceback" not in on_postgresql.log()
    assert on_postgresql.command("audit", "verify").returncode == 0
    with psycopg.connect(on_postgresql.database_url) as connection:
        row = connection.execute("SELECT count(*) FROM records_person").fetchone()
    assert row == (0,), "without a tenant the wall hides every row"
