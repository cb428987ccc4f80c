"""The state machine: its table, and the promise that nothing counts on stale or contradicted records."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.assessment import drawing
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Latest, Said, evaluate
from guardbook.rules.assessment.states import TRANSITIONS, Event, Guard, Move, State, after, replay
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Cohort, Facts
from guardbook.rules.frameworks.items import AnswerKind, Item
from tests.rules.assessment.examples import COVERAGE, LEAVERS_ACCESS, NEEDS, PLAIN, SOUND, TODAY, WITH_RULES, YEAR_BACK

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "answer-states.md"
YES = Answer(AnswerKind.CONFIRM, yes=True)
CONFIRMED = Latest(Said.CONFIRMED, YES, date(2026, 11, 1), Outcome.MET)


def facts_with(trained: int, untrained: int, on: date = date(2026, 6, 1)) -> Facts:
    return replace(SOUND, staff=replace(SOUND.staff, cohorts=(Cohort(trained, trained_on=on), Cohort(untrained))))


CASES = {
    "nothing said, records silent": (PLAIN, SOUND, None, State.UNANSWERED),
    "nothing said, records support": (COVERAGE, SOUND, None, State.SUGGESTED),
    "nothing said, records disagree": (COVERAGE, facts_with(10, 10), None, State.UNANSWERED),
    "confirmed and supported": (COVERAGE, SOUND, CONFIRMED, State.CONFIRMED),
    "confirmed, one record gone": (COVERAGE, facts_with(18, 2), CONFIRMED, State.CONTRADICTED),
    "confirmed, the clock passed": (COVERAGE, replace(SOUND, as_of=date(2027, 6, 1)), CONFIRMED, State.OUT_OF_DATE),
    "confirmed, staff list emptied": (
        COVERAGE,
        replace(SOUND, staff=replace(SOUND.staff, cohorts=())),
        CONFIRMED,
        State.OUT_OF_DATE,
    ),
    "vouched for with silent records": (
        LEAVERS_ACCESS,
        replace(SOUND, access=replace(SOUND.access, leavers=())),
        replace(CONFIRMED, basis=Outcome.CANNOT_TELL),
        State.CONFIRMED,
    ),
    "confirmed against the records": (
        COVERAGE,
        facts_with(10, 10),
        replace(CONFIRMED, basis=Outcome.NOT_MET),
        State.CONTRADICTED,
    ),
    "proposed": (PLAIN, SOUND, replace(CONFIRMED, said=Said.PROPOSED), State.SUGGESTED),
    "last year's words": (PLAIN, SOUND, replace(CONFIRMED, said=Said.CARRIED), State.SUGGESTED),
    "withdrawn": (PLAIN, SOUND, replace(CONFIRMED, said=Said.WITHDRAWN), State.SUGGESTED),
    "confirmed without the tick": (PLAIN, SOUND, replace(CONFIRMED, answer=replace(YES, yes=False)), State.SUGGESTED),
    "does not apply": (
        PLAIN,
        SOUND,
        Latest(Said.NOT_APPLICABLE, replace(YES, not_applicable_because="no devices"), TODAY),
        State.NOT_APPLICABLE,
    ),
    "does not apply where it must": (
        COVERAGE,
        SOUND,
        Latest(Said.NOT_APPLICABLE, replace(YES, not_applicable_because="no devices"), TODAY),
        State.SUGGESTED,
    ),
    "window passed": (
        replace(PLAIN, window=YEAR_BACK),
        SOUND,
        replace(CONFIRMED, on=date(2025, 11, 22)),
        State.OUT_OF_DATE,
    ),
    "inside the window": (
        replace(PLAIN, window=YEAR_BACK),
        SOUND,
        replace(CONFIRMED, on=date(2025, 11, 23)),
        State.CONFIRMED,
    ),
    "old words, fresh records": (NEEDS, SOUND, replace(CONFIRMED, on=date(2025, 1, 1)), State.CONFIRMED),
    "excused by certificate": (
        LEAVERS_ACCESS,
        replace(SOUND, profile=replace(SOUND.profile, cyber_essentials_plus_until=TODAY)),
        None,
        State.EXEMPT,
    ),
    "certificate ends before publication": (
        LEAVERS_ACCESS,
        replace(
            SOUND,
            publish_on=date(2027, 1, 1),
            profile=replace(SOUND.profile, cyber_essentials_plus_until=date(2026, 12, 31)),
        ),
        None,
        State.SUGGESTED,
    ),
}


@pytest.mark.parametrize(("item", "facts", "latest", "state"), CASES.values(), ids=CASES.keys())
def test_where_an_answer_stands(item: Item, facts: Facts, latest: Latest | None, state: State) -> None:
    standing = evaluate(facts, item, latest)

    assert standing.state is state
    assert standing.why.endswith((".", "no devices"))


@pytest.mark.parametrize(("item", "facts", "latest", "state"), CASES.values(), ids=CASES.keys())
def test_a_state_holds_until_the_day_it_is_stale(item: Item, facts: Facts, latest: Latest | None, state: State) -> None:
    stale_on = evaluate(facts, item, latest).stale_on
    last = min(stale_on or date.max, facts.as_of + timedelta(days=500))
    days = [facts.as_of + timedelta(days=n) for n in range((last - facts.as_of).days)]

    assert {evaluate(replace(facts, as_of=on), item, latest).state for on in days} <= {state}


def test_only_three_states_count_as_done() -> None:
    assert {state for state in State if state.counts} == {State.CONFIRMED, State.NOT_APPLICABLE, State.EXEMPT}


def test_no_two_arrows_leave_a_state_on_the_same_event() -> None:
    pairs = [(move.start, move.event) for move in TRANSITIONS]

    assert len(pairs) == len(set(pairs))


def test_every_state_can_be_reached_and_left() -> None:
    assert {move.end for move in TRANSITIONS} | {State.UNANSWERED} == set(State)
    assert {move.start for move in TRANSITIONS} == set(State)


@pytest.mark.parametrize("move", [move for move in TRANSITIONS if move.guard is not Guard.ALWAYS])
def test_a_guarded_arrow_stays_shut(move: Move) -> None:
    assert after(move.start, move.event, frozenset(Guard) - {move.guard}) is move.start
    assert after(move.start, move.event) is move.end


@given(st.lists(st.sampled_from(Event)))
def test_nobody_reaches_done_without_a_person_or_a_certificate(events: list[Event]) -> None:
    people = {Event.CONFIRMED, Event.MARKED_NOT_APPLICABLE, Event.EXCUSED}

    assert not replay(events).counts or people & set(events)


_DAYS = st.dates(date(2025, 1, 1), date(2028, 1, 1))


@given(
    item=st.sampled_from(WITH_RULES),
    as_of=_DAYS,
    said=st.sampled_from(Said),
    on=_DAYS,
    basis=st.sampled_from([None, *Outcome]),
    trained=st.integers(0, 40),
    untrained=st.integers(0, 5),
)
def test_nothing_counts_on_stale_or_contradicted_records(
    item: Item, as_of: date, said: Said, on: date, basis: Outcome | None, trained: int, untrained: int
) -> None:
    answer = Answer(item.answer, text="Our manager, Asha Khan.", yes=True)
    facts = replace(facts_with(trained, untrained), as_of=as_of)

    standing = evaluate(facts, item, Latest(said, answer, on, basis))

    assert standing.suggestion is not None
    if standing.counts:
        assert standing.suggestion.outcome in {Outcome.MET, Outcome.CANNOT_TELL}
        assert not (standing.suggestion.outcome is Outcome.CANNOT_TELL and basis is Outcome.MET)


def test_the_picture_in_the_docs_is_the_one_the_code_draws() -> None:
    assert PAGE.read_text(encoding="utf-8") == drawing.markdown(), "Run ./guardbook docs"
