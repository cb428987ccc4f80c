"""Puts jobs in the queue, inside whatever transaction is open, so that they stand or fall with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.module_loading import import_string
from django_tasks import task

RUNNER = "guardbook.jobs.registry.run"


@task()
def perform(name: str, arguments: dict[str, Any]) -> None:
    """Do the job called ``name``. The names live in ``jobs``, above this layer, so they are looked up late."""
    import_string(RUNNER)(name, arguments)


def enqueue(name: str, arguments: Mapping[str, Any], *, run_after: datetime | None = None) -> None:
    """Ask for a job. ``arguments`` must be plain JSON values; ``run_after`` is an aware instant."""
    perform.using(run_after=run_after).enqueue(name=name, arguments=dict(arguments))
