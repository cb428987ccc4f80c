"""What the registers of plans, contacts, backups, exercises and the opt-out say is missing, and what they work out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import registers as content
from guardbook.rules.registers import backups, contacts, exercises, fee, opt_out, plans
from guardbook.rules.registers.backups import Place, Restore, Result
from guardbook.rules.registers.contacts import For
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.fee import Spell
from guardbook.rules.registers.opt_out import Purpose
from guardbook.rules.registers.plans import Scenario
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap
from tests.rules.assessment.cases_continuity import BACKUP, CONTACT, EXERCISE, PLAN, STUDY

TODAY = date(2026, 11, 22)
WHOLE = replace(PLAN, printed_on=date(2026, 3, 2), says_who_tells=True, staff_shown_on=date(2026, 3, 9))


def said(gaps: Iterator[Gap]) -> str:
    return " ".join(gap.text for gap in gaps)


PLANS = {
    "nothing is missing": (WHOLE, ""),
    "approved too long ago": (replace(WHOLE, approved_on=date(2025, 11, 1)), "last approved on 1 November 2025"),
    "no paper": (replace(WHOLE, offline_copy=""), "Print the plan"),
    "paper without a day": (replace(WHOLE, printed_on=None), "when the paper copy was printed"),
    "paper older than the plan": (replace(WHOLE, printed_on=date(2026, 2, 1)), "older than the plan"),
    "paper of a plan nobody approved": (replace(WHOLE, approved_on=None), ""),
    "who tells whom": (replace(WHOLE, says_who_tells=False), "who tells whom"),
    "staff not shown": (replace(WHOLE, staff_shown_on=None), "Show staff the plan"),
}


@pytest.mark.parametrize(("plan", "text"), PLANS.values(), ids=PLANS)
def test_what_is_missing_in_a_plan(plan: plans.Plan, text: str) -> None:
    found = said(plans.gaps(plan, TODAY))

    assert text in found
    assert bool(found) is bool(text)


def test_the_plans_together_say_what_none_of_them_covers() -> None:
    power = replace(PLAN, covers=(Scenario.POWER,))

    assert "a cyber attack" in said(plans.findings([Counted(power)], TODAY))
    assert not list(plans.findings([Counted(PLAN)], TODAY))
    assert not list(plans.findings([], TODAY))


def test_too_few_staff_is_only_a_small_gap() -> None:
    all_but_people = replace(PLAN, covers=tuple(each for each in Scenario if each is not Scenario.PEOPLE))

    (gap,) = plans.findings([Counted(all_but_people)], TODAY)

    assert gap.severity == "low"


CONTACTS = {
    "printed lately": (CONTACT, ""),
    "on no paper": (replace(CONTACT, printed_on=None), "on no paper list yet"),
    "old paper": (replace(CONTACT, printed_on=date(2025, 10, 1)), "from 1 October 2025"),
}


@pytest.mark.parametrize(("contact", "text"), CONTACTS.values(), ids=CONTACTS)
def test_what_is_missing_for_a_contact(contact: contacts.Contact, text: str) -> None:
    found = said(contacts.gaps(contact, TODAY))

    assert text in found
    assert bool(found) is bool(text)


def test_the_list_says_for_what_nobody_can_be_rung() -> None:
    doctor = replace(CONTACT, rung_for=(For.NHS,))

    assert "the internet" in said(contacts.findings([Counted(doctor)], TODAY))
    assert "The NHS" in said(contacts.findings([Counted(replace(CONTACT, rung_for=(For.IT,)))], TODAY))
    assert not list(contacts.findings([Counted(CONTACT)], TODAY))
    assert not list(contacts.findings([], TODAY))


SAFE = replace(BACKUP, kept_apart=True)
BACKUPS = {
    "nothing is missing": (SAFE, ""),
    "nothing said of where": (replace(SAFE, places=()), ""),
    "only the system itself": (replace(SAFE, places=(Place.LIVE,)), "There is no backup here yet."),
    "one copy": (replace(SAFE, places=(Place.CLOUD,)), "1 copy is recorded"),
    "all in one building": (replace(SAFE, places=(Place.LIVE, Place.SERVER, Place.DRIVE_HERE)), "away from"),
    "nobody checks": (replace(SAFE, owner=None), "who checks"),
    "nothing kept apart": (replace(SAFE, kept_apart=False), "where nobody can change it"),
    "part came back": (replace(SAFE, result=Result.PARTLY), "did not bring everything back"),
    "nobody named": (replace(SAFE, tested_by=""), "Bring one file back from the copy, and note"),
    "critical, tested in May": (replace(SAFE, is_critical=True), "The last time was 1 May 2026"),
}


@pytest.mark.parametrize(("backup", "text"), BACKUPS.values(), ids=BACKUPS)
def test_what_is_missing_for_a_backup(backup: backups.Backup, text: str) -> None:
    found = said(backups.gaps(backup, TODAY))

    assert text in found
    assert bool(found) is bool(text)


EXERCISES = {
    "done": (replace(EXERCISE, actions_done_on=TODAY), ""),
    "nothing to do": (replace(EXERCISE, actions=()), ""),
    "time is left": (replace(EXERCISE, actions_by=TODAY), ""),
    "no day set": (EXERCISE, "by when"),
    "late": (replace(EXERCISE, actions_by=date(2026, 10, 1)), "by 1 October 2026"),
}


@pytest.mark.parametrize(("exercise", "text"), EXERCISES.values(), ids=EXERCISES)
def test_what_is_missing_after_an_exercise(exercise: exercises.Exercise, text: str) -> None:
    found = said(exercises.gaps(exercise, TODAY))

    assert text in found
    assert bool(found) is bool(text)


def test_the_exercises_together_say_when_the_last_was() -> None:
    long_ago = replace(EXERCISE, held_on=date(2025, 1, 8))

    assert "The last time was 8 January 2025" in said(exercises.findings([Counted(long_ago)], TODAY))
    assert "ever tried" in said(exercises.findings([], TODAY))
    assert not list(exercises.findings([Counted(EXERCISE), Counted(long_ago)], TODAY))


def test_a_use_that_needs_the_check_says_so() -> None:
    assert not list(opt_out.gaps(STUDY, TODAY))
    assert "Leave out everybody" in said(opt_out.gaps(replace(STUDY, batch=""), TODAY))
    assert "record of processing" in said(opt_out.gaps(replace(STUDY, purpose=Purpose.OTHER), TODAY))


def test_what_is_worked_out_is_filled_in_when_an_entry_is_saved() -> None:
    critical = backups.settle(replace(BACKUP, is_critical=True), Reference())

    assert (critical.proven_until, critical.restore_due_on) == (date(2027, 5, 1), date(2026, 8, 1))
    assert plans.settle(PLAN, Reference()).look_due_on == date(2027, 3, 1)
    assert contacts.settle(CONTACT, Reference()).print_due_on == date(2027, 10, 1)


@pytest.mark.parametrize("slug", ["plans", "contacts", "backups", "exercises", "opt-out"])
def test_starter_rows_are_offered(slug: str) -> None:
    assert content.starters(slug)


def test_looks_come_as_often_as_each_register_says() -> None:
    assert plans.REGISTER.review_months(PLAN) is None
    assert contacts.REGISTER.review_months(CONTACT) == 6
    assert exercises.REGISTER.review_months(EXERCISE) is None


@given(st.sets(st.sampled_from(Place)), st.sampled_from(Place))
def test_one_more_copy_never_makes_a_backup_worse(places: set[Place], more: Place) -> None:
    fewer = backups.copies(places)

    assert not fewer.is_enough or backups.copies(places | {more}).is_enough


@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.booleans())
def test_a_test_that_is_proof_today_was_proof_each_day_since(tested_on: date, critical: bool) -> None:
    backup = replace(BACKUP, tested_on=tested_on, is_critical=critical)
    states = [backups.restore(backup, tested_on + timedelta(days=day)) for day in range(0, 800, 7)]

    assert states == sorted(states, key=(Restore.PROVEN, Restore.OVERDUE).index)


def test_staff_are_counted_in_each_month_that_is_over() -> None:
    spells = (
        Spell(),
        Spell(from_on=date(2026, 5, 31)),
        Spell(until_on=date(2026, 6, 1)),
        Spell(date(2026, 7, 10), date(2026, 7, 12)),
    )

    assert fee.each_month(spells, date(2026, 4, 1), date(2026, 8, 15)) == (2, 3, 3, 3)
    assert len(fee.each_month(spells, date(2025, 4, 1), date(2026, 8, 15))) == 12


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(0, 400), st.booleans(), st.booleans())
def test_a_larger_turnover_never_lowers_the_fee(one: int, other: int, staff: int, charity: bool, public: bool) -> None:
    facts = fee.Facts(TODAY, charity=charity, public_authority=public, staff_average=staff)
    less, more = (fee.tier(replace(facts, turnover=each)).tier for each in sorted((one, other)))

    assert less is not None
    assert more is not None
    assert less <= more
