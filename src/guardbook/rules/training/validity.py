"""Whether one training record counts towards the yearly figure (rule F-01).

Source: the free e-learning for care providers and its companion tools, as described by
Digital Care Hub (guide for managers and trainers; discussion tool and assessment).
No particular course is compulsory: a local one counts when it covers the same four outcomes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.verdict import Confidence, Reason

MODULES = 4
PASS_MARK = 80
SOURCE = "https://www.digitalcarehub.co.uk/digital-skills-and-training/elearning/guide-for-managers-and-trainers/"


class Course(StrEnum):
    """What the person did."""

    ELEARNING = "elearning"
    OWN_COURSE = "own_course"
    DISCUSSION = "discussion"
    ASSESSMENT = "assessment"

    @property
    def label(self) -> str:
        """The words people see."""
        match self:
            case Course.ELEARNING:
                return "The free e-learning for care providers (four modules)"
            case Course.OWN_COURSE:
                return "Another course"
            case Course.DISCUSSION:
                return "The manager's discussion tool"
            case Course.ASSESSMENT:
                return "The frontline assessment (a quiz)"


class Outcome(StrEnum):
    """The four things every course must cover."""

    RESPONSIBILITY = "responsibility"
    LAW = "law"
    THREATS = "threats"
    BREACHES = "breaches"

    @property
    def label(self) -> str:
        """The words people see."""
        match self:
            case Outcome.RESPONSIBILITY:
                return "Why data security matters, and each person's part in it"
            case Outcome.LAW:
                return "The law and its principles"
            case Outcome.THREATS:
                return "Threats: tricks, devices and paper"
            case Outcome.BREACHES:
                return "Spotting a breach and acting on it"


class Proof(StrEnum):
    """What shows that it happened."""

    CERTIFICATE = "certificate"
    SYSTEM_RECORD = "system_record"
    SIGNED_DISCUSSION = "signed_discussion"
    ASSESSMENT_PAPER = "assessment_paper"

    @property
    def label(self) -> str:
        """The words people see."""
        match self:
            case Proof.CERTIFICATE:
                return "Certificate"
            case Proof.SYSTEM_RECORD:
                return "Record in a learning system"
            case Proof.SIGNED_DISCUSSION:
                return "Discussion tool, signed"
            case Proof.ASSESSMENT_PAPER:
                return "Assessment paper, marked"


class State(StrEnum):
    """What a training record is worth."""

    VALID = "valid"
    PARTIAL = "partial"
    NOT_COUNTED = "not_counted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Record:
    """One training record as somebody wrote it down; ``modules`` is how many of the four were done."""

    course: Course
    completed_on: date | None
    proof: Proof | None
    modules: int = 0
    outcomes: tuple[Outcome, ...] = ()
    quiz_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """What the record is worth and why; only VALID counts."""

    state: State
    reason: Reason

    @property
    def counts(self) -> bool:
        """True when the record counts towards the 95% figure."""
        return self.state is State.VALID


def validity(record: Record) -> Validity:
    """Judge one training record (F-01)."""
    if record.completed_on is None:
        return _verdict(State.REJECTED, "There is no date, so it cannot be counted. Find the date it was finished.")
    if record.proof is None:
        return _verdict(State.NOT_COUNTED, "Nothing shows that it happened. Add a certificate or another record.")
    if (partial := _partial(record)) is not None:
        return _verdict(State.PARTIAL, partial)
    if record.course is Course.ASSESSMENT and record.quiz_percent is None:
        return _verdict(State.NOT_COUNTED, f"Enter the mark. {PASS_MARK}% or more is a pass.")
    if record.quiz_percent is not None and record.quiz_percent < PASS_MARK:
        text = f"The mark is {record.quiz_percent}%. The pass mark is {PASS_MARK}%, so they need to try again."
        return _verdict(State.NOT_COUNTED, text)
    return _verdict(State.VALID, "It is complete, dated and shown, so it counts.")


def _partial(record: Record) -> str | None:
    match record.course:
        case Course.ELEARNING:
            done = record.modules >= MODULES
            return None if done else f"{record.modules} of {MODULES} modules are done. All {MODULES} are needed."
        case Course.OWN_COURSE | Course.DISCUSSION:
            missing = [outcome.label for outcome in Outcome if outcome not in record.outcomes]
            return f"It does not cover: {'; '.join(missing)}." if missing else None
        case Course.ASSESSMENT:
            return None


def _verdict(state: State, text: str) -> Validity:
    return Validity(state, Reason(text, "F-01", Confidence.READ, SOURCE))
