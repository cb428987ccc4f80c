"""Raises one task for each confirmed answer that the records contradict, and closes it when they agree again."""

from datetime import timedelta

from guardbook.actions import tasks
from guardbook.actions.shell import Change, action
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.records.models import Task
from guardbook.rules.agenda import toolkit
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State

PUT_RIGHT_WITHIN = timedelta(days=14)
_SETTLED = "The records and the answer agree again."


@action(None)
def keep_contradicted(change: Change) -> None:
    """Bring the raised tasks in step with the answers that are contradicted today. Doing it again changes nothing.

    The answers are judged while no other change of this provider can happen, so each is raised once.
    """
    wrong = _contradicted(Context(change.by, change.organisation_id, change.now))
    raised = Task.objects.of(change.organisation_id).filter(done_at=None, cause__startswith="question:")
    for task in raised.order_by("id"):
        if task.cause not in wrong:
            tasks.close_task(change, task, _SETTLED)
            change.record("agenda.contradiction.settled", subject=task)
    for cause, standing in wrong.items():
        task_or_none = tasks.open_task(
            change,
            title=f"Put right {standing.item.ref}: {standing.item.question}",
            why=standing.why,
            cause=cause,
            due_on=change.today + PUT_RIGHT_WITHIN,
            minutes=standing.item.minutes,
        )
        if task_or_none is not None:
            change.record("agenda.contradiction.raised", subject=task_or_none)


def _contradicted(context: Context) -> dict[str, Standing]:
    run = evaluating.current(context)
    if run is None:
        return {}
    found = evaluating.one(context, frameworks.pack(run.framework, run.version), run)
    return {
        toolkit.cause_of(found.pack, each.item.ref): each
        for each in found.standings
        if each.state is State.CONTRADICTED
    }
