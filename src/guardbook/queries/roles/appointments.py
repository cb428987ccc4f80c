"""One appointment with everything its page and its documents show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import organisations
from guardbook.queries.access import Context, question
from guardbook.queries.roles import held, judged
from guardbook.queries.roles.held import Holding
from guardbook.queries.roles.judged import Moment
from guardbook.records.models import HandoverStep
from guardbook.rules.access import Permission
from guardbook.rules.roles.appointment import Appointment
from guardbook.rules.roles.review import Review
from guardbook.rules.roles.vocabulary import Finding, Role


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a handover."""

    id: UUID
    label: str
    done_on: date | None
    done_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Detail:
    """An appointment, how complete it is, what was found, and its handover."""

    on: date
    organisation: str
    holding: Holding
    holder: Holding | None
    deputies: tuple[Holding, ...]
    sharers: tuple[Holding, ...]
    completeness: Appointment
    review: Review
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]

    @property
    def is_over(self) -> bool:
        """Whether the last day is past."""
        return self.holding.until_on is not None and self.holding.until_on < self.on


@question(Permission.ROLE_VIEW)
def detail(context: Context, appointment_id: UUID) -> Detail:
    """One appointment. Four queries.

    Raises:
        NotFound: this organisation has no such appointment.
    """
    everyone = held.holdings(context.organisation_id)
    mine = next((one for one in everyone if one.id == appointment_id), None)
    brief = organisations.brief(context.organisation_id)
    if mine is None or brief is None:
        raise NotFound
    on = clock.uk_today(context.now)
    same = [one for one in everyone if one.role is mine.role and one.holds_on(on)]
    others = judged.other_roles(mine, everyone, on)
    sharers = tuple(one for one in same if not one.is_deputy and not one.is_accountable)
    complete = judged.completeness(mine, sharers)
    found = (*complete.findings, *judged.special(mine, others, on), *judged.pairs(mine, others))
    return Detail(
        on=on,
        organisation=brief.name,
        holding=mine,
        holder=next((one for one in same if one.is_holder), None),
        deputies=tuple(one for one in same if one.is_deputy),
        sharers=sharers,
        completeness=complete,
        review=judged.reviewed(mine, others, Moment(on, organisations.said(context).profile)),
        findings=tuple({(one.code, one.reason.text): one for one in found}.values()),
        steps=_steps(context.organisation_id, appointment_id),
    )


@question(Permission.ROLE_ACCEPT)
def mine(context: Context, appointment_id: UUID) -> Holding:
    """An appointment of the asker's own, for accepting it. One query.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    found = held.holding(context.organisation_id, appointment_id)
    if found is None or found.user_id is None or found.user_id != context.by.user_id:
        raise NotFound
    return found


@question(Permission.ROLE_VIEW)
def held_by(context: Context, role: Role) -> Holding | None:
    """Who holds a role now or is set to, the last to start; None where nobody is. One query."""
    on = clock.uk_today(context.now)
    rows = [one for one in held.holdings(context.organisation_id) if one.role is role and one.is_holder]
    return next((one for one in reversed(rows) if one.until_on is None or one.until_on >= on), None)


def _steps(organisation_id: UUID, appointment_id: UUID) -> tuple[Step, ...]:
    rows = HandoverStep.objects.of(organisation_id).filter(appointment_id=appointment_id).order_by("id")
    return tuple(Step(*row) for row in rows.values_list("id", "label", "done_on", "done_by", "note"))
