"""How long the regulator may take to answer when it is asked before a risky change (UK GDPR Art 36; D-05).

Eight weeks, and six more where it is complex: from memory, so it is shown with a mark to check it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel.dates import in_words
from guardbook.rules.verdict import Confidence, Reason

FIRST, LONGEST = timedelta(weeks=8), timedelta(weeks=14)


@dataclass(frozen=True, slots=True)
class Facts:
    """The day the regulator was asked."""

    sent_on: date


@dataclass(frozen=True, slots=True)
class Expected:
    """By when to expect the answer, and by when at the latest."""

    answer_by: date
    at_latest: date
    reasons: tuple[Reason, ...]


def consultation(facts: Facts) -> Expected:
    """When the regulator's answer is expected: eight weeks, or fourteen where it says that the case is complex."""
    by, latest = facts.sent_on + FIRST, facts.sent_on + LONGEST
    steps = (
        f"Sent on {in_words(facts.sent_on)}; eight weeks later is {in_words(by)}.",
        f"Where it is complex the regulator may take six weeks more: {in_words(latest)}.",
        "Do not start before the answer is there.",
    )
    return Expected(
        by, latest, tuple(Reason(each, "D-05", Confidence.MEMORY, "UK GDPR, Article 36(2)") for each in steps)
    )
