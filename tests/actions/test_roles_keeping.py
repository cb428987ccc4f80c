"""Keeping roles: accepting, adding what is missing, confirming, ending, deciding against."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from guardbook.actions import organisations
from guardbook.actions.roles import keeping, leaving, posts
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.roles import appointments, states
from guardbook.records import scope
from guardbook.records.models import Appointment, AuditEvent, HandoverStep, Person, RoleDecision
from guardbook.rules.organisations import ProviderKind, Question
from guardbook.rules.roles.vacancy import Standing
from guardbook.rules.roles.vocabulary import Need, Outcome, Post, Role
from tests.cast import Cast
from tests.factories import roles as factory
from tests.factories.roles import TODAY

MANAGER, CLERK = Post.REGISTERED_MANAGER, Post.FINANCE_CLERK
NEXT_YEAR = TODAY + timedelta(days=365)


@pytest.fixture
def lead(cast: Cast) -> UUID:
    return factory.lead(cast.asha, factory.hire(cast.asha, "Mary Lead", MANAGER), from_on=date(2026, 1, 1))


def later(context: Context, days: int) -> Context:
    """The same person, some days on."""
    return replace(context, now=context.now + timedelta(days=days))


def link(person_name: str, context: Context) -> None:
    """Say that somebody on the staff list is the one who signs in."""
    person = Person.objects.get(name=person_name)
    person.user_id = context.by.user_id
    with scope.writing("action"):
        person.save()


def test_the_person_accepts_their_own_role(cast: Cast, lead: UUID) -> None:
    link("Mary Lead", cast.ben)

    keeping.accept(cast.ben, appointment_id=lead)

    row = Appointment.objects.get(pk=lead)
    assert (row.accepted_on, row.accepted_by) == (TODAY, "Ben Staff")


def test_nobody_accepts_for_somebody_else(cast: Cast, lead: UUID) -> None:
    with pytest.raises(NotPermitted):
        keeping.accept(cast.ben, appointment_id=lead)


def test_acceptance_on_paper_is_noted_once(cast: Cast, lead: UUID) -> None:
    keeping.record_acceptance(cast.asha, appointment_id=lead, accepted_on=date(2026, 1, 2))

    with pytest.raises(Refused, match="accepted already"):
        keeping.record_acceptance(cast.asha, appointment_id=lead, accepted_on=date(2026, 1, 3))
    assert appointments.detail(cast.asha, lead).completeness.complete


def test_acceptance_is_not_in_the_future(cast: Cast, lead: UUID) -> None:
    with pytest.raises(Refused, match="in the future"):
        keeping.record_acceptance(cast.asha, appointment_id=lead, accepted_on=TODAY + timedelta(days=1))


def test_details_are_added_and_unknown_ones_refused(cast: Cast, lead: UUID) -> None:
    keeping.say_details(cast.asha, appointment_id=lead, details={"reports_to": "The owner"})

    with pytest.raises(Refused, match="no detail called person_id"):
        keeping.say_details(cast.asha, appointment_id=lead, details={"person_id": None})
    assert Appointment.objects.get(pk=lead).reports_to == "The owner"


def test_a_title_changed_later_meets_the_same_trap(cast: Cast, lead: UUID) -> None:
    with pytest.raises(Refused, match="real officer"):
        keeping.say_details(cast.asha, appointment_id=lead, details={"title": "D.P.O."})


def test_another_providers_appointment_is_not_found(cast: Cast, lead: UUID) -> None:
    with pytest.raises(NotFound):
        keeping.confirm(cast.carol, appointment_id=lead)
    with pytest.raises(NotFound):
        appointments.detail(cast.carol, lead)


def test_a_year_later_confirming_is_overdue_and_then_done(cast: Cast, lead: UUID) -> None:
    on_time, late = later(cast.asha, 365), later(cast.asha, 366)

    assert not _overdue(on_time)
    assert _overdue(late)
    keeping.confirm(late, appointment_id=lead)
    assert not _overdue(late)


def _overdue(context: Context) -> bool:
    review = states.overview(context).of(Role.DSP_LEAD).review
    return review is not None and review.overdue


def test_an_officer_promoted_to_head_of_it_is_a_block_and_cannot_be_confirmed(cast: Cast) -> None:
    clerk = factory.hire(cast.asha, "Cleo Clerk", CLERK)
    made = factory.officer(cast.asha, clerk)
    posts.say_posts(cast.asha, person_id=clerk, posts=[Post.HEAD_OF_IT], decides_data_use=False)

    state = states.overview(cast.asha).of(Role.DPO)

    assert state.findings[0].outcome is Outcome.BLOCK
    assert state.review is not None
    assert state.review.vacancy_in_waiting
    with pytest.raises(Refused, match="cannot hold this role"):
        keeping.confirm(cast.asha, appointment_id=made)


def test_saying_the_same_posts_again_changes_nothing_but_is_on_record(cast: Cast) -> None:
    clerk = factory.hire(cast.asha, "Cleo Clerk", CLERK)

    posts.say_posts(cast.asha, person_id=clerk, posts=[CLERK], decides_data_use=None)

    assert AuditEvent.objects.filter(event="roles.posts.said").count() == 2


def test_a_lead_who_leaves_opens_a_gap_and_seven_things_to_do(cast: Cast, lead: UUID) -> None:
    leaving.end(cast.asha, appointment_id=lead, until_on=date(2026, 11, 30), reason="Moves away")

    gap = states.overview(later(cast.asha, 9)).of(Role.DSP_LEAD)

    assert gap.vacancy.standing is Standing.VACANT
    assert (gap.findings[0].code, gap.findings[0].due_on) == ("vacant", date(2026, 12, 1))
    assert HandoverStep.objects.filter(appointment_id=lead).count() == 7


def test_ending_twice_moves_the_day_and_keeps_one_checklist(cast: Cast, lead: UUID) -> None:
    leaving.end(cast.asha, appointment_id=lead, until_on=date(2026, 11, 30))

    leaving.end(cast.asha, appointment_id=lead, until_on=date(2026, 12, 31))

    assert Appointment.objects.get(pk=lead).until_on == date(2026, 12, 31)
    assert HandoverStep.objects.count() == 7


def test_an_end_before_the_start_is_refused(cast: Cast, lead: UUID) -> None:
    with pytest.raises(Refused, match="before the first day"):
        leaving.end(cast.asha, appointment_id=lead, until_on=date(2025, 12, 31))


def test_what_has_ended_is_neither_ended_nor_confirmed_again(cast: Cast, lead: UUID) -> None:
    leaving.end(cast.asha, appointment_id=lead, until_on=date(2026, 11, 20))

    with pytest.raises(Refused, match="ended already"):
        leaving.end(cast.asha, appointment_id=lead, until_on=TODAY)
    with pytest.raises(Refused, match="has ended"):
        keeping.confirm(cast.asha, appointment_id=lead)


def test_a_step_of_the_handover_is_ticked_once(cast: Cast, lead: UUID) -> None:
    leaving.end(cast.asha, appointment_id=lead, until_on=TODAY)
    step = HandoverStep.objects.get(code="breach_plan")

    leaving.tick_handover(cast.asha, step_id=step.pk, note="Ben is in the plan")

    with pytest.raises(Refused, match="done already"):
        leaving.tick_handover(cast.asha, step_id=step.pk)
    step.refresh_from_db()
    assert (step.done_on, step.done_by, step.note) == (TODAY, "Asha Owner", "Ben is in the plan")


def test_a_deputy_leaves_no_checklist(cast: Cast, lead: UUID) -> None:
    deputy = factory.lead(cast.asha, factory.hire(cast.asha, "Dan Deputy", MANAGER), is_deputy=True)

    leaving.end(cast.asha, appointment_id=deputy, until_on=TODAY)

    assert not HandoverStep.objects.exists()


def test_a_small_home_records_why_it_has_no_officer(cast: Cast) -> None:
    factory.say(cast.asha)
    assert states.overview(cast.asha).of(Role.DPO).to_decide

    keeping.decide_not(cast.asha, role=Role.DPO, reason="We are one small home", review_on=NEXT_YEAR)

    state = states.overview(cast.asha).of(Role.DPO)
    assert state.decision is not None
    assert not state.to_decide


def test_a_newer_decision_and_an_appointment_each_close_the_one_before(cast: Cast) -> None:
    factory.say(cast.asha)
    for reason in ("We are small", "We are still small"):
        keeping.decide_not(cast.asha, role=Role.DPO, reason=reason, review_on=NEXT_YEAR)

    factory.officer(cast.asha, factory.hire(cast.asha, "Cleo Clerk", CLERK))

    assert RoleDecision.objects.filter(ended_on=TODAY).count() == 2


@pytest.mark.parametrize(
    ("role", "reason", "review_on", "words"),
    [
        (Role.DPO, " ", NEXT_YEAR, "Write the reason"),
        (Role.DPO, "Small", TODAY, "in the future"),
        (Role.DPO, "Small", NEXT_YEAR + timedelta(days=1), "within 12 months"),
        (Role.DSP_LEAD, "Small", NEXT_YEAR, "The toolkit needs this"),
    ],
    ids=["no reason", "not in the future", "too far", "no choice"],
)
def test_a_decision_that_cannot_stand_is_refused(
    cast: Cast, role: Role, reason: str, review_on: date, words: str
) -> None:
    factory.say(cast.asha)

    with pytest.raises(Refused, match=words):
        keeping.decide_not(cast.asha, role=role, reason=reason, review_on=review_on)


def test_the_law_leaves_a_council_provider_no_choice(cast: Cast) -> None:
    organisations.answer_question(cast.asha, question=Question.OWNED_BY, answer="COUNCIL")

    with pytest.raises(Refused, match="The law requires this"):
        keeping.decide_not(cast.asha, role=Role.DPO, reason="Small", review_on=NEXT_YEAR)


def test_nobody_decides_against_a_role_that_is_held(cast: Cast) -> None:
    factory.say(cast.asha)
    factory.officer(cast.asha, factory.hire(cast.asha, "Cleo Clerk", CLERK))

    with pytest.raises(Refused, match="Somebody holds this role"):
        keeping.decide_not(cast.asha, role=Role.DPO, reason="Small", review_on=NEXT_YEAR)


def test_a_third_home_and_an_hr_manager_reopen_the_decision_about_the_officer(cast: Cast) -> None:
    factory.say(cast.asha)
    keeping.decide_not(cast.asha, role=Role.DPO, reason="We are one small home", review_on=NEXT_YEAR)

    factory.say(cast.asha, sites=3, dedicated=["HR"])

    review = states.overview(cast.asha).of(Role.DPO).review
    assert review is not None
    assert {one.event for one in review.reopened} >= {"kind_changed", "new_site", "need_changed"}
    assert review.need_after is Need.OPTIONAL


def test_the_first_council_contract_makes_a_guardian_expected(cast: Cast) -> None:
    factory.say(cast.asha, funding=["SELF_FUNDED"])
    keeping.decide_not(cast.asha, role=Role.CALDICOTT_GUARDIAN, reason="All pay", review_on=NEXT_YEAR)

    factory.say(cast.asha)

    state = states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN)
    assert state.review is not None
    assert state.requirement.need is Need.REQUIRED
    assert state.review.reopened[0].due_on == TODAY + timedelta(days=30)


def test_another_view_of_the_kind_needs_a_reason_and_can_be_taken_back(cast: Cast) -> None:
    factory.say(cast.asha)

    with pytest.raises(Refused, match="Write why"):
        organisations.override_kind(cast.asha, kind=ProviderKind.LARGE_GROUP)
    with pytest.raises(Refused, match="Choose a kind"):
        organisations.override_kind(cast.asha, kind=ProviderKind.UNKNOWN, reason="Who knows")
    organisations.override_kind(cast.asha, kind=ProviderKind.LARGE_GROUP, reason="A franchise of forty")
    assert states.overview(cast.asha).of(Role.DPO).requirement.need is Need.LIKELY_REQUIRED
    organisations.override_kind(cast.asha, kind=None)
    assert states.overview(cast.asha).of(Role.DPO).requirement.need is Need.NOT_NEEDED


def test_a_reader_cannot_decide_or_overrule(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        keeping.decide_not(cast.rhea, role=Role.DPO, reason="Small", review_on=NEXT_YEAR)
    with pytest.raises(NotPermitted):
        organisations.override_kind(cast.rhea, kind=None)


def test_an_answer_of_not_sure_is_an_answer_until_a_better_one_comes(cast: Cast) -> None:
    organisations.answer_question(cast.asha, question=Question.FUNDING, answer=None)
    unsure = states.overview(cast.asha)

    organisations.answer_question(cast.asha, question=Question.FUNDING, answer=["SELF_FUNDED"])

    assert Question.FUNDING in unsure.said.answered
    assert unsure.of(Role.CALDICOTT_GUARDIAN).requirement.need is Need.UNKNOWN
    assert states.overview(cast.asha).of(Role.CALDICOTT_GUARDIAN).requirement.missing_facts == ("owned_by",)
