"""What the guards of requests answer: whether something stands, and why, in words for the person who asked."""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.verdict import Confidence, Reason


class Answer(StrEnum):
    """YES stands. WARN stands, but look at the reason. NO does not."""

    YES = "YES"
    WARN = "WARN"
    NO = "NO"


@dataclass(frozen=True, slots=True)
class Guard:
    """Whether a step stands, and why."""

    answer: Answer
    reason: Reason

    @property
    def stops(self) -> bool:
        """True where the step may not be taken."""
        return self.answer is Answer.NO


def guard(answer: Answer, text: str, rule: str, source: str = "", confidence: Confidence = Confidence.READ) -> Guard:
    """Put a verdict together."""
    return Guard(answer, Reason(text, rule, confidence, source))
