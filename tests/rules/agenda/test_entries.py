"""What the registers and people's own tasks put on the list, and what of it may leave."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guardbook.kernel.errors import Refused
from guardbook.rules.agenda import entries, tasks
from guardbook.rules.agenda.entries import Counts, Entry
from guardbook.rules.agenda.tasks import Written
from guardbook.rules.agenda.todo import Consequence, Todo
from guardbook.rules.registers.register import Severity
from tests.rules.agenda.examples import TODAY

ENTRY = Entry("suppliers", "Suppliers", "7", "Mrs Example's agency", TODAY, "No contract.", Severity.HIGH)
FULL = Counts("suppliers", "Suppliers", attention=1, unchecked=0)


def by_cause(worst: list[Entry], counts: list[Counts]) -> dict[str, Todo]:
    return {each.cause: each for each in entries.entries(worst, counts)}


@pytest.mark.parametrize(
    ("severity", "expected"),
    [(Severity.HIGH, Consequence.GAP), (Severity.MEDIUM, Consequence.REST), (Severity.INFO, Consequence.REST)],
)
def test_an_entry_with_a_gap_is_named_on_the_page_and_never_outside(severity: Severity, expected: Consequence) -> None:
    (todo,) = by_cause([replace(ENTRY, severity=severity)], [FULL]).values()

    assert (todo.text, todo.why) == ("Suppliers: put right “Mrs Example's agency”", "No contract.")
    assert (todo.outside, todo.consequence) == ("Suppliers: put an entry right", expected)


@pytest.mark.parametrize(
    ("attention", "text"), [(2, "Suppliers: put right 1 entry more"), (1001, "Suppliers: put right 1,000 entries more")]
)
def test_what_is_not_named_one_by_one_is_one_line(attention: int, text: str) -> None:
    found = by_cause([ENTRY], [replace(FULL, attention=attention)])

    assert found["register:suppliers:more"].text == text


@pytest.mark.parametrize(
    ("unchecked", "text"),
    [
        (1, "Suppliers: say whether 1 entry of ours is true here"),
        (3, "Suppliers: say whether 3 entries of ours are true here"),
    ],
)
def test_starter_entries_wait_for_somebody_to_say_that_they_are_true(unchecked: int, text: str) -> None:
    found = by_cause([], [replace(FULL, attention=0, unchecked=unchecked)])

    assert found["register:suppliers:unchecked"].text == text


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (None, Consequence.REST),
        (TODAY + timedelta(days=3), Consequence.EXPIRING),
        (TODAY - timedelta(days=1), Consequence.OVERDUE),
    ],
)
def test_a_task_is_as_pressing_as_its_day(due_on: date | None, expected: Consequence) -> None:
    (todo,) = tasks.tasks([tasks.Task("7", Written("Ring Mrs Example", due_on=due_on, minutes=5), TODAY)], TODAY)

    assert (todo.consequence, todo.cause, todo.since) == (expected, "task:7", TODAY)
    assert "Mrs Example" not in todo.outside
    assert todo.why == "Somebody here wrote this down."


def test_a_task_says_its_own_why() -> None:
    (todo,) = tasks.tasks([tasks.Task("7", Written("Ring them", "They asked"), TODAY)], TODAY)

    assert todo.why == "They asked"


def test_the_key_of_a_task_is_in_its_cause_and_in_no_other() -> None:
    assert tasks.key_of(tasks.cause_of("7")) == "7"
    assert tasks.key_of("fee") == ""


@pytest.mark.parametrize(
    ("said", "words"),
    [(Written(" "), "Write down what is to be done"), (Written("Paint it", minutes=481), "a day at most")],
)
def test_a_task_nobody_could_do_is_refused(said: Written, words: str) -> None:
    with pytest.raises(Refused, match=words):
        tasks.check(said)


def test_a_task_of_a_day_is_fine() -> None:
    tasks.check(Written("Paint it", minutes=480))
