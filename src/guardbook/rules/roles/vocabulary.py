"""The names used by every rule about roles: roles, needs, posts, outcomes and findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.verdict import Reason


class Role(StrEnum):
    """The four roles of the guidance."""

    DSP_LEAD = "dsp_lead"
    DPO = "dpo"
    CALDICOTT_GUARDIAN = "caldicott_guardian"
    SIRO = "siro"


class Need(StrEnum):
    """How much a provider needs somebody in a role."""

    REQUIRED = "REQUIRED"
    LIKELY_REQUIRED = "LIKELY_REQUIRED"
    OPTIONAL = "OPTIONAL"
    NOT_NEEDED = "NOT_NEEDED"
    UNKNOWN = "UNKNOWN"


class Force(StrEnum):
    """What stands behind a need; never folded into the need itself."""

    LAW = "LAW"
    STATUTORY_GUIDANCE = "STATUTORY_GUIDANCE"
    TOOLKIT = "TOOLKIT"
    GOOD_PRACTICE = "GOOD_PRACTICE"
    CHOICE = "CHOICE"


class LargeScale(StrEnum):
    """Whether data is used "on a large scale"; the law gives factors and no number."""

    YES = "YES"
    LIKELY = "LIKELY"
    UNCLEAR = "UNCLEAR"
    UNLIKELY = "UNLIKELY"
    UNKNOWN = "UNKNOWN"


class Post(StrEnum):
    """A person's ordinary job, as far as it matters to the roles."""

    OWNER = "OWNER"
    DIRECTOR = "DIRECTOR"
    TRUSTEE = "TRUSTEE"
    CHIEF_EXECUTIVE = "CHIEF_EXECUTIVE"
    CHIEF_OPERATING_OFFICER = "CHIEF_OPERATING_OFFICER"
    CHIEF_FINANCIAL_OFFICER = "CHIEF_FINANCIAL_OFFICER"
    CHIEF_CLINICAL_OFFICER = "CHIEF_CLINICAL_OFFICER"
    NOMINATED_INDIVIDUAL = "NOMINATED_INDIVIDUAL"
    REGISTERED_MANAGER = "REGISTERED_MANAGER"
    DEPUTY_MANAGER = "DEPUTY_MANAGER"
    HEAD_OF_HR = "HEAD_OF_HR"
    HEAD_OF_IT = "HEAD_OF_IT"
    HEAD_OF_MARKETING = "HEAD_OF_MARKETING"
    HEAD_OF_FINANCE = "HEAD_OF_FINANCE"
    QUALITY_MANAGER = "QUALITY_MANAGER"
    COMPLIANCE_OFFICER = "COMPLIANCE_OFFICER"
    OTHER_MANAGER = "OTHER_MANAGER"
    ADMINISTRATOR = "ADMINISTRATOR"
    FINANCE_CLERK = "FINANCE_CLERK"
    SENIOR_CARER = "SENIOR_CARER"
    SHIFT_LEADER = "SHIFT_LEADER"
    CARE_WORKER = "CARE_WORKER"
    IT_APPRENTICE = "IT_APPRENTICE"
    IT_SUPPLIER = "IT_SUPPLIER"
    OUTSIDE_COUNSEL = "OUTSIDE_COUNSEL"
    CONSULTANT = "CONSULTANT"
    OTHER = "OTHER"


BOARD = frozenset(
    {
        Post.OWNER,
        Post.DIRECTOR,
        Post.TRUSTEE,
        Post.CHIEF_EXECUTIVE,
        Post.CHIEF_OPERATING_OFFICER,
        Post.CHIEF_FINANCIAL_OFFICER,
        Post.CHIEF_CLINICAL_OFFICER,
        Post.NOMINATED_INDIVIDUAL,
    }
)
SENIOR = BOARD | {
    Post.REGISTERED_MANAGER,
    Post.DEPUTY_MANAGER,
    Post.HEAD_OF_HR,
    Post.HEAD_OF_IT,
    Post.HEAD_OF_MARKETING,
    Post.HEAD_OF_FINANCE,
    Post.QUALITY_MANAGER,
    Post.COMPLIANCE_OFFICER,
    Post.OTHER_MANAGER,
}


class Outcome(StrEnum):
    """What a check says, from best to worst."""

    OK = "OK"
    OK_WITH_NOTE = "OK_WITH_NOTE"
    WARN = "WARN"
    WARN_STRONG = "WARN_STRONG"
    FAIL = "FAIL"
    BLOCK = "BLOCK"

    @property
    def rank(self) -> int:
        """The place in the order of badness: 0 is best."""
        return list(Outcome).index(self)

    @property
    def needs_reason(self) -> bool:
        """True where somebody must write down why they go ahead."""
        return self in {Outcome.WARN, Outcome.WARN_STRONG}


class Severity(StrEnum):
    """How much a finding matters."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class EvidenceKind(StrEnum):
    """Ways to show that a role was formally given (A-08)."""

    JOB_DESCRIPTION = "JD"
    MINUTES = "MINUTES"
    APPOINTMENT_LETTER = "APPOINTMENT_LETTER"


class LeadPart(StrEnum):
    """The parts of the lead's role, which several people may share (A-08, R1 to R7)."""

    GUIDANCE = "R1"
    CHAMPION = "R2"
    PRACTICE = "R3"
    PROCEDURES = "R4"
    REPORTING = "R5"
    KNOWLEDGE = "R6"
    LIMITS = "R7"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check: what was found, how bad it is, why, and what to do by when."""

    code: str
    outcome: Outcome
    severity: Severity
    reason: Reason
    action: str = ""
    due_on: date | None = None


def worst(findings: Iterable[Finding]) -> Outcome:
    """The worst outcome among findings; OK where there are none."""
    return max((finding.outcome for finding in findings), key=lambda one: one.rank, default=Outcome.OK)
