"""A provider with things to do, made by real actions."""

from datetime import date, datetime
from uuid import UUID

from guardbook.actions.agenda import tasks
from guardbook.queries.access import Context
from guardbook.records import scope
from guardbook.records.models import Organisation, Person
from guardbook.rules.agenda import tasks as rules
from guardbook.rules.agenda.tasks import Written
from tests.factories import assessment


def task(
    context: Context, title: str = "Ring the landlord", due_on: date | None = None, user_id: UUID | None = None
) -> str:
    """A task; return its cause."""
    key = tasks.make_task(context, said=Written(title, "The lock sticks", due_on, 5), user_id=user_id)
    return rules.cause_of(str(key))


def later(context: Context, now: datetime) -> Context:
    """The same person, at another instant."""
    return Context(context.by, context.organisation_id, now)


def contradicted(context: Context) -> None:
    """Every answer confirmed, and then the signed clauses taken out of the records."""
    assessment.staffed(context.organisation_id)
    assessment.started(context)
    assessment.answered(context)
    sign(context, None)


def sign(context: Context, on: date | None) -> None:
    """Record for everybody that they signed a clause, or that they did not."""
    with scope.writing("action"):
        Person.objects.filter(organisation_id=context.organisation_id).update(clause_signed_on=on)


def make_demo(context: Context) -> None:
    """Turn the provider into a made-up example."""
    with scope.writing("action"):
        Organisation.objects.filter(pk=context.organisation_id).update(is_demo=True)
