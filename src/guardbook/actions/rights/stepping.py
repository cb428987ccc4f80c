"""Writes down one step of a case, if the rules let it stand, and notes who read a case."""

from dataclasses import dataclass, replace
from uuid import UUID

from guardbook.actions.intake import deciding
from guardbook.actions.rights import holding
from guardbook.actions.shell import Change, action, fresh, require, seen, upkeep
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.access import Context
from guardbook.queries.rights import case as questions
from guardbook.queries.rights import reading
from guardbook.records.models import RightsCase, RightsStep, SensitiveRead
from guardbook.rules.access import Permission
from guardbook.rules.rights import acting, states
from guardbook.rules.rights.cases import Case, Step
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, Kind, Requester


@dataclass(frozen=True, slots=True)
class Details:
    """What is asked, by whom, and how to reach them, as somebody understood it."""

    asked: Asked | None
    requester: Requester
    requester_name: str = ""
    contact: str = ""
    power: str = ""


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


@action(Permission.REQUEST_EDIT)
def say_details(change: Change, *, case_id: UUID, details: Details, seen_version: int) -> None:
    """Put right what is asked, who asks and how to reach them; what it said before stays in the history.

    Raises:
        NotFound: there is no such case here.
        Refused: it is decided already, or what is asked is missing.
        Conflict: a colleague wrote something down meanwhile.
    """
    row, case = _locked(change, case_id, seen_version)
    if case.decision is not None or case.is_closed:
        raise Refused("It is decided. Think again first, or open it again.")
    if case.kind is Kind.REQUEST and details.asked is None:
        raise Refused("Choose what they ask for.")
    row.asked = details.asked or "" if case.kind is Kind.REQUEST else ""
    row.requester = details.requester
    row.requester_name, row.contact = details.requester_name.strip(), details.contact.strip()
    row.power = details.power.strip()
    row.version += 1
    change.save(row)
    change.record(f"rights.{case.kind}.described", subject=row)


@action(Permission.REQUEST_VIEW)
def _write(change: Change, *, case_id: UUID, step: Step, seen_version: int) -> None:
    row, case = _locked(change, case_id, seen_version)
    if faults := acting.why_not(case, step, reading.published(), change.today):
        raise Refused(*faults)
    after = replace(case, steps=(*case.steps, step))
    change.create(
        RightsStep,
        case=row,
        site_id=row.site_id,
        number=len(after.steps),
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
    holding.follow(change, row.pk, case, after)
    row.version += 1
    row.is_closed = after.is_closed
    change.save(row)
    change.record(f"rights.{case.kind}.{_PAST[step.event]}", subject=row, details={"step": step.event.label})
    if row.report_id is not None and after.is_closed:
        deciding.tell(change, row.pk, "We have dealt with this and written to whoever asked.")


def _locked(change: Change, case_id: UUID, seen_version: int) -> tuple[RightsCase, Case]:
    """A case that this person may work on, locked, as its row and its value."""
    row = fresh(RightsCase, change.organisation_id, case_id)
    context = Context(change.by, change.organisation_id, change.now)
    if not questions.visible(context).filter(pk=case_id).exists():
        raise NotFound
    seen(seen_version, row.version, row.version)
    before = RightsStep.objects.of(change.organisation_id).filter(case=row).order_by("number")
    return row, reading.case_of(row, (reading.step_of(each) for each in before))


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
    Event.HOLD: "held",
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
