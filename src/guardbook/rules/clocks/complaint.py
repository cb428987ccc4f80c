"""By when a complaint about data must be acknowledged, by the letter and to be safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.kernel.dates import Step, in_words
from guardbook.rules.clocks import counting
from guardbook.rules.clocks.law import InForce, Topic
from guardbook.rules.clocks.published import NOTHING, Published
from guardbook.rules.verdict import Confidence, Reason

ACKNOWLEDGE_DAYS = 30
PROGRESS_DAYS = 28
"""How often we suggest a word on progress; the law says without undue delay (our own choice)."""
SOURCE = "Data Protection Act 2018 section 164A"


class Acknowledgement(StrEnum):
    """How the acknowledgement stands."""

    DUE = "DUE"
    DONE = "DONE"
    NOT_NEEDED = "NOT_NEEDED"
    LATE = "LATE"


@dataclass(frozen=True, slots=True)
class Facts:
    """The days that decide."""

    received_on: date
    as_of: date
    acknowledged_on: date | None = None
    last_word_on: date | None = None
    outcome_on: date | None = None
    published: Published = NOTHING


@dataclass(frozen=True, slots=True)
class ComplaintClock:
    """Whether the duty holds, both days, and when the person should hear from us next."""

    duty: bool
    ack_due: date
    ack_safe: date
    acknowledgement: Acknowledgement
    is_compliant: bool
    next_word_on: date | None
    headline: str
    steps: tuple[Step, ...]
    findings: tuple[Reason, ...]
    missing_facts: tuple[str, ...]


def complaint(facts: Facts) -> ComplaintClock:
    """Reckon the acknowledgement of a complaint about data (C-08; DPA 2018 section 164A, from 19 June 2026)."""
    held = facts.published.law.on(Topic.COMPLAINTS, facts.received_on)
    counted = facts.received_on + timedelta(days=ACKNOWLEDGE_DAYS)
    due = dates.roll(counted, facts.published.calendar)
    safe = counted - timedelta(days=1)
    standing = _standing(facts, due.on)
    return ComplaintClock(
        held is InForce.YES,
        due.on,
        safe,
        standing,
        standing is not Acknowledgement.LATE,
        _next_word(facts),
        _headline(facts, standing, due.on, safe),
        (
            Step(facts.received_on, f"Received {counting.weekday(facts.received_on)}."),
            Step(counted, f"{ACKNOWLEDGE_DAYS} days later, counted from the next day, is {counting.weekday(counted)}."),
            *due.steps,
            Step(safe, f"To be safe, acknowledge by {counting.weekday(safe)}, counting the first day too."),
        ),
        tuple(_findings(facts, held, standing)),
        counting.without_doubles(("law",) if held is InForce.UNKNOWN else (), due.missing_facts),
    )


def _standing(facts: Facts, due: date) -> Acknowledgement:
    told = min((day for day in (facts.acknowledged_on, facts.outcome_on) if day is not None), default=None)
    if told is None:
        return Acknowledgement.LATE if facts.as_of > due else Acknowledgement.DUE
    if told > due:
        return Acknowledgement.LATE
    return Acknowledgement.DONE if facts.acknowledged_on == told else Acknowledgement.NOT_NEEDED


def _next_word(facts: Facts) -> date | None:
    if facts.outcome_on is not None or facts.acknowledged_on is None:
        return None
    return max(facts.acknowledged_on, facts.last_word_on or facts.acknowledged_on) + timedelta(days=PROGRESS_DAYS)


def _headline(facts: Facts, standing: Acknowledgement, due: date, safe: date) -> str:
    if facts.outcome_on is not None:
        return f"The outcome was sent on {in_words(facts.outcome_on)}."
    if facts.acknowledged_on is not None:
        return f"Acknowledged on {in_words(facts.acknowledged_on)}. Look into it, and say how it goes."
    if standing is Acknowledgement.LATE:
        return f"It should have been acknowledged by {counting.weekday(due)}. Do it today, and say sorry."
    return f"Acknowledge it by {counting.weekday(safe)}. The last day by law is {counting.weekday(due)}."


def _findings(facts: Facts, held: InForce, standing: Acknowledgement) -> Iterator[Reason]:
    if held is not InForce.YES:
        text = (
            "The duty to acknowledge a complaint about data did not hold yet. Do it all the same: it is good practice."
        )
        yield Reason(text, "C-08", Confidence.READ, SOURCE)
    if standing is Acknowledgement.NOT_NEEDED:
        text = "The outcome went out within the 30 days, so no separate acknowledgement was needed."
        yield Reason(text, "C-08", Confidence.READ, SOURCE)
    if standing is Acknowledgement.LATE and facts.acknowledged_on is not None:
        text = f"The acknowledgement went out on {in_words(facts.acknowledged_on)}, which was late."
        yield Reason(text, "C-08", Confidence.READ, SOURCE)
