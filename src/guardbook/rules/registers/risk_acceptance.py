"""A-12: who may decide to live with a risk, and what such a decision must say.

The sector guide gives the decision to the owner of information risk. That somebody must take it where there is
no such person, and that it ends within a year, are our own defaults.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.roles import sources
from guardbook.rules.verdict import Confidence, Reason

LONGEST = 12
"""Months after which a risk must be decided on again."""


class Accepter(StrEnum):
    """As whom somebody accepts a risk."""

    SIRO = "SIRO"
    DSP_LEAD = "DSP_LEAD"
    OWNER = "OWNER"
    NOBODY = "NOBODY"


@dataclass(frozen=True, slots=True)
class Facts:
    """A decision to live with a risk: its score (1 to 25), as what somebody decides, why, and until when."""

    score: int
    accepted_by: Accepter
    as_of: date
    siro_appointed: bool = False
    reason: str = ""
    until: date | None = None

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where the score is off the scale."""
        if not 1 <= self.score <= 25:
            raise ValueError("score: give a whole number from 1 to 25")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether the decision stands, who has the authority, and every reason why it does not stand."""

    accepted: bool
    authority: tuple[Accepter, ...]
    reasons: tuple[Reason, ...]


def authority(siro_appointed: bool) -> tuple[Accepter, ...]:
    """Who may decide: the owner of information risk or, where there is none, the Lead or the owner (rule A-12)."""
    return (Accepter.SIRO,) if siro_appointed else (Accepter.DSP_LEAD, Accepter.OWNER)


def acceptance(facts: Facts) -> Acceptance:
    """Say whether a decision to live with a risk stands. Source: rule A-12."""
    faults = tuple(_faults(facts))
    return Acceptance(not faults, authority(facts.siro_appointed), faults)


def _faults(facts: Facts) -> Iterator[Reason]:
    if facts.accepted_by not in authority(facts.siro_appointed):
        who = "the Senior Information Risk Owner" if facts.siro_appointed else "the Lead or the owner"
        yield _reason(f"Only {who} may accept a risk here.")
    if not facts.reason.strip():
        yield _reason("Say why you can live with this risk.")
    last = dates.add_months(facts.as_of, LONGEST)
    if facts.until is None:
        yield _reason("Give the last day on which this holds.")
    elif facts.until <= facts.as_of:
        yield _reason("The last day must be in the future.")
    elif facts.until > last:
        yield _reason(f"Choose a day within a year: {dates.in_words(last)} at the latest.")


def _reason(text: str) -> Reason:
    return Reason(text, "A-12", Confidence.DEFAULT, sources.OUR_CHOICE)
