"""A-12: the owner of information risk; who may accept a risk is in ``registers.risk_acceptance``.

Sources: the sector guide; yearly review of the risk register is our own default.
"""

from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.roles import combinations, sources
from guardbook.rules.roles.vocabulary import BOARD, Finding, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason


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


def siro(facts: Facts) -> Siro:
    """Whether a risk owner is at board or senior level and keeps the register in review."""
    pairs = combinations.combinations(combinations.Facts(facts.other_roles | {Role.SIRO}, facts.posts)).pairs
    due_on = dates.add_months(facts.register_reviewed_on, 12) if facts.register_reviewed_on else None
    findings = (*_level(facts), *_review(facts, due_on), *pairs)
    missing = [] if facts.board_evidence is not None else ["board_evidence"]
    if due_on is None:
        missing.append("register_reviewed_on")
    return Siro(worst(findings), findings, due_on, tuple(missing))


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
