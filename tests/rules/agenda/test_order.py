"""The order of the list: by what happens if nobody does it, then by date; always the same, and it says why."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Todo
from tests.rules.agenda.examples import TODAY, todo

TODOS = st.builds(
    lambda cause, consequence, due_on, minutes, step: todo(
        cause=cause, consequence=consequence, due_on=due_on, minutes=minutes, step=step
    ),
    st.text("ab:0129", min_size=1, max_size=6),
    st.sampled_from(Consequence),
    st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.none() | st.integers(1, 120),
    st.integers(0, 3),
)


def causes(*things: Todo) -> list[str]:
    return [each.cause for each in todos.in_order(things)]


def test_the_worst_consequence_comes_first() -> None:
    shuffled = [todo(cause=each.value, consequence=each) for each in reversed(Consequence)]

    assert causes(*shuffled) == [
        "legal_clock", "stops_publishing", "contradicted", "overdue", "gap", "expiring", "unanswered", "rest",
    ]  # fmt: skip


def test_among_equals_the_earlier_day_comes_first_and_a_day_before_none() -> None:
    early, late, never = (
        todo(cause=name, due_on=on) for name, on in (("e", TODAY), ("l", TODAY + timedelta(days=1)), ("n", None))
    )

    assert causes(never, late, early) == ["e", "l", "n"]


def test_then_what_others_build_on_then_the_shortest_then_numbers_as_numbers() -> None:
    built_on, short = todo(cause="z", step=0, minutes=60), todo(cause="y", step=1, minutes=1)
    second, tenth, unknown = (todo(cause=f"q:1.1.{at}", step=2, minutes=5) for at in (2, 10, 1))
    unknown = todo(cause="q:1.1.1", step=2)

    assert causes(unknown, tenth, second, short, built_on) == ["z", "y", "q:1.1.2", "q:1.1.10", "q:1.1.1"]


@given(st.lists(TODOS, max_size=6, unique_by=lambda one: one.cause), st.randoms())
def test_the_order_does_not_depend_on_how_the_list_was_made(things: list[Todo], chance: st.DataObject) -> None:
    shuffled = list(things)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    assert todos.in_order(shuffled) == todos.in_order(things)


@given(st.lists(TODOS, min_size=2, max_size=8, unique_by=lambda one: one.cause))
def test_nothing_stands_before_something_worse_or_as_bad_and_earlier(things: list[Todo]) -> None:
    for before, after in itertools.pairwise(todos.in_order(things)):
        assert not after.consequence.is_worse_than(before.consequence)
        if after.consequence is before.consequence:
            assert (before.due_on or date.max) <= (after.due_on or date.max)


@given(TODOS, TODOS)
def test_two_things_have_one_place_only_when_they_are_one(one: Todo, other: Todo) -> None:
    assert (todos.rank(one) == todos.rank(other)) <= (one.cause == other.cause)


@pytest.mark.parametrize(
    ("due_on", "otherwise", "expected"),
    [
        (None, Consequence.REST, Consequence.REST),
        (TODAY + timedelta(days=8), Consequence.REST, Consequence.REST),
        (TODAY + timedelta(days=7), Consequence.REST, Consequence.EXPIRING),
        (TODAY, Consequence.UNANSWERED, Consequence.EXPIRING),
        (TODAY, Consequence.GAP, Consequence.GAP),
        (TODAY - timedelta(days=1), Consequence.GAP, Consequence.OVERDUE),
        (TODAY - timedelta(days=1), Consequence.CONTRADICTED, Consequence.CONTRADICTED),
    ],
)
def test_a_day_makes_a_thing_pressing(due_on: date | None, otherwise: Consequence, expected: Consequence) -> None:
    assert todos.by_date(due_on, TODAY, otherwise) is expected


@pytest.mark.parametrize(
    ("consequence", "due_on", "words"),
    [
        (Consequence.REST, None, "Nothing breaks if this waits a little."),
        (Consequence.LEGAL_CLOCK, TODAY, "comes before everything else. It is due by 22 November 2026."),
        (Consequence.OVERDUE, date(2026, 11, 1), "It was due on 1 November 2026."),
        (Consequence.OVERDUE, None, "Its day has passed."),
        (Consequence.GAP, date(2026, 11, 1), "is missing. It was due on 1 November 2026."),
    ],
)
def test_each_place_is_explained(consequence: Consequence, due_on: date | None, words: str) -> None:
    assert todos.reason(todo(consequence=consequence, due_on=due_on), TODAY).endswith(words)


def test_every_consequence_has_its_words() -> None:
    assert all(each.label and each.means.endswith(".") for each in Consequence)


def test_what_comes_later_is_not_on_the_list_yet() -> None:
    assert todo(opens_on=TODAY).is_open(TODAY)
    assert not todo(opens_on=TODAY + timedelta(days=1)).is_open(TODAY)
