"""What changes, assessments and notices put on the list of what to do."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.agenda import assessments
from guardbook.rules.agenda.assessments import Change, Late, Notice
from guardbook.rules.agenda.todo import Consequence
from guardbook.rules.dpia.states import State

TODAY = date(2026, 11, 22)
ROTA = Change("1", "Rota of Dilys", State.TOLD, date(2026, 11, 1), has_officer=True)


@pytest.mark.parametrize(
    ("state", "words", "consequence"),
    [
        (State.TOLD, "Look whether “Rota of Dilys” needs", Consequence.REST),
        (State.SCREENED, "Decide what follows", Consequence.REST),
        (State.CONSULTED, "Ask the officer about", Consequence.REST),
        (State.DPO_ADVICE, "Answer the officer’s advice", Consequence.REST),
        (State.PRIOR_CONSULTATION, "Do not start", Consequence.GAP),
        (State.REVIEW_DUE, "Look again at the impact assessment", Consequence.GAP),
    ],
)
def test_what_waits_is_on_the_list(state: State, words: str, consequence: Consequence) -> None:
    [found] = assessments.changes([replace(ROTA, state=state, why="It moved abroad.")], TODAY)

    assert words in found.text
    assert found.consequence is consequence
    assert "Dilys" not in found.outside


def test_without_an_officer_the_next_is_to_sign_off() -> None:
    [found] = assessments.changes([replace(ROTA, state=State.CONSULTED, has_officer=False)], TODAY)

    assert found.text == "Sign off “Rota of Dilys”"


@pytest.mark.parametrize("state", [State.DRAFT, State.DECIDED, State.NOT_NEEDED, State.STOPPED])
def test_what_is_being_done_or_ended_asks_for_nothing(state: State) -> None:
    assert list(assessments.changes([replace(ROTA, state=state)], TODAY)) == []


@pytest.mark.parametrize(
    ("review_on", "state", "consequence", "is_open"),
    [
        (date(2027, 6, 1), State.LIVE, Consequence.REST, False),
        (date(2026, 12, 10), State.LIVE, Consequence.EXPIRING, True),
        (date(2026, 11, 20), State.REVIEW_DUE, Consequence.OVERDUE, True),
    ],
)
def test_its_day_is_known_before_it_comes(
    review_on: date, state: State, consequence: Consequence, is_open: bool
) -> None:
    [found] = assessments.changes([replace(ROTA, state=state, review_on=review_on)], TODAY)

    assert (found.consequence, found.is_open(TODAY), found.due_on) == (consequence, is_open, review_on)


def test_a_measure_that_is_late_is_named() -> None:
    late = Late("9", "Hide reasons", date(2026, 11, 1))

    [found] = assessments.changes([replace(ROTA, state=State.DRAFT, late=(late,))], TODAY)

    assert found.text == "Put this in place: Hide reasons"
    assert found.consequence is Consequence.OVERDUE
    assert found.outside == "Put a measure in place"


def test_a_notice_that_no_longer_holds_is_agreed_again() -> None:
    [found] = assessments.notices([Notice("staff", "Staff")])

    assert found.text == "Agree the privacy notice again: staff"
    assert found.place.parts == ("staff",)
