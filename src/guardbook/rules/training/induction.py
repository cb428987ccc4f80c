"""When a person must train first, when again, and when to remind them (rule F-04).

Source: toolkit items 2.1.1 (induction) and 2.2.1 (agreements). Fourteen days and the days of
the reminders are our defaults; the yearly refresh is the toolkit's.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules import people
from guardbook.rules.training.window import Window
from guardbook.rules.verdict import Confidence, Reason

FIRST_WITHIN = timedelta(days=14)
AFTER_AN_INCIDENT = timedelta(days=14)
REMIND_AT = tuple(timedelta(days=days) for days in (-60, -30, -7, 0, 14))


class State(StrEnum):
    """Where a person stands with the training for everyone."""

    IN_DATE = "in_date"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class InductionFacts:
    """One person, the latest training that counts, and the last incident they were part of."""

    as_of: date
    person: people.Person
    trained_on: date | None = None
    incident_on: date | None = None
    window: Window = field(default_factory=Window)


@dataclass(frozen=True, slots=True)
class Induction:
    """When training is due next, the reminders before and after, and what to do now.

    ``review_access`` asks whether somebody this late should see records at all.
    """

    state: State
    due_on: date | None
    reminders: tuple[date, ...]
    review_access: bool
    reasons: tuple[Reason, ...]
    findings: tuple[people.Finding, ...]


def induction(facts: InductionFacts) -> Induction:
    """Return when this person must train next, and what is missing today (F-04)."""
    due, why = _due(facts)
    state = _state(due, facts.as_of)
    review = facts.trained_on is None and state is State.OVERDUE
    texts = [why]
    if due is not None and state is State.OVERDUE:
        texts.append(f"It was due by {dates.in_words(due)}.")
    if review:
        texts.append("Decide whether they should see records before they have trained.")
    return Induction(
        state=state,
        due_on=due,
        reminders=_reminders(due, facts.person.started_on),
        review_access=review,
        reasons=tuple(Reason(text, "F-04", Confidence.DEFAULT) for text in texts),
        findings=tuple(people.agreement(facts.person)),
    )


def _reminders(due: date | None, started: date | None) -> tuple[date, ...]:
    if due is None:
        return ()
    return tuple(due + days for days in REMIND_AT if started is None or due + days >= started)


def _due(facts: InductionFacts) -> tuple[date | None, str]:
    name, trained = facts.person.name, facts.trained_on
    if trained is None:
        started = facts.person.started_on
        due = None if started is None else started + FIRST_WITHIN
        return due, f"{name} has no training recorded. It comes before they see records, and within 14 days."
    lapses = facts.window.lapses_on(trained)
    why = f"{name} trained on {dates.in_words(trained)} and refreshes by {dates.in_words(lapses)}."
    if facts.incident_on is not None and facts.incident_on >= trained:
        early = facts.incident_on + AFTER_AN_INCIDENT
        if early < lapses:
            when = dates.in_words(facts.incident_on)
            return early, f"{name} was part of an incident on {when}. A refresher within 14 days helps."
    return lapses, why


def _state(due: date | None, as_of: date) -> State:
    if due is None:
        return State.DUE
    if as_of > due:
        return State.OVERDUE
    return State.DUE if as_of >= due + REMIND_AT[0] else State.IN_DATE
