"""Policies accepted by people, version by version: by themselves, or on a sheet that a colleague records."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from guardbook.actions import people
from guardbook.actions.registers import acceptances, entries
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import acceptances as questions
from guardbook.queries.registers import entries as registers
from guardbook.records.models import Person, PolicyAcceptance
from guardbook.rules.people import Kind
from guardbook.rules.registers.policies import REGISTER, Policy
from guardbook.rules.registers.policy_words import Audience, DocumentKind, Topic
from tests.cast import Cast

TODAY = date(2026, 11, 22)
POLICY = Policy(
    name="Breach steps",
    kind=DocumentKind.PROCEDURE,
    covers=(Topic.BREACHES,),
    version="3",
    approved_by="Manager",
    approved_on=date(2026, 3, 4),
)


def hired(cast: Cast, name: str, started_on: date | None = None) -> UUID:
    return people.add(cast.asha, details=people.Details(name=name, kind=Kind.EMPLOYEE, started_on=started_on))


@pytest.fixture
def policy(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=REGISTER, entry=POLICY)


def names(found: tuple[questions.Reader, ...]) -> list[str]:
    return [each.name for each in found]


def figure(context: Context, policy: UUID) -> tuple[int, int]:
    return questions.figure(context, registers.one(context, REGISTER, policy).found)


def test_a_signed_sheet_is_recorded_for_many_people_at_once(cast: Cast, policy: UUID) -> None:
    ada, bo, _ = hired(cast, "Ada"), hired(cast, "Bo"), hired(cast, "Cy")

    new = acceptances.record_sheet(cast.mina, policy_id=policy, people=[ada, bo, ada], on=TODAY)
    again = acceptances.record_sheet(cast.mina, policy_id=policy, people=[ada], on=TODAY)

    standing = questions.standing(cast.asha, policy)
    assert (new, again) == (2, 0)
    assert (standing.accepted, standing.total) == (2, 3)
    assert (names(standing.done), names(standing.open)) == (["Ada", "Bo"], ["Cy"])
    assert standing.done[0].recorded_by == "Mina Manager"
    assert names(questions.standing(cast.asha, policy, "b").done) == ["Bo"]


def test_a_new_version_starts_again_from_nobody(cast: Cast, policy: UUID) -> None:
    ada = hired(cast, "Ada")
    acceptances.record_sheet(cast.asha, policy_id=policy, people=[ada], on=TODAY)
    typo = replace(POLICY, name="Breach steps for all")
    entries.amend(cast.asha, register=REGISTER, entry_id=policy, entry=typo, seen_version=1)
    assert figure(cast.asha, policy) == (1, 1)

    newer = replace(POLICY, version="4", approved_on=date(2026, 11, 1))
    entries.amend(cast.asha, register=REGISTER, entry_id=policy, entry=newer, seen_version=2)

    assert figure(cast.asha, policy) == (0, 1)
    assert PolicyAcceptance.objects.count() == 1


def test_only_those_who_work_here_count(cast: Cast, policy: UUID) -> None:
    ada = hired(cast, "Ada")
    hired(cast, "To Come", started_on=date(2027, 1, 1))
    acceptances.record_sheet(cast.asha, policy_id=policy, people=[ada], on=TODAY)

    people.leave(cast.asha, person_id=ada, leaving=people.Leaving(date(2026, 11, 21)))

    assert figure(cast.asha, policy) == (0, 0)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (None, "Give the day"),
        (date(2026, 11, 23), "still to come"),
        (date(2026, 3, 3), "before this version was agreed"),
    ],
    ids=["no day", "tomorrow", "before it was agreed"],
)
def test_a_sheet_without_a_believable_day_is_refused(cast: Cast, policy: UUID, on: date | None, says: str) -> None:
    with pytest.raises(Refused, match=says):
        acceptances.record_sheet(cast.asha, policy_id=policy, people=[hired(cast, "Ada")], on=on)


def test_a_sheet_of_nobody_or_of_a_stranger_is_refused(cast: Cast, policy: UUID) -> None:
    with pytest.raises(Refused, match="Tick everybody"):
        acceptances.record_sheet(cast.asha, policy_id=policy, people=[], on=TODAY)
    with pytest.raises(NotFound):
        acceptances.record_sheet(cast.asha, policy_id=policy, people=[uuid4()], on=TODAY)


def test_what_is_not_agreed_archived_or_not_for_staff_cannot_be_accepted(cast: Cast, policy: UUID) -> None:
    draft = entries.add(cast.asha, register=REGISTER, entry=replace(POLICY, approved_on=None))
    notice = replace(POLICY, kind=DocumentKind.NOTICE, audience=(Audience.FAMILIES,))
    for_families = entries.add(cast.asha, register=REGISTER, entry=notice)
    entries.archive(cast.asha, register=REGISTER, entry_id=policy, reason="Old")

    for key, says in ((draft, "agreed this version"), (for_families, "not written for staff"), (policy, "archived")):
        with pytest.raises(Refused, match=says):
            acceptances.record_sheet(cast.asha, policy_id=key, people=[hired(cast, "Ada")], on=TODAY)


def test_somebody_ticked_by_mistake_is_taken_off_but_not_who_said_so_themselves(cast: Cast, policy: UUID) -> None:
    ada, ben = hired(cast, "Ada"), hired(cast, "Ben Staff")
    acceptances.record_sheet(cast.asha, policy_id=policy, people=[ada], on=TODAY)
    acceptances.claim_name(cast.ben, person_id=ben)
    acceptances.say_read(cast.ben, policy_id=policy)

    assert acceptances.take_off(cast.asha, policy_id=policy, people=[ada, ben]) == 1

    assert names(questions.standing(cast.asha, policy).done) == ["Ben Staff"]


def test_somebody_says_that_they_have_read_it_once(cast: Cast, policy: UUID) -> None:
    acceptances.claim_name(cast.ben, person_id=hired(cast, "ben staff"))
    (before,) = questions.mine(cast.ben).documents

    acceptances.say_read(cast.ben, policy_id=policy)
    acceptances.say_read(cast.ben, policy_id=policy)

    (after,) = questions.mine(cast.ben).documents
    assert (before.accepted_on, after.accepted_on) == (None, TODAY)
    assert questions.standing(cast.asha, policy).done[0].is_own


def test_whoever_is_not_on_the_staff_list_is_asked_who_they_are(cast: Cast, policy: UUID) -> None:
    assert questions.mine(cast.ben).perhaps is None
    with pytest.raises(Refused, match="who you are"):
        acceptances.say_read(cast.ben, policy_id=policy)

    ben = hired(cast, "Ben Staff")
    found = questions.mine(cast.ben).perhaps
    assert found is not None
    assert found.id == ben

    hired(cast, "Ben Staff")
    assert questions.mine(cast.ben).perhaps is None


def test_nobody_says_that_they_are_somebody_else(cast: Cast) -> None:
    ada, ben = hired(cast, "Ada"), hired(cast, "Ben Staff")

    with pytest.raises(NotFound):
        acceptances.claim_name(cast.ben, person_id=ada)
    acceptances.claim_name(cast.ben, person_id=ben)
    hired(cast, "Ben Staff")
    with pytest.raises(Refused, match="already"):
        acceptances.claim_name(cast.ben, person_id=Person.objects.get(name="Ben Staff", user=None).pk)


def test_a_reader_records_nothing_and_a_stranger_finds_nothing(cast: Cast, policy: UUID) -> None:
    ada = hired(cast, "Ada")

    with pytest.raises(NotPermitted):
        acceptances.record_sheet(cast.rhea, policy_id=policy, people=[ada], on=TODAY)
    with pytest.raises(NotPermitted):
        questions.standing(cast.ben, policy)
    with pytest.raises(NotFound):
        acceptances.record_sheet(cast.carol, policy_id=policy, people=[ada], on=TODAY)
    with pytest.raises(NotFound):
        acceptances.say_read(cast.stranger(to=cast.asha), policy_id=policy)
    with pytest.raises(NotFound):
        questions.standing(cast.carol, policy)
