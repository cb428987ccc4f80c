"""Tasks that people make: written, changed, done, and taken back."""

from uuid import UUID

from guardbook.actions import tasks as opening
from guardbook.actions.agenda import deciding
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.records.models import Assignment, Task
from guardbook.rules.access import Permission
from guardbook.rules.agenda import tasks as rules
from guardbook.rules.agenda.deciding import Listed
from guardbook.rules.agenda.tasks import Written


@action(Permission.TASK_EDIT)
def make_task(change: Change, *, said: Written, user_id: UUID | None = None) -> UUID:
    """Write down something to do, for somebody or for nobody in particular; return its key.

    Raises:
        Refused: it has no title, is too long, or its person has no access.
    """
    rules.check(said)
    task = opening.open_task(
        change, title=said.title.strip(), why=said.why.strip(), due_on=said.due_on, minutes=said.minutes
    )
    if task is None:
        raise AssertionError("A written task is its own cause.")
    _give(change, task, user_id)
    change.record("agenda.task.made", subject=task)
    return task.pk


@action(Permission.TASK_EDIT)
def change_task(change: Change, *, task_id: UUID, said: Written, user_id: UUID | None) -> None:
    """Change what was written, and who does it.

    Raises:
        NotFound: there is no such open task.
        Refused: what is written now will not do.
    """
    rules.check(said)
    task = _written(change, task_id)
    if task.done_at is not None:
        raise NotFound
    task.title, task.why = said.title.strip()[:200], said.why.strip()
    task.due_on, task.minutes = said.due_on, said.minutes
    change.save(task)
    _give(change, task, user_id)
    change.record("agenda.task.changed", subject=task)


@action(Permission.ORGANISATION_VIEW)
def finish_task(change: Change, *, task_id: UUID) -> None:
    """Say that a task is done. Whoever may make tasks may say so, and whoever was asked to do it.

    Raises:
        NotFound: there is no such task.
        NotPermitted: it is somebody else's.
    """
    task = _written(change, task_id)
    _require_own(change, task)
    if task.done_at is None:
        opening.close_task(change, task)
        change.record("agenda.task.done", subject=task)


@action(Permission.ORGANISATION_VIEW)
def reopen_task(change: Change, *, task_id: UUID) -> None:
    """Take back that a task is done.

    Raises:
        NotFound: there is no such task.
        NotPermitted: it is somebody else's.
    """
    task = _written(change, task_id)
    _require_own(change, task)
    if task.done_at is not None:
        task.done_at, task.done_by, task.done_note = None, "", ""
        change.save(task)
        change.record("agenda.task.taken_back", subject=task)


def _written(change: Change, task_id: UUID) -> Task:
    task = fresh(Task, change.organisation_id, task_id)
    if task.cause != rules.cause_of(str(task_id)):
        raise NotFound  # raised by the records: it closes by itself when they are right
    return task


def _give(change: Change, task: Task, user_id: UUID | None) -> None:
    said = Written(task.title, task.why, task.due_on, task.minutes)
    (todo,) = rules.tasks([rules.Task(str(task.pk), said, change.today)], change.today)
    deciding.set_assignment(change, Listed(todo), user_id, None)


def _require_own(change: Change, task: Task) -> None:
    if change.by.user_id is None or Permission.TASK_EDIT in change.by.permissions:
        return
    own = Assignment.objects.of(change.organisation_id).filter(cause=task.cause, user_id=change.by.user_id)
    if not own.exists():
        raise NotPermitted("This task is not yours.")
