"""The 95% figure (rule F-02), with its names and its dates."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.people import Kind, Person
from guardbook.rules.training import coverage
from guardbook.rules.training.coverage import Counts, CoverageFacts, Standard, State, Trainee

AS_OF = date(2026, 11, 22)
RECENT = date(2026, 3, 1)
ANA = Person("Ana Lopez", Kind.EMPLOYEE, date(2020, 1, 1))


def staff(eligible: int, trained: int, *, away: int = 0, away_trained: int = 0) -> CoverageFacts:
    """So many people, the first of them trained; the absent are the last, or trained ones when asked."""
    people = []
    for number in range(eligible):
        absent = number >= eligible - away + away_trained or number < away_trained
        person = replace(ANA, name=f"Person {number}", away=absent)
        people.append(Trainee(person, (RECENT,) if number < trained else ()))
    return CoverageFacts(AS_OF, tuple(people))


EXAMPLES = {
    "F-02.e1": (staff(100, 95), State.MET, 95, 0),
    "F-02.e2": (staff(100, 94), State.NOT_MET, 95, 1),
    "F-02.e3": (staff(20, 19), State.MET, 19, 0),
    "F-02.e4": (staff(21, 19), State.NOT_MET, 20, 1),
    "F-02.e5": (staff(47, 44), State.NOT_MET, 45, 1),
    "F-02.e6": (staff(60, 57, away=3), State.MET, 57, 0),
    "F-02.e7": (staff(38, 36, away=2), State.NOT_MET, 37, 1),
    "F-02.e8": (CoverageFacts(AS_OF, (Trainee(ANA, (date(2025, 11, 22),)),)), State.NOT_MET, 1, 1),
    "F-02.e9": (CoverageFacts(AS_OF, (Trainee(replace(ANA, kind=Kind.VOLUNTEER)),)), State.NOT_MET, 1, 1),
    "F-02.e10": (CoverageFacts(AS_OF, ()), State.NOT_APPLICABLE, 0, 0),
    "the day inside the window": (
        CoverageFacts(AS_OF, (Trainee(ANA, (date(2025, 11, 23),)),)),
        State.MET,
        1,
        0,
    ),
    "training in the future": (CoverageFacts(AS_OF, (Trainee(ANA, (date(2026, 11, 23),)),)), State.NOT_MET, 1, 1),
}


@pytest.mark.parametrize(("facts", "state", "needed", "still"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_figure(facts: CoverageFacts, state: State, needed: int, still: int) -> None:
    verdict = coverage.coverage(facts)

    assert verdict.figure.state is state
    assert (verdict.figure.needed, verdict.figure.still_needed) == (needed, still)
    assert len(verdict.to_chase) == verdict.figure.counts.eligible - verdict.figure.counts.trained


def test_the_reason_counts_and_says_how_many_more() -> None:
    figure = coverage.coverage(staff(38, 36, away=2)).figure

    assert [reason.text for reason in figure.reasons] == [
        "36 of 38 people have trained since 23 November 2025 (94.7%).",
        "37 or more meets the standard, so 1 to go.",
        "Without the 2 people on long absence it would be 36 of 36. That is for information only.",
    ]
    assert figure.without_away == Counts(36, 36)
    assert coverage.in_percent(figure.without_away) == "100"


def test_the_absent_who_trained_leave_both_numbers() -> None:
    figure = coverage.coverage(staff(38, 36, away=2, away_trained=1)).figure

    assert figure.without_away == Counts(36, 35)


@pytest.mark.parametrize(
    ("person", "counts"),
    [
        (ANA, True),
        (replace(ANA, kind=Kind.AGENCY), True),
        (replace(ANA, kind=Kind.AGENCY, has_access=False), False),
        (replace(ANA, has_access=False), True),
        (replace(ANA, started_on=AS_OF), True),
        (replace(ANA, left_on=date(2026, 11, 21)), False),
        (replace(ANA, away=True), True),
        *((replace(ANA, kind=kind), True) for kind in Kind),
    ],
    ids=["employee", "agency", "agency without access", "no access", "first day", "left", "away", *Kind],
)
def test_who_counts(person: Person, counts: bool) -> None:
    assert coverage.is_eligible(person, AS_OF) is counts


def test_training_that_lapses_before_the_planned_day_is_named() -> None:
    soon, later = Trainee(ANA, (date(2026, 1, 10),)), Trainee(replace(ANA, name="Ben Ode"), (date(2026, 7, 1),))
    leaver = Trainee(replace(ANA, name="Cy Fox", left_on=date(2026, 12, 1)), (date(2026, 1, 5),))
    facts = CoverageFacts(AS_OF, (later, soon, leaver), planned_on=date(2027, 6, 30))

    lapsing = coverage.coverage(facts).lapsing

    assert lapsing == (coverage.Lapse("Ana Lopez", date(2027, 1, 10)),)
    assert coverage.coverage(replace(facts, planned_on=None)).lapsing == ()


def test_another_toolkit_version_may_ask_for_less() -> None:
    facts = replace(staff(100, 90), standard=Standard(percent=90))

    assert coverage.coverage(facts).figure.state is State.MET


def test_the_percentage_is_never_rounded_up() -> None:
    figure = coverage.judge(Counts(eligible=2001, trained=1900), Standard(), AS_OF)

    assert figure.percent == "94.9"
    assert figure.state is State.NOT_MET
    assert coverage.in_percent(Counts(0, 0)) == "0"
