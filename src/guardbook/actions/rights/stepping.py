"""Writes down one step of a case, if the rules let it stand, and notes who read a case."""

from dataclasses import replace
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh, require, seen, upkeep
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.queries.rights import reading
from guardbook.records.models import RightsCase, RightsStep, SensitiveRead
from guardbook.rules.access import Permission
from guardbook.rules.rights import acting, states
from guardbook.rules.rights.cases import Step
from guardbook.rules.rights.states import Event


def write_down(context: Context, *, case_id: UUID, step: Step, seen_version: int) -> None:
    """Write down a step.

    Raises:
        NotFound: there is no such case here.
        NotPermitted: a member who may not write down a step of this kind.
        Refused: it cannot stand; each sentence says why.
        Conflict: a colleague wrote something down meanwhile.
    """
    require(context, states.needs(step.event))
    _write(context, case_id=case_id, step=step, seen_version=seen_version)


@upkeep
def note_reading(context: Context, *, case_id: UUID) -> None:
    """Keep who opened a case, and when."""
    SensitiveRead.objects.create(
        organisation_id=context.organisation_id,
        at=context.now,
        by_user_id=context.by.user_id,
        by_name=context.by.name,
        subject_table=RightsCase._meta.db_table,
        subject_id=case_id,
    )


@action(Permission.REQUEST_VIEW)
def _write(change: Change, *, case_id: UUID, step: Step, seen_version: int) -> None:
    row = fresh(RightsCase, change.organisation_id, case_id)
    before = list(RightsStep.objects.of(change.organisation_id).filter(case=row).order_by("number"))
    seen(seen_version, row.version, row.version)
    case = reading.case_of(row, (reading.step_of(each) for each in before))
    if faults := acting.why_not(case, step, reading.published(), change.today):
        raise Refused(*faults)
    change.create(
        RightsStep,
        case=row,
        site_id=row.site_id,
        number=len(before) + 1,
        event=step.event,
        happened_on=step.on,
        words=step.words.strip(),
        choice=step.choice,
        person=step.person.strip(),
        place=step.place.strip(),
        tags=list(step.tags),
        other_on=step.other_on,
        recorded_at=change.now,
        recorded_by=change.by.name,
    )
    row.version += 1
    row.is_closed = replace(case, steps=(*case.steps, step)).is_closed
    change.save(row)
    change.record(f"rights.{case.kind}.{_PAST[step.event]}", subject=row, details={"step": step.event.label})


_PAST = {
    Event.ASK_IDENTITY: "identity_asked",
    Event.SHOW_IDENTITY: "identity_shown",
    Event.ASK_FEE: "fee_asked",
    Event.PAY_FEE: "fee_paid",
    Event.ASK_QUESTION: "paused",
    Event.ASK_IN_PASSING: "asked",
    Event.ANSWER_QUESTION: "resumed",
    Event.EXTEND: "extended",
    Event.SEARCH: "searched",
    Event.INDEX: "indexed",
    Event.NOTE: "noted",
    Event.ASK_ADVICE: "advice_asked",
    Event.ADVISE: "advised",
    Event.FOLLOW_ADVICE: "advice_answered",
    Event.GUARDIAN_VIEW: "guardian_heard",
    Event.DECIDE: "decided",
    Event.RECONSIDER: "reconsidered",
    Event.SEND: "sent",
    Event.ACKNOWLEDGE: "acknowledged",
    Event.INVESTIGATE: "looked_into",
    Event.PROGRESS: "progress_told",
    Event.SPLIT: "split",
    Event.ESCALATE: "escalated",
    Event.WITHDRAW: "withdrawn",
    Event.CLOSE: "closed",
    Event.REOPEN: "reopened",
}
"""What each step is called in the history."""
