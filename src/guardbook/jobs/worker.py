"""The job process: claims jobs one by one, keeps its lease alive, starts recurring jobs, and stops when asked."""

import contextlib
import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from types import FrameType

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from guardbook.actions import jobs
from guardbook.jobs import registry
from guardbook.outside import clock, queue
from guardbook.outside.queue import Job

LEASE = timedelta(seconds=60)
IDLE = 1.0  # seconds between two looks at an empty queue
LOOK_ROUND = 10.0  # seconds between two looks at recurring jobs and dead workers
TROUBLE = 5.0  # seconds to wait when the database does not answer

logger = logging.getLogger(__name__)


def a_name() -> str:
    """A name for one worker that no other has."""
    return f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"


@dataclass(slots=True)
class Worker:
    """One worker. ``lease`` is how long a job stays its own without a sign of life."""

    name: str = field(default_factory=a_name)
    lease: timedelta = LEASE
    idle: float = IDLE
    stopping: threading.Event = field(default_factory=threading.Event)
    _next_round: float = 0.0

    def work(self) -> None:
        """Do jobs until asked to stop; a job that was started is finished first."""
        while not self.stopping.is_set():
            close_old_connections()
            try:
                self.look_round()
                if not self.do_one():
                    self.stopping.wait(self.idle)
            except (DatabaseError, InterfaceError) as error:
                logger.warning("The database does not answer (%s). Trying again.", type(error).__name__)
                connection.close()
                self.stopping.wait(TROUBLE)
        with contextlib.suppress(DatabaseError, InterfaceError):  # we are leaving, and the sign ends by itself
            jobs.say_alive(self.name, clock.now(), timedelta())

    def look_round(self) -> None:
        """Every few seconds: start what is due, take over from dead workers, and show that this one lives."""
        if time.monotonic() < self._next_round:
            return
        now = clock.now()
        jobs.say_alive(self.name, now)
        if lost := jobs.reap(now):
            logger.warning("%s jobs of a worker that stopped were put back.", lost)
        jobs.tick(registry.RECURRING, self.name, now)
        self._next_round = time.monotonic() + min(LOOK_ROUND, self.lease.total_seconds() / 4)

    def do_one(self) -> bool:
        """Claim one job and do it; False where there was none."""
        if not queue.has_ready():
            return False
        job = jobs.claim(self.name, clock.now(), self.lease)
        if job is None:
            return False
        try:
            with self._lease_kept(job):
                registry.run(job.name, job.arguments)
        except Exception as error:
            again = jobs.fail(job.job_id, self.name, error, clock.now())
            logger.exception("The job %s failed%s.", job.name, " and will be tried again" if again else " for good")
        else:
            jobs.finish(job.job_id, self.name)
        return True

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:  # noqa: ARG002 - a signal brings both
        """Stop after the job in hand."""
        self.stopping.set()

    @contextlib.contextmanager
    def _lease_kept(self, job: Job) -> Iterator[None]:
        done = threading.Event()
        keeper = threading.Thread(target=self._keep_lease, args=(job, done), name="lease", daemon=True)
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()

    def _keep_lease(self, job: Job, done: threading.Event) -> None:
        try:
            while not done.wait(self.lease.total_seconds() / 4):
                self._renew(job)
        finally:
            connection.close()

    def _renew(self, job: Job) -> None:
        try:
            jobs.say_alive(self.name, clock.now())
            if not jobs.renew(job.job_id, self.name, clock.now(), self.lease):
                logger.warning("Another worker has taken over the job %s.", job.name)
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The lease of a job could not be renewed (%s).", type(error).__name__)
            connection.close()


def main(worker: Worker | None = None) -> int:
    """Work until SIGTERM, Ctrl-C, or on Windows Ctrl-Break; return the exit code."""
    worker = worker or Worker()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):  # Windows has the last one, others do not
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), worker.stop)
    worker.work()
    return 0
