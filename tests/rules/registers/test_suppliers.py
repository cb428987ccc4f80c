"""What is missing for a supplier, on which day, and from when."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import (
    BY_LAW,
    Clause,
    Criticality,
    Handled,
    Level,
    Notice,
    Place,
    Role,
    Safeguard,
    Supplier,
    Work,
)

TODAY = date(2026, 11, 22)
SOUND = Supplier(
    name="Careplan Ltd",
    does="Care records",
    contact="01632 960001",
    work=(Work.SOFTWARE,),
    handles_personal=True,
    criticality=Criticality.CRITICAL,
    role=Role.PROCESSOR,
    contract_on=date(2026, 1, 10),
    clauses=(*BY_LAW, Clause.EXIT, Clause.BACKUPS),
    breach_notice=Notice.DAY,
    hosted=Place.UK,
    ce_until=date(2027, 6, 1),
    reviewed_on=date(2026, 9, 1),
)
CLEANER = Supplier(
    name="Window cleaner", does="Windows", work=(Work.PREMISES,), handles_personal=False, reviewed_on=date(2026, 9, 1)
)
COUNCIL = replace(SOUND, name="Council", work=(Work.CARE,), role=Role.CONTROLLER, clauses=(), ce_until=None)
SHREDDER = replace(SOUND, work=(Work.DESTROYS,), criticality=Criticality.LOW, clauses=(*BY_LAW, Clause.DESTRUCTION))

CASES: dict[str, tuple[Supplier, list[tuple[str, Severity]]]] = {
    "sound": (SOUND, []),
    "nothing about people": (CLEANER, []),
    "a council": (replace(COUNCIL, criticality=Criticality.LOW), []),
    "a shredder": (SHREDDER, []),
    "no contact": (replace(SOUND, contact=""), [("contact", Severity.MEDIUM)]),
    "no role": (replace(SOUND, role=None), [("role", Severity.MEDIUM)]),
    "says neither, and handles": (replace(SOUND, role=Role.NEITHER), [("role", Severity.MEDIUM)]),
    "says processor, and does not handle": (replace(CLEANER, role=Role.PROCESSOR, contract_on=TODAY, clauses=BY_LAW, breach_notice=Notice.DAY), [("role", Severity.MEDIUM)]),
    "an unlikely role": (replace(COUNCIL, role=Role.PROCESSOR, clauses=BY_LAW, criticality=Criticality.LOW), [("role", Severity.INFO)]),
    "no contract": (replace(SOUND, contract_on=None), [("contract_on", Severity.HIGH)]),
    "no sharing agreement": (replace(COUNCIL, criticality=Criticality.LOW, contract_on=None), [("contract_on", Severity.MEDIUM)]),
    "a clause short": (replace(SOUND, clauses=SOUND.clauses[1:]), [("clauses", Severity.MEDIUM)]),
    "no clause at all": (replace(SOUND, clauses=(Clause.EXIT, Clause.BACKUPS)), [("clauses", Severity.MEDIUM)]),
    "no way out": (replace(SOUND, clauses=BY_LAW), [("clauses", Severity.INFO)]),
    "late notice": (replace(SOUND, breach_notice=Notice.LONGER), [("breach_notice", Severity.MEDIUM)]),
    "no notice": (replace(SOUND, breach_notice=None), [("breach_notice", Severity.LOW)]),
    "no certificate of destruction": (replace(SHREDDER, clauses=BY_LAW), [("clauses", Severity.MEDIUM)]),
    "contract not looked at": (replace(SOUND, contract_on=date(2025, 11, 21)), [("contract_reviewed_on", Severity.LOW)]),
    "looked at a year ago to the day": (replace(SOUND, contract_reviewed_on=date(2025, 11, 22)), []),
    "two years where little depends on them": (replace(SHREDDER, contract_on=date(2024, 11, 22)), []),
    "nobody said how much depends on them": (replace(SOUND, criticality=None), [("criticality", Severity.LOW)]),
    "care, and little depends on them": (replace(SHREDDER, handles=(Handled.CARE,)), [("criticality", Severity.MEDIUM)]),
    "nothing shown": (replace(SOUND, ce_until=None), [("", Severity.HIGH)]),
    "nothing shown, less depends on them": (replace(SOUND, ce_until=None, criticality=Criticality.HIGH), [("", Severity.MEDIUM)]),
    "runs out soon": (replace(SOUND, ce_until=date(2027, 1, 21)), [("ce_until", Severity.LOW)]),
    "runs out, not soon": (replace(SOUND, ce_until=date(2027, 1, 22)), []),
    "ran out": (replace(SOUND, ce_until=date(2026, 11, 21)), [("ce_until", Severity.MEDIUM)]),
    "scope not read": (replace(SOUND, iso_until=date(2028, 1, 1)), [("iso_covers", Severity.MEDIUM)]),
    "toolkit, no year": (replace(SOUND, dspt_level=Level.MET), [("dspt_year", Severity.LOW)]),
    "toolkit not met": (replace(SOUND, dspt_level=Level.NOT_MET, dspt_year=2026), [("dspt_level", Severity.HIGH)]),
    "toolkit of long ago": (replace(SOUND, dspt_level=Level.MET, dspt_year=2025), [("dspt_year", Severity.MEDIUM)]),
    "test long ago": (replace(SOUND, tested_on=date(2025, 11, 21)), [("tested_on", Severity.LOW)]),
    "fee ran out": (replace(SOUND, fee_until=date(2026, 11, 21)), [("fee_until", Severity.LOW)]),
    "where is it": (replace(SOUND, hosted=None), [("hosted", Severity.LOW)]),
    "where is it, they wonder too": (replace(SOUND, hosted=Place.NOT_KNOWN), [("hosted", Severity.MEDIUM)]),
    "in the US, without ground": (replace(SOUND, hosted=Place.US), [("safeguard", Severity.MEDIUM)]),
    "care in the US, without ground": (replace(SOUND, hosted=Place.US, handles=(Handled.CARE,)), [("safeguard", Severity.HIGH)]),
    "in the US, on the list": (replace(SOUND, hosted=Place.US, safeguard=Safeguard.BRIDGE), []),
}  # fmt: skip


@pytest.mark.parametrize(("entry", "expected"), CASES.values(), ids=CASES)
def test_what_is_missing_for_a_supplier(entry: Supplier, expected: list[tuple[str, Severity]]) -> None:
    found = list(REGISTER.gaps(REGISTER.settle(entry, Reference()), TODAY))

    assert [(gap.question, gap.severity) for gap in found] == expected
    assert all(gap.rule.startswith("D-0") and gap.text.endswith(".") for gap in found)


@pytest.mark.parametrize("entry", [entry for entry, _ in CASES.values()], ids=CASES)
def test_a_gap_that_comes_with_time_is_foreseen_to_the_day(entry: Supplier) -> None:
    settled = REGISTER.settle(entry, Reference())

    ahead = REGISTER.attention(settled, TODAY)

    assert ahead is not None
    if ahead.on > TODAY:
        assert REGISTER.all_gaps(settled, ahead.on)
        assert not REGISTER.all_gaps(settled, date.fromordinal(ahead.on.toordinal() - 1))


def test_a_toolkit_result_is_good_until_the_june_after_its_year() -> None:
    settled = REGISTER.settle(replace(SOUND, dspt_year=2026, tested_on=date(2026, 2, 28)), Reference())

    assert settled.dspt_until == date(2027, 6, 30)
    assert settled.test_until == date(2027, 2, 28)
    assert settled.contract_due_on == date(2027, 1, 10)


def test_less_is_looked_at_where_less_depends_on_it() -> None:
    assert REGISTER.review_months(SOUND) == 12
    assert REGISTER.review_months(SHREDDER) == 24


def test_the_laws_list_comes_first_among_the_clauses() -> None:
    assert tuple(Clause)[: len(BY_LAW)] == BY_LAW
