"""The one state machine of an impact assessment: its states, what moves it, and what each move asks (D-05).

``docs/reference/dpia-states.md`` is drawn from ``TRANSITIONS``. What is stored are the events, in order;
the state is worked out by replaying them, and whether a live one is due for review is worked out on reading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guardbook.rules.registers.questions import Choice


class State(Choice):
    """Where an assessment stands."""

    TOLD = "told", "To be screened"
    SCREENED = "screened", "Screened: decide what follows"
    NOT_NEEDED = "not_needed", "Recorded as not needed"
    DRAFT = "draft", "Being written"
    CONSULTED = "consulted", "People were asked"
    DPO_ADVICE = "dpo_advice", "The officer gave advice"
    PRIOR_CONSULTATION = "prior_consultation", "Do not start: ask the regulator first"
    DECIDED = "decided", "Signed off, not started"
    LIVE = "live", "In use"
    REVIEW_DUE = "review_due", "Look at it again now"
    STOPPED = "stopped", "Given up"


class Event(Choice):
    """What can happen to it."""

    SCREENED = "screened", "somebody answers the screening questions"
    NOT_NEEDED = "not_needed", "somebody records that none is needed"
    BEGUN = "begun", "somebody begins the assessment"
    BROUGHT_IN = "brought_in", "somebody brings in an assessment from a file"
    CONSULTED = "consulted", "people were asked, or it is said why not"
    ADVISED = "advised", "the Data Protection Officer gives advice"
    DECIDED = "decided", "somebody who may decide signs it off"
    HIGH_RISK_LEFT = "high_risk_left", "the risk that is left is high"
    REGULATOR_AGREED = "regulator_agreed", "the regulator answers that it may go on"
    WENT_LIVE = "went_live", "the change begins"
    FELL_DUE = "fell_due", "its day comes, or something it rests on changes"
    LOOKED_AGAIN = "looked_again", "somebody looks again and nothing must change"
    REOPENED = "reopened", "somebody opens it to change it"
    STOPPED = "stopped", "somebody gives it up"


PAST: Mapping[Event, str] = {
    Event.SCREENED: "answered the screening questions",
    Event.NOT_NEEDED: "recorded that none is needed",
    Event.BEGUN: "began the assessment",
    Event.BROUGHT_IN: "brought it in from a file",
    Event.CONSULTED: "said who was asked, and ended the draft",
    Event.ADVISED: "recorded the officer’s advice",
    Event.DECIDED: "signed it off",
    Event.HIGH_RISK_LEFT: "stopped it, because a high risk is left",
    Event.REGULATOR_AGREED: "recorded that the regulator lets it go on, and signed it off",
    Event.WENT_LIVE: "said that it has begun",
    Event.LOOKED_AGAIN: "looked again: it still holds",
    Event.REOPENED: "opened it to change it",
    Event.STOPPED: "gave it up",
}
"""What somebody did, after their name. Falling due is nobody's doing, and is never recorded."""


class Guard(Choice):
    """What must hold for a move to happen."""

    MAY_END = "may_end", "the screening lets it end here, with a reason where one is needed"
    COMPLETE = "complete", "every question that must be is answered, and every risk is weighed"
    HEARD = "heard", "it says who was asked, or why nobody was"
    OFFICER = "officer", "an officer is appointed, gives words, and did not choose what is assessed"
    NO_OFFICER = "no_officer", "no officer is appointed"
    ANSWERED = "answered", "the advice is followed, or it says why not"
    NOT_HIGH = "not_high", "no high risk is left"
    HIGH = "high", "a high risk is left"
    CLEARED = "cleared", "no high risk is left, or the regulator let it go on"
    READY = "ready", "everything that must be in place before the start is in place"
    NOT_OFFICER = "not_officer", "whoever decides is not the officer who advises"
    REASON = "reason", "a reason is given"


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow of the picture."""

    start: State
    event: Event
    end: State
    guards: tuple[Guard, ...] = ()


_S, _E, _G = State, Event, Guard
_SIGN = (_G.NOT_HIGH, _G.NOT_OFFICER)
_OPEN = (_S.TOLD, _S.SCREENED, _S.DRAFT, _S.CONSULTED, _S.DPO_ADVICE, _S.PRIOR_CONSULTATION, _S.DECIDED)
_WRITTEN = (_S.CONSULTED, _S.DPO_ADVICE, _S.PRIOR_CONSULTATION, _S.DECIDED, _S.LIVE, _S.REVIEW_DUE)

TRANSITIONS: tuple[Move, ...] = (
    Move(_S.TOLD, _E.SCREENED, _S.SCREENED),
    Move(_S.TOLD, _E.BROUGHT_IN, _S.DRAFT),
    Move(_S.SCREENED, _E.SCREENED, _S.SCREENED),
    Move(_S.SCREENED, _E.NOT_NEEDED, _S.NOT_NEEDED, (_G.MAY_END,)),
    Move(_S.SCREENED, _E.BEGUN, _S.DRAFT),
    Move(_S.NOT_NEEDED, _E.SCREENED, _S.SCREENED),
    Move(_S.DRAFT, _E.CONSULTED, _S.CONSULTED, (_G.COMPLETE, _G.HEARD)),
    Move(_S.CONSULTED, _E.ADVISED, _S.DPO_ADVICE, (_G.OFFICER,)),
    Move(_S.CONSULTED, _E.DECIDED, _S.DECIDED, (_G.NO_OFFICER, *_SIGN)),
    Move(_S.CONSULTED, _E.HIGH_RISK_LEFT, _S.PRIOR_CONSULTATION, (_G.NO_OFFICER, _G.HIGH)),
    Move(_S.DPO_ADVICE, _E.DECIDED, _S.DECIDED, (_G.ANSWERED, *_SIGN)),
    Move(_S.DPO_ADVICE, _E.HIGH_RISK_LEFT, _S.PRIOR_CONSULTATION, (_G.ANSWERED, _G.HIGH)),
    Move(_S.PRIOR_CONSULTATION, _E.REGULATOR_AGREED, _S.DECIDED, (_G.CLEARED, _G.NOT_OFFICER)),
    Move(_S.DECIDED, _E.WENT_LIVE, _S.LIVE, (_G.CLEARED, _G.READY)),
    Move(_S.LIVE, _E.FELL_DUE, _S.REVIEW_DUE),
    *(Move(start, _E.LOOKED_AGAIN, _S.LIVE, (_G.REASON, _G.NOT_OFFICER)) for start in (_S.LIVE, _S.REVIEW_DUE)),
    *(Move(start, _E.REOPENED, _S.DRAFT, (_G.REASON,)) for start in _WRITTEN),
    *(Move(start, _E.STOPPED, _S.STOPPED, (_G.REASON,)) for start in (*_OPEN, _S.LIVE, _S.REVIEW_DUE)),
)
_MOVES: Mapping[tuple[State, Event], Move] = {(move.start, move.event): move for move in TRANSITIONS}
ENDED = frozenset({State.NOT_NEEDED, State.STOPPED})


def move_of(state: State, event: Event) -> Move | None:
    """The arrow that an event takes from a state, or None where it means nothing there."""
    return _MOVES.get((state, event))


def replay(events: Iterable[Event]) -> State:
    """The state after recorded events in order; what means nothing where it stands moves nothing."""
    state = State.TOLD
    for event in events:
        move = move_of(state, event)
        state = move.end if move else state
    return state
