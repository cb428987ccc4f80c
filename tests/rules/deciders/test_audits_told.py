"""The officer's audits are told beside walk-rounds where the toolkit asks whether rules are checked (item 1.3.2)."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.assessment import standing
from guardbook.rules.registers import audits, spot_checks
from guardbook.rules.registers.audits import OfficerAudit
from tests.rules.assessment.cases_paper import AUDIT, ROUND, SPOT_CHECKS, having, held


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ((), ""),
        ((AUDIT,), "also did one audit"),
        ((AUDIT, replace(AUDIT, done_on=date(2026, 1, 3))), "also did 2 audits"),
        ((replace(AUDIT, done_on=date(2025, 1, 3)),), ""),
        ((replace(AUDIT, result=None),), ""),
        ((replace(AUDIT, done_on=None),), ""),
    ],
)
def test_an_audit_of_the_last_year_that_is_written_up_is_told(done: tuple[OfficerAudit, ...], told: str) -> None:
    facts = having(held(spot_checks.REGISTER, ROUND, whole_on=None), held(audits.REGISTER, *done, whole_on=None))

    found = standing.suggest(facts, SPOT_CHECKS)

    assert found is not None
    assert (told in found.answer) if told else ("also did" not in found.answer)
