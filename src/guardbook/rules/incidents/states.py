"""B-07: the states of an incident, what moves it from one to another, and what must be so before it may move.

Source: the rule book's own design of a breach's course; the law behind each guard stands with its rule. That new facts
lead back from every state after the decision, and not from one alone, is our own choice: the clock is the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from guardbook.rules.incidents import clock, record, sources
from guardbook.rules.incidents.vocabulary import Class, Event, State, Track, TrackState
from guardbook.rules.verdict import Confidence, Reason

_BEFORE = (State.LOGGED, State.TRIAGED, State.CONTAINING, State.REOPENED)
_DECIDED = (
    State.NOT_REPORTABLE,
    State.REPORTABLE,
    State.NOTIFIED_INITIAL,
    State.NOTIFIED_COMPLETE,
    State.ACTIONS_OPEN,
)
_TOLD = (State.REPORTABLE, State.NOTIFIED_INITIAL)

MOVES: Mapping[tuple[State, Event], State] = {
    (State.LOGGED, Event.TRIAGE): State.TRIAGED,
    (State.TRIAGED, Event.TRIAGE): State.TRIAGED,
    (State.CONTAINING, Event.TRIAGE): State.CONTAINING,
    (State.REOPENED, Event.TRIAGE): State.TRIAGED,
    (State.ASSESSED, Event.TRIAGE): State.TRIAGED,
    (State.TRIAGED, Event.CLOSE_OTHER): State.CLOSED,
    (State.CONTAINING, Event.CLOSE_OTHER): State.CLOSED,
    (State.TRIAGED, Event.CONTAIN): State.CONTAINING,
    (State.REOPENED, Event.CONTAIN): State.CONTAINING,
    **{(state, Event.ASSESS): State.ASSESSED for state in (*_BEFORE, State.ASSESSED)},
    (State.ASSESSED, Event.DECIDE_NOT): State.NOT_REPORTABLE,
    (State.ASSESSED, Event.DECIDE_REPORT): State.REPORTABLE,
    **{(state, Event.SUBMIT_INITIAL): State.NOTIFIED_INITIAL for state in _TOLD},
    **{(state, Event.SUBMIT_COMPLETE): State.NOTIFIED_COMPLETE for state in _TOLD},
    **{(state, Event.NEW_FACTS): State.ASSESSED for state in _DECIDED},
    (State.NOT_REPORTABLE, Event.OPEN_ACTIONS): State.ACTIONS_OPEN,
    (State.NOTIFIED_COMPLETE, Event.OPEN_ACTIONS): State.ACTIONS_OPEN,
    **{(state, Event.CLOSE): State.CLOSED for state in _DECIDED},
    (State.CLOSED, Event.REOPEN): State.REOPENED,
}
"""Every legal step: from where, by what, to where. Its guard stands in ``GUARDS``."""

GUARDS: Mapping[Event, str] = {
    Event.TRIAGE: "the kind of event is known, and since when somebody was sure, or that it is only suspected",
    Event.CONTAIN: "somebody is in charge",
    Event.ASSESS: "the questions about risk are answered and both scores of the grid are given",
    Event.DECIDE_NOT: "somebody who may decide, a reason, a second view where one is needed, and the officer's advice",
    Event.DECIDE_REPORT: "somebody who may decide, a reason, and the officer's advice",
    Event.SUBMIT_INITIAL: "what happened and a contact; after 72 hours a reason for the delay",
    Event.SUBMIT_COMPLETE: "everything the law asks for; after 72 hours a reason for the delay",
    Event.NEW_FACTS: "what is new",
    Event.OPEN_ACTIONS: "at least one action, each with somebody who does it",
    Event.CLOSE_OTHER: "it is no personal data breach, and a reason",
    Event.CLOSE: "everybody is told or excused, decisions and reasons, lessons, actions with owners",
    Event.REOPEN: "what is new; its number and its first awareness stay",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Where an incident stands, what is to happen, and everything the guards ask about. Moments are aware."""

    state: State
    event: Event
    event_class: Class | None = None
    certain_at: datetime | None = None
    suspected_only: bool = False
    owner: bool = False
    prompts_answered: bool = False
    scores_given: bool = False
    decider_authorised: bool = False
    rationale: str = ""
    dpo_exists: bool = False
    dpo_advice: str = ""
    dpo_unavailable: str = ""
    second_view_needed: bool = False
    second_view: bool = False
    notice_refusals: tuple[str, ...] = ()
    outstanding: tuple[str, ...] = ()
    delay_reason: str = ""
    now: datetime | None = None
    new_facts: str = ""
    new_facts_at: datetime | None = None
    regulator_decided: bool | None = None
    individuals_decided: bool | None = None
    tracks: Mapping[Track, TrackState] = field(default_factory=dict)
    lessons: str = ""
    actions: tuple[record.Action, ...] = ()
    reference: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """Whether it may move, where it then stands, and the clock, which no event ever changes."""

    allowed: bool
    state: State
    refusals: tuple[str, ...]
    deadline: datetime | None
    deadline_passed: bool | None
    new_facts_at: datetime | None
    reference: str
    revision: int
    reasons: tuple[Reason, ...]


def step(facts: Facts) -> Step:
    """Whether an event may happen to an incident, and what follows."""
    to = MOVES.get((facts.state, facts.event))
    refusals = _guard(facts) if to is not None else (_not_a_step(facts),)
    allowed = to is not None and not refusals
    deadline = clock.deadline(facts.certain_at) if facts.certain_at else None
    return Step(
        allowed=allowed,
        state=to if allowed and to is not None else facts.state,
        refusals=refusals,
        deadline=deadline,
        deadline_passed=facts.now > deadline if deadline and facts.now else None,
        new_facts_at=facts.new_facts_at,
        reference=facts.reference,
        revision=facts.revision + 1 if allowed else facts.revision,
        reasons=(
            Reason(
                f"Needed to {facts.event.label}: {GUARDS[facts.event]}.", "B-07", Confidence.DEFAULT, sources.OUR_CHOICE
            ),
        ),
    )


def may_follow(state: State) -> tuple[Event, ...]:
    """What may happen next, as far as the state alone decides."""
    return tuple(event for event in Event if (state, event) in MOVES)


def _not_a_step(facts: Facts) -> str:
    return f"It is not time for this yet: {facts.event.label}. The incident stands at “{facts.state.label}”."


def _guard(facts: Facts) -> tuple[str, ...]:
    match facts.event:
        case Event.TRIAGE:
            sure = facts.certain_at is not None or facts.suspected_only
            return _unless((facts.event_class is not None, "Say what happened to the information."), (sure, _WHEN))
        case Event.CONTAIN:
            return _unless((facts.owner, "Say who is in charge of this."))
        case Event.ASSESS:
            return _unless(
                (facts.prompts_answered, "Answer the questions about risk."),
                (facts.scores_given, "Give both scores of the toolkit's grid."),
            )
        case Event.DECIDE_NOT | Event.DECIDE_REPORT:
            return _deciding(facts)
        case Event.SUBMIT_INITIAL | Event.SUBMIT_COMPLETE:
            return _submitting(facts)
        case Event.NEW_FACTS | Event.REOPEN:
            return _unless((bool(facts.new_facts.strip()), "Write down what is new."))
        case Event.OPEN_ACTIONS:
            owned = all(action.owner.strip() for action in facts.actions)
            return _unless(
                (bool(facts.actions), "Write down at least one action."), (owned, "Say who does each action.")
            )
        case Event.CLOSE_OTHER:
            is_other = facts.event_class not in {None, Class.PERSONAL_DATA_BREACH}
            return _unless(
                (is_other, "This is a personal data breach: it needs a decision first."),
                (bool(facts.rationale.strip()), _WHY),
                *_told(facts),
            )
        case Event.CLOSE:
            return _closing(facts)


_WHEN = "Say when somebody was sure that it happened, or that it is only suspected."
_WHY = "Write down why it was decided so."
_NOT_ALONE = (
    "One person alone should not decide that harm is unlikely here. Record a second view: a colleague, "
    "the regulator's helpline, or a local support organisation."
)


def _unless(*wanted: tuple[bool, str]) -> tuple[str, ...]:
    return tuple(text for holds, text in wanted if not holds)


def _told(facts: Facts) -> tuple[tuple[bool, str], ...]:
    return tuple(
        (facts.tracks.get(track) is not TrackState.NEEDED, f"Still to tell: {track.label}.") for track in Track
    )


def _deciding(facts: Facts) -> tuple[str, ...]:
    advised = not facts.dpo_exists or bool(facts.dpo_advice.strip() or facts.dpo_unavailable.strip())
    alone = facts.event is Event.DECIDE_NOT and facts.second_view_needed and not facts.second_view
    return _unless(
        (facts.decider_authorised, "Only the data security lead, the owner or the risk owner may decide this."),
        (bool(facts.rationale.strip()), _WHY),
        (advised, "You have a Data Protection Officer. Record the advice, or why there is none."),
        (
            not alone,
            _NOT_ALONE,
        ),
    )


def _submitting(facts: Facts) -> tuple[str, ...]:
    ends = clock.deadline(facts.certain_at) if facts.certain_at else None
    is_late = ends is not None and facts.now is not None and facts.now > ends and facts.state is State.REPORTABLE
    whole = facts.event is Event.SUBMIT_INITIAL or not facts.outstanding
    return (
        *facts.notice_refusals,
        *_unless(
            (whole, "Something is still to follow, so this is not the whole notice."),
            (
                not is_late or bool(facts.delay_reason.strip()),
                "More than 72 hours have passed. Say why it took longer.",
            ),
        ),
    )


def _closing(facts: Facts) -> tuple[str, ...]:
    held = record.Facts(
        facts.event_class,
        facts.regulator_decided,
        facts.individuals_decided,
        facts.rationale,
        facts.outstanding,
        facts.tracks,
        facts.lessons,
        facts.actions,
    )
    return record.closing(held).missing
