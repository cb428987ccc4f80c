"""Reminders while their process is killed again and again in the middle of sending, with a real mail server."""

import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from tests import installation
from tests.installation import Installation
from tests.jobs.office import PostOffice

PROGRAM = str(Path(__file__).with_name("reminding.py"))
PATIENCE = 120.0  # seconds before a test gives up; nothing depends on how long it takes
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PEOPLE, THINGS = 4, 2

pytestmark = pytest.mark.slow


@dataclass(slots=True)
class Scene:
    """An installation of our own with its clock and its mail server; one job process at a time."""

    own: Installation
    clock: Path
    office: PostOffice
    port: int
    now: datetime = MORNING

    def at(self, now: datetime) -> None:
        self.now = now
        self.clock.write_text(now.isoformat())

    def words(self, *words: str) -> tuple[str, ...]:
        return (PROGRAM, str(self.clock), str(self.port), *words)

    def counts(self) -> dict[str, int]:
        return dict(json.loads(self.own.run(*self.words("counts"))))

    def killed_when(self, ready: Callable[[], bool]) -> None:
        """Start a job process, kill it without warning at a moment, and let a minute pass."""
        process = self.own.start(*self.words("work"))
        wait(ready, process)
        process.kill()
        process.wait()
        self.at(self.now + timedelta(minutes=6))

    def messages(self) -> Counter[str]:
        return Counter(str(message_from_bytes(each.content)["Message-ID"]) for each in self.office.taken)


def wait(ready: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    limit = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < limit, "waited too long"
        assert process is None or process.poll() is None, "the process stopped by itself"
        time.sleep(0.02)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    office = PostOffice(slow=0.3)
    with installation.made(tmp_path / "data") as own, office.opened() as port:
        (tmp_path / "data").mkdir(exist_ok=True)
        own.migrate()
        scene = Scene(own, tmp_path / "clock", office, port)
        scene.at(MORNING)
        yield scene


def test_nobody_is_reminded_twice_across_kills_and_restarts(scene: Scene) -> None:
    scene.own.run(*scene.words("make", (MORNING + timedelta(days=1)).isoformat()))
    taken = scene.office.taken

    for goal in (1, 3, 4):  # each time in the middle of handing over one more letter
        scene.killed_when(lambda goal=goal: len(taken) >= goal)  # type: ignore[misc]  # bound now, asked later
    last = scene.own.start(*scene.words("work"))
    wait(lambda: sum(scene.counts()[name] for name in ("sent", "unsure")) == PEOPLE * THINGS, last)
    scene.at(scene.now + timedelta(hours=1))
    time.sleep(2)  # several more rounds with nothing to do
    last.kill()
    last.wait()

    found = scene.counts()
    assert (found["reminders"], found["letters"]) == (PEOPLE * THINGS, PEOPLE * THINGS)
    assert max(scene.messages().values()) == 1
    assert len(taken) == PEOPLE * THINGS
    assert 1 <= found["unsure"] <= 3  # killed while a letter was being handed over


def test_after_days_of_standstill_and_a_mail_server_that_was_away_there_is_one_letter_each(scene: Scene) -> None:
    scene.own.run(*scene.words("make", (MORNING + timedelta(days=7)).isoformat()))
    working, scene.port = scene.port, 1  # nothing answers there
    away = scene.own.start(*scene.words("work"))
    wait(lambda: scene.counts()["letters"] == PEOPLE * THINGS, away)
    away.kill()
    away.wait()

    scene.port = working
    scene.at(MORNING + timedelta(days=6))  # the window a day before; six days passed without a process
    scene.killed_when(lambda: len(scene.office.taken) >= 2 * PEOPLE * THINGS)

    subjects = Counter(str(message_from_bytes(each.content)["Subject"])[:12] for each in scene.office.taken)
    assert subjects == {"Due in 7 day": PEOPLE * THINGS, "Due tomorrow": PEOPLE * THINGS}
    assert max(scene.messages().values()) == 1
