"""Requests, complaints and disclosures under anything that may be tried: no illegal state, no lost clock, a whole record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import clocks
from guardbook.kernel.dates import add_months
from guardbook.rules.clocks.request import Running
from guardbook.rules.rights import acting, cases, states, steps
from guardbook.rules.rights.cases import Case, Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import (
    Asked,
    Basis,
    Charge,
    Condition,
    Doubt,
    Exemption,
    Found,
    Handed,
    How,
    Kind,
    Longer,
    Outcome,
    Purpose,
    Requester,
    Shown,
)

PUBLISHED = clocks.published()
START = date(2026, 9, 3)
WORDS = ("", "Looked in the office and the care system.")
CHOICES = [each.value for kind in (Doubt, Charge, Purpose, Longer, Shown, Outcome, Found, Handed) for each in kind]
TAGS = [each.value for kind in (Exemption, Basis, Condition) for each in kind]


@st.composite
def received(draw: st.DrawFn) -> Received:
    kind = draw(st.sampled_from(Kind))
    return Received(
        kind,
        START,
        draw(st.sampled_from(How)),
        "Everything you have on me",
        "Ivy Brown",
        draw(st.sampled_from(Requester)),
        asked=draw(st.sampled_from(Asked)) if kind is Kind.REQUEST else None,
        asker=draw(st.sampled_from(Asker)) if kind is Kind.DISCLOSURE else None,
        power="Care Act 2014",
    )


@st.composite
def tried(draw: st.DrawFn) -> tuple[Step, int]:
    """A step, mostly sensible, and how many days pass before it."""
    event = draw(st.sampled_from(Event))
    offered = [each.value for kind in Kind if (found := steps.choices(kind, event)) for each in found]
    return (
        Step(
            event,
            START,
            words=draw(st.sampled_from((*WORDS[1:] * 4, ""))),
            choice=draw(st.sampled_from(offered or CHOICES)),
            person=draw(st.sampled_from(("Asha", "Asha", "Asha", ""))),
            place=draw(st.sampled_from(("By post", "By post", ""))),
            tags=tuple(draw(st.lists(st.sampled_from([*TAGS, steps.LARGE]), max_size=2))),
            other_on=draw(st.none() | st.just(START)),
        ),
        draw(st.integers(-2, 9)),
    )


@given(received(), st.lists(tried(), max_size=40))
def test_whatever_is_tried_the_state_the_clock_and_the_record_hold(
    first: Received, tries: list[tuple[Step, int]]
) -> None:
    case, today = Case(first), START
    for step, days in tries:
        today += timedelta(days=max(days, 0))
        dated = replace(step, on=today - timedelta(days=max(-days, 0)))
        refused = acting.why_not(case, dated, PUBLISHED, today)
        if not refused:
            was = case.state
            case = replace(case, steps=(*case.steps, dated))
            _moved_as_the_table_says(was, case, step.event)
        _holds(case, today)


def _moved_as_the_table_says(was: State, case: Case, event: Event) -> None:
    told = states.after(case.kind, was, event)
    assert told is not None
    assert case.state is told or (told, case.state) == (State.OPEN, State.WAITING)


def _holds(case: Case, today: date) -> None:
    assert states.possible(case.kind, case.state), "there is always a way on"
    if case.kind is Kind.REQUEST:
        _clock_holds(case, today)
    if case.kind is Kind.COMPLAINT:
        assert cases.complaint_clock(case, PUBLISHED, today).ack_due >= START + timedelta(days=30)
    closed = case.last(Event.CLOSE, Event.REOPEN)
    if case.state is State.CLOSED and closed and closed.event is Event.CLOSE and not case.of(Event.WITHDRAW):
        assert acting.lacking(case) == ()
        assert case.decision is not None or case.of(Event.ESCALATE)
    if case.state is State.SENT:
        assert case.decision is not None
        assert case.sent is not None
        assert case.sent.person
        assert case.sent.place


def _clock_holds(case: Case, today: date) -> None:
    clock = cases.request_clock(case, PUBLISHED, today)
    assert clock.safe >= START
    if clock.running is Running.NOT_STARTED:
        assert clock.legal is None
        assert case.state not in {State.OPEN, State.PAUSED}
    else:
        assert clock.legal is not None
        assert add_months(START, 1) <= clock.legal
        assert clock.safe <= clock.legal
        assert case.state is not State.WAITING
    assert (case.state is State.PAUSED) <= (clock.running is Running.PAUSED)
    assert cases.records_clock(case).legal >= START + timedelta(days=20)


@pytest.mark.parametrize("kind", Kind)
def test_every_state_is_reached_and_led_out_of(kind: Kind) -> None:
    moves = states.MOVES[kind]

    reached = {State.OPEN, *(move.end for move in moves)}

    assert {move.start for move in moves} == reached
    assert len({(move.start, move.event) for move in moves}) == len(moves)
