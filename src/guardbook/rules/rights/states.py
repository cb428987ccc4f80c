"""The states of a request, a complaint and a disclosure, and what leads from one to the next: one table for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.rules.access import Permission
from guardbook.rules.registers.questions import Choice
from guardbook.rules.rights.vocabulary import Kind


class State(Choice):
    """Where it stands, in the words people see."""

    OPEN = "open", "Being worked on"
    WAITING = "waiting", "Waiting for who they are, or for a fee"
    PAUSED = "paused", "Paused for a question"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    INVESTIGATING = "investigating", "Being looked into"
    DECIDED = "decided", "Decided, not sent yet"
    SENT = "sent", "Answered"
    ESCALATED = "escalated", "With the regulator"
    CLOSED = "closed", "Closed"


class Event(Choice):
    """What can be written down, in words that fit on a button."""

    ASK_IDENTITY = "ask-identity", "Ask who they are"
    SHOW_IDENTITY = "identity-shown", "They showed who they are"
    ASK_FEE = "ask-fee", "Ask for a fee"
    PAY_FEE = "fee-paid", "The fee was paid"
    ASK_QUESTION = "ask-question", "Ask what they want, and pause"
    ASK_IN_PASSING = "ask-in-passing", "Ask something, without a pause"
    ANSWER_QUESTION = "question-answered", "They answered the question"
    EXTEND = "extend", "Take two months more"
    SEARCH = "search", "Log a search"
    INDEX = "index", "Add a document to the index"
    HOLD = "hold", "Keep records from going"
    NOTE = "note", "Write a note"
    ASK_ADVICE = "ask-advice", "Ask for the officer's advice"
    ADVISE = "advise", "Write down the officer's advice"
    FOLLOW_ADVICE = "follow-advice", "Say what became of the advice"
    GUARDIAN_VIEW = "guardian-view", "Write down the Caldicott Guardian's view"
    DECIDE = "decide", "Decide"
    RECONSIDER = "reconsider", "Think again"
    SEND = "send", "Say that the answer was sent"
    ACKNOWLEDGE = "acknowledge", "Say that it was acknowledged"
    INVESTIGATE = "investigate", "Start to look into it"
    PROGRESS = "progress", "Say how it goes"
    SPLIT = "split", "Pass on the part about care"
    ESCALATE = "escalate", "They went to the regulator"
    WITHDRAW = "withdraw", "They took it back"
    CLOSE = "close", "Close it"
    REOPEN = "reopen", "Open it again"


@dataclass(frozen=True, slots=True)
class Move:
    """One way from a state to another."""

    start: State
    event: Event
    end: State


def _stays(event: Event, *states: State) -> tuple[Move, ...]:
    return tuple(Move(state, event, state) for state in states)


def _leads(event: Event, end: State, *states: State) -> tuple[Move, ...]:
    return tuple(Move(state, event, end) for state in states)


_WORK = (State.OPEN, State.WAITING, State.PAUSED, State.DECIDED)
_WRITE = (Event.NOTE, Event.ASK_ADVICE, Event.ADVISE, Event.FOLLOW_ADVICE, Event.GUARDIAN_VIEW)

REQUEST = (
    *_leads(Event.ASK_IDENTITY, State.WAITING, State.OPEN, State.WAITING),
    *_leads(Event.SHOW_IDENTITY, State.OPEN, State.WAITING),
    *_leads(Event.ASK_FEE, State.WAITING, State.OPEN, State.WAITING),
    *_leads(Event.PAY_FEE, State.OPEN, State.WAITING),
    *_leads(Event.ASK_QUESTION, State.PAUSED, State.OPEN, State.PAUSED),
    *_stays(Event.ASK_IN_PASSING, State.OPEN, State.WAITING, State.PAUSED),
    *_leads(Event.ANSWER_QUESTION, State.OPEN, State.PAUSED),
    *_stays(Event.EXTEND, State.OPEN, State.PAUSED),
    *(move for event in (Event.SEARCH, Event.INDEX, Event.HOLD, *_WRITE) for move in _stays(event, *_WORK)),
    *_leads(Event.DECIDE, State.DECIDED, State.OPEN, State.PAUSED, State.WAITING),
    *_leads(Event.RECONSIDER, State.OPEN, State.DECIDED),
    *_leads(Event.SEND, State.SENT, State.DECIDED),
    *_stays(Event.NOTE, State.SENT),
    *_leads(Event.WITHDRAW, State.CLOSED, *_WORK),
    *_leads(Event.CLOSE, State.CLOSED, State.SENT),
    *_leads(Event.REOPEN, State.OPEN, State.SENT, State.CLOSED),
)
_COMPLAINED = (State.OPEN, State.ACKNOWLEDGED, State.INVESTIGATING)
COMPLAINT = (
    *_leads(Event.ACKNOWLEDGE, State.ACKNOWLEDGED, State.OPEN),
    *_leads(Event.INVESTIGATE, State.INVESTIGATING, State.ACKNOWLEDGED),
    *_stays(Event.PROGRESS, State.ACKNOWLEDGED, State.INVESTIGATING),
    *(move for event in (Event.SPLIT, *_WRITE) for move in _stays(event, *_COMPLAINED, State.DECIDED)),
    *_leads(Event.DECIDE, State.DECIDED, State.OPEN, State.INVESTIGATING),
    *_leads(Event.RECONSIDER, State.INVESTIGATING, State.DECIDED),
    *_leads(Event.SEND, State.SENT, State.DECIDED),
    *_leads(Event.ESCALATE, State.ESCALATED, *_COMPLAINED, State.DECIDED, State.SENT, State.CLOSED),
    *_stays(Event.NOTE, State.SENT, State.ESCALATED),
    *_leads(Event.WITHDRAW, State.CLOSED, *_COMPLAINED, State.DECIDED),
    *_leads(Event.CLOSE, State.CLOSED, State.SENT, State.ESCALATED),
    *_leads(Event.REOPEN, State.INVESTIGATING, State.SENT, State.CLOSED),
)
DISCLOSURE = (
    *(move for event in _WRITE for move in _stays(event, State.OPEN, State.DECIDED)),
    *_leads(Event.DECIDE, State.DECIDED, State.OPEN),
    *_leads(Event.RECONSIDER, State.OPEN, State.DECIDED),
    *_leads(Event.SEND, State.SENT, State.DECIDED),
    *_stays(Event.NOTE, State.SENT),
    *_leads(Event.WITHDRAW, State.CLOSED, State.OPEN, State.DECIDED),
    *_leads(Event.CLOSE, State.CLOSED, State.SENT),
    *_leads(Event.REOPEN, State.OPEN, State.SENT, State.CLOSED),
)
MOVES: Mapping[Kind, tuple[Move, ...]] = {
    Kind.REQUEST: REQUEST,
    Kind.COMPLAINT: COMPLAINT,
    Kind.DISCLOSURE: DISCLOSURE,
}
_NEEDS: Mapping[Event, Permission] = {
    Event.DECIDE: Permission.REQUEST_DECIDE,
    Event.ADVISE: Permission.ADVICE_RECORD,
    Event.GUARDIAN_VIEW: Permission.CALDICOTT_RECORD,
}


def after(kind: Kind, state: State, event: Event) -> State | None:
    """The state that an event leads to, or None where it may not happen."""
    return next((move.end for move in MOVES[kind] if (move.start, move.event) == (state, event)), None)


def possible(kind: Kind, state: State) -> tuple[Event, ...]:
    """What may happen in a state, in the order of the table."""
    return tuple(move.event for move in MOVES[kind] if move.start is state)


def needs(event: Event) -> Permission:
    """What somebody must be allowed to do to write this down."""
    return _NEEDS.get(event, Permission.REQUEST_EDIT)
