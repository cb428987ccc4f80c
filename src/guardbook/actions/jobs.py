"""Who does which job until when: claims, leases, retries, and the clock that starts recurring jobs once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.kernel.errors import GuardbookError
from guardbook.outside import queue
from guardbook.outside.queue import Job
from guardbook.records.models import JobLease, Tick

MOST_ATTEMPTS = 5
ALIVE = timedelta(seconds=30)
KEPT = timedelta(days=7)
_FIRST_WAIT = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(hours=1)
_WORKER = "worker"


class WorkerLost(Exception):
    """A job's worker stopped every time before the job was done."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A job to start again and again: its name, and how long from one start to the next."""

    name: str
    every: timedelta


def wait_after(attempts: int) -> timedelta:
    """How long to wait before trying a job again: 10 seconds, 40 seconds, about 3 minutes, about 11, then an hour."""
    return min(_FIRST_WAIT * int(4 ** max(attempts - 1, 0)), _LONGEST_WAIT)


@upkeep
def claim(worker: str, now: datetime, lease: timedelta) -> Job | None:
    """Take the next job on a lease: whoever holds it past the lease has lost it."""
    job = queue.claim(worker)
    if job is not None:
        held = JobLease.objects.filter(pk=job.job_id).first() or JobLease(job_id=job.job_id)
        held.worker, held.leased_until, held.attempts = worker, now + lease, held.attempts + 1
        held.save()
    return job


@upkeep
def renew(job_id: UUID, worker: str, now: datetime, lease: timedelta) -> bool:
    """Keep a lease alive; False where another worker has the job by now."""
    return bool(JobLease.objects.filter(pk=job_id, worker=worker).update(leased_until=now + lease))


@upkeep
def finish(job_id: UUID, worker: str) -> bool:
    """Say that the job is done; False (and nothing changes) where another worker has it by now."""
    held = _held(job_id, worker)
    if held is None:
        return False
    queue.succeed(job_id)
    held.delete()
    return True


@upkeep
def fail(job_id: UUID, worker: str, error: Exception, now: datetime) -> bool:
    """Try the job again later, or give it up: at once where a rule said no, else after five attempts.

    Returns True where it will be tried again.
    """
    held = _held(job_id, worker)
    if held is None:
        return True
    if isinstance(error, GuardbookError) or held.attempts >= MOST_ATTEMPTS:
        queue.fail(job_id, error)
        held.delete()
        return False
    queue.put_back([job_id], run_after=now + wait_after(held.attempts))
    return True


@upkeep
def reap(now: datetime) -> int:
    """Give the jobs of dead workers to others; those that no worker survives are given up. Returns how many."""
    lost = list(
        JobLease.objects.select_for_update().filter(pk__in=queue.running(), leased_until__lt=now).order_by("pk")
    )
    for held in lost:
        if held.attempts >= MOST_ATTEMPTS:
            queue.fail(held.job_id, WorkerLost(f"The worker stopped {held.attempts} times during this job."))
            held.delete()
    queue.put_back((held.job_id for held in lost if held.attempts < MOST_ATTEMPTS), run_after=now)
    return len(lost)


def tick(recurring: Iterable[Recurring], worker: str, now: datetime) -> list[str]:
    """Start every recurring job that is due, once however many workers ask; return the names started."""
    last = dict(Tick.objects.values_list("name", "last_run_at"))
    due = [job for job in recurring if _is_due(last.get(job.name), job.every, now)]
    return [job.name for job in due if _start(job, worker, now)]


@upkeep
def say_alive(worker: str, now: datetime, alive: timedelta = ALIVE) -> None:
    """Let others see that a worker runs here; ``alive`` zero says that it stopped."""
    Tick.objects.update_or_create(name=_WORKER, defaults={"holder": worker, "held_until": now + alive})


def is_alive(now: datetime) -> bool:
    """True where a worker said so within the last half minute."""
    return Tick.objects.filter(name=_WORKER, held_until__gt=now).exists()


@upkeep
def tidy(now: datetime) -> None:
    """Forget jobs that succeeded a week ago."""
    queue.forget(now - KEPT)


def _held(job_id: UUID, worker: str) -> JobLease | None:
    return JobLease.objects.select_for_update().filter(pk=job_id, worker=worker).first()


def _is_due(last: datetime | None, every: timedelta, now: datetime) -> bool:
    return last is None or now - last >= every


@upkeep
def _start(job: Recurring, worker: str, now: datetime) -> bool:
    # The row is locked and read again, so that of two workers only one still finds the job due.
    Tick.objects.get_or_create(name=job.name)
    row = Tick.objects.select_for_update().get(name=job.name)
    if not _is_due(row.last_run_at, job.every, now):
        return False
    row.last_run_at, row.holder = now, worker
    row.save()
    if queue.is_waiting(job.name):
        return False
    queue.enqueue(job.name, {})
    return True
