"""The one state machine of an answer: seven states, the events that move it, and what each event asks.

A state is never stored. It is worked out each time by replaying, in order, what the latest
answer says, what the records say today, and whether a certificate excuses the question.
The picture in ``docs/reference/answer-states.md`` is drawn from ``TRANSITIONS``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where an answer stands."""

    UNANSWERED = "unanswered"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    OUT_OF_DATE = "out_of_date"
    NOT_APPLICABLE = "not_applicable"
    EXEMPT = "exempt"

    @property
    def label(self) -> str:
        """The words people see."""
        return _LABELS[self]

    @property
    def counts(self) -> bool:
        """True where the question is done, for the level and for publishing."""
        return self in _DONE


class Event(StrEnum):
    """What can happen to an answer, by a person, by the records, or by the clock."""

    WORDS_PROPOSED = "somebody proposes words"
    CONFIRMED = "somebody confirms"
    WITHDRAWN = "somebody withdraws the confirmation"
    MARKED_NOT_APPLICABLE = "somebody says it does not apply"
    RECORDS_SUPPORT = "the records support an answer"
    RECORDS_DISAGREE = "the records say otherwise"
    RECORDS_LAPSED = "what the records showed has passed its date"
    RECORDS_GONE = "the records it stood on are gone"
    WINDOW_PASSED = "the answer is older than its window"
    EXCUSED = "a certificate covers the question"
    NO_LONGER_EXCUSED = "the certificate ends"


class Guard(StrEnum):
    """What must hold for a move to happen."""

    ALWAYS = ""
    COMPLETE = "the answer passes its checks"
    ALLOWED = "the question allows it, and a reason is given"
    IN_WINDOW = "the answer is inside its window"
    COVERED = "the certificate lasts to the day of publication"


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow of the picture."""

    start: State
    event: Event
    end: State
    guard: Guard = Guard.ALWAYS


_LABELS: Mapping[State, str] = {
    State.UNANSWERED: "Not answered",
    State.SUGGESTED: "To confirm",
    State.CONFIRMED: "Confirmed",
    State.CONTRADICTED: "Records disagree",
    State.OUT_OF_DATE: "Out of date",
    State.NOT_APPLICABLE: "Does not apply",
    State.EXEMPT: "Excused",
}
_DONE = frozenset({State.CONFIRMED, State.NOT_APPLICABLE, State.EXEMPT})
_ANSWERED = (State.SUGGESTED, State.CONFIRMED, State.CONTRADICTED, State.OUT_OF_DATE, State.NOT_APPLICABLE)
_OPEN = (State.UNANSWERED, *_ANSWERED)

TRANSITIONS: tuple[Move, ...] = (
    *(Move(start, Event.WORDS_PROPOSED, State.SUGGESTED) for start in _OPEN),
    *(Move(start, Event.CONFIRMED, State.CONFIRMED, Guard.COMPLETE) for start in _OPEN),
    *(Move(start, Event.MARKED_NOT_APPLICABLE, State.NOT_APPLICABLE, Guard.ALLOWED) for start in _OPEN),
    *(Move(start, Event.WITHDRAWN, State.SUGGESTED) for start in _ANSWERED),
    Move(State.UNANSWERED, Event.RECORDS_SUPPORT, State.SUGGESTED),
    Move(State.CONFIRMED, Event.RECORDS_DISAGREE, State.CONTRADICTED),
    Move(State.CONFIRMED, Event.RECORDS_LAPSED, State.OUT_OF_DATE),
    Move(State.CONFIRMED, Event.RECORDS_GONE, State.OUT_OF_DATE),
    Move(State.CONFIRMED, Event.WINDOW_PASSED, State.OUT_OF_DATE),
    Move(State.NOT_APPLICABLE, Event.WINDOW_PASSED, State.OUT_OF_DATE),
    Move(State.CONTRADICTED, Event.RECORDS_SUPPORT, State.CONFIRMED, Guard.IN_WINDOW),
    Move(State.OUT_OF_DATE, Event.RECORDS_SUPPORT, State.CONFIRMED, Guard.IN_WINDOW),
    *(Move(start, Event.EXCUSED, State.EXEMPT, Guard.COVERED) for start in _OPEN),
    Move(State.EXEMPT, Event.NO_LONGER_EXCUSED, State.UNANSWERED),
)

_MOVES: Mapping[tuple[State, Event], Move] = {(move.start, move.event): move for move in TRANSITIONS}


def after(state: State, event: Event, holds: frozenset[Guard] = frozenset(Guard)) -> State:
    """The state after one event. An event that means nothing here, or whose guard fails, moves nothing."""
    move = _MOVES.get((state, event))
    if move is None or (move.guard is not Guard.ALWAYS and move.guard not in holds):
        return state
    return move.end


def replay(events: Iterable[Event], holds: frozenset[Guard] = frozenset(Guard)) -> State:
    """The state after all the events in order, beginning with nothing answered."""
    state = State.UNANSWERED
    for event in events:
        state = after(state, event, holds)
    return state
