"""Opening and closing a task; parts of the actions of the areas above."""

from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change
from guardbook.kernel.identifiers import uuid7
from guardbook.records.models import Task


def open_task(
    change: Change,
    *,
    title: str,
    why: str = "",
    cause: str = "",
    due_on: date | None = None,
    minutes: int | None = None,
) -> Task | None:
    """Part of an action: open a task; None where one for the same cause is open. Without a cause it is its own."""
    if cause and Task.objects.of(change.organisation_id).filter(cause=cause, done_at=None).exists():
        return None
    key: UUID = uuid7()
    return change.create(
        Task,
        id=key,
        title=title[:200],
        why=why,
        cause=cause or f"task:{key}",
        due_on=due_on,
        minutes=minutes,
        opened_at=change.now,
        opened_by=change.by.name,
    )


def close_task(change: Change, task: Task, note: str = "") -> None:
    """Part of an action: say that a task is done."""
    task.done_at, task.done_by, task.done_note = change.now, change.by.name, note
    change.save(task)
