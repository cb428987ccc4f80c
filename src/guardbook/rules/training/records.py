"""A stored training record as the rule of validity reads it, so that old records can always be explained."""

from dataclasses import dataclass
from datetime import date

from guardbook.rules.training.needs import Level
from guardbook.rules.training.validity import MODULES, Course, Outcome, Proof, Record, Validity, validity

NATIONAL = "Data Security and Protection for care providers (free e-learning)"
ASSESSMENT = "Frontline assessment"
DISCUSSION = "Manager's discussion tool"


@dataclass(frozen=True, slots=True)
class Stored:
    """The columns of a training record. ``is_mapped`` means that it covers all four outcomes."""

    course: str
    completed_on: date
    proof: Proof
    level: Level = Level.CORE
    note: str = ""
    modules_done: int | None = None
    quiz_percent: int | None = None
    is_mapped: bool = False


def judge(stored: Stored) -> Validity:
    """Return what a stored record is worth (F-01)."""
    return validity(
        Record(
            course=kind_of(stored),
            completed_on=stored.completed_on,
            proof=stored.proof,
            modules=stored.modules_done or 0,
            outcomes=tuple(Outcome) if stored.is_mapped else (),
            quiz_percent=stored.quiz_percent,
        )
    )


def kind_of(stored: Stored) -> Course:
    """Return which of the four kinds of course a stored record is."""
    if stored.modules_done is not None:
        return Course.ELEARNING
    if stored.proof is Proof.ASSESSMENT_PAPER:
        return Course.ASSESSMENT
    return Course.DISCUSSION if stored.proof is Proof.SIGNED_DISCUSSION else Course.OWN_COURSE


def counts_for_everyone(stored: Stored) -> bool:
    """Return whether the record counts towards the yearly figure: valid, and more than a brief."""
    return stored.level is not Level.AWARENESS and judge(stored).counts


def national(completed_on: date, proof: Proof, modules: int = MODULES) -> Stored:
    """Return the record of the free e-learning."""
    return Stored(NATIONAL, completed_on, proof, modules_done=modules)
