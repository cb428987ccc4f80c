"""Job processes that are killed in the middle: the job is done by another, and nothing recurring starts twice."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import installation
from tests.installation import Installation

PROGRAM = str(Path(__file__).with_name("process.py"))
PATIENCE = 120.0  # seconds before a test gives up; nothing depends on how long it takes

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation of our own, because these tests need real commits and real processes."""
    with installation.made(tmp_path_factory.mktemp("data")) as own:
        own.migrate()
        yield own


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where a job writes down how far it got."""
    return tmp_path / "notes"


def wait_for(notes: Path, word: str, times: int = 1) -> None:
    """Wait until the job has written this."""
    limit = time.monotonic() + PATIENCE
    while not (notes.exists() and notes.read_text().count(word) >= times):
        assert time.monotonic() < limit, f"waited too long for {word}"
        time.sleep(0.05)


def stopped(process: subprocess.Popen[str]) -> int:
    """Ask a process to stop and return its exit code."""
    process.send_signal(signal.SIGTERM)
    return process.wait(PATIENCE)


def states(own: Installation, name: str) -> list[str]:
    """The state of every job whose name starts like this, in the order they were asked for."""
    return list(json.loads(own.run(PROGRAM, "states", name)))


def test_a_job_whose_worker_is_killed_is_done_by_another(own: Installation, notes: Path) -> None:
    own.run(PROGRAM, "enqueue", str(notes), "300")
    killed = own.start(PROGRAM, "work")
    wait_for(notes, "begin")

    killed.kill()
    killed.wait()
    other = own.start(PROGRAM, "work")
    wait_for(notes, "end")

    assert stopped(other) == 0
    assert notes.read_text().split() == ["begin", "begin", "end"]
    assert states(own, "test.slow")[-1] == "SUCCESSFUL"


def test_a_worker_that_is_asked_to_stop_finishes_its_job_first(own: Installation, notes: Path) -> None:
    own.run(PROGRAM, "enqueue", str(notes), "1")
    worker = own.start(PROGRAM, "work")
    wait_for(notes, "begin")

    code = stopped(worker)

    assert code == 0
    assert notes.read_text().split() == ["begin", "end"]


def test_a_job_longer_than_its_lease_stays_with_its_worker(own: Installation, notes: Path) -> None:
    own.run(PROGRAM, "enqueue", str(notes), "9")
    workers = [own.start(PROGRAM, "work") for _ in range(2)]
    wait_for(notes, "end")

    assert [stopped(worker) for worker in workers] == [0, 0]
    assert notes.read_text().split() == ["begin", "end"]


def test_three_workers_start_each_recurring_job_once(own: Installation, tmp_path: Path) -> None:
    start = tmp_path / "start"
    workers = [own.start(PROGRAM, "tick", str(start)) for _ in range(3)]
    time.sleep(3)  # let all three get as far as waiting; it makes the race likelier, not the result right

    start.touch()

    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0, 0]
    assert len(states(own, "test.job")) == 20
