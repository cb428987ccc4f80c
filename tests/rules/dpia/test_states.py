"""The state machine of an assessment: its table, its picture, and that nothing goes live past a guard."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.dpia import drawing, states, stepping
from guardbook.rules.dpia.risk import Level
from guardbook.rules.dpia.screening import Criterion
from guardbook.rules.dpia.screening import Facts as Screened
from guardbook.rules.dpia.states import ENDED, PAST, TRANSITIONS, Event, Guard, State
from guardbook.rules.dpia.stepping import Facts

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "dpia-states.md"
WORDS = st.sampled_from(["", " ", "Said."])
SITUATIONS = st.builds(
    Facts,
    state=st.just(State.TOLD),
    event=st.sampled_from(Event),
    screened=st.builds(Screened, criteria=st.frozensets(st.sampled_from(Criterion)), reason_not_to=WORDS),
    reason=WORDS,
    unanswered=st.sampled_from([(), ("What?",)]),
    risks=st.integers(0, 2),
    unweighed=st.integers(0, 1),
    residual=st.sampled_from([None, *Level]),
    consulted=WORDS,
    not_consulted_because=WORDS,
    officer_appointed=st.booleans(),
    advice=WORDS,
    adviser_chose_it=st.booleans(),
    advice_followed=st.sampled_from([None, True, False]),
    advice_answer=WORDS,
    decider_is_officer=st.booleans(),
    regulator_agreed=st.booleans(),
    waiting_measures=st.sampled_from([(), ("A lock",)]),
)


WELL = st.builds(
    Facts,
    state=st.just(State.TOLD),
    event=st.sampled_from(Event),
    reason=st.just("Said."),
    risks=st.just(1),
    residual=st.sampled_from(Level),
    consulted=st.just("Staff."),
    officer_appointed=st.booleans(),
    advice=st.just("Go on."),
    advice_followed=st.just(True),
    regulator_agreed=st.booleans(),
)
"""Nearly everything is in order, so that long ways are walked."""


@given(st.lists(WELL | SITUATIONS, max_size=60))
def test_whatever_happens_no_guard_is_passed_and_nothing_is_lost(happenings: list[Facts]) -> None:
    state = State.TOLD
    for each in happenings:
        facts = replace(each, state=state)
        found = stepping.step(facts)
        if not found.allowed:
            assert found.state is state
            assert found.lacking
            continue
        assert states.move_of(state, facts.event) is not None
        if found.state is State.LIVE and state is State.DECIDED:
            assert facts.residual is not Level.HIGH or facts.regulator_agreed
            assert facts.waiting_measures == ()
        if facts.event is Event.DECIDED:
            assert facts.residual in {Level.LOW, Level.MEDIUM}
            assert not facts.decider_is_officer
            assert state is State.DPO_ADVICE or not facts.officer_appointed
        if facts.event is Event.NOT_NEEDED:
            assert not facts.screened.criteria & {Criterion.LARGE_SPECIAL, Criterion.DENIAL}
        state = found.state


@given(st.lists(st.sampled_from([each for each in Event if each is not Event.FELL_DUE]), max_size=30))
def test_replayed_events_lead_to_a_state_and_only_a_signed_assessment_is_live(events: list[Event]) -> None:
    state = states.replay(events)

    if state is State.LIVE:
        assert Event.WENT_LIVE in events
        assert {Event.DECIDED, Event.REGULATOR_AGREED} & set(events)
    assert state is not State.REVIEW_DUE  # that is worked out on reading, never recorded


def test_every_state_can_be_reached_and_only_the_ended_cannot_be_left() -> None:
    reached = {State.TOLD} | {move.end for move in TRANSITIONS}
    left = {move.start for move in TRANSITIONS}

    assert reached == set(State)
    assert set(State) - left == {State.STOPPED}
    assert State.STOPPED in ENDED


def test_every_guard_is_used_and_every_move_is_there_once() -> None:
    assert {guard for move in TRANSITIONS for guard in move.guards} == set(Guard)
    assert len({(move.start, move.event) for move in TRANSITIONS}) == len(TRANSITIONS)


def test_everything_somebody_can_do_has_words() -> None:
    assert set(PAST) == set(Event) - {Event.FELL_DUE}


def test_the_picture_in_the_docs_is_drawn_from_the_table() -> None:
    assert PAGE.read_text("utf-8") == drawing.markdown()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (Facts(State.PRIOR_CONSULTATION, Event.WENT_LIVE, residual=Level.HIGH), "Do not start"),
        (Facts(State.TOLD, Event.DECIDED), "not a next step"),
        (Facts(State.CONSULTED, Event.DECIDED), "Weigh the risk that is left"),
        (Facts(State.CONSULTED, Event.DECIDED, residual=Level.HIGH), "A high risk is left"),
        (Facts(State.CONSULTED, Event.HIGH_RISK_LEFT, residual=Level.LOW), "need not ask the regulator"),
        (Facts(State.CONSULTED, Event.ADVISED, advice="Go"), "No Data Protection Officer is appointed"),
        (Facts(State.LIVE, Event.STOPPED), "Write down why"),
    ],
)
def test_a_refused_step_says_what_is_missing(facts: Facts, words: str) -> None:
    assert words in " ".join(each.text for each in stepping.step(facts).lacking)


def test_what_the_regulator_let_go_on_may_begin() -> None:
    facts = Facts(State.DECIDED, Event.WENT_LIVE, residual=Level.HIGH, regulator_agreed=True)

    assert stepping.step(facts).state is State.LIVE
