"""Was a security update put on in time? (rule E-03, the Cyber Essentials controls)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.verdict import Confidence, Reason

WITHIN = timedelta(days=14)
HIGH_SCORE = 7.0
_SOURCE = "Cyber Essentials requirements version 3.3, questions A6.4 and A6.5"


class Rated(StrEnum):
    """How bad the maker says the hole is. Where nobody says, it is treated as bad."""

    CRITICAL = "CRITICAL"
    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"
    NOT_STATED = "NOT_STATED"


class Outcome(StrEnum):
    """IN_TIME; WAITING while there is still time; LATE fails Cyber Essentials; FINDING is late and does not."""

    IN_TIME = "IN_TIME"
    WAITING = "WAITING"
    LATE = "LATE"
    FINDING = "FINDING"


@dataclass(frozen=True, slots=True)
class Facts:
    """One update. ``score`` is its severity from 0 to 10 (CVSS) where one is published."""

    released_on: date
    as_of: date
    installed_on: date | None = None
    rated: Rated = Rated.NOT_STATED
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """The verdict. ``due_on`` is the last day in time; ``days`` how long it took, or has taken."""

    outcome: Outcome
    due_on: date
    days: int
    is_urgent: bool
    reasons: tuple[Reason, ...]


def update(facts: Facts) -> Update:
    """Say whether an update went on in time: 14 days where it is critical, high, or nobody says.

    Source: rule E-03, Cyber Essentials (security update management).
    """
    due_on = facts.released_on + WITHIN
    done_on = facts.installed_on if facts.installed_on and facts.installed_on <= facts.as_of else None
    reached = done_on or facts.as_of
    urgent = _is_urgent(facts)
    if reached > due_on:
        outcome = Outcome.LATE if urgent else Outcome.FINDING
    else:
        outcome = Outcome.IN_TIME if done_on else Outcome.WAITING
    reason = Reason(_sentence(outcome, due_on), "E-03", Confidence.READ_SECOND, _SOURCE)
    return Update(outcome, due_on, (reached - facts.released_on).days, urgent, (reason,))


def _is_urgent(facts: Facts) -> bool:
    if facts.score is not None and facts.score >= HIGH_SCORE:
        return True
    if facts.rated is Rated.NOT_STATED:
        return facts.score is None
    return facts.rated in {Rated.CRITICAL, Rated.HIGH}


def _sentence(outcome: Outcome, due_on: date) -> str:
    last = dates.in_words(due_on)
    match outcome:
        case Outcome.IN_TIME:
            return f"It went on in time. The last day was {last}."
        case Outcome.WAITING:
            return f"Put it on by {last}."
        case Outcome.LATE:
            return f"It was due by {last}. A late update of this kind fails Cyber Essentials."
        case Outcome.FINDING:
            return f"It was not on by {last}. The risk is low, so this does not fail you. Put it on."
