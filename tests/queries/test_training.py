"""The training figure is read in a constant number of queries, and flips by itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people
from guardbook.actions.people import Details
from guardbook.actions.training import completions
from guardbook.queries import training
from guardbook.queries.training import Picture
from guardbook.records.models import TrainingCompletion
from guardbook.rules.people import Kind
from guardbook.rules.training import records
from guardbook.rules.training.coverage import Standard, State
from guardbook.rules.training.validity import Proof
from tests.cast import Cast

Counted = Callable[[int], AbstractContextManager[object]]
TODAY = date(2026, 11, 22)


def staff(cast: Cast, count: int, trained: int) -> list[UUID]:
    """So many people, the first of them trained on 1 March 2026."""
    made = [people.add(cast.asha, details=Details(f"Person {n:02}", Kind.EMPLOYEE)) for n in range(count)]
    if trained:
        done = records.national(date(2026, 3, 1), Proof.CERTIFICATE)
        completions.record(cast.asha, person_ids=made[:trained], training=done)
    return made


def picture(cast: Cast, as_of: date = TODAY) -> Picture:
    return training.picture(cast.asha, as_of=as_of, planned_on=date(2027, 6, 30), standard=Standard())


@pytest.mark.parametrize("size", [2, 12])
def test_the_figure_takes_two_queries(cast: Cast, django_assert_num_queries: Counted, size: int) -> None:
    staff(cast, size, size)

    with django_assert_num_queries(2):
        shown = picture(cast)

    assert shown.coverage.figure.state is State.MET


def test_the_figure_flips_when_one_record_is_taken_out_and_when_the_clock_passes(cast: Cast) -> None:
    staff(cast, 20, 19)
    met, after_a_year = picture(cast), picture(cast, date(2027, 3, 1))

    completions.withdraw(cast.asha, completion_id=TrainingCompletion.objects.all()[:1].get().pk, reason="Not hers")

    assert met.coverage.figure.state is State.MET
    assert met.fails_on == date(2027, 3, 1)
    assert after_a_year.coverage.figure.state is State.NOT_MET
    assert picture(cast).coverage.figure.still_needed == 1


def test_those_to_chase_and_those_who_run_out_are_named(cast: Cast) -> None:
    staff(cast, 3, 2)

    shown = picture(cast).coverage

    assert shown.to_chase == ("Person 02",)
    assert [lapse.name for lapse in shown.lapsing] == ["Person 00", "Person 01"]


def test_training_that_does_not_count_is_not_counted(cast: Cast) -> None:
    (person_id,) = staff(cast, 1, 0)
    partial = records.national(date(2026, 3, 1), Proof.CERTIFICATE, modules=3)

    completions.record(cast.asha, person_ids=[person_id], training=partial)

    assert picture(cast).coverage.figure.counts.trained == 0
    assert training.of_person(cast.asha, person_id)[0].validity.reason.text.startswith("3 of 4 modules")


def test_nobody_in_a_role_means_that_item_is_open(cast: Cast, django_assert_num_queries: Counted) -> None:
    with django_assert_num_queries(3):
        items = training.of_role_holders(cast.asha).items

    assert [(item.ref, item.met) for item in items] == [("3.1.1", False), ("3.4.1", False)]
