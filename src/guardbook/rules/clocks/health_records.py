"""By when records of somebody who has died must be shown to those who may see them."""

from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel.dates import Step
from guardbook.rules.clocks import counting
from guardbook.rules.verdict import Confidence, Reason

RECENT, OTHERWISE = 21, 40


@dataclass(frozen=True, slots=True)
class Facts:
    """The day of the application, and whether all of the record was made in the 40 days before it."""

    applied_on: date
    all_recent: bool | None = None


@dataclass(frozen=True, slots=True)
class HealthRecords:
    """Both days: ``safe`` is the shorter time, whatever the record."""

    legal: date
    safe: date
    steps: tuple[Step, ...]
    reason: Reason


def health_records(facts: Facts) -> HealthRecords:
    """Reckon the time of the Access to Health Records Act 1990, section 3(5): 21 or 40 days with the first one counted.

    From memory: it waits to be checked against the Act.
    """
    first, days = facts.applied_on, RECENT if facts.all_recent else OTHERWISE
    legal, safe = (first + timedelta(days=length - 1) for length in (days, RECENT))
    steps = (
        Step(first, f"Applied for on {counting.weekday(first)}, which is the first day."),
        Step(legal, f"{days} days, with the first one counted, end on {counting.weekday(legal)}."),
        Step(safe, f"To be safe, answer within {RECENT} days: by {counting.weekday(safe)}."),
    )
    text = "The Act gives 21 days where everything was written in the 40 days before, and 40 days otherwise."
    reason = Reason(text, "C-05", Confidence.MEMORY, "Access to Health Records Act 1990, section 3(5)")
    return HealthRecords(legal, safe, steps, reason)
