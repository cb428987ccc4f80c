"""When a duty is due next, and how it stands on a day (rule G-01)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.duties.duty import Anchor, Duty
from guardbook.rules.verdict import Confidence, Reason

OWNER_AFTER = 30
"""Days overdue after which the owner is told (rule G-02)."""


class State(StrEnum):
    """How a duty stands."""

    NOT_STARTED = "not_started"
    DUE = "due"
    DONE = "done"
    OVERDUE = "overdue"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """The words people see."""
        return _LABELS[self]


_LABELS = {
    State.NOT_STARTED: "Not done yet",
    State.DUE: "Due soon",
    State.DONE: "Done",
    State.OVERDUE: "Overdue",
    State.WAIVED: "Left out for now",
}


@dataclass(frozen=True, slots=True)
class Done:
    """One time that it was done. ``settles`` is the date it was done for, where that was written down."""

    on: date
    settles: date | None = None
    has_evidence: bool = True


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody decided to leave it out until a day, which counts."""

    until: date
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One duty on one day.

    ``since`` is when the provider took it on. ``period_starts_on`` is the start of the period of a
    PERIOD anchor. Only what has evidence counts as done.
    """

    duty: Duty
    as_of: date
    done: tuple[Done, ...] = ()
    since: date | None = None
    period_starts_on: date | None = None
    waiver: Waiver | None = None
    role_is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """How a duty stands: by when, from when it shows, how late it is, and whether the owner must know.

    ``last_done_on`` is the latest time that counts. ``due_on`` is None where it was never done and
    nobody knows since when it should be.
    """

    state: State
    due_on: date | None
    starts_on: date | None
    last_done_on: date | None
    days_overdue: int
    tell_owner: bool
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]


def next_due(facts: Facts) -> Next:
    """Say when a duty is due next and how it stands. Source: rules G-01 and G-02.

    A fixed anchor wins: doing it early settles the date it was for, and moves nothing.
    """
    done = tuple(each for each in facts.done if each.has_evidence and each.on <= facts.as_of)
    due = _due(facts, done)
    state = _state(facts, due, done)
    late = (facts.as_of - due).days if due is not None and state is State.OVERDUE else 0
    waiting = state in {State.NOT_STARTED, State.DUE, State.OVERDUE}
    return Next(
        state,
        due,
        None if due is None else due - timedelta(days=facts.duty.lead_days),
        max((each.on for each in done), default=None),
        late,
        late > OWNER_AFTER or (facts.role_is_vacant and waiting),
        tuple(_reasons(facts, state, due, late, waiting=waiting)),
        () if due is not None else ("period_starts_on" if facts.duty.anchor is Anchor.PERIOD else "since",),
    )


def _due(facts: Facts, done: tuple[Done, ...]) -> date | None:
    duty = facts.duty
    match duty.anchor:
        case Anchor.LAST_DONE:
            from_on = max((each.on for each in done), default=facts.since)
            return None if from_on is None else dates.add_months(from_on, duty.months)
        case Anchor.FIXED:
            return _of_series(facts, done, duty.fixed_day(facts.as_of.year), facts.since or facts.as_of)
        case Anchor.PERIOD:
            if facts.period_starts_on is None:
                return None
            last_day = facts.period_starts_on + timedelta(days=duty.days_after)
            return _of_series(facts, done, last_day, last_day)


def _of_series(facts: Facts, done: tuple[Done, ...], known: date, begins: date) -> date:
    """The date that matters in a row of dates: the last that passed unsettled, or else the next to come.

    ``known`` is one date of the row; where nothing is settled yet, it counts from ``begins``.
    """
    row = _row(known, facts.duty.months, begins, facts.as_of, done)
    settled = max((each.settles or _first(row, each.on) for each in done), default=None)
    if settled is not None:
        begins = settled + timedelta(days=1)
    passed = [each for each in row if begins <= each <= facts.as_of]
    return passed[-1] if passed else _first(row, begins)


def _row(known: date, months: int, begins: date, as_of: date, done: tuple[Done, ...]) -> tuple[date, ...]:
    """The dates from before the first that may matter until after the last."""
    matters = [begins, as_of, known, *(each.on for each in done), *(each.settles or each.on for each in done)]
    back = (known.year - min(matters).year) * 12 // months + 2
    ahead = (max(matters).year - known.year) * 12 // months + 4
    return tuple(dates.add_months(known, months * step) for step in range(-back, ahead))


def _first(row: tuple[date, ...], on: date) -> date:
    return next(each for each in row if each >= on)


def _state(facts: Facts, due: date | None, done: tuple[Done, ...]) -> State:
    if facts.waiver is not None and facts.as_of <= facts.waiver.until:
        return State.WAIVED
    if due is None:
        return State.NOT_STARTED
    if facts.as_of > due:
        return State.OVERDUE
    if facts.as_of >= due - timedelta(days=facts.duty.lead_days):
        return State.DUE
    return State.DONE if done else State.NOT_STARTED


def _reasons(facts: Facts, state: State, due: date | None, late: int, *, waiting: bool) -> Iterator[Reason]:
    duty = facts.duty
    yield Reason(_sentence(facts, state, due, late), "G-01", duty.confidence, duty.source)
    if late > OWNER_AFTER:
        text = f"It is more than {OWNER_AFTER} days late, so the owner is told."
        yield Reason(text, "G-02", Confidence.DEFAULT)
    if facts.role_is_vacant and waiting:
        text = "Nobody holds the role that looks after this, so it goes to the owner."
        yield Reason(text, "G-01", Confidence.DEFAULT)


def _sentence(facts: Facts, state: State, due: date | None, late: int) -> str:
    if state is State.WAIVED and facts.waiver is not None:
        until = dates.in_words(facts.waiver.until)
        return f"{facts.waiver.approved_by} decided to leave it out until {until}: {facts.waiver.reason}"
    if due is None:
        return "This was not done yet."
    by = dates.in_words(due)
    match state:
        case State.OVERDUE:
            return f"It was due by {by}: {'1 day' if late == 1 else f'{late} days'} ago."
        case State.DUE:
            return f"It is due by {by}."
        case State.DONE:
            return f"It is done. The next time is by {by}."
        case State.NOT_STARTED | State.WAIVED:
            return f"This was not done yet. The first time is by {by}."
