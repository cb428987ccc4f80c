"""What is missing for a system, and for a log-in to it, on which day."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers import access, checking, systems
from guardbook.rules.registers.access import Access, Kind, Level
from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.systems import Habit, Passwords, SecondStep, System

TODAY = date(2026, 11, 22)
CARE = System(
    name="Care records",
    used_for="Care plans",
    holds_personal=True,
    outside=True,
    second_step=SecondStep.ALL,
    passwords=Passwords.EIGHT,
    is_shared=False,
    access_reviewed_on=date(2026, 10, 1),
)
ROTA = replace(CARE, second_step=SecondStep.CANNOT, passwords=Passwords.TWELVE)
AGREED = replace(ROTA, exception="The supplier has none", exception_by=SOMEBODY, exception_on=date(2026, 9, 1))
SAM = Access(name="sam", systems=(SOMEBODY,), kind=Kind.OWN, person=SOMEBODY, level=Level.CHANGE, reviewed_on=TODAY)
ADMIN = replace(SAM, level=Level.ADMIN, agreement_signed_on=date(2026, 1, 6))
FIRM = replace(SAM, kind=Kind.OUTSIDE, person=None, suppliers=(SOMEBODY,), level=Level.ADMIN, supplier_clause=True)
SHARED = replace(SAM, kind=Kind.SHARED, person=None)

SYSTEMS: dict[str, tuple[System, list[tuple[str, Severity]]]] = {
    "sound": (CARE, []),
    "an exception somebody agreed to": (AGREED, []),
    "second step not said": (replace(CARE, second_step=None, passwords=None), [("second_step", Severity.MEDIUM)]),
    "second step off": (replace(ROTA, second_step=SecondStep.OFF), [("second_step", Severity.HIGH)]),
    "cannot, and nobody wrote why": (ROTA, [("exception", Severity.MEDIUM)]),
    "a reason nobody agreed to": (replace(AGREED, exception_by=None), [("exception_by", Severity.MEDIUM)]),
    "a reason without a day": (replace(AGREED, exception_on=None), [("exception_by", Severity.MEDIUM)]),
    "only from inside": (replace(ROTA, outside=False), []),
    "short passwords": (replace(CARE, passwords=Passwords.SHORTER), [("passwords", Severity.HIGH)]),
    "eight, without a second step": (replace(AGREED, passwords=Passwords.EIGHT), [("passwords", Severity.MEDIUM)]),
    "passkeys": (replace(CARE, passwords=Passwords.NO_PASSWORD), []),
    "old habits": (replace(CARE, habits=tuple(Habit)), [("habits", Severity.LOW)] * 3),
    "shared": (replace(CARE, is_shared=True), [("shared_because", Severity.HIGH)]),
    "shared with a reason": (replace(CARE, is_shared=True, shared_because="A kiosk in the hall"), []),
    "never looked through": (replace(CARE, access_reviewed_on=None), [("access_reviewed_on", Severity.LOW)]),
    "half a year to the day": (replace(CARE, access_reviewed_on=date(2026, 5, 22)), []),
    "half a year and a day": (
        replace(CARE, access_reviewed_on=date(2026, 5, 21)),
        [("access_reviewed_on", Severity.MEDIUM)],
    ),
}
LOG_INS: dict[str, tuple[Access, list[tuple[str, Severity]]]] = {
    "sound": (SAM, []),
    "left": (replace(SAM, person_leaves_on=date(2026, 11, 21)), [("ended_on", Severity.HIGH)]),
    "last day": (replace(SAM, person_leaves_on=TODAY), []),
    "left, closes tomorrow": (
        replace(SAM, person_leaves_on=date(2026, 11, 21), ended_on=date(2026, 11, 23)),
        [("ended_on", Severity.HIGH)],
    ),
    "left and closed": (replace(SAM, person_leaves_on=date(2026, 11, 21), ended_on=TODAY), []),
    "which system": (replace(SAM, systems=()), [("systems", Severity.MEDIUM)]),
    "whose": (replace(SAM, person=None), [("person", Severity.MEDIUM)]),
    "shared without a reason": (SHARED, [("reason", Severity.HIGH)]),
    "shared with a reason": (replace(SHARED, reason="A kiosk in the hall"), []),
    "a program": (replace(SHARED, kind=Kind.MACHINE), []),
    "an administrator": (ADMIN, []),
    "not signed": (replace(ADMIN, agreement_signed_on=None), [("agreement_signed_on", Severity.MEDIUM)]),
    "one log-in for all": (replace(ADMIN, is_separate=False), [("is_separate", Severity.MEDIUM)]),
    "a supplier's": (FIRM, []),
    "a supplier's, who signed": (replace(FIRM, supplier_clause=None, agreement_signed_on=TODAY), []),
    "a supplier's, not bound": (replace(FIRM, supplier_clause=None), [("supplier_clause", Severity.MEDIUM)]),
    "which supplier": (replace(FIRM, suppliers=()), [("suppliers", Severity.LOW)]),
    "not looked at for half a year": (replace(SAM, reviewed_on=date(2026, 5, 21)), [("", Severity.LOW)]),
    "closed, not looked at": (replace(SAM, reviewed_on=date(2025, 1, 1), ended_on=date(2026, 1, 1)), []),
}


@pytest.mark.parametrize(("entry", "expected"), SYSTEMS.values(), ids=SYSTEMS)
def test_what_is_missing_for_a_system(entry: System, expected: list[tuple[str, Severity]]) -> None:
    found = list(systems.REGISTER.gaps(systems.REGISTER.settle(entry, Reference()), TODAY))

    assert [(gap.question, gap.severity) for gap in found] == expected
    assert all(gap.text.endswith(".") for gap in found)


@pytest.mark.parametrize(("entry", "expected"), LOG_INS.values(), ids=LOG_INS)
def test_what_is_wrong_with_a_log_in(entry: Access, expected: list[tuple[str, Severity]]) -> None:
    found = access.REGISTER.all_gaps(entry, TODAY)

    assert [(gap.question, gap.severity) for gap in found] == expected


def test_a_log_in_is_missed_from_the_day_after_its_person_leaves() -> None:
    ahead = access.REGISTER.attention(replace(SAM, person_leaves_on=date(2026, 12, 1)), TODAY)

    assert ahead is not None
    assert (ahead.on, ahead.gap.question) == (date(2026, 12, 2), "ended_on")


def test_a_closed_log_in_is_history() -> None:
    closed = replace(SAM, ended_on=TODAY, owner_leaves_on=date(2026, 1, 1))

    assert access.REGISTER.is_over(closed, TODAY)
    assert not access.REGISTER.is_over(closed, date(2026, 11, 21))
    assert access.REGISTER.attention(closed, TODAY) is None


def test_a_log_in_cannot_close_before_it_was_given() -> None:
    upside_down = replace(SAM, granted_on=TODAY, ended_on=date(2026, 11, 21))

    assert checking.faults(access.REGISTER, upside_down) == (
        "It cannot be closed before it was given. Check the two dates.",
    )
    assert not checking.faults(access.REGISTER, replace(upside_down, ended_on=TODAY))


def test_whether_passwords_are_strong_is_not_guessed() -> None:
    assert systems.password_is_strong(replace(CARE, passwords=None)) is None
