"""The queue of jobs, kept in the database: put in by whatever transaction is open, so that they stand or fall with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.module_loading import import_string
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

RUNNER = "guardbook.jobs.registry.run"


@dataclass(frozen=True, slots=True)
class Job:
    """One job that a worker has claimed."""

    job_id: UUID
    name: str
    arguments: dict[str, Any]


class Stage(StrEnum):
    """How far a job has got. ``OPEN`` waits for its turn, runs, or will be tried again."""

    OPEN = "open"
    DONE = "done"
    FAILED = "failed"


_STAGES = {TaskResultStatus.SUCCESSFUL: Stage.DONE, TaskResultStatus.FAILED: Stage.FAILED}


@task()
def perform(name: str, arguments: dict[str, Any]) -> None:
    """Do the job called ``name``. The names live in ``jobs``, above this layer, so they are looked up late."""
    import_string(RUNNER)(name, arguments)


def enqueue(name: str, arguments: Mapping[str, Any], *, run_after: datetime | None = None) -> None:
    """Ask for a job. ``arguments`` must be plain JSON values; ``run_after`` is an aware instant."""
    perform.using(run_after=run_after).enqueue(name=name, arguments=dict(arguments))


def has_ready() -> bool:
    """True where a job could be claimed now. Locks nothing."""
    return DBTaskResult.objects.ready().exists()


def is_waiting(name: str) -> bool:
    """True where a job of this name has not been started yet."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.READY, args_kwargs__kwargs__name=name).exists()


def newest(name: str, **arguments: str) -> Stage | None:
    """How far the newest job of this name and these arguments has got, or None. Done ones are forgotten in a week."""
    wanted = {f"args_kwargs__kwargs__arguments__{key}": value for key, value in arguments.items()}
    jobs = DBTaskResult.objects.filter(args_kwargs__kwargs__name=name, **wanted)
    status = jobs.order_by("-enqueued_at", "-id").values_list("status", flat=True).first()
    return _STAGES.get(TaskResultStatus(status), Stage.OPEN) if status else None


def claim(worker: str) -> Job | None:
    """Take the next job and mark it as running. Call it inside a transaction: nobody else then gets the same."""
    row = DBTaskResult.objects.ready().get_locked()
    if row is None:
        return None
    row.claim(worker)
    said = row.args_kwargs["kwargs"]
    return Job(row.pk, said["name"], said["arguments"])


def running() -> list[UUID]:
    """Every job that some worker claimed and has not finished."""
    return list(DBTaskResult.objects.running().order_by("pk").values_list("pk", flat=True))


def succeed(job_id: UUID) -> None:
    """Say that the job is done."""
    DBTaskResult.objects.get(pk=job_id).set_successful(None)


def fail(job_id: UUID, error: BaseException) -> None:
    """Say that the job failed for good, and why."""
    DBTaskResult.objects.get(pk=job_id).set_failed(error)


def put_back(job_ids: Iterable[UUID], *, run_after: datetime) -> None:
    """Let running jobs be claimed again after an instant."""
    running_still = DBTaskResult.objects.running().filter(pk__in=list(job_ids))
    running_still.update(status=TaskResultStatus.READY, run_after=run_after)


def forget(finished_before: datetime) -> None:
    """Remove jobs that succeeded before an instant; failed ones stay to be looked at."""
    DBTaskResult.objects.successful().filter(finished_at__lt=finished_before).delete()
