"""Screening, risks, reviews and the questions, beyond the worked examples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.dpia import prefilling, questions, review, risk, screening, versions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.review import Rests
from guardbook.rules.dpia.risk import Level, Likelihood, Severity
from guardbook.rules.dpia.screening import NINE, Criterion, Facts, Group, Result
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis
from guardbook.rules.registers.processing import REGISTER, Processing
from guardbook.rules.registers.suppliers.entry import Clause, Place, Supplier
from guardbook.rules.registers.systems import System

CRITERIA = st.frozensets(st.sampled_from(Criterion))


@given(CRITERIA, st.sampled_from(Criterion))
def test_another_sign_of_risk_never_makes_a_change_safer(criteria: frozenset[Criterion], more: Criterion) -> None:
    order = list(Result)[::-1]

    before = screening.screening(Facts(criteria)).result
    after = screening.screening(Facts(criteria | {more})).result

    assert order.index(after) >= order.index(before)


@given(CRITERIA)
def test_two_of_the_nine_always_call_for_an_assessment(criteria: frozenset[Criterion]) -> None:
    found = screening.screening(Facts(criteria))

    if len(criteria & set(NINE)) >= 2:
        assert found.result in {Result.REQUIRED, Result.REQUIRED_PRESUMED}
    assert found.reasons


def test_every_criterion_is_asked_on_one_screen() -> None:
    asked = [each for group in Group for each in group.asks]

    assert sorted(asked) == sorted(Criterion)


def test_new_technology_alone_is_one_sign_and_not_two() -> None:
    assert screening.screening(Facts(frozenset({Criterion.INNOVATIVE}))).result is Result.RECOMMENDED


@pytest.mark.parametrize(
    ("likelihood", "severity", "level"),
    [
        (Likelihood.REMOTE, Severity.SERIOUS, Level.LOW),
        (Likelihood.POSSIBLE, Severity.SOME, Level.MEDIUM),
        (Likelihood.POSSIBLE, Severity.SERIOUS, Level.HIGH),
        (Likelihood.PROBABLE, Severity.MINIMAL, Level.LOW),
    ],
)
def test_a_risk_is_weighed(likelihood: Likelihood, severity: Severity, level: Level) -> None:
    assert risk.weigh(risk.Facts(likelihood, severity)).level is level


@given(st.sampled_from(Likelihood), st.sampled_from(Severity))
def test_a_likelier_or_graver_risk_is_never_smaller(likelihood: Likelihood, severity: Severity) -> None:
    levels, here = list(Level), risk.level(likelihood, severity)

    likelier, graver = risk.level(Likelihood.PROBABLE, severity), risk.level(likelihood, Severity.SERIOUS)

    assert here is not None
    assert likelier is not None
    assert graver is not None
    assert levels.index(likelier) >= levels.index(here)
    assert levels.index(graver) >= levels.index(here)


def test_what_is_not_weighed_has_no_level() -> None:
    assert risk.level(None, Severity.SOME) is None
    assert risk.worst([]) is None
    assert risk.worst([Level.MEDIUM, None, Level.LOW]) is Level.MEDIUM


def _rests(name: str, **says: str) -> Rests:
    return Rests("suppliers", name, name, says)


def test_everything_that_changed_is_named_and_the_day_too() -> None:
    then = (_rests("Gone"), _rests("Same", hosted="The UK only"), _rests("Moved", hosted="", made_up="x"))
    now = (_rests("Same", hosted="The UK only"), _rests("Moved", hosted="Anywhere else", made_up="y"), _rests("New"))

    found = review.review(review.Facts(date(2027, 1, 2), date(2027, 1, 1), then, now))

    assert found.changes == (
        "Gone: it is no longer in your registers.",
        "Moved: “Where is the information kept, or looked at from?” was “not said” and is now “Anywhere else”.",
        "Moved: “made up” was “x” and is now “y”.",
        "New: it was added since.",
    )
    assert found.reasons[-1].text == "Its day to be looked at again was 1 January 2027."


def test_nothing_changed_and_its_day_is_to_come() -> None:
    assert not review.review(review.Facts(date(2027, 1, 1), date(2027, 1, 2))).is_due


def test_an_entry_rests_on_words_and_not_on_who_looks_after_it() -> None:
    entry = Processing(name="Rota", people=(People.STAFF,), leaves_uk=False, bases=(Basis.CONTRACT,))

    found = review.rests(REGISTER, "1", entry)

    assert found.says["people"] == "Staff"
    assert found.says["leaves_uk"] == "No"
    assert found.says["abroad"] == ""
    assert "owner" not in found.says


def test_the_registers_begin_the_answers() -> None:
    use = Processing(
        name="Rota", purpose="To plan shifts", data=(Data.WORK,), recipients=("The agency",), came_from="Staff"
    )
    supplier = Supplier(name="Everrota", does="Rota", clauses=(Clause.SECURITY,), hosted=Place.UK)

    found = prefilling.prefilled(
        [use], [System(name="App", used_for="Shifts"), System(name="Old")], [supplier], ["2 years"]
    )

    assert found["worth"] == "Rota: To plan shifts"
    assert found["journey"] == "Rota: Staff\nRota: goes to The agency"
    assert found["kept_in"] == "App: Shifts\nOld"
    assert found["kept_for"] == "2 years"
    assert found["suppliers"].startswith("Everrota: Rota\nEverrota, contract: ")
    assert found["abroad"] == "Everrota: The UK only"
    assert "basis" not in found
    assert prefilling.prefilled([], [], [Supplier(name="Bare")], [])["suppliers"] == "Bare"


def test_every_question_has_a_number_of_its_own_and_stands_on_a_screen() -> None:
    assert len({each.pia for each in questions.QUESTIONS}) == len(questions.QUESTIONS)
    assert sorted(each.key for screen in Screen for each in questions.on(screen)) == sorted(questions.BY_KEY)


def test_what_may_stay_empty_is_not_asked_again() -> None:
    answers = {each.key: "Said" for each in questions.QUESTIONS if each.required}

    assert questions.unanswered(answers) == ()
    assert questions.unanswered({}, Screen.OTHERS) == tuple(each.label for each in questions.on(Screen.OTHERS))


def test_a_mark_tells_changed_words_from_the_same() -> None:
    assert versions.mark({"a": "x"}) == versions.mark({"a": "x"})
    assert versions.mark({"a": "x"}) != versions.mark({"a": "y"})
