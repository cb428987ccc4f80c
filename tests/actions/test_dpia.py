"""From a word about a change to its use: every step of an assessment, and what each refuses."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from guardbook.actions.dpia import deciding, telling, writing
from guardbook.actions.registers import entries
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.reading import Impact
from guardbook.records import scope
from guardbook.records.models import ImpactStep, Person
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.states import State
from guardbook.rules.registers import suppliers, systems
from guardbook.rules.registers.suppliers.entry import Place
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast, user_id
from tests.factories import dpia as factory
from tests.factories import roles
from tests.web.test_registers import example


def state(ctx: Context, key: UUID) -> State:
    return assessments.one(ctx, key).standing.state


def impact(ctx: Context, key: UUID) -> Impact:
    return assessments.one(ctx, key).impact


def clerk(cast: Cast) -> UUID:
    return roles.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK)


def signs_in_as(person: UUID, who: Context) -> None:
    with scope.writing("action"):
        Person.objects.filter(pk=person).update(user_id=user_id(who))


def test_anybody_who_works_here_may_tell_and_only_some_may_look(cast: Cast) -> None:
    key = factory.told(cast.ben)

    assert impact(cast.rhea, key).told_by == "Ben Staff"
    assert state(cast.asha, key) is State.TOLD
    with pytest.raises(NotPermitted):
        assessments.one(cast.ben, key)
    with pytest.raises(NotFound):
        assessments.one(cast.carol, key)
    with pytest.raises(NotPermitted):
        telling.begin(cast.rhea, assessment_id=key)


def test_a_change_must_be_named(cast: Cast) -> None:
    with pytest.raises(Refused, match="what will change"):
        telling.tell(cast.ben, name=" ", kind=None, told="")


def test_three_screens_make_a_screening(cast: Cast) -> None:
    key = factory.told(cast.asha)

    first = telling.screen(cast.asha, assessment_id=key, group=Group.WHO, criteria=[Criterion.VULNERABLE])
    with pytest.raises(Refused, match="Answer the screening questions first"):
        telling.begin(cast.asha, assessment_id=key)
    telling.screen(cast.asha, assessment_id=key, group=Group.HOW, criteria=[Criterion.TRACKING])
    last = telling.screen(cast.asha, assessment_id=key, group=Group.EFFECT, criteria=[])

    assert (first, last) == (False, True)
    assert state(cast.asha, key) is State.SCREENED
    assert impact(cast.asha, key).criteria == {Criterion.VULNERABLE, Criterion.TRACKING}


def test_nothing_high_is_recorded_as_not_needed_without_a_reason(cast: Cast) -> None:
    key = factory.screened(cast.asha)

    telling.record_not_needed(cast.asha, assessment_id=key, reason="")

    assert state(cast.asha, key) is State.NOT_NEEDED


def test_two_signs_of_risk_end_only_with_a_written_reason(cast: Cast) -> None:
    key = factory.screened(cast.asha, Criterion.SENSITIVE, Criterion.VULNERABLE)

    with pytest.raises(Refused, match="Write down why"):
        telling.record_not_needed(cast.asha, assessment_id=key, reason=" ")
    telling.record_not_needed(cast.asha, assessment_id=key, reason="The same system, only a new name.")

    assert state(cast.asha, key) is State.NOT_NEEDED
    assert impact(cast.asha, key).steps[-1].note == "The same system, only a new name."


def test_what_the_law_demands_cannot_end_at_the_screening(cast: Cast) -> None:
    key = factory.screened(cast.asha, Criterion.TRACKING, Criterion.VULNERABLE)

    with pytest.raises(Refused, match="cannot end here"):
        telling.record_not_needed(cast.asha, assessment_id=key, reason="We are in a hurry.")


def test_a_draft_begins_with_what_was_told(cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    assert impact(cast.asha, key).answers["what"] == "Staff will swap shifts on their phones."
    assert state(cast.asha, key) is State.DRAFT
    with pytest.raises(Refused, match="not a next step"):
        telling.screen(cast.asha, assessment_id=key, group=Group.WHO, criteria=[])


def test_two_people_on_one_screen_do_not_overwrite_each_other(cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    with pytest.raises(Conflict):
        writing.answer(cast.mina, assessment_id=key, screen=Screen.WHAT, answers={"who": "Us"}, seen_mark="old")


def test_a_draft_is_not_whole_until_all_is_answered_and_weighed(cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    with pytest.raises(Refused) as refused:
        deciding.consult(cast.asha, assessment_id=key, consulted="", not_consulted_because="")

    assert "Write down at least one risk to people." in refused.value.reasons
    assert "Say whom you asked, or why you asked nobody." in refused.value.reasons
    assert any("Who does what?" in each for each in refused.value.reasons)


def test_a_risk_that_is_not_weighed_holds_it_up(cast: Cast) -> None:
    key = factory.written(cast.asha, replace(factory.SMALL, severity_after=None))

    with pytest.raises(Refused, match="before and after your measures"):
        deciding.consult(cast.asha, assessment_id=key, consulted="Staff", not_consulted_because="")


def test_risks_are_changed_and_taken_out_while_it_is_written(cast: Cast) -> None:
    key = factory.drafted(cast.asha)
    risk = writing.keep_risk(cast.asha, assessment_id=key, said=factory.SMALL)

    with pytest.raises(Conflict):
        writing.keep_risk(cast.asha, assessment_id=key, said=factory.GRAVE, risk_id=risk, seen_mark="old")
    with pytest.raises(NotFound):
        writing.keep_risk(cast.asha, assessment_id=key, said=factory.GRAVE, risk_id=uuid4())
    with pytest.raises(Refused, match="what may go wrong"):
        writing.keep_risk(cast.asha, assessment_id=key, said=replace(factory.SMALL, what=""))
    writing.remove_risk(cast.asha, assessment_id=key, risk_id=risk)
    with pytest.raises(NotFound):
        writing.remove_risk(cast.asha, assessment_id=key, risk_id=risk)

    assert impact(cast.asha, key).risks == ()


def test_a_measure_needs_a_name_a_person_and_a_day(cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    with pytest.raises(Refused) as refused:
        writing.keep_measure(cast.asha, assessment_id=key, said=writing.Measure(""))
    whole = writing.Measure("Lock it", owner="Ben", due_on=date(2026, 12, 1))
    with pytest.raises(NotFound):
        writing.keep_measure(cast.asha, assessment_id=key, said=replace(whole, risks=(uuid4(),)))
    with pytest.raises(NotFound):
        writing.keep_measure(cast.asha, assessment_id=key, said=whole, measure_id=uuid4())
    made = writing.keep_measure(cast.asha, assessment_id=key, said=whole)
    writing.keep_measure(cast.asha, assessment_id=key, said=replace(whole, owner="Cole"), measure_id=made)

    assert len(refused.value.reasons) == 3
    assert [each.owner for each in impact(cast.asha, key).measures] == ["Cole"]


def test_nothing_is_written_once_it_is_closed(cast: Cast) -> None:
    key = factory.heard(cast.asha)

    with pytest.raises(Refused, match="not open for changes"):
        writing.keep_risk(cast.asha, assessment_id=key, said=factory.SMALL)


def test_without_an_officer_it_is_signed_off_and_goes_live_once_measures_are_in_place(cast: Cast) -> None:
    key = factory.decided(cast.asha)
    [measure] = impact(cast.asha, key).measures

    with pytest.raises(Refused, match="must be in place before you start: Hide reasons"):
        deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 22))
    writing.finish_measure(cast.asha, assessment_id=key, measure_id=measure.id)
    with pytest.raises(Refused, match="not open any more"):
        writing.finish_measure(cast.asha, assessment_id=key, measure_id=measure.id)
    with pytest.raises(Refused, match="on the day it begins"):
        deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 23))
    deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 22))

    found = impact(cast.asha, key)
    assert state(cast.asha, key) is State.LIVE
    assert (found.decided_by, found.residual) == ("Asha Owner", Level.LOW)


@pytest.mark.parametrize("day", [None, date(2026, 11, 22), date(2027, 11, 23)])
def test_it_is_looked_at_again_within_a_year(cast: Cast, day: date | None) -> None:
    key = factory.heard(cast.asha)

    with pytest.raises(Refused, match="by 22 November 2027 at the latest"):
        deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=day)


def test_an_officer_is_asked_first_and_answered(cast: Cast) -> None:
    roles.officer(cast.asha, clerk(cast))
    key = factory.heard(cast.asha)

    with pytest.raises(Refused, match="Ask for their advice first"):
        deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)
    with pytest.raises(Refused, match="Write down the advice"):
        deciding.advise(cast.dee, assessment_id=key, advice=" ")
    deciding.advise(cast.dee, assessment_id=key, advice="Wait for the new contract.")
    with pytest.raises(Refused, match="Say whether you follow"):
        deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)
    with pytest.raises(Refused, match="Write down why not"):
        deciding.decide(cast.asha, assessment_id=key, followed=False, answer=" ", review_on=factory.NEXT_YEAR)
    deciding.decide(cast.asha, assessment_id=key, followed=False, answer="It is signed.", review_on=factory.NEXT_YEAR)

    found = impact(cast.asha, key)
    assert (found.adviser, found.advice_answer) == ("Cleo Clerk", "It is signed.")
    assert state(cast.asha, key) is State.DECIDED


def test_an_officer_advises_and_never_decides(cast: Cast) -> None:
    key = factory.heard(cast.asha)

    with pytest.raises(NotPermitted):
        deciding.decide(cast.dee, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)


def test_an_owner_who_is_the_officer_does_not_decide_either(cast: Cast) -> None:
    person = clerk(cast)
    roles.officer(cast.asha, person)
    key = factory.heard(cast.asha)
    deciding.advise(cast.dee, assessment_id=key, advice="Go on.")
    signs_in_as(person, cast.mina)

    with pytest.raises(Refused, match="Somebody else must sign this off"):
        deciding.decide(cast.mina, assessment_id=key, followed=True, answer="", review_on=factory.NEXT_YEAR)


def test_whoever_chose_the_system_cannot_be_the_officer_who_advises(cast: Cast) -> None:
    person = clerk(cast)
    roles.officer(cast.asha, person)
    key = factory.written(cast.asha)
    writing.say_who_chose(cast.asha, assessment_id=key, person_id=person)
    deciding.consult(cast.asha, assessment_id=key, consulted="Staff", not_consulted_because="")

    with pytest.raises(Refused, match="cannot check their own decision"):
        deciding.advise(cast.dee, assessment_id=key, advice="All is well.")


def test_whoever_drew_it_up_cannot_be_the_officer_who_advises(cast: Cast) -> None:
    person = clerk(cast)
    roles.officer(cast.asha, person)
    key = factory.heard(cast.asha)
    signs_in_as(person, cast.asha)

    with pytest.raises(Refused, match="cannot check their own decision"):
        deciding.advise(cast.dee, assessment_id=key, advice="All is well.")


def test_a_high_risk_stops_it_until_the_regulator_has_answered(cast: Cast) -> None:
    key = factory.heard(cast.asha, factory.GRAVE)

    reached = deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=None)
    with pytest.raises(Refused, match="Do not start"):
        deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 22))
    with pytest.raises(Refused, match="on which day you asked"):
        deciding.regulator_agreed(cast.asha, assessment_id=key, answer="Yes", review_on=factory.NEXT_YEAR)
    with pytest.raises(Refused, match="in the future"):
        deciding.ask_regulator(cast.asha, assessment_id=key, asked_on=date(2026, 11, 23))
    deciding.ask_regulator(cast.asha, assessment_id=key, asked_on=date(2026, 11, 20))
    with pytest.raises(Refused, match="what the regulator answered"):
        deciding.regulator_agreed(cast.asha, assessment_id=key, answer=" ", review_on=factory.NEXT_YEAR)
    deciding.regulator_agreed(cast.asha, assessment_id=key, answer="Only at night.", review_on=factory.NEXT_YEAR)

    assert reached is State.PRIOR_CONSULTATION
    assert state(cast.asha, key) is State.DECIDED


def test_the_regulator_is_only_asked_where_it_must_be(cast: Cast) -> None:
    key = factory.decided(cast.asha)

    with pytest.raises(Refused, match="nothing to ask"):
        deciding.ask_regulator(cast.asha, assessment_id=key, asked_on=date(2026, 11, 20))


def _using_a_supplier(cast: Cast) -> tuple[UUID, UUID]:
    supplier = entries.add(
        cast.asha,
        register=suppliers.REGISTER,
        entry=replace(example(suppliers.REGISTER, "Everrota"), hosted=Place.UK),
    )
    key = factory.written(cast.asha)
    writing.link(cast.asha, assessment_id=key, links={"suppliers": [supplier]})
    deciding.consult(cast.asha, assessment_id=key, consulted="Staff", not_consulted_because="")
    deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)
    [measure] = impact(cast.asha, key).measures
    writing.finish_measure(cast.asha, assessment_id=key, measure_id=measure.id)
    deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 22))
    return key, supplier


def test_a_supplier_that_moves_abroad_makes_it_due_at_once(cast: Cast) -> None:
    key, supplier = _using_a_supplier(cast)
    entry = replace(example(suppliers.REGISTER, "Everrota"), hosted=Place.ELSEWHERE)
    before = state(cast.asha, key)

    entries.amend(cast.asha, register=suppliers.REGISTER, entry_id=supplier, entry=entry, seen_version=1)

    found = assessments.one(cast.asha, key).standing
    assert before is State.LIVE
    assert found.state is State.REVIEW_DUE
    assert "Everrota" in found.review.changes[0]
    deciding.look_again(cast.asha, assessment_id=key, found_out="A new contract.", review_on=factory.NEXT_YEAR)
    assert state(cast.asha, key) is State.LIVE


def test_a_supplier_that_is_archived_makes_it_due(cast: Cast) -> None:
    key, supplier = _using_a_supplier(cast)

    entries.archive(cast.asha, register=suppliers.REGISTER, entry_id=supplier, reason="Contract ended")

    assert "no longer in your registers" in assessments.one(cast.asha, key).standing.review.changes[0]


def test_a_new_phone_number_of_a_supplier_changes_nothing(cast: Cast) -> None:
    key, supplier = _using_a_supplier(cast)
    entry = replace(example(suppliers.REGISTER, "Everrota"), hosted=Place.UK, contact="0117 000 000")

    entries.amend(cast.asha, register=suppliers.REGISTER, entry_id=supplier, entry=entry, seen_version=1)

    assert state(cast.asha, key) is State.LIVE


def test_it_is_due_on_its_day(cast: Cast) -> None:
    key = factory.live(cast.asha)
    later = replace(cast.asha, now=cast.asha.now + timedelta(days=330))

    assert state(cast.asha, key) is State.LIVE
    assert state(later, key) is State.REVIEW_DUE


def test_opening_again_asks_for_people_advice_and_sign_off_anew(cast: Cast) -> None:
    key = factory.live(cast.asha)

    with pytest.raises(Refused, match="Write down why"):
        deciding.reopen(cast.asha, assessment_id=key, reason="")
    deciding.reopen(cast.asha, assessment_id=key, reason="A new module.")

    assert state(cast.asha, key) is State.DRAFT
    with pytest.raises(Refused, match="not a next step"):
        deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)


def test_a_change_is_given_up_and_nothing_more_happens_to_it(cast: Cast) -> None:
    key = factory.written(cast.asha)
    [measure] = impact(cast.asha, key).measures

    deciding.stop(cast.asha, assessment_id=key, reason="The supplier closed.")

    assert state(cast.asha, key) is State.STOPPED
    with pytest.raises(Refused, match="not open any more"):
        writing.finish_measure(cast.asha, assessment_id=key, measure_id=measure.id)
    with pytest.raises(NotFound):
        writing.finish_measure(cast.asha, assessment_id=key, measure_id=uuid4())


def test_it_leads_only_to_what_is_here(cast: Cast) -> None:
    key = factory.drafted(cast.asha)
    theirs = entries.add(cast.carol, register=systems.REGISTER, entry=example(systems.REGISTER, "Theirs"))

    with pytest.raises(NotFound):
        writing.link(cast.asha, assessment_id=key, links={"systems": [theirs]})
    with pytest.raises(NotFound):
        writing.say_who_chose(cast.asha, assessment_id=key, person_id=uuid4())


def test_every_step_is_kept_with_who_and_when(cast: Cast) -> None:
    key = factory.live(cast.asha)

    steps = ImpactStep.objects.filter(assessment_id=key).order_by("id")

    assert [each.event for each in steps] == ["screened", "begun", "consulted", "decided", "went_live"]
    assert {each.by for each in steps} == {"Asha Owner"}
