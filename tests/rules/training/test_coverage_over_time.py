"""The counts over time agree with the figure on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.people import Kind, Person
from guardbook.rules.training import coverage
from guardbook.rules.training.coverage import Change, Counts, CoverageFacts, Standard, Trainee
from guardbook.rules.training.window import Mode, Window

days = st.dates(date(2023, 1, 1), date(2028, 12, 31))
windows = st.sampled_from([Window(), Window(months=6), Window(Mode.TOOLKIT_YEAR)])
people = st.builds(
    Person,
    name=st.just("Somebody"),
    kind=st.sampled_from(Kind),
    started_on=st.none() | days,
    left_on=st.none() | days,
    has_access=st.booleans(),
)
trainees = st.lists(st.builds(Trainee, people, st.lists(days, max_size=4).map(tuple)), max_size=8)
YEAR = Window(Mode.TOOLKIT_YEAR)


@given(trainees, windows, days)
def test_the_timeline_agrees_with_the_figure(staff: list[Trainee], window: Window, as_of: date) -> None:
    facts = CoverageFacts(as_of, tuple(staff), standard=Standard(window=window))

    changes = coverage.timeline(staff, window)

    counts = coverage.coverage(facts).figure.counts
    assert coverage.counts_on(changes, as_of) == Counts(counts.eligible, counts.trained)


@given(days, windows, days)
def test_a_completion_counts_until_the_day_it_lapses(completed: date, window: Window, as_of: date) -> None:
    assert window.counts(completed, as_of) is (completed <= as_of < window.lapses_on(completed))


@pytest.mark.parametrize(
    ("window", "completed", "lapses"),
    [
        (Window(), date(2025, 12, 1), date(2026, 12, 1)),
        (Window(), date(2028, 2, 29), date(2029, 3, 1)),
        (YEAR, date(2026, 6, 30), date(2026, 7, 1)),
        (YEAR, date(2026, 7, 1), date(2027, 7, 1)),
    ],
    ids=["a year", "29 February", "last day of the toolkit year", "first day of the toolkit year"],
)
def test_when_training_lapses(window: Window, completed: date, lapses: date) -> None:
    assert window.lapses_on(completed) == lapses


def test_the_day_the_figure_will_fail_is_known_beforehand() -> None:
    person = Person("Ana Lopez", Kind.EMPLOYEE, date(2020, 1, 1))
    changes = coverage.timeline([Trainee(person, (date(2026, 3, 1),))], Window())

    assert coverage.fails_on(changes, Standard(), date(2026, 11, 22)) == date(2027, 3, 1)
    assert coverage.fails_on(changes, Standard(), date(2027, 3, 1)) is None


@given(st.integers(1, 5000), st.integers(1, 100))
def test_needed_is_the_least_number_that_meets_the_standard(eligible: int, percent: int) -> None:
    standard = Standard(percent=percent)
    needed = coverage.judge(Counts(eligible, 0), standard, date(2026, 1, 1)).needed

    met, short = (
        coverage.judge(Counts(eligible, trained), standard, date(2026, 1, 1)) for trained in (needed, needed - 1)
    )

    assert met.state is coverage.State.MET
    assert short.state is coverage.State.NOT_MET
    assert short.still_needed == 1


def test_somebody_who_left_before_they_started_never_counts() -> None:
    muddled = Person("Muddle", Kind.EMPLOYEE, date(2026, 5, 1), left_on=date(2026, 4, 1))

    assert coverage.timeline([Trainee(muddled, (date(2026, 4, 2),))], Window()) == ()


def test_two_trainings_in_a_row_are_one_spell() -> None:
    person = Person("Ana Lopez", Kind.EMPLOYEE, date(2025, 1, 1))
    first = date(2025, 2, 1)

    changes = coverage.timeline([Trainee(person, (first + timedelta(days=300), first))], Window())

    assert changes == (
        Change(date(2025, 1, 1), Counts(1, 0)),
        Change(first, Counts(1, 1)),
        Change(date(2026, 11, 28), Counts(1, 0)),
    )
