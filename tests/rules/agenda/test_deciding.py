"""Putting off and assigning: what comes back when, and what can never be hidden."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.errors import Refused
from guardbook.rules.agenda import deciding
from guardbook.rules.agenda.deciding import Decided, PutOff
from guardbook.rules.agenda.todo import Consequence
from tests.rules.agenda.examples import TODAY, todo

BEN = UUID(int=7)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
WAITS = PutOff(TOMORROW, "the locksmith is away", Consequence.GAP)


@pytest.mark.parametrize(
    ("put_off", "consequence", "hidden"),
    [
        (None, Consequence.GAP, False),
        (WAITS, Consequence.GAP, True),
        (WAITS, Consequence.REST, True),
        (WAITS, Consequence.OVERDUE, False),
        (PutOff(TODAY, "", Consequence.GAP), Consequence.GAP, False),
        (PutOff(TOMORROW, "", Consequence.LEGAL_CLOCK), Consequence.LEGAL_CLOCK, False),
    ],
    ids=["never put off", "as bad as then", "better now", "worse now", "its day has come", "a legal clock"],
)
def test_what_is_hidden(put_off: PutOff | None, consequence: Consequence, hidden: bool) -> None:
    assert deciding.holds(put_off, todo(consequence=consequence), TODAY) is hidden


@given(st.sampled_from(Consequence), st.sampled_from(Consequence), st.integers(-400, 400))
def test_a_put_off_never_hides_a_legal_clock_nor_something_worse(
    then: Consequence, now: Consequence, days: int
) -> None:
    put_off = PutOff(TODAY + timedelta(days=days), "it can wait", then)

    if deciding.holds(put_off, todo(consequence=now), TODAY):
        assert now is not Consequence.LEGAL_CLOCK
        assert not now.is_worse_than(then)
        assert days > 0


@pytest.mark.parametrize(
    ("consequence", "until", "why", "words"),
    [
        (Consequence.LEGAL_CLOCK, TOMORROW, "because", "The law sets the date"),
        (Consequence.GAP, TOMORROW, " ", "Write down why it can wait"),
        (Consequence.GAP, TODAY, "because", "Choose a day after today"),
        (Consequence.GAP, TODAY + timedelta(days=367), "because", "within a year"),
    ],
)
def test_what_may_not_be_put_off(consequence: Consequence, until: date, why: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        deciding.check_put_off(todo(consequence=consequence), until, why, TODAY)


def test_a_good_reason_and_a_day_to_come_are_enough() -> None:
    deciding.check_put_off(todo(consequence=Consequence.GAP), TODAY + deciding.LONGEST, "because", TODAY)


def test_a_day_that_was_agreed_counts_where_the_thing_has_none() -> None:
    (listed,) = deciding.listed([todo()], {"task:1": Decided(BEN, YESTERDAY, date(2026, 11, 1))}, TODAY)

    assert (listed.user_id, listed.todo.due_on, listed.todo.since) == (BEN, YESTERDAY, date(2026, 11, 1))
    assert listed.todo.consequence is Consequence.OVERDUE


def test_a_day_of_its_own_stays() -> None:
    (listed,) = deciding.listed([todo(due_on=TOMORROW)], {"task:1": Decided(BEN, YESTERDAY)}, TODAY)

    assert (listed.todo.due_on, listed.has_own_day) == (TOMORROW, True)


def test_what_is_put_off_says_so_and_the_rest_is_in_order() -> None:
    worse = todo(cause="task:2", consequence=Consequence.GAP)
    listed = deciding.listed([todo(), worse], {"task:1": Decided(put_off=WAITS)}, TODAY)

    assert [(each.todo.cause, each.put_off) for each in listed] == [("task:2", None), ("task:1", WAITS)]
