"""Ends an appointment, and leaves a checklist behind so that nothing is forgotten."""

from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import Refused
from guardbook.queries import organisations
from guardbook.records.models import Appointment, HandoverStep
from guardbook.rules.access import Permission
from guardbook.rules.roles import requirement, vacancy
from guardbook.rules.roles.vocabulary import Role

_DONE_HERE = "end_date"


@action(Permission.ROLE_APPOINT)
def end(change: Change, *, appointment_id: UUID, until_on: date, reason: str = "") -> None:
    """Say on which day somebody's role ends; the checklist for handing over opens.

    Raises:
        Refused: it has ended already, or the day is before the role began.
    """
    end_one(change, appointment_id, until_on, reason)


@action(Permission.ROLE_APPOINT)
def tick_handover(change: Change, *, step_id: UUID, note: str = "") -> None:
    """Say that one line of a handover is done.

    Raises:
        Refused: it was done before.
    """
    step = fresh(HandoverStep, change.organisation_id, step_id)
    if step.done_on is not None:
        raise Refused("This was done already.")
    step.done_on = change.today
    step.done_by = change.by.name
    step.note = note
    change.save(step)
    change.record("roles.handover.ticked", subject=step)


def end_one(change: Change, appointment_id: UUID, until_on: date, reason: str) -> None:
    """Part of an action: end one appointment on a day, and record it.

    Raises:
        Refused: it has ended already, or the day is before the role began.
    """
    row = fresh(Appointment, change.organisation_id, appointment_id)
    if row.until_on is not None and row.until_on < change.today:
        raise Refused("This appointment has ended already.")
    if until_on < row.from_on:
        raise Refused("The last day is before the first day.")
    end_row(change, row, until_on, reason)
    change.record("roles.officer.ended", subject=row, details={"role": row.role, "last_day": until_on.isoformat()})


def end_row(change: Change, row: Appointment, until_on: date, reason: str) -> None:
    """Part of an action: set the last day and open the checklist that the role's need asks for."""
    row.until_on = until_on
    row.ended_reason = reason
    change.save(row)
    if row.is_deputy or not row.is_accountable:
        return
    role = Role(row.role)
    profile = organisations.profile_of(organisations.facts_of(change.organisation_id))
    need = requirement.requirement(requirement.Facts(profile, change.today)).of(role).need
    tasks = vacancy.vacancy(vacancy.Facts(role, need, change.today, left_on=until_on)).tasks
    opened = set(HandoverStep.objects.of(change.organisation_id).filter(appointment=row).values_list("code", flat=True))
    change.create_many(
        HandoverStep(
            organisation_id=change.organisation_id,
            appointment=row,
            code=task.code,
            label=task.text,
            done_on=change.today if task.code == _DONE_HERE else None,
            done_by=change.by.name if task.code == _DONE_HERE else "",
        )
        for task in tasks
        if task.code not in opened
    )
