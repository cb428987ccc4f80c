"""Policies accepted by people: on the screen by themselves, or on a signed sheet that a colleague records."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.registers import acceptances as questions
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Person, PolicyAcceptance, RegisterRow
from guardbook.rules.access import Permission
from guardbook.rules.registers import policies
from guardbook.rules.registers.policies import REGISTER, Policy


@action(Permission.POLICY_READ)
def say_read(change: Change, *, policy_id: UUID) -> None:
    """Say of oneself that one has read the current version. Saying it twice changes nothing more.

    Raises:
        NotFound: there is no such policy.
        Refused: nobody knows who this is on the staff list, or the document is not ready to be accepted.
    """
    row, policy = _ready(change, policy_id)
    here = questions.working(change.organisation_id, change.today)
    me = here.filter(user_id=change.by.user_id).first() if change.by.user_id else None
    if me is None:
        raise Refused("Nobody has said yet who you are on the staff list. Ask your manager.")
    if not _held(change, row, policy).filter(person=me).exists():
        _accept(change, row, policy, me.pk, change.today, is_own=True)
    change.record("registers.policy.read", subject=row, details={"person": me.name, "version": policy.edition_in_words})


@action(Permission.REGISTER_EDIT)
def record_sheet(change: Change, *, policy_id: UUID, people: Collection[UUID], on: date | None) -> int:
    """Record who signed a sheet for the current version on a day; return how many are new.

    Raises:
        NotFound: there is no such policy, or somebody does not work here.
        Refused: nobody was ticked, or the day cannot be right.
    """
    row, policy = _ready(change, policy_id)
    if faults := _faults(change, policy, people, on):
        raise Refused(*faults)
    held = set(_held(change, row, policy).values_list("person_id", flat=True))
    new = [each for each in dict.fromkeys(people) if each not in held]
    here = questions.working(change.organisation_id, change.today).visible_to(change.by.sites)
    if here.filter(pk__in=new).count() != len(new):
        raise NotFound
    for person_id in new:
        _accept(change, row, policy, person_id, on or change.today, is_own=False)
    details = {"people": len(new), "version": policy.edition_in_words}
    change.record("registers.policy.sheet_recorded", subject=row, details=details)
    return len(new)


@action(Permission.REGISTER_EDIT)
def take_off(change: Change, *, policy_id: UUID, people: Collection[UUID]) -> int:
    """Take people off who were ticked by mistake; return how many. What somebody said themselves stays.

    Raises:
        NotFound: there is no such policy.
    """
    row, policy = _ready(change, policy_id)
    wrong = list(_held(change, row, policy).filter(person__in=people, is_own=False))
    for each in wrong:
        change.delete(each)
    details = {"people": len(wrong), "version": policy.edition_in_words}
    change.record("registers.policy.taken_off", subject=row, details=details)
    return len(wrong)


@action(Permission.POLICY_READ)
def claim_name(change: Change, *, person_id: UUID) -> None:
    """Say that one is the person of the same name on the staff list, whom nobody signs in as.

    Raises:
        NotFound: there is not exactly one such person.
        Refused: one is somebody on the staff list already.
    """
    person = questions.namesake(change.organisation_id, change.by.name, change.today)
    if person is None or person.id != person_id or change.by.user_id is None:
        raise NotFound
    if Person.objects.of(change.organisation_id).filter(user_id=change.by.user_id).exists():
        raise Refused("You are somebody on the staff list already.")
    row = Person.objects.of(change.organisation_id).select_for_update().get(pk=person_id)
    row.user_id = change.by.user_id
    change.save(row)
    change.record("people.person.linked", subject=row)


def _ready(change: Change, policy_id: UUID) -> tuple[RegisterRow, Policy]:
    row = keeping.locked(change, REGISTER, policy_id)
    if row.archived_at is not None:
        raise Refused("This is archived. Bring it back first.")
    policy: Policy = keeping.current(change, REGISTER, row)
    if faults := policies.not_to_be_accepted(policy):
        raise Refused(*faults)
    return row, policy


def _faults(change: Change, policy: Policy, people: Collection[UUID], on: date | None) -> list[str]:
    found = [] if people else ["Tick everybody who signed."]
    if on is None:
        found.append("Give the day on which they signed.")
    elif on > change.today:
        found.append("The day on which they signed is still to come.")
    elif policy.approved_on is not None and on < policy.approved_on:
        found.append("They signed before this version was agreed. Ask them to sign the new one.")
    return found


def _held(change: Change, row: RegisterRow, policy: Policy) -> TenantQuerySet[PolicyAcceptance]:
    return PolicyAcceptance.objects.of(change.organisation_id).filter(policy=row.pk, edition=policy.edition)


def _accept(change: Change, row: RegisterRow, policy: Policy, person_id: UUID, on: date, *, is_own: bool) -> None:
    change.create(
        PolicyAcceptance,
        policy_id=row.pk,
        person_id=person_id,
        edition=policy.edition,
        accepted_on=on,
        is_own=is_own,
        recorded_by=change.by.name,
    )
