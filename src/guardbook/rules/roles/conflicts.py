"""A-04: may this person or firm be the Data Protection Officer, and are they independent?

Sources: UK GDPR Art 37(7) and 38, guidelines WP243 section 3.5 (at second hand); the posts of
care providers are judged by analogy.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.rules.roles import sources
from guardbook.rules.roles.vocabulary import BOARD, Finding, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason

ADVERSE_ADVICE_WINDOW = timedelta(days=90)
_LISTED_POSTS = frozenset(
    {
        Post.CHIEF_EXECUTIVE,
        Post.CHIEF_OPERATING_OFFICER,
        Post.CHIEF_FINANCIAL_OFFICER,
        Post.CHIEF_CLINICAL_OFFICER,
        Post.HEAD_OF_MARKETING,
        Post.HEAD_OF_HR,
        Post.HEAD_OF_IT,
        Post.HEAD_OF_FINANCE,
    }
)
BLOCKED_POSTS = _LISTED_POSTS | BOARD | {Post.REGISTERED_MANAGER}
_WARNED = {
    Post.QUALITY_MANAGER: "A quality manager may have to check their own work.",
    Post.IT_SUPPLIER: "An IT supplier that runs your systems would check its own work.",
    Post.OUTSIDE_COUNSEL: "A lawyer who may have to argue for you in a dispute is not independent of you in it.",
}


class ReportsTo(StrEnum):
    """To whom the officer answers for this work."""

    TOP_LEVEL = "TOP_LEVEL"
    DIRECT_LINE_RECORDED = "DIRECT_LINE_RECORDED"
    NEITHER = "NEITHER"


@dataclass(frozen=True, slots=True)
class Firm:
    """What is on file for an external or shared officer."""

    contract: bool
    named_person: bool
    response_time: bool = False
    access_statement: bool = False
    conflict_declaration: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the candidate or the officer; ``None`` is "not known".

    ``adverse_advice_on`` is the day they last advised against what the provider wanted.
    ``unreachable_sites`` counts sites at which their details are not published.
    """

    posts: frozenset[Post] = frozenset()
    other_roles: frozenset[Role] = frozenset()
    decides_purposes_or_means: bool | None = None
    buys_systems: bool | None = None
    reports_to: ReportsTo | None = None
    firm: Firm | None = None
    instructions_given: bool = False
    adverse_advice_on: date | None = None
    role_ended_on: date | None = None
    contact_published: bool | None = None
    regulator_told: bool | None = None
    unreachable_sites: int = 0


@dataclass(frozen=True, slots=True)
class Independence:
    """The worst outcome, every finding behind it, and the facts still to ask for."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    missing_facts: tuple[str, ...]
    reason_required: bool
    confidence: Confidence


def conflicts(facts: Facts) -> Independence:
    """Whether the candidate may be the officer: a block forbids, a warning asks for a written reason."""
    findings = tuple(finding for check in _CHECKS for finding in check(facts))
    outcome = worst(findings)
    decisive = next((one for one in findings if one.outcome is outcome), None)
    return Independence(
        outcome=outcome,
        findings=findings,
        missing_facts=_missing(facts),
        reason_required=any(one.outcome.needs_reason for one in findings),
        confidence=decisive.reason.confidence if decisive else Confidence.READ_SECOND,
    )


def _missing(facts: Facts) -> tuple[str, ...]:
    asked = {
        "decides_purposes_or_means": facts.decides_purposes_or_means,
        "reports_to": facts.reports_to,
        "contact_published": facts.contact_published,
        "regulator_told": facts.regulator_told,
    }
    return tuple(name for name, value in asked.items() if value is None)


def _deciding(facts: Facts) -> tuple[Finding, ...]:
    if facts.decides_purposes_or_means:
        text = "They decide why or how personal data is used, for instance which systems to buy, so they would check themselves."
        return (_finding("decides_means", Outcome.BLOCK, text, Confidence.READ, sources.UK_GDPR_38),)
    if facts.decides_purposes_or_means is None:
        text = "Nobody has said yet whether they decide why or how personal data is used."
        return (_finding("decides_means", Outcome.WARN, text, Confidence.READ, sources.UK_GDPR_38),)
    return ()


def _posts(facts: Facts) -> tuple[Finding, ...]:
    findings = []
    if facts.posts & _LISTED_POSTS:
        text = "Their post is one that European guidelines name as a conflict: it decides how or why data is used."
        findings.append(_finding("listed_post", Outcome.BLOCK, text, Confidence.READ_SECOND, sources.DPO_CONFLICTS))
    if facts.posts & (BLOCKED_POSTS - _LISTED_POSTS):
        text = "In care, this post decides the means of using data, or accepts the risks that the officer would check."
        findings.append(_finding("care_post", Outcome.BLOCK, text, Confidence.DEFAULT, sources.DPO_CONFLICTS))
    for post, text in _WARNED.items():
        if post in facts.posts:
            findings.append(
                _finding(f"post_{post.lower()}", Outcome.WARN, text, Confidence.MEMORY, sources.DPO_CONFLICTS)
            )
    return (*findings, *_deputy(facts))


def _deputy(facts: Facts) -> tuple[Finding, ...]:
    if Post.DEPUTY_MANAGER not in facts.posts or facts.buys_systems is False:
        return ()
    outcome = Outcome.BLOCK if facts.buys_systems else Outcome.WARN
    text = "A deputy manager who may buy systems decides the means of using data."
    return (_finding("deputy_buys", outcome, text, Confidence.DEFAULT, sources.DPO_CONFLICTS),)


def _roles(facts: Facts) -> tuple[Finding, ...]:
    findings = []
    if Role.SIRO in facts.other_roles:
        text = "The risk owner accepts the risks that the officer must check."
        findings.append(_finding("siro", Outcome.BLOCK, text, Confidence.DEFAULT, sources.DPO_CONFLICTS))
    if Role.DSP_LEAD in facts.other_roles:
        text = "The Lead writes procedures that the officer would check."
        findings.append(_finding("dsp_lead", Outcome.WARN, text, Confidence.MEMORY, sources.DPO_CONFLICTS))
    if Role.CALDICOTT_GUARDIAN in facts.other_roles:
        text = "A Caldicott Guardian may have advised on what the officer would check."
        findings.append(_finding("caldicott_guardian", Outcome.WARN, text, Confidence.READ_SECOND, sources.NDG_SUMMARY))
    return tuple(findings)


def _reporting(facts: Facts) -> tuple[Finding, ...]:
    if facts.reports_to is not ReportsTo.NEITHER:
        return ()
    text = "The officer must answer to the highest level of management for this work, and nothing on file says so."
    return (_finding("reporting", Outcome.FAIL, text, Confidence.READ, sources.UK_GDPR_38, "Record a direct line."),)


def _instructions(facts: Facts) -> tuple[Finding, ...]:
    if not facts.instructions_given:
        return ()
    text = "Somebody told the officer what to conclude. They must be free to reach their own view."
    action = "Withdraw the instruction in writing."
    return (_finding("instructed", Outcome.FAIL, text, Confidence.READ, sources.UK_GDPR_38, action),)


def _dismissal(facts: Facts) -> tuple[Finding, ...]:
    if facts.adverse_advice_on is None or facts.role_ended_on is None:
        return ()
    gap = facts.role_ended_on - facts.adverse_advice_on
    if not timedelta(0) <= gap <= ADVERSE_ADVICE_WINDOW:
        return ()
    text = "The role ends within 90 days of advice you did not want. An officer may not lose the role for doing it."
    return (_finding("dismissal", Outcome.WARN, text, Confidence.DEFAULT, sources.UK_GDPR_38),)


def _told(facts: Facts) -> tuple[Finding, ...]:
    findings = []
    if facts.contact_published is False or facts.unreachable_sites > 0:
        text = "The officer's contact details must be published, at every site they cover."
        action = "Publish the details."
        findings.append(_finding("unpublished", Outcome.FAIL, text, Confidence.MEMORY, sources.UK_GDPR_37, action))
    if facts.regulator_told is False:
        text = "The regulator must be told who the officer is."
        action = "Tell the regulator."
        findings.append(_finding("regulator_untold", Outcome.FAIL, text, Confidence.MEMORY, sources.UK_GDPR_37, action))
    return tuple(findings)


def _firm(facts: Facts) -> tuple[Finding, ...]:
    firm = facts.firm
    if firm is None:
        return ()
    needed = {"a contract": firm.contract, "a named person": firm.named_person}
    wanted = {
        "a time to respond in": firm.response_time,
        "what they may see": firm.access_statement,
        "their statement of other interests": firm.conflict_declaration,
    }
    findings = []
    for outcome, asked in ((Outcome.FAIL, needed), (Outcome.OK_WITH_NOTE, wanted)):
        lacking = [words for words, held in asked.items() if not held]
        if lacking:
            text = f"For an officer from outside, keep on file: {', '.join(lacking)}."
            findings.append(_finding("firm", outcome, text, Confidence.DEFAULT, sources.UK_GDPR_37))
    return tuple(findings)


def _finding(code: str, outcome: Outcome, text: str, confidence: Confidence, source: str, action: str = "") -> Finding:
    return Finding(code, outcome, _SEVERITY[outcome], Reason(text, "A-04", confidence, source), action)


_SEVERITY = {
    Outcome.OK_WITH_NOTE: Severity.LOW,
    Outcome.WARN: Severity.MEDIUM,
    Outcome.FAIL: Severity.HIGH,
    Outcome.BLOCK: Severity.HIGH,
}
_CHECKS = (_deciding, _posts, _roles, _reporting, _instructions, _dismissal, _told, _firm)
