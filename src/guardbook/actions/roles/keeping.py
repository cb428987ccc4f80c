"""Keeps an appointment in order: acceptance, proof, details told, and confirming it again."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from guardbook.actions.roles import appointing
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotPermitted, Refused
from guardbook.queries import organisations
from guardbook.queries.roles import held, judged
from guardbook.records.models import Appointment, RoleDecision
from guardbook.rules.access import Permission
from guardbook.rules.roles import requirement, review
from guardbook.rules.roles.vocabulary import Force, Need, Role

DETAILS = (
    "title",
    "seniority_reason",
    "evidence_kind",
    "evidence_note",
    "reports_to",
    "expertise",
    "service_knowledge",
    "contract_note",
    "contact",
    "published_on",
    "regulator_told_on",
    "registered_on",
)


@action(Permission.ROLE_ACCEPT)
def accept(change: Change, *, appointment_id: UUID) -> None:
    """Take on a role of one's own.

    Raises:
        NotPermitted: the role was given to somebody else.
        Refused: it was accepted before.
    """
    row = fresh(Appointment, change.organisation_id, appointment_id)
    if row.person is None or row.person.user_id is None or row.person.user_id != change.by.user_id:
        raise NotPermitted("Only the person who was appointed can accept a role here.")
    _accepted(change, row, change.today, change.by.name)


@action(Permission.ROLE_APPOINT)
def record_acceptance(change: Change, *, appointment_id: UUID, accepted_on: date) -> None:
    """Note that somebody accepted on paper, on a day not after today.

    Raises:
        Refused: it was accepted before, or the day is in the future.
    """
    row = fresh(Appointment, change.organisation_id, appointment_id)
    if accepted_on > change.today:
        raise Refused("The day of acceptance is in the future.")
    name = row.person.name if row.person else row.firm_person or row.firm
    _accepted(change, row, accepted_on, f"{name}, on paper")


@action(Permission.ROLE_APPOINT)
def say_details(change: Change, *, appointment_id: UUID, details: Mapping[str, str | date | None]) -> None:
    """Add what was missing: proof, contact details, when the regulator or register was told.

    ``details`` holds any of ``DETAILS``.

    Raises:
        Refused: the title is the trap of A-11, or there is no such detail.
    """
    row = fresh(Appointment, change.organisation_id, appointment_id)
    for name, value in details.items():
        if name not in DETAILS:
            raise Refused(f"There is no detail called {name}.")
        setattr(row, name, value)
    appointing.check_title(Role(row.role), row.title)
    change.save(row)
    change.record("roles.details.said", subject=row)


@action(Permission.ROLE_APPOINT)
def confirm(change: Change, *, appointment_id: UUID, reason: str = "") -> None:
    """Confirm an appointment again, with every rule asked on today's facts (A-13).

    Raises:
        Refused: a new post now forbids the role, a warning has no reason, or the role has ended.
    """
    row = fresh(Appointment, change.organisation_id, appointment_id)
    if row.until_on is not None and row.until_on < change.today:
        raise Refused("This appointment has ended.")
    everyone = held.holdings(change.organisation_id)
    mine = next(one for one in everyone if one.id == row.pk)
    given = appointing.Answers(mine.conflict_answers, reason or row.conflict_reason)
    others = judged.other_roles(mine, everyone, change.today)
    found = appointing.findings_for(mine.role, mine.posts, others, given, mine.decides_data_use)
    row.conflict_result = appointing.settled(found, given.reason).value
    row.conflict_reason = given.reason
    row.posts = sorted(mine.posts)
    row.profile_seen = appointing.profile_seen(change)
    row.confirmed_on = change.today
    row.next_review_on = change.today + review.INTERVAL
    change.save(row)
    change.record("roles.officer.confirmed", subject=row, details={"role": row.role})


@action(Permission.ROLE_APPOINT)
def decide_not(change: Change, *, role: Role, reason: str, review_on: date) -> None:
    """Record the decision not to have somebody in a role, with its reason and when to look again.

    Raises:
        Refused: the law or the toolkit leaves no choice, somebody holds the role, there is no
            reason, or the day to look again is not within the next 12 months.
    """
    if not reason.strip():
        raise Refused("Write the reason for your decision.")
    if review_on <= change.today:
        raise Refused("Choose a day in the future to look at this again.")
    if review_on > change.today + review.INTERVAL:
        raise Refused("Look at this again within 12 months.")
    _check_free_to_decide(change, role)
    for row in RoleDecision.objects.of(change.organisation_id).filter(role=role.value, ended_on=None):
        row.ended_on = change.today
        change.save(row)
    made = change.create(
        RoleDecision,
        role=role.value,
        reason=reason.strip(),
        decided_on=change.today,
        decided_by=change.by.name,
        review_on=review_on,
        profile_seen=appointing.profile_seen(change),
    )
    change.record("roles.decision.recorded", subject=made, details={"role": role.value})


def _check_free_to_decide(change: Change, role: Role) -> None:
    profile = organisations.profile_of(organisations.facts_of(change.organisation_id))
    verdict = requirement.requirement(requirement.Facts(profile, change.today)).of(role)
    if verdict.need is Need.REQUIRED and verdict.force in {Force.LAW, Force.TOOLKIT}:
        raise Refused(f"{verdict.in_words}. You cannot decide against it.")
    if any(
        one.role is role and one.is_holder and one.holds_on(change.today)
        for one in held.holdings(change.organisation_id)
    ):
        raise Refused("Somebody holds this role. End that first.")


def _accepted(change: Change, row: Appointment, on: date, by: str) -> None:
    if row.accepted_on is not None:
        raise Refused("This role was accepted already.")
    row.accepted_on = on
    row.accepted_by = by
    change.save(row)
    change.record("roles.officer.accepted", subject=row, details={"role": row.role})
