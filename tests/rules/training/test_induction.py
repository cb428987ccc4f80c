"""When people must train, and when they are reminded (rule F-04)."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.people import Kind, Person, Topic
from guardbook.rules.training.induction import InductionFacts, State, induction

AS_OF = date(2026, 11, 16)
ANA = Person("Ana Lopez", Kind.EMPLOYEE, date(2020, 1, 1), clause_signed_on=date(2020, 1, 1))
NEW = replace(ANA, started_on=date(2026, 11, 1))
EXAMPLES = {
    "F-04.e1": (InductionFacts(AS_OF, NEW), State.OVERDUE, date(2026, 11, 15)),
    "F-04.e2": (InductionFacts(AS_OF, ANA, date(2025, 12, 1)), State.DUE, date(2026, 12, 1)),
    "F-04.e3": (
        InductionFacts(AS_OF, replace(ANA, kind=Kind.VOLUNTEER, clause_signed_on=None), date(2026, 9, 1)),
        State.IN_DATE,
        date(2027, 9, 1),
    ),
    "F-04.e4": (
        InductionFacts(AS_OF, ANA, date(2026, 9, 1), incident_on=date(2026, 11, 10)),
        State.DUE,
        date(2026, 11, 24),
    ),
    "an incident when the refresh is nearer": (
        InductionFacts(AS_OF, ANA, date(2025, 11, 20), incident_on=date(2026, 11, 10)),
        State.DUE,
        date(2026, 11, 20),
    ),
    "nobody said when they started": (InductionFacts(AS_OF, replace(ANA, started_on=None)), State.DUE, None),
    "trained since the incident": (
        InductionFacts(AS_OF, ANA, date(2026, 9, 1), incident_on=date(2026, 8, 10)),
        State.IN_DATE,
        date(2027, 9, 1),
    ),
}


@pytest.mark.parametrize(("facts", "state", "due"), EXAMPLES.values(), ids=EXAMPLES)
def test_when_training_is_due(facts: InductionFacts, state: State, due: date | None) -> None:
    verdict = induction(facts)

    assert (verdict.state, verdict.due_on) == (state, due)


def test_a_starter_who_is_late_calls_for_an_access_review() -> None:
    verdict = induction(EXAMPLES["F-04.e1"][0])

    assert verdict.review_access
    assert verdict.reasons[-1].text == "Decide whether they should see records before they have trained."
    assert verdict.reminders[0] == date(2026, 11, 8)


def test_reminders_come_before_and_after_the_day() -> None:
    reminders = induction(EXAMPLES["F-04.e2"][0]).reminders

    assert reminders == (
        date(2026, 10, 2),
        date(2026, 11, 1),
        date(2026, 11, 24),
        date(2026, 12, 1),
        date(2026, 12, 15),
    )


def test_an_unsigned_agreement_is_a_finding() -> None:
    (finding,) = induction(EXAMPLES["F-04.e3"][0]).findings

    assert (finding.topic, finding.item) == (Topic.AGREEMENT, "2.2.1")
    assert "volunteer agreement" in finding.reason.text


def test_without_a_start_date_there_is_no_day_to_remind_of() -> None:
    assert induction(EXAMPLES["nobody said when they started"][0]).reminders == ()
