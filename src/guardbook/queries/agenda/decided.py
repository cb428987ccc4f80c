"""What people decided about things to do, and the tasks they made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.records.models import Assignment, PutOff, Task
from guardbook.rules.access import Permission
from guardbook.rules.agenda import deciding, tasks
from guardbook.rules.agenda.deciding import Decided
from guardbook.rules.agenda.todo import Consequence

_MOST_DONE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A task that was done lately: who did it and when."""

    task_id: UUID
    title: str
    done_at: datetime
    done_by: str


@dataclass(frozen=True, slots=True)
class Open:
    """An open task: one that somebody wrote, or one that the records raised."""

    task_id: UUID
    cause: str
    written: tasks.Written
    opened_on: date


def open_tasks(context: Context) -> tuple[Open, ...]:
    """Every open task. One query."""
    rows = Task.objects.of(context.organisation_id).visible_to(context.by.sites).filter(done_at=None)
    columns = rows.values_list("id", "cause", "title", "why", "due_on", "minutes", "opened_at")
    return tuple(
        Open(key, cause, tasks.Written(title, why, due_on, minutes), clock.uk_today(opened_at))
        for key, cause, title, why, due_on, minutes, opened_at in columns
    )


def written_ones(open_ones: Iterable[Open]) -> Iterator[tasks.Task]:
    """Those that somebody wrote."""
    for each in open_ones:
        if tasks.key_of(each.cause):
            yield tasks.Task(str(each.task_id), each.written, each.opened_on)


def decided(context: Context, open_ones: Iterable[Open]) -> Mapping[str, Decided]:
    """What was decided about each cause, and since when what the records raised is to be put right. Two queries."""
    found = {
        each.cause: Decided(by_on=each.written.due_on, since=each.opened_on)
        for each in open_ones
        if not tasks.key_of(each.cause)
    }
    assigned = Assignment.objects.of(context.organisation_id)
    for cause, user_id, by_on, at in assigned.values_list("cause", "user_id", "by_on", "assigned_at"):
        raised = found.get(cause, Decided())
        since = clock.uk_today(at) if by_on else raised.since
        found[cause] = Decided(user_id, by_on or raised.by_on, since)
    rows = PutOff.objects.of(context.organisation_id)
    for cause, until, reason, consequence, by in rows.values_list(
        "cause", "until_on", "reason", "consequence", "put_off_by"
    ):
        put_off = deciding.PutOff(until, reason, Consequence(consequence), by)
        found[cause] = replace(found.get(cause, Decided()), put_off=put_off)
    return found


def raised(context: Context) -> frozenset[str]:
    """The causes of open tasks that the records raised themselves. One query."""
    return frozenset(each.cause for each in open_tasks(context) if not tasks.key_of(each.cause))


@question(Permission.ORGANISATION_VIEW)
def done(context: Context) -> tuple[Done, ...]:
    """Tasks that somebody wrote and somebody did, the latest first. One query."""
    rows = Task.objects.of(context.organisation_id).visible_to(context.by.sites).exclude(done_at=None)
    latest = rows.filter(cause__startswith=tasks.cause_of("")).order_by("-done_at", "-id")[:_MOST_DONE]
    rows_of = latest.values_list("id", "title", "done_at", "done_by")
    return tuple(Done(key, title, at, by) for key, title, at, by in rows_of if at is not None)


@question(Permission.ORGANISATION_VIEW)
def written(context: Context, task_id: UUID) -> tasks.Written:
    """What somebody wrote of an open task. NotFound where there is none. One query."""
    rows = Task.objects.of(context.organisation_id).visible_to(context.by.sites).filter(pk=task_id, done_at=None)
    row = rows.filter(cause=tasks.cause_of(str(task_id))).values_list("title", "why", "due_on", "minutes").first()
    if row is None:
        raise NotFound
    return tasks.Written(*row)
