"""A-08: is an appointment complete, and who carries which part of the lead's role?

Sources: the sector guide and the toolkit's staffing answers (item 1.1.5).
"""

from dataclasses import dataclass
from datetime import date

from guardbook.rules.roles import sources, words
from guardbook.rules.roles.vocabulary import (
    SENIOR,
    EvidenceKind,
    Finding,
    LeadPart,
    Outcome,
    Post,
    Role,
    Severity,
    worst,
)
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the lead's role and the name of the person who carries it."""

    part: LeadPart
    person: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on file about one appointment.

    ``accountable`` names everybody marked as the one accountable lead. ``senior_enough_because``
    is the recorded reason why a post outside management is senior enough. ``conflict`` is the
    recorded result of the officer's conflict check.
    """

    role: Role
    person: str = ""
    posts: frozenset[Post] = frozenset()
    senior_enough_because: str = ""
    starts_on: date | None = None
    evidence: frozenset[EvidenceKind] = frozenset()
    accepted_on: date | None = None
    conflict: Outcome | None = None
    expert_knowledge: str = ""
    understands_service: str = ""
    accountable: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Appointment:
    """Whether it is complete, what it lacks in words, faults that forbid saving it, and text for item 1.1.5."""

    complete: bool
    missing: tuple[str, ...]
    faults: tuple[str, ...]
    findings: tuple[Finding, ...]
    outcome: Outcome
    answer_text: str


def appointment(facts: Facts) -> Appointment:
    """Whether an appointment is complete, by A-08; the officer also needs a passed conflict check."""
    missing = tuple(text for check in (_person, _proof, _officer) for text in check(facts))
    faults = _faults(facts)
    findings = _seniority(facts)
    return Appointment(
        complete=not missing and not faults,
        missing=missing,
        faults=faults,
        findings=findings,
        outcome=worst(findings),
        answer_text=_answer(facts),
    )


def is_senior(posts: frozenset[Post], because: str = "") -> bool:
    """Whether one of the posts is a management post, or a reason says why another is senior enough."""
    return bool(posts & SENIOR) or bool(because.strip())


def _person(facts: Facts) -> tuple[str, ...]:
    lacking = []
    if not facts.person.strip():
        lacking.append("the person's name")
    if facts.role is not Role.DPO and not is_senior(facts.posts, facts.senior_enough_because):
        lacking.append("a senior post, or why this post is senior enough")
    if facts.starts_on is None:
        lacking.append("the date it starts")
    return tuple(lacking)


def _proof(facts: Facts) -> tuple[str, ...]:
    lacking = []
    if not facts.evidence:
        lacking.append("evidence: a job description, minutes or an appointment letter")
    if facts.accepted_on is None:
        lacking.append("acceptance by the person")
    return tuple(lacking)


def _officer(facts: Facts) -> tuple[str, ...]:
    if facts.role is not Role.DPO:
        return ()
    lacking = []
    if facts.conflict not in {Outcome.OK, Outcome.OK_WITH_NOTE}:
        lacking.append("a conflict check with a good result")
    if not facts.expert_knowledge.strip():
        lacking.append("how they showed expert knowledge of data protection")
    if not facts.understands_service.strip():
        lacking.append("how they showed that they understand this service")
    return tuple(lacking)


def _faults(facts: Facts) -> tuple[str, ...]:
    faults = []
    if len(set(facts.accountable)) > 1:
        names = " and ".join(facts.accountable)
        faults.append(f"Only one person can be the accountable lead, and {names} are all marked. Choose one.")
    if facts.shares and not facts.accountable:
        faults.append("The parts are shared, so say who is the one accountable lead.")
    return tuple(faults)


def _seniority(facts: Facts) -> tuple[Finding, ...]:
    if facts.role is Role.DPO or not facts.posts or is_senior(facts.posts, facts.senior_enough_because):
        return ()
    role = words.ROLE[facts.role]
    text = f"A {role} must be senior enough to get things done, and this post has no management in it."
    reason = Reason(text, "A-08", Confidence.READ, sources.SECTOR_GUIDE)
    return (Finding("seniority", Outcome.WARN, Severity.MEDIUM, reason, "Record why this person is senior enough."),)


def _answer(facts: Facts) -> str:
    if facts.role is not Role.DSP_LEAD or len(facts.accountable) != 1:
        return ""
    parts = "".join(f" {share.person}: {words.LEAD_PART[share.part].lower()}." for share in facts.shares)
    return f"{facts.accountable[0]} is accountable as {words.ROLE[Role.DSP_LEAD]}.{parts}"
