"""What comes round, as things to do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guardbook.rules.agenda import rounds
from guardbook.rules.agenda.rounds import Round
from guardbook.rules.agenda.todo import Consequence, Todo
from guardbook.rules.duties import due
from guardbook.rules.duties.due import Done, Facts, Waiver
from guardbook.rules.duties.duty import Duty
from guardbook.rules.verdict import Confidence
from tests.rules.agenda.examples import TODAY

RESTORE = Duty("restore-test", "Try a restore", "A backup nobody tried may be none.", 3, 30, 45, "A note.", Confidence.DEFAULT, "Our own")  # fmt: skip
DONE = Done(date(2026, 8, 15))


def todos(facts: Facts, *, concerns: bool | None = True, key: str = "restore-test") -> list[Todo]:
    duty = replace(facts.duty, key=key)
    return list(rounds.rounds([Round(duty, concerns, due.next_due(facts))], facts.as_of))


@pytest.mark.parametrize(
    ("on", "is_open", "expected"),
    [
        (date(2026, 9, 1), False, Consequence.REST),
        (date(2026, 10, 20), True, Consequence.EXPIRING),
        (date(2026, 11, 22), True, Consequence.OVERDUE),
    ],
)
def test_a_duty_comes_on_the_list_in_time_and_is_overdue_after_its_day(
    on: date, is_open: bool, expected: Consequence
) -> None:
    (todo,) = todos(Facts(RESTORE, on, (DONE,)))

    assert (todo.due_on, todo.is_open(on), todo.consequence) == (date(2026, 11, 15), is_open, expected)
    assert (todo.text, todo.outside, todo.minutes) == ("Try a restore", "Try a restore", 45)


def test_a_duty_nobody_knows_a_day_for_waits_without_one() -> None:
    (todo,) = todos(Facts(RESTORE, TODAY))

    assert (todo.due_on, todo.consequence, todo.is_open(TODAY)) == (None, Consequence.REST, True)


@pytest.mark.parametrize(
    ("days", "vacant", "expected"), [(31, False, True), (30, False, False), (-1, True, True), (-40, True, False)]
)
def test_the_owner_must_know_when_it_is_long_late_or_nobody_looks_after_it(
    days: int, vacant: bool, expected: bool
) -> None:
    facts = Facts(RESTORE, date(2026, 11, 15) + timedelta(days=days), (DONE,), role_is_vacant=vacant)

    (todo,) = todos(facts)

    assert todo.tells_owner is expected


@pytest.mark.parametrize("concerns", [False, None])
def test_what_does_not_concern_a_provider_is_not_on_its_list(concerns: bool | None) -> None:
    assert todos(Facts(RESTORE, TODAY, (DONE,)), concerns=concerns) == []


def test_what_was_left_out_or_is_said_elsewhere_is_not_there() -> None:
    waived = Facts(RESTORE, TODAY, (DONE,), waiver=Waiver(TODAY, "The supplier does it", "Asha"))

    assert todos(waived) == []
    assert [todos(Facts(RESTORE, TODAY), key=key) for key in sorted(rounds.SAID_ELSEWHERE)] == [[]] * 4
