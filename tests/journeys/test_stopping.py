"""Stopped politely, killed in the middle, started again: nothing acknowledged is lost and nothing is half done."""

import os
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from guardbook.cli import drill, main
from guardbook.cli.bench import machine
from tests.journeys import files, steps
from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker


def counted(server: Server, sql: str) -> int:
    """Ask the database file behind the product's back."""
    with closing(sqlite3.connect(server.folder / "guardbook.sqlite3")) as database:
        return int(database.execute(sql).fetchone()[0])


def press_and_kill(page: Page, button: str, server: Server, seconds: float) -> None:
    """Press a button and, before the answer comes, end every process."""
    page.locator("main").get_by_role("button", name=button).first.click(no_wait_after=True)
    time.sleep(seconds)
    server.kill()


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.1], ids=["at once", "in the middle", "near the end"])
def test_a_kill_during_an_import_leaves_all_or_nothing(
    server: Server, page: Page, looker: Looker, tmp_path: Path, seconds: float
) -> None:
    walker = Walker(page, looker, server.url)
    steps.set_up(walker)
    walker.open("people/import/")
    walker.fill({"file": str(files.staff(tmp_path, steps.TODAY))})
    walker.press("Read this file")
    walker.press("Check the rows")
    walker.wait_for("Import 60 rows")
    waiting = page.url

    press_and_kill(page, "Import 60 rows", server, seconds)

    people = counted(server, "SELECT count(*) FROM records_person")
    applied = counted(server, "SELECT count(*) FROM records_importrun WHERE state = 'applied'")
    assert (people, applied) in {(0, 0), (60, 1)}
    server.start()
    assert server.command("audit", "verify").returncode == 0
    if not applied:
        walker.open(waiting)
        walker.press("Import 60 rows")
    assert counted(server, "SELECT count(*) FROM records_person") == 60


def test_what_was_answered_before_a_kill_is_there_after_it(server: Server, page: Page, looker: Looker) -> None:
    walker = Walker(page, looker, server.url)
    steps.set_up(walker)
    steps.say_what_we_are(walker)

    server.kill()
    server.start()

    walker.open("roles/")
    assert "Data Security and Protection Lead" in walker.text()
    assert counted(server, "SELECT count(*) FROM records_profile WHERE wizard_done_at IS NOT NULL") == 1


def test_a_drill_keeps_every_promise(capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["drill", "kill", "--times", "2"])

    assert code == 0, capsys.readouterr().out


def test_a_drill_would_see_what_is_lost() -> None:
    before, after = drill.Found(0, 0, 0, ()), drill.Found(45, 1, 1, ("event 7 is missing",))

    faults = drill.judge(before, after, Counter({"imported": 2, "frozen": 1}))

    assert faults == [
        "event 7 is missing",
        "2 imports were promised and 1 are there",
        "1 imports brought 45 people",
    ]


def test_stopping_it_leaves_no_process_behind(server: Server) -> None:
    assert server.process is not None
    family = machine.family(server.process.pid)

    code = server.stop()

    assert code == 0
    assert len(family) >= 4
    assert not [pid for pid in family[1:] if Path(f"/proc/{pid}").exists()]


def test_a_killed_supervisor_takes_the_others_with_it(server: Server) -> None:
    assert server.process is not None
    family = machine.family(server.process.pid)

    os.kill(server.process.pid, 9)
    server.process.wait()

    limit = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in family) and time.monotonic() < limit:
        time.sleep(0.1)
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]


def test_a_second_start_on_the_same_port_says_what_to_do(server: Server) -> None:
    again = server.command("run", "--port", str(server.port))

    assert again.returncode == 1
    assert f"already using port {server.port}" in again.stderr


def test_a_page_that_was_open_during_a_stop_says_nothing_untrue(server: Server, page: Page, looker: Looker) -> None:
    walker = Walker(page, looker, server.url)
    steps.set_up(walker)
    server.stop()

    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(server.url)

    server.start()
    walker.open(server.url)
    assert "/o/" in page.url
