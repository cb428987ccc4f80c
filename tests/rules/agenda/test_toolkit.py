"""What the toolkit asks to be done next, at each stage of the year."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.access import Permission
from guardbook.rules.agenda import toolkit
from guardbook.rules.agenda.todo import Consequence, Kind, Todo
from guardbook.rules.agenda.toolkit import Run
from guardbook.rules.assessment import years
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.frameworks.items import Level
from tests.rules.assessment.examples import NEEDS, OPTIONAL, PACK, PLAIN, TODAY

LAST_YEAR = Published(Goal.STANDARDS_MET, "2025-26", date(2026, 6, 1))
THIS_YEAR = Published(Goal.STANDARDS_MET, "2026-27", date(2026, 11, 1))
CLOSE = date(2027, 6, 10)


def standing(state: State, of: object = PLAIN) -> Standing:
    return Standing(of, state, None, None, None)  # type: ignore[arg-type]  # one of the questions of the examples


def run(*standings: Standing, on: date = TODAY, published: tuple[Published, ...] = (LAST_YEAR,), **more: bool) -> Run:
    return Run(PACK, standings, years.due(published, on), on, **{"has_begun": True, **more})


def questions(of: Run) -> list[Todo]:
    return [each for each in toolkit.toolkit(of) if each.place.kind is Kind.QUESTION]


def publishing(of: Run) -> list[Todo]:
    return [each for each in toolkit.toolkit(of) if each.cause.startswith("publish:")]


def test_before_the_start_there_is_nothing_but_to_start() -> None:
    (start,) = toolkit.toolkit(run(standing(State.UNANSWERED), has_begun=False))

    assert (start.text, start.place.kind, start.place.parts) == ("Start the 2025-26 toolkit", Kind.START, ("dspt", "8"))


@pytest.mark.parametrize(
    ("state", "on", "verb", "consequence"),
    [
        (State.CONTRADICTED, TODAY, "Put right", Consequence.CONTRADICTED),
        (State.OUT_OF_DATE, TODAY, "Put right", Consequence.OVERDUE),
        (State.SUGGESTED, TODAY, "Confirm", Consequence.UNANSWERED),
        (State.UNANSWERED, TODAY, "Answer", Consequence.UNANSWERED),
        (State.UNANSWERED, CLOSE, "Answer", Consequence.STOPS_PUBLISHING),
        (State.SUGGESTED, CLOSE, "Confirm", Consequence.STOPS_PUBLISHING),
    ],
)
def test_an_open_question_is_something_to_do(state: State, on: date, verb: str, consequence: Consequence) -> None:
    (todo,) = questions(run(standing(state), on=on))

    assert todo.text == f"{verb} 6.1.1: Question 6.1.1?"
    assert todo.consequence is consequence
    assert todo.cause == "question:dspt:8:6.1.1"
    assert todo.place.parts == ("dspt", "8", "6.1.1")


@pytest.mark.parametrize("state", [State.CONFIRMED, State.NOT_APPLICABLE, State.EXEMPT])
def test_a_question_that_is_done_is_not(state: State) -> None:
    assert questions(run(standing(state))) == []


def test_what_no_level_needs_is_left_alone_unless_it_went_wrong() -> None:
    assert questions(run(standing(State.UNANSWERED, OPTIONAL))) == []
    assert len(questions(run(standing(State.CONTRADICTED, OPTIONAL)))) == 1


def test_confirming_comes_before_answering_and_the_first_level_before_the_next() -> None:
    confirm, first, second = (
        questions(run(each))[0].step
        for each in (
            standing(State.SUGGESTED),
            standing(State.UNANSWERED),
            standing(State.UNANSWERED, replace(NEEDS, level=Level.STANDARDS_MET)),
        )
    )

    assert confirm < first < second


def test_far_from_the_day_publishing_is_in_the_calendar_alone() -> None:
    (todo,) = publishing(run(standing(State.UNANSWERED), standing(State.CONFIRMED)))

    assert (todo.due_on, todo.consequence) == (date(2027, 6, 30), Consequence.REST)
    assert not todo.is_open(TODAY)
    assert "1 question is still to do" in todo.why


def test_near_the_day_publishing_is_pressing() -> None:
    (todo,) = publishing(run(standing(State.UNANSWERED), standing(State.UNANSWERED), on=CLOSE))

    assert (todo.text, todo.consequence) == ("Publish the 2026-27 toolkit", Consequence.STOPS_PUBLISHING)
    assert todo.is_open(CLOSE)
    assert "2 questions are" in todo.why


@pytest.mark.parametrize(
    ("is_frozen", "text", "kind"),
    [
        (False, "Check and freeze your answers", Kind.FREEZE),
        (True, "Copy your answers to the NHS portal", Kind.COPY),
    ],
)
def test_what_is_ready_goes_on_to_the_portal(is_frozen: bool, text: str, kind: Kind) -> None:
    (todo,) = publishing(run(standing(State.CONFIRMED), is_ready=True, is_frozen=is_frozen))

    assert (todo.text, todo.place.kind, todo.needs) == (text, kind, Permission.ASSESSMENT_PUBLISH)
    assert todo.is_open(TODAY)


def test_once_published_next_year_is_what_comes() -> None:
    (todo,) = publishing(
        run(standing(State.CONFIRMED), published=(LAST_YEAR, THIS_YEAR), is_ready=True, is_frozen=True)
    )

    assert (todo.cause, todo.due_on) == ("publish:dspt:2027-28", date(2028, 6, 30))


def test_a_year_that_was_missed_is_overdue() -> None:
    missed = next(each for each in publishing(run(published=())) if each.due_on == date(2026, 6, 30))

    assert (missed.consequence, missed.place.kind) == (Consequence.OVERDUE, Kind.RECORD)
    assert missed.text == "Say whether you published for 2025-26"
