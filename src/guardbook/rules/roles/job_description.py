"""A-10: the sections a job description for a role must have, and what an officer's may never say.

Sources: the sector guide (limits and advice, S5); UK GDPR Art 38 and 39 for the officer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.roles import titles
from guardbook.rules.roles.vocabulary import Role


class Section(StrEnum):
    """A section of a job description."""

    TITLE = "title"
    REPORTS_TO = "reports_to"
    PURPOSE = "purpose"
    SENIORITY = "seniority_statement"
    RESPONSIBILITIES = "responsibilities"
    DELEGATED = "what_is_delegated_and_to_whom"
    AUTHORITY = "authority_and_resources"
    KNOWLEDGE = "knowledge_and_skills"
    TRAINING = "training_to_complete"
    LIMITS = "limits_and_where_to_get_advice"
    DEPUTY = "deputy"
    REVIEW = "review_date"
    SIGNATURES = "signatures"
    PRINCIPLES = "caldicott_principles"
    REGISTER = "register_duty"
    DECISION_LOG = "decision_log"
    RISK_APPETITE = "risk_appetite"
    RISK_REGISTER = "risk_register_sign_off"
    BOARD_REPORTING = "board_reporting"
    GUARANTEES = "independence_guarantees"
    TASKS = "statutory_tasks"


COMMON = tuple(Section)[:13]
_EXTRA = {
    Role.DSP_LEAD: (),
    Role.CALDICOTT_GUARDIAN: (Section.PRINCIPLES, Section.REGISTER, Section.DECISION_LOG),
    Role.SIRO: (Section.RISK_APPETITE, Section.RISK_REGISTER, Section.BOARD_REPORTING),
    Role.DPO: (Section.GUARANTEES, Section.TASKS),
}
HEADINGS = {
    Section.TITLE: "Title",
    Section.REPORTS_TO: "Reports to",
    Section.PURPOSE: "What the role is for",
    Section.SENIORITY: "Why this person is senior enough",
    Section.RESPONSIBILITIES: "What you are responsible for",
    Section.DELEGATED: "What others do for you",
    Section.AUTHORITY: "Authority, money and time",
    Section.KNOWLEDGE: "What you know and can do",
    Section.TRAINING: "Training to complete",
    Section.LIMITS: "Your limits, and where to get advice",
    Section.DEPUTY: "Who stands in for you",
    Section.REVIEW: "When this is looked at again",
    Section.SIGNATURES: "Signatures",
    Section.PRINCIPLES: "The eight Caldicott Principles",
    Section.REGISTER: "The national register",
    Section.DECISION_LOG: "Your log of decisions",
    Section.RISK_APPETITE: "How much risk we accept",
    Section.RISK_REGISTER: "Signing off the risk register",
    Section.BOARD_REPORTING: "Reporting to the board",
    Section.GUARANTEES: "What keeps you independent",
    Section.TASKS: "Your tasks in law",
}
_OPERATIONAL = re.compile(
    r"\b(?:decid|choos|select|buy|purchas|approv)\w*\b[^.;\n]*\b(?:systems?|software|suppliers?|purposes?|means|budgets?)\b"
    r"|\btargets?\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|nor|cannot|without)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """The sections of a job description by name, with the words in each."""

    role: Role
    sections: Mapping[Section, str]


@dataclass(frozen=True, slots=True)
class JobDescription:
    """Whether it may be used, the sections it lacks, and every fault in words."""

    valid: bool
    missing_sections: tuple[Section, ...]
    faults: tuple[str, ...]


def sections_of(role: Role) -> tuple[Section, ...]:
    """The sections the role's job description must have, in order; signatures come last."""
    return (*COMMON[:-1], *_EXTRA[role], Section.SIGNATURES)


def job_description(facts: Facts) -> JobDescription:
    """Whether a job description has every section and says nothing the role may not do."""
    missing = tuple(one for one in sections_of(facts.role) if not facts.sections.get(one, "").strip())
    lacking = tuple(f"Write the section “{HEADINGS[one]}”." for one in missing)
    faults = (*lacking, *_title_faults(facts), *_officer_faults(facts))
    return JobDescription(not faults, missing, faults)


def _title_faults(facts: Facts) -> tuple[str, ...]:
    verdict = titles.title(titles.Facts(facts.sections.get(Section.TITLE, ""), facts.role))
    return () if verdict.accepted else (f"Change the title, for instance to “{verdict.suggestions[0]}”.",)


def _officer_faults(facts: Facts) -> tuple[str, ...]:
    """An officer's job may not include deciding on systems, nor targets for running the service."""
    if facts.role is not Role.DPO:
        return ()
    text = "\n".join(facts.sections.values())
    sentences = [one.strip() for one in re.split(r"[.;\n]", text) if one.strip()]
    return tuple(
        f"An officer may not be given this, because they must judge it independently: “{sentence}”."
        for sentence in sentences
        if _OPERATIONAL.search(sentence) and not _DENIED.search(sentence)
    )
