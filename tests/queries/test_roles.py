"""What the questions about roles find, and that they ask the same number of times however many there are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guardbook.actions import people
from guardbook.actions.roles import appointing, keeping
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.queries.roles import appointments, candidates, states
from guardbook.records import scope
from guardbook.records.models import Person
from guardbook.rules.people import Kind
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.vacancy import Standing
from guardbook.rules.roles.vocabulary import Outcome, Post, Role
from tests.cast import Cast
from tests.factories import roles as factory
from tests.factories.roles import TODAY

MANAGER, CLERK = Post.REGISTERED_MANAGER, Post.FINANCE_CLERK


def test_a_member_without_the_permission_is_not_permitted(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        states.overview(cast.ben)


def test_a_stranger_finds_nothing_of_another_provider(cast: Cast) -> None:
    lead = factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER))

    assert states.overview(cast.carol).of(Role.DSP_LEAD).holder is None
    with pytest.raises(NotFound):
        appointments.detail(cast.carol, lead)


def test_candidates_are_asked_for_in_two_queries_however_many_there_are(cast: Cast) -> None:
    for number in range(8):
        factory.hire(cast.asha, f"Person {number}", MANAGER)

    with CaptureQueriesContext(connection) as asked:
        found = candidates.candidates(cast.asha, Role.DPO)

    assert (len(found), len(asked)) == (8, 2)


def test_the_fittest_candidate_comes_first_and_leavers_are_left_out(cast: Cast) -> None:
    factory.hire(cast.asha, "Mary Manager", MANAGER)
    factory.hire(cast.asha, "Cleo Clerk", CLERK, decides=False)
    gone = factory.hire(cast.asha, "Gone Person", CLERK)
    people.leave(cast.asha, person_id=gone, leaving=people.Leaving(left_on=date(2026, 11, 1)))

    found = candidates.candidates(cast.asha, Role.DPO)

    assert [(one.name, one.outcome) for one in found] == [
        ("Cleo Clerk", Outcome.OK),
        ("Mary Manager", Outcome.BLOCK),
    ]


def test_a_new_officer_must_still_be_published_and_told_of(cast: Cast) -> None:
    made = factory.officer(cast.asha, factory.hire(cast.asha, "Cleo Clerk", CLERK))

    before = {one.code for one in states.overview(cast.asha).of(Role.DPO).findings}
    keeping.say_details(cast.asha, appointment_id=made, details={"published_on": TODAY, "regulator_told_on": TODAY})
    after = {one.code for one in states.overview(cast.asha).of(Role.DPO).findings}

    assert before >= {"unpublished", "regulator_untold"}
    assert not after & {"unpublished", "regulator_untold"}


def test_a_reason_given_when_appointing_turns_the_warning_into_a_note(cast: Cast) -> None:
    quality = factory.hire(cast.asha, "Quinn Quality", Post.QUALITY_MANAGER)
    factory.officer(cast.asha, quality, reason="Audits go to somebody else")

    found = {one.code: one.outcome for one in states.overview(cast.asha).of(Role.DPO).findings}

    assert found["post_quality_manager"] is Outcome.OK_WITH_NOTE


def test_a_guardian_is_due_on_the_register_within_28_days(cast: Cast) -> None:
    director = factory.hire(cast.asha, "Dora Director", Post.DIRECTOR)
    appointing.appoint(
        cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=Candidate(person_id=director), terms=Terms(TODAY)
    )

    found = {one.code: one.due_on for one in states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN).findings}

    assert found["register"] == TODAY + timedelta(days=28)


def test_a_shared_guardian_needs_an_agreement_on_file(cast: Cast) -> None:
    firm = Candidate(firm="Three Homes", firm_person="Gwen Guardian", arrangement=Arrangement.SHARED)
    appointing.appoint(cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=firm, terms=Terms(TODAY))

    found = {one.code for one in states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN).findings}

    assert "agreement" in found


def test_a_risk_owner_below_the_board_is_a_warning(cast: Cast) -> None:
    leader = factory.hire(cast.asha, "Shay Shift", Post.SHIFT_LEADER)
    appointing.appoint(cast.asha, role=Role.SIRO, candidate=Candidate(person_id=leader), terms=Terms(TODAY))

    found = {one.code for one in states.overview(cast.asha).of(Role.SIRO).findings}

    assert {"level", "seniority"} <= found


def test_a_lead_who_is_also_the_manager_and_away_for_long_brings_the_cqc_date(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)
    factory.lead(cast.asha, mary)
    away = people.Details(
        name="Mary Lead", kind=Kind.EMPLOYEE, absent_from=date(2027, 2, 1), absent_until=date(2027, 3, 2)
    )
    people.amend(cast.asha, person_id=mary, details=away)

    state = states.overview(cast.asha).of(Role.DSP_LEAD)
    later = states.overview(replace(cast.asha, now=cast.asha.now + timedelta(days=80))).of(Role.DSP_LEAD)
    much_later = states.overview(replace(cast.asha, now=cast.asha.now + timedelta(days=120))).of(Role.DSP_LEAD)

    assert state.vacancy.cqc_notice_by == date(2027, 1, 4)
    assert later.vacancy.standing is Standing.VACANT
    assert much_later.vacancy.standing is Standing.HELD


def test_a_long_absence_reopens_the_role(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)
    factory.lead(cast.asha, mary, from_on=date(2026, 1, 1))
    away = people.Details(name="Mary Lead", kind=Kind.EMPLOYEE, absent_from=date(2026, 10, 1))
    people.amend(cast.asha, person_id=mary, details=away)

    review = states.overview(cast.asha).of(Role.DSP_LEAD).review

    assert review is not None
    assert [one.event for one in review.reopened] == ["long_absence"]


def test_the_decision_on_a_guardian_stands_in_for_appointing_one(cast: Cast) -> None:
    factory.say(cast.asha)
    vacant = states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN)

    keeping.decide_not(
        cast.asha, role=Role.CALDICOTT_GUARDIAN, reason="We ask the council's", review_on=TODAY + timedelta(days=100)
    )

    assert [one.code for one in vacant.findings] == ["vacant"]
    assert states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN).findings == ()


def test_who_holds_a_role_or_is_set_to_is_named(cast: Cast) -> None:
    assert appointments.held_by(cast.asha, Role.DSP_LEAD) is None
    factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), from_on=date(2027, 1, 1))

    held = appointments.held_by(cast.asha, Role.DSP_LEAD)

    assert held is not None
    assert held.name == "Mary Lead"


def test_only_its_own_person_finds_an_appointment_to_accept(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)
    lead = factory.lead(cast.asha, mary)
    with pytest.raises(NotFound):
        appointments.mine(cast.ben, lead)

    person = Person.objects.get(pk=mary)
    person.user_id = cast.ben.by.user_id
    with scope.writing("action"):
        person.save()

    assert appointments.mine(cast.ben, lead).name == "Mary Lead"


def test_the_firm_that_holds_two_roles_is_one_person(cast: Cast) -> None:
    firm = Candidate(firm="Sound Advice", firm_person="Fay Firm", arrangement=Arrangement.EXTERNAL)
    papers = Answers(factory.INDEPENDENT | {"firm": {"contract": True, "named_person": True}}, "Assessed on paper")
    for role in (Role.CALDICOTT_GUARDIAN, Role.DPO):
        appointing.appoint(cast.asha, role=role, candidate=firm, terms=Terms(TODAY), answers=papers)

    found = {one.code for one in states.overview(cast.asha).of(Role.DPO).findings}

    assert "caldicott_guardian+dpo" in found
