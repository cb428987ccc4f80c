"""What the records themselves show of duties, so that nobody has to tick what they have done already."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guardbook.content import duties
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.duties import due, known
from guardbook.rules.duties.due import Done, State
from guardbook.rules.duties.duty import Duty, Situation
from guardbook.rules.facts import Facts, Kept, Post, ProfileFacts, RegisterFacts, RoleFacts, TrainingFacts
from guardbook.rules.registers import backups, exercises, opt_out, plans, policies, spot_checks, systems
from guardbook.rules.registers.backups import Result
from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.rules.registers.systems import System
from tests.rules.assessment.cases_continuity import BACKUP, EXERCISE, MENTIONS, NOTICE, PLAN
from tests.rules.assessment.examples import LEAD, SOUND, TODAY, keeping

SYSTEM = System(name="Care records", access_reviewed_on=date(2026, 9, 1))
WALK = SpotCheck(name="Ground floor", owner=SOMEBODY, done_on=date(2026, 11, 3), found="All was locked.")
FULL = Published(Goal.STANDARDS_MET, "2025-26", date(2026, 5, 4))


def duty(key: str) -> Duty:
    found = duties.find(key)
    assert found
    return found


DAYS = {
    "training needs": ("training-needs", SOUND, [date(2026, 9, 1)]),
    "no training needs": ("training-needs", replace(SOUND, training=TrainingFacts()), []),
    "two exercises": (
        "continuity-exercise",
        keeping(exercises.REGISTER, EXERCISE, replace(EXERCISE, held_on=date(2025, 2, 1))),
        [date(2026, 3, 10), date(2025, 2, 1)],
    ),
    "an exercise without lessons": (
        "continuity-exercise",
        keeping(exercises.REGISTER, replace(EXERCISE, lessons="")),
        [],
    ),
    "the plan approved longest ago": (
        "plan-review",
        keeping(plans.REGISTER, PLAN, replace(PLAN, approved_on=date(2025, 12, 1))),
        [date(2025, 12, 1)],
    ),
    "a plan nobody approved": ("plan-review", keeping(plans.REGISTER, PLAN, replace(PLAN, approved_on=None)), []),
    "a restore that worked": (
        "restore-test",
        keeping(backups.REGISTER, BACKUP, replace(BACKUP, tested_on=TODAY, result=Result.FAILED)),
        [date(2026, 5, 1)],
    ),
    "who may use which system": ("access-review", keeping(systems.REGISTER, SYSTEM), [date(2026, 9, 1)]),
    "a system nobody looked at": (
        "access-review",
        keeping(systems.REGISTER, SYSTEM, replace(SYSTEM, access_reviewed_on=None)),
        [],
    ),
    "the policy agreed longest ago": (
        "policy-review",
        keeping(policies.REGISTER, MENTIONS, replace(MENTIONS, approved_on=date(2025, 12, 1)), NOTICE),
        [date(2025, 12, 1)],
    ),
    "a notice nobody agreed": ("notice-review", keeping(policies.REGISTER, replace(NOTICE, approved_on=None)), []),
    "walk-rounds that were written down": (
        "spot-check",
        keeping(spot_checks.REGISTER, WALK, replace(WALK, found=""), replace(WALK, done_on=None)),
        [date(2026, 11, 3)],
    ),
    "the opt-out is whole": ("opt-out-statement", keeping(opt_out.REGISTER), [date(2026, 11, 1)]),
    "nobody said that the opt-out is whole": ("opt-out-statement", keeping(opt_out.REGISTER, whole_on=None), []),
    "no register": ("opt-out-statement", SOUND, []),
    "nothing shows it": ("risk-report", SOUND, []),
}


@pytest.mark.parametrize(("key", "facts", "days"), DAYS.values(), ids=DAYS)
def test_what_is_recorded_shows_that_a_duty_was_done(key: str, facts: Facts, days: list[date]) -> None:
    assert [each.on for each in known.done(duty(key), facts, ())] == days


def test_a_duty_of_several_registers_is_done_when_all_of_them_are_whole() -> None:
    both = replace(duty("opt-out-statement"), whole=("opt-out", "suppliers"))
    one: dict[str, Kept[Any]] = {"opt-out": Kept(whole_on=date(2026, 11, 1))}
    two = {**one, "suppliers": Kept(whole_on=date(2026, 8, 1))}

    assert known.done(both, replace(SOUND, registers=RegisterFacts(one)), ()) == ()
    assert known.done(both, replace(SOUND, registers=RegisterFacts(two)), ()) == (Done(date(2026, 8, 1)),)


def test_a_full_publication_settles_its_year_and_approaching_settles_nothing() -> None:
    publication = duty("toolkit-publication")
    approaching = replace(FULL, goal=Goal.APPROACHING)

    assert known.done(publication, SOUND, (approaching, FULL)) == (Done(date(2026, 5, 4), date(2026, 6, 30)),)


@pytest.mark.parametrize(
    ("until", "state", "by"),
    [
        (date(2027, 3, 31), State.DONE, date(2027, 4, 21)),
        (date(2026, 11, 30), State.DUE, date(2026, 12, 21)),
        (date(2026, 10, 31), State.OVERDUE, date(2026, 11, 21)),
        (date(2028, 1, 31), State.DONE, date(2028, 2, 21)),
        (None, State.NOT_STARTED, None),
    ],
)
def test_the_fee_is_paid_until_its_last_day_and_21_days_of_the_next_year_remain(
    until: date | None, state: State, by: date | None
) -> None:
    facts = replace(SOUND, profile=ProfileFacts(ico_number="ZA1", ico_expires_on=until))
    fee = duty("fee")

    found = due.next_due(
        due.Facts(fee, TODAY, known.done(fee, facts, ()), period_starts_on=known.period_starts_on(facts))
    )

    assert (found.state, found.due_on) == (state, by)


def test_a_certificate_shows_when_it_was_renewed() -> None:
    assert known.renewed_on(date(2027, 4, 30)) == (Done(date(2026, 4, 30)),)
    assert known.renewed_on(None) == ()


def test_duties_follow_from_who_holds_a_role_and_what_is_known_of_mail() -> None:
    guardian = Post("caldicott_guardian", "Caldicott Guardian", "Ben Ode")
    facts = replace(SOUND, roles=RoleFacts((LEAD, guardian)), profile=ProfileFacts(nhsmail_only=True))

    assert known.situation(facts, date(2027, 1, 1), frozenset({"phishing-exercise"})) == Situation(
        has_dpo=False,
        has_guardian=True,
        has_cyber_essentials=True,
        has_own_mail=False,
        chosen=frozenset({"phishing-exercise"}),
    )
    assert known.situation(SOUND, None, frozenset()).has_own_mail is None


def test_a_role_is_vacant_when_nobody_leads_or_its_holder_left() -> None:
    gone = Post("siro", "Senior Information Risk Owner", "Ben Ode", until_on=date(2026, 10, 1))
    nobody, former = replace(SOUND, roles=RoleFacts()), replace(SOUND, roles=RoleFacts((gone,)))

    assert known.is_vacant(duty("spot-check"), nobody)
    assert not known.is_vacant(duty("spot-check"), SOUND)
    assert not known.is_vacant(duty("risk-report"), nobody)
    assert known.is_vacant(duty("risk-report"), former)
    assert not known.is_vacant(duty("fee"), nobody)
