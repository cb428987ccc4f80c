"""The course of an incident: whatever happens to it, no state is illegal, no clock is lost, no closed record is incomplete."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.incidents import clock, record, states
from guardbook.rules.incidents.record import Action
from guardbook.rules.incidents.states import Facts
from guardbook.rules.incidents.vocabulary import Class, Event, State, Track, TrackState

AWARE = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
READY = Facts(
    State.LOGGED,
    Event.TRIAGE,
    event_class=Class.PERSONAL_DATA_BREACH,
    certain_at=AWARE,
    owner=True,
    prompts_answered=True,
    scores_given=True,
    decider_authorised=True,
    rationale="The address was read.",
    now=AWARE + timedelta(hours=20),
    new_facts="A copy turned up.",
    regulator_decided=True,
    individuals_decided=True,
    lessons="Check the address.",
    actions=(Action("Change the list", "Asha"),),
    reference="INC-1",
)


def after(state: State, event: Event, **more: Any) -> states.Step:
    return states.step(replace(READY, state=state, event=event, **more))


FACTS = st.builds(
    replace,
    st.just(READY),
    event_class=st.sampled_from([None, *Class]),
    owner=st.booleans(),
    suspected_only=st.booleans(),
    prompts_answered=st.booleans(),
    scores_given=st.booleans(),
    decider_authorised=st.booleans(),
    rationale=st.sampled_from(["", "A reason."]),
    dpo_exists=st.booleans(),
    dpo_advice=st.sampled_from(["", "Tell them."]),
    second_view_needed=st.booleans(),
    second_view=st.booleans(),
    notice_refusals=st.sampled_from([(), ("Fill it in.",)]),
    outstanding=st.sampled_from([(), ("people",)]),
    delay_reason=st.sampled_from(["", "We asked the supplier."]),
    now=st.integers(0, 200).map(lambda hours: AWARE + timedelta(hours=hours)),
    new_facts=st.sampled_from(["", "More."]),
    regulator_decided=st.sampled_from([None, True, False]),
    individuals_decided=st.sampled_from([None, True, False]),
    tracks=st.dictionaries(st.sampled_from(Track), st.sampled_from(TrackState)),
    lessons=st.sampled_from(["", "We learnt."]),
    actions=st.sampled_from([(), (Action("Do it"),), (Action("Do it", "Asha"),)]),
)


@given(st.lists(st.tuples(st.sampled_from(Event), FACTS), max_size=25))
def test_any_events_in_any_order_keep_state_clock_and_record_right(events: list[tuple[Event, Facts]]) -> None:
    state, revision = State.LOGGED, 1

    for event, given_facts in events:
        facts = replace(given_facts, state=state, event=event, revision=revision)
        step = states.step(facts)

        assert step.deadline == clock.deadline(AWARE)
        assert step.reference == "INC-1"
        assert step.allowed is (not step.refusals)
        assert step.state is (states.MOVES[state, event] if step.allowed else state)
        assert step.revision == revision + step.allowed
        if step.allowed and step.state is State.CLOSED:
            assert TrackState.NEEDED not in facts.tracks.values()
            assert facts.rationale
            if facts.event_class is Class.PERSONAL_DATA_BREACH:
                assert facts.regulator_decided is not None
                assert facts.individuals_decided is not None
                assert facts.lessons
        if step.allowed and event in {Event.DECIDE_NOT, Event.DECIDE_REPORT}:
            assert facts.decider_authorised
            assert facts.dpo_advice or not facts.dpo_exists
        state, revision = step.state, step.revision


@pytest.mark.parametrize("state", list(State))
def test_every_state_leads_on(state: State) -> None:
    assert states.may_follow(state)


def test_every_state_can_be_reached_from_the_log() -> None:
    reached = {State.LOGGED}
    for _ in State:
        reached |= {to for (state, _), to in states.MOVES.items() if state in reached}

    assert reached == set(State)


def test_every_event_has_its_guard_in_words() -> None:
    assert set(states.GUARDS) == {event for _, event in states.MOVES} == set(Event)


@pytest.mark.parametrize(
    ("state", "event", "more", "refusal"),
    [
        (State.LOGGED, Event.TRIAGE, {"event_class": None}, "Say what happened to the information."),
        (State.LOGGED, Event.TRIAGE, {"certain_at": None}, "only suspected"),
        (State.TRIAGED, Event.CONTAIN, {"owner": False}, "in charge"),
        (State.TRIAGED, Event.ASSESS, {"prompts_answered": False}, "questions about risk"),
        (State.TRIAGED, Event.ASSESS, {"scores_given": False}, "both scores"),
        (State.TRIAGED, Event.CLOSE_OTHER, {}, "needs a decision first"),
        (State.ASSESSED, Event.DECIDE_REPORT, {"decider_authorised": False}, "may decide this"),
        (State.ASSESSED, Event.DECIDE_NOT, {"second_view_needed": True}, "second view"),
        (State.REPORTABLE, Event.SUBMIT_INITIAL, {"notice_refusals": ("Fill it in.",)}, "Fill it in."),
        (State.REPORTABLE, Event.SUBMIT_COMPLETE, {"outstanding": ("people",)}, "still to follow"),
        (State.REPORTABLE, Event.SUBMIT_INITIAL, {"now": AWARE + timedelta(hours=73)}, "Say why it took longer"),
        (State.NOT_REPORTABLE, Event.NEW_FACTS, {"new_facts": " "}, "what is new"),
        (State.NOT_REPORTABLE, Event.OPEN_ACTIONS, {"actions": ()}, "at least one action"),
        (State.NOT_REPORTABLE, Event.OPEN_ACTIONS, {"actions": (Action("Do it"),)}, "who does each action"),
        (State.NOT_REPORTABLE, Event.CLOSE, {"lessons": ""}, "what you learnt"),
        (State.NOT_REPORTABLE, Event.CLOSE, {"actions": (Action("Do it"),)}, "Say who does this: Do it"),
        (State.NOTIFIED_INITIAL, Event.CLOSE, {"outstanding": ("people",)}, "what was still to follow"),
        (State.NOT_REPORTABLE, Event.CLOSE, {"event_class": None}, "what kind of event"),
        (State.NOT_REPORTABLE, Event.CLOSE, {"regulator_decided": None}, "whether the regulator is told"),
        (State.NOT_REPORTABLE, Event.CLOSE, {"rationale": ""}, "why it was decided so"),
        (State.CLOSED, Event.REOPEN, {"new_facts": ""}, "what is new"),
    ],
)
def test_a_guard_says_in_words_what_is_missing(state: State, event: Event, more: dict[str, Any], refusal: str) -> None:
    step = after(state, event, **more)

    assert not step.allowed
    assert step.state is state
    assert any(refusal in each for each in step.refusals)


@pytest.mark.parametrize(
    ("state", "event", "to"),
    [
        (State.LOGGED, Event.TRIAGE, State.TRIAGED),
        (State.TRIAGED, Event.CONTAIN, State.CONTAINING),
        (State.CONTAINING, Event.ASSESS, State.ASSESSED),
        (State.ASSESSED, Event.DECIDE_REPORT, State.REPORTABLE),
        (State.REPORTABLE, Event.SUBMIT_INITIAL, State.NOTIFIED_INITIAL),
        (State.NOTIFIED_INITIAL, Event.SUBMIT_COMPLETE, State.NOTIFIED_COMPLETE),
        (State.NOTIFIED_COMPLETE, Event.OPEN_ACTIONS, State.ACTIONS_OPEN),
        (State.ACTIONS_OPEN, Event.CLOSE, State.CLOSED),
        (State.CLOSED, Event.REOPEN, State.REOPENED),
        (State.REOPENED, Event.ASSESS, State.ASSESSED),
    ],
)
def test_a_breach_goes_its_course(state: State, event: Event, to: State) -> None:
    assert after(state, event).state is to


def test_a_later_notice_needs_no_second_reason_for_the_delay() -> None:
    late = AWARE + timedelta(hours=200)

    assert after(State.NOTIFIED_INITIAL, Event.SUBMIT_COMPLETE, now=late).allowed


def test_what_is_no_breach_closes_with_a_reason_alone() -> None:
    near_miss: dict[str, Any] = {"event_class": Class.NEAR_MISS}

    assert after(State.TRIAGED, Event.CLOSE_OTHER, **near_miss).state is State.CLOSED
    assert not after(State.TRIAGED, Event.CLOSE_OTHER, **near_miss, rationale="").allowed


def test_a_correction_that_changes_nothing_is_refused() -> None:
    assert not record.correct(record.Correction("lessons", "Same", "Same", "Why")).allowed


def test_our_own_list_has_the_notes_too() -> None:
    assert "notes" in record.listed(record.Wanted(record.Reader.OWN)).columns
