"""Appointing: what a conflict, a title, a date or another holder refuses, and what is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from guardbook.actions import people
from guardbook.actions.roles import appointing
from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.roles import states
from guardbook.records import scope
from guardbook.records.models import Appointment, AuditEvent, HandoverStep
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.vocabulary import EvidenceKind, LeadPart, Outcome, Post, Role
from tests.cast import Cast
from tests.factories import roles as factory
from tests.factories.roles import TODAY

MANAGER, CLERK, CARER = Post.REGISTERED_MANAGER, Post.FINANCE_CLERK, Post.SENIOR_CARER


def test_a_lead_is_appointed_with_a_letter_and_the_event_names_the_role(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    made = factory.lead(cast.asha, mary)

    row = Appointment.objects.get(pk=made)
    event = AuditEvent.objects.get(event="roles.officer.appointed")
    assert (row.person_id, row.posts, row.until_on) == (mary, ["REGISTERED_MANAGER"], None)
    assert event.detail.body["role"] == "dsp_lead"


def test_a_stranger_cannot_appoint(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    with pytest.raises(NotFound):
        factory.lead(cast.stranger(cast.asha), mary)


def test_a_reader_cannot_appoint(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    with pytest.raises(NotPermitted):
        factory.lead(cast.rhea, mary)


def test_somebody_elses_staff_are_not_found(cast: Cast) -> None:
    theirs = factory.hire(cast.carol, "Their Person", MANAGER)

    with pytest.raises(NotFound):
        factory.lead(cast.asha, theirs)


def test_a_registered_manager_cannot_be_the_officer(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Manager", MANAGER)

    with pytest.raises(Refused, match="cannot hold this role"):
        factory.officer(cast.asha, mary)

    assert not Appointment.objects.exists()


def test_what_the_staff_list_says_somebody_decides_outweighs_the_answer(cast: Cast) -> None:
    clerk = factory.hire(cast.asha, "Cleo Clerk", CLERK, decides=True)

    with pytest.raises(Refused, match="check themselves"):
        factory.officer(cast.asha, clerk)


def test_an_independent_clerk_may_be_the_officer_and_the_answers_are_kept(cast: Cast) -> None:
    clerk = factory.hire(cast.asha, "Cleo Clerk", CLERK)

    made = factory.officer(cast.asha, clerk)

    row = Appointment.objects.get(pk=made)
    assert row.conflict_result == Outcome.OK
    assert row.conflict_answers == factory.INDEPENDENT
    assert row.expertise == "A certificate"


def test_a_warning_asks_for_a_reason_and_takes_it(cast: Cast) -> None:
    quality = factory.hire(cast.asha, "Quinn Quality", Post.QUALITY_MANAGER)

    with pytest.raises(Refused, match="Write why"):
        factory.officer(cast.asha, quality)
    made = factory.officer(cast.asha, quality, reason="Nobody else knows the law; audits go to Ben")

    assert Appointment.objects.get(pk=made).conflict_result == Outcome.OK_WITH_NOTE


def test_guardian_and_risk_owner_in_one_person_must_be_explained(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Director", Post.DIRECTOR)
    who, terms = Candidate(person_id=mary), Terms(TODAY)
    appointing.appoint(cast.asha, role=Role.SIRO, candidate=who, terms=terms)

    with pytest.raises(Refused, match="advises against"):
        appointing.appoint(cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=who, terms=terms)
    appointing.appoint(
        cast.asha, role=Role.CALDICOTT_GUARDIAN, candidate=who, terms=terms, answers=Answers(reason="We are two people")
    )

    assert Appointment.objects.count() == 2


def test_the_risk_owner_can_never_be_the_officer(cast: Cast) -> None:
    firm = Candidate(firm="Sound Advice", firm_person="Fay Firm", arrangement=Arrangement.EXTERNAL)
    papers = factory.INDEPENDENT | {"firm": {"contract": True, "named_person": True}}
    appointing.appoint(cast.asha, role=Role.SIRO, candidate=firm, terms=Terms(TODAY))

    with pytest.raises(Refused, match="accepts a risk"):
        appointing.appoint(
            cast.asha, role=Role.DPO, candidate=firm, terms=Terms(TODAY), answers=Answers(papers, "We trust her")
        )


def test_a_firm_without_a_contract_is_kept_as_something_to_put_right(cast: Cast) -> None:
    firm = Candidate(firm="Sound Advice", firm_person="Fay Firm", arrangement=Arrangement.EXTERNAL)
    papers = factory.INDEPENDENT | {"firm": {"contract": False, "named_person": True}}

    made = appointing.appoint(cast.asha, role=Role.DPO, candidate=firm, terms=Terms(TODAY), answers=Answers(papers))

    assert Appointment.objects.get(pk=made).conflict_result == Outcome.FAIL


@pytest.mark.parametrize(
    "candidate",
    [Candidate(), Candidate(person_id=None, firm=" ")],
    ids=["nobody", "a firm without a name"],
)
def test_somebody_must_be_chosen(cast: Cast, candidate: Candidate) -> None:
    with pytest.raises(Refused, match="Choose a person"):
        appointing.appoint(cast.asha, role=Role.SIRO, candidate=candidate, terms=Terms(TODAY))


def test_a_person_and_a_firm_together_are_refused(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    with pytest.raises(Refused, match="not both"):
        appointing.appoint(
            cast.asha, role=Role.SIRO, candidate=Candidate(person_id=mary, firm="Firm"), terms=Terms(TODAY)
        )


def test_a_title_that_is_the_trap_is_refused(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    with pytest.raises(Refused, match="Data Security and Protection Lead"):
        factory.lead(cast.asha, mary, title="Registered Manager & DPO")


def test_a_last_day_before_the_first_is_refused(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)

    with pytest.raises(Refused, match="before the first day"):
        factory.lead(cast.asha, mary, until_on=TODAY - timedelta(days=1))


def test_somebody_who_has_left_is_refused(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)
    people.leave(cast.asha, person_id=mary, leaving=people.Leaving(left_on=date(2026, 11, 20)))

    with pytest.raises(Refused, match="will have left"):
        factory.lead(cast.asha, mary)


def test_a_second_accountable_lead_is_refused_unless_they_take_over(cast: Cast) -> None:
    first = factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), from_on=date(2026, 1, 1))
    ben = factory.hire(cast.asha, "Ben Next", MANAGER)

    with pytest.raises(Refused, match="Mary Lead holds this role"):
        factory.lead(cast.asha, ben)
    factory.lead(cast.asha, ben, replaces=True)

    assert Appointment.objects.get(pk=first).until_on == date(2026, 11, 21)
    assert HandoverStep.objects.filter(appointment_id=first).count() == 7
    assert states.overview(cast.asha).of(Role.DSP_LEAD).holder is not None


def test_nobody_takes_over_on_the_day_the_holder_starts(cast: Cast) -> None:
    factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER))
    ben = factory.hire(cast.asha, "Ben Next", MANAGER)

    with pytest.raises(Refused, match="Choose a later first day"):
        factory.lead(cast.asha, ben, replaces=True)


def test_deputies_and_sharers_stand_beside_the_one_accountable(cast: Cast) -> None:
    factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER))
    factory.lead(cast.asha, factory.hire(cast.asha, "Dan Deputy", Post.DEPUTY_MANAGER), is_deputy=True)
    factory.lead(
        cast.asha,
        factory.hire(cast.asha, "Sue Sharer", CARER),
        is_accountable=False,
        parts=(LeadPart.REPORTING,),
    )

    state = states.overview(cast.asha).of(Role.DSP_LEAD)

    assert [one.name for one in (*state.deputies, *state.sharers)] == ["Dan Deputy", "Sue Sharer"]
    assert state.completeness is not None
    assert "Sue Sharer: report what they see" in state.completeness.answer_text


def test_only_the_lead_is_shared_in_parts(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Director", Post.DIRECTOR)
    terms = Terms(TODAY, is_accountable=False, parts=(LeadPart.REPORTING,))

    with pytest.raises(Refused, match="Only the lead"):
        appointing.appoint(cast.asha, role=Role.SIRO, candidate=Candidate(person_id=mary), terms=terms)


def test_somebody_who_carries_parts_carries_at_least_one(cast: Cast) -> None:
    mary = factory.hire(cast.asha, "Mary Director", Post.DIRECTOR)

    with pytest.raises(Refused, match="at least one part"):
        factory.lead(cast.asha, mary, is_accountable=False)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"conflict_result": "BLOCK"}, "appointment_never_blocked"),
        ({"until_on": date(2020, 1, 1)}, "appointment_ends_after_start"),
        ({"firm": "A firm"}, "appointment_person_or_firm"),
        ({}, "appointment_one_accountable|organisation_id, records_appointment.role"),
    ],
    ids=["blocked", "ends before it starts", "person and firm", "two at once"],
)
def test_the_database_itself_refuses_what_cannot_be(cast: Cast, values: dict[str, object], constraint: str) -> None:
    mary = factory.hire(cast.asha, "Mary Lead", MANAGER)
    factory.lead(cast.asha, mary)
    columns = {"role": "dsp_lead", "person_id": mary, "from_on": TODAY, "confirmed_on": TODAY, "next_review_on": TODAY}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), scope.writing("action"):
        Appointment.objects.create(organisation_id=cast.asha.organisation_id, **columns | values)


def test_evidence_is_kept_by_its_kind(cast: Cast) -> None:
    made = factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), evidence_kind=EvidenceKind.MINUTES)

    assert Appointment.objects.get(pk=made).evidence_kind == "MINUTES"


def test_a_future_appointment_is_shown_as_starting_later(cast: Cast) -> None:
    factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), from_on=date(2027, 1, 4))

    state = states.overview(cast.asha).of(Role.DSP_LEAD)

    assert (state.holder, [one.name for one in state.coming]) == (None, ["Mary Lead"])


def test_a_context_of_a_later_day_sees_the_holder(cast: Cast) -> None:
    factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), from_on=date(2026, 12, 1))
    later = replace(cast.asha, now=cast.asha.now + timedelta(days=10))

    assert states.overview(later).of(Role.DSP_LEAD).holder is not None
