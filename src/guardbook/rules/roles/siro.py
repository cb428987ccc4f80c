"""A-12: the owner of information risk, and who may accept a risk where there is none.

Sources: the sector guide; yearly review of the risk register is our own default.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.roles import combinations, sources
from guardbook.rules.roles.vocabulary import BOARD, Finding, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason


class Accepter(StrEnum):
    """As whom somebody accepts a risk."""

    SIRO = "SIRO"
    DSP_LEAD = "DSP_LEAD"
    OWNER = "OWNER"
    NOBODY = "NOBODY"


@dataclass(frozen=True, slots=True)
class Facts:
    """The holder's posts and other roles, and when the risk register was last reviewed."""

    posts: frozenset[Post]
    as_of: date
    other_roles: frozenset[Role] = frozenset()
    board_evidence: bool | None = None
    register_reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Siro:
    """Whether the holder is right for the role, and when the risk register is due."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    register_review_due_on: date | None
    missing_facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk somebody wants to accept: its score (1 to 25), and what they are."""

    score: int
    accepted_by: Accepter
    siro_appointed: bool = False

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where the score is off the scale."""
        if not 1 <= self.score <= 25:
            raise ValueError("score: give a whole number from 1 to 25")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether the risk counts as accepted, and who has the authority."""

    accepted: bool
    authority: tuple[Accepter, ...]
    reasons: tuple[Reason, ...]


def siro(facts: Facts) -> Siro:
    """Whether a risk owner is at board or senior level and keeps the register in review."""
    pairs = combinations.combinations(combinations.Facts(facts.other_roles | {Role.SIRO}, facts.posts)).pairs
    due_on = dates.add_months(facts.register_reviewed_on, 12) if facts.register_reviewed_on else None
    findings = (*_level(facts), *_review(facts, due_on), *pairs)
    missing = [] if facts.board_evidence is not None else ["board_evidence"]
    if due_on is None:
        missing.append("register_reviewed_on")
    return Siro(worst(findings), findings, due_on, tuple(missing))


def risk_acceptance(risk: Risk) -> Acceptance:
    """Whether the person who accepts a risk has the authority: the SIRO, or without one the Lead or owner."""
    authority = (Accepter.SIRO,) if risk.siro_appointed else (Accepter.DSP_LEAD, Accepter.OWNER)
    accepted = risk.accepted_by in authority
    who = "the Senior Information Risk Owner" if risk.siro_appointed else "the Lead or the owner"
    text = f"Only {who} may accept a risk here." + ("" if accepted else " This acceptance does not count.")
    return Acceptance(accepted, authority, (Reason(text, "A-12", Confidence.DEFAULT, sources.OUR_CHOICE),))


def _level(facts: Facts) -> tuple[Finding, ...]:
    if not facts.posts & BOARD:
        text = "A risk owner should sit on the board or be as senior. This post does not."
        return (_finding("level", Outcome.WARN, text, "Record why, or choose somebody more senior."),)
    if facts.board_evidence is False:
        text = "Nothing on file shows that the board gave this person the role."
        return (_finding("board_evidence", Outcome.FAIL, text, "File the board's minute."),)
    return ()


def _review(facts: Facts, due_on: date | None) -> tuple[Finding, ...]:
    if due_on is None or facts.as_of <= due_on:
        return ()
    text = "The risk register was last reviewed more than a year ago."
    return (_finding("register_review", Outcome.FAIL, text, "Review the risk register.", due_on),)


def _finding(code: str, outcome: Outcome, text: str, action: str, due_on: date | None = None) -> Finding:
    reason = Reason(text, "A-12", Confidence.READ, sources.SECTOR_GUIDE)
    return Finding(code, outcome, Severity.MEDIUM, reason, action, due_on)
