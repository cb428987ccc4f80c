"""Each named suggestion: met, not met, lapsed, cannot tell, and the edges between them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guardbook.rules.assessment import standing, suggestions
from guardbook.rules.assessment.suggestions import RULES
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Suggestion
from guardbook.rules.facts import (
    AccessFacts,
    Cohort,
    Facts,
    Leavers,
    MissingJob,
    NeedsAnalysis,
    Post,
    ProfileFacts,
    RoleFacts,
    StaffFacts,
    Starters,
    TrainingFacts,
)
from guardbook.rules.frameworks.items import Item
from tests.rules.assessment import gathered
from tests.rules.assessment.examples import (
    CLAUSE,
    COVERAGE,
    ICO,
    INDUCTION,
    LEAD,
    LEAVERS_ACCESS,
    NEEDS,
    ROLE_TRAINING,
    SOUND,
    STAFF_LIST,
    TODAY,
    WHO_LEADS,
)

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
LATER = date(2027, 5, 1)


def suggest(facts: Facts, item: Item) -> Suggestion:
    suggestion = standing.suggest(facts, item)
    assert suggestion is not None
    return suggestion


def fee(number: str = "ZA123456", last_day: date | None = date(2027, 3, 31)) -> Facts:
    return replace(SOUND, profile=ProfileFacts("Rosemary Care Ltd", number, last_day))


def posts(*held: Post) -> Facts:
    return replace(SOUND, roles=RoleFacts(held))


def staff(*cohorts: Cohort, checked_on: date | None = date(2026, 11, 10)) -> Facts:
    return replace(SOUND, staff=StaffFacts(cohorts, checked_on))


def starters(*groups: Starters) -> Facts:
    return replace(SOUND, staff=replace(SOUND.staff, starters=groups))


def leavers(*groups: Leavers) -> Facts:
    return replace(SOUND, access=AccessFacts(groups))


def needs(analysis: NeedsAnalysis | None) -> Facts:
    return replace(SOUND, training=TrainingFacts(analysis))


CASES = {
    "1.1.1 paid up": (ICO, SOUND, MET, date(2027, 4, 1)),
    "1.1.1 last day counts": (ICO, fee(last_day=TODAY), MET, date(2026, 11, 23)),
    "1.1.1 ran out yesterday": (ICO, fee(last_day=date(2026, 11, 21)), LAPSED, None),
    "1.1.1 runs out before publication": (ICO, replace(SOUND, publish_on=LATER), LAPSED, None),
    "1.1.1 no number": (ICO, fee(""), CANNOT_TELL, None),
    "1.1.1 no last day": (ICO, fee(last_day=None), CANNOT_TELL, None),
    "1.1.1 says exempt": (
        ICO,
        replace(SOUND, profile=ProfileFacts(ico_exempt_because="no computer")),
        CANNOT_TELL,
        None,
    ),
    "1.1.5 complete": (WHO_LEADS, SOUND, MET, None),
    "1.1.5 nobody": (WHO_LEADS, posts(), NOT_MET, None),
    "A-08.e1 name only": (WHO_LEADS, posts(replace(LEAD, evidence="", accepted_on=None)), NOT_MET, None),
    "A-08.e3 two accountable": (WHO_LEADS, posts(LEAD, replace(LEAD, holder="Ben Ode")), NOT_MET, None),
    "A-08.e5 shared work": (WHO_LEADS, posts(LEAD, replace(LEAD, holder="Ben", is_accountable=False)), MET, None),
    "1.1.5 deputy is not the lead": (WHO_LEADS, posts(replace(LEAD, is_deputy=True)), NOT_MET, None),
    "1.1.5 ends": (WHO_LEADS, posts(replace(LEAD, until_on=date(2026, 12, 31))), MET, date(2027, 1, 1)),
    "1.1.5 ends before publication": (
        WHO_LEADS,
        replace(posts(replace(LEAD, until_on=date(2026, 12, 31))), publish_on=LATER),
        LAPSED,
        None,
    ),
    "2.1.1 all inducted": (INDUCTION, SOUND, MET, date(2027, 5, 1)),
    "2.1.1 late is told, not failed": (
        INDUCTION,
        starters(Starters(1, date(2026, 6, 1), date(2026, 9, 1))),
        MET,
        date(2027, 6, 1),
    ),
    "F-04.e1 sixteen days on": (INDUCTION, starters(Starters(1, date(2026, 11, 6))), NOT_MET, date(2027, 11, 6)),
    "2.1.1 nobody new": (INDUCTION, starters(), CANNOT_TELL, None),
    "2.1.1 no staff": (INDUCTION, staff(), CANNOT_TELL, None),
    "2.1.1 day fourteen": (
        INDUCTION,
        starters(Starters(1, date(2026, 11, 8)), Starters(1, date(2026, 5, 1), date(2026, 5, 1))),
        MET,
        date(2026, 11, 23),
    ),
    "2.1.1 only just started": (INDUCTION, starters(Starters(1, date(2026, 11, 20))), CANNOT_TELL, date(2026, 12, 5)),
    "2.2.1 all signed": (CLAUSE, SOUND, MET, None),
    "2.2.1 one person": (CLAUSE, staff(Cohort(1)), MET, None),
    "F-04.e3 volunteer without": (CLAUSE, staff(Cohort(9), Cohort(1, has_clause=False)), NOT_MET, None),
    "2.2.1 no staff": (CLAUSE, staff(), CANNOT_TELL, None),
    "2.2.1 unsigned starter to come": (
        CLAUSE,
        staff(Cohort(9), Cohort(1, starts_on=date(2026, 12, 1), has_clause=False)),
        MET,
        date(2026, 12, 1),
    ),
    "3.1.1 approved": (NEEDS, SOUND, MET, date(2027, 9, 2)),
    "F-03.e3 none": (NEEDS, needs(None), NOT_MET, None),
    "3.1.1 a year old to the day": (NEEDS, needs(NeedsAnalysis(date(2025, 11, 22))), MET, date(2026, 11, 23)),
    "3.1.1 a year and a day": (NEEDS, needs(NeedsAnalysis(date(2025, 11, 21))), LAPSED, None),
    "3.1.1 old by publication": (NEEDS, replace(SOUND, publish_on=date(2027, 10, 1)), LAPSED, None),
    "3.1.1 job left out": (NEEDS, needs(NeedsAnalysis(TODAY, "", (MissingJob("night cleaner"),))), NOT_MET, None),
    "3.2.1 nineteen of twenty": (COVERAGE, SOUND, MET, date(2027, 6, 1)),
    "F-02.e4 nineteen of twenty-one": (COVERAGE, staff(Cohort(19, trained_on=TODAY), Cohort(2)), NOT_MET, None),
    "F-02.e8 a year to the day": (COVERAGE, staff(Cohort(20, trained_on=date(2025, 11, 22))), LAPSED, None),
    "F-02.e10 nobody": (COVERAGE, staff(), CANNOT_TELL, None),
    "3.2.1 lapses before publication": (COVERAGE, replace(SOUND, publish_on=date(2027, 6, 1)), LAPSED, None),
    "3.2.1 agency without access": (
        COVERAGE,
        staff(Cohort(19, trained_on=TODAY), Cohort(1), Cohort(9, in_coverage=False)),
        MET,
        date(2027, 11, 22),
    ),
    "3.2.1 starter tips it": (
        COVERAGE,
        staff(Cohort(19, trained_on=TODAY), Cohort(1), Cohort(1, starts_on=date(2026, 12, 1))),
        MET,
        date(2026, 12, 1),
    ),
    "3.2.1 leaver helps": (
        COVERAGE,
        staff(Cohort(18, trained_on=TODAY), Cohort(1), Cohort(1, leaves_on=date(2026, 12, 31))),
        NOT_MET,
        None,
    ),
    "3.4.1 trained": (ROLE_TRAINING, SOUND, MET, None),
    "F-03.e2 lead without": (ROLE_TRAINING, posts(replace(LEAD, role_training_on=None)), NOT_MET, None),
    "3.4.1 nobody holds a role": (ROLE_TRAINING, posts(), CANNOT_TELL, None),
    "3.4.1 long ago is told": (ROLE_TRAINING, posts(replace(LEAD, role_training_on=date(2024, 1, 1))), MET, None),
    "3.4.1 outside firm": (
        ROLE_TRAINING,
        posts(LEAD, replace(LEAD, is_external=True, role_training_on=None)),
        MET,
        None,
    ),
    "4.1.1 checked": (STAFF_LIST, SOUND, MET, date(2026, 12, 11)),
    "4.1.1 thirty days": (STAFF_LIST, staff(Cohort(9), checked_on=date(2026, 10, 23)), MET, date(2026, 11, 23)),
    "4.1.1 thirty-one days": (STAFF_LIST, staff(Cohort(9), checked_on=date(2026, 10, 22)), LAPSED, None),
    "4.1.1 no job": (STAFF_LIST, staff(Cohort(9), Cohort(1, has_job=False)), NOT_MET, None),
    "4.1.1 empty": (STAFF_LIST, staff(), CANNOT_TELL, None),
    "4.1.1 never checked": (STAFF_LIST, staff(Cohort(9), checked_on=None), CANNOT_TELL, None),
    "4.2.4 closed the same day": (LEAVERS_ACCESS, SOUND, MET, date(2027, 8, 31)),
    "E-09.e1 three days open": (LEAVERS_ACCESS, leavers(Leavers(1, date(2026, 11, 19))), NOT_MET, date(2027, 11, 19)),
    "4.2.4 left yesterday": (LEAVERS_ACCESS, leavers(Leavers(1, date(2026, 11, 21))), CANNOT_TELL, date(2026, 11, 23)),
    "4.2.4 closed late": (LEAVERS_ACCESS, leavers(Leavers(1, date(2026, 11, 1), date(2026, 11, 5))), CANNOT_TELL, None),
    "4.2.4 nobody left": (LEAVERS_ACCESS, leavers(), CANNOT_TELL, None),
    "4.2.4 leaver to come": (
        LEAVERS_ACCESS,
        leavers(Leavers(1, date(2026, 8, 31), date(2026, 8, 31)), Leavers(1, date(2026, 12, 1))),
        MET,
        date(2026, 12, 3),
    ),
} | gathered.CASES
ALL = tuple({item.rule: item for item, *_ in CASES.values()}.values())


@pytest.mark.parametrize(("item", "facts", "outcome", "stale_on"), CASES.values(), ids=CASES.keys())
def test_what_the_records_suggest(item: Item, facts: Facts, outcome: Outcome, stale_on: date | None) -> None:
    suggestion = suggest(facts, item)

    assert suggestion.outcome is outcome
    if outcome in {MET, CANNOT_TELL}:
        assert suggestion.stale_on == stale_on


@pytest.mark.parametrize(("item", "facts", "outcome", "stale_on"), CASES.values(), ids=CASES.keys())
def test_the_day_it_changes_is_the_first_day_it_does(
    item: Item, facts: Facts, outcome: Outcome, stale_on: date | None
) -> None:
    suggestion = suggest(facts, item)
    last = suggestion.stale_on or facts.judged_on + timedelta(days=800)

    same = {
        suggest(replace(facts, as_of=on), item).outcome
        for on in (facts.judged_on + timedelta(days=n) for n in range((last - facts.judged_on).days))
    }

    assert same <= {outcome}
    if suggestion.stale_on:
        assert suggest(replace(facts, as_of=suggestion.stale_on), item).outcome is not outcome


@pytest.mark.parametrize(("item", "facts", "outcome", "stale_on"), CASES.values(), ids=CASES.keys())
def test_every_suggestion_says_why_and_what_to_do(
    item: Item, facts: Facts, outcome: Outcome, stale_on: date | None
) -> None:
    suggestion = suggest(facts, item)

    assert suggestion.reason.text.endswith(".")
    assert suggestion.selectors
    assert bool(suggestion.answer) is (outcome is MET) or item is ICO
    assert not (outcome is MET and suggestion.to_do)
    assert outcome is not NOT_MET or suggestion.to_do


def test_every_name_in_the_register_has_a_case_here() -> None:
    tried = {item.rule for item, *_ in CASES.values()}

    assert tried == set(RULES)


def test_a_reason_judged_for_later_names_the_day() -> None:
    suggestion = suggest(replace(SOUND, publish_on=date(2027, 2, 1)), COVERAGE)

    assert suggestion.is_met
    assert "1 February 2027" in suggestion.reason.text


def test_a_lead_in_words_gives_the_job_before_the_name() -> None:
    guardian = replace(LEAD, role="caldicott_guardian", title="Caldicott Guardian", job_title="deputy manager")
    helper = replace(LEAD, holder="Ben Ode", job_title="administrator", is_accountable=False)

    answer = suggest(posts(LEAD, helper, guardian), WHO_LEADS).answer

    assert answer == (
        "Our Data Security and Protection Lead is our registered manager (Asha Khan). The role was given by a letter "
        "from the director. Parts of the work are shared with: administrator. Our Caldicott Guardian is deputy manager."
    )


def test_an_empty_organisation_is_met_nowhere() -> None:
    facts = Facts(as_of=TODAY, staff=StaffFacts())

    outcomes = {suggest(facts, item).outcome for item in ALL}

    assert MET not in outcomes


def test_anybody_may_ask_a_rule_by_name() -> None:
    verdict = suggestions.suggestion_for(suggestions.Question(suggestions.Name.TRAINING_COVERAGE, SOUND))

    assert verdict.is_met
    assert "19 of 20" in verdict.reason.text
