"""A-01: which of the four roles this provider needs, and what stands behind each need.

Sources: the sector guide's matrix (its tick marks are rebuilt, see ``guidance``), the
toolkit FAQ, UK GDPR Art 37 and the National Data Guardian's guidance of 30 June 2023.
"""

from dataclasses import dataclass
from datetime import date

from guardbook.rules.organisations import Profile, ProviderKind
from guardbook.rules.roles import dpo, funding, kind, sources, words
from guardbook.rules.roles.vocabulary import Finding, Force, Need, Outcome, Role, Severity
from guardbook.rules.verdict import Confidence, Reason

CALDICOTT_GUIDANCE_FROM = date(2023, 6, 30)
_PARENT = "parent_access"


@dataclass(frozen=True, slots=True)
class Facts:
    """The provider, the date to judge by, and the roles somebody holds on it."""

    profile: Profile
    as_of: date
    held: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Requirement:
    """Need and force for one role, in words too, with every reason.

    ``record_decision`` asks for a written decision where nobody holds the role.
    """

    role: Role
    need: Need
    force: Force
    in_words: str
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]
    record_decision: bool
    confidence: Confidence
    as_of: date
    source: str
    may_be_satisfied_by: str = ""


@dataclass(frozen=True, slots=True)
class Requirements:
    """The four roles together with the kind of provider and the funding they follow from."""

    kind: kind.Kind
    funding: funding.Funded
    dsp_lead: Requirement
    dpo: Requirement
    caldicott_guardian: Requirement
    siro: Requirement
    findings: tuple[Finding, ...]

    def of(self, role: Role) -> Requirement:
        """The verdict for one role."""
        return {one.role: one for one in self.all}[role]

    @property
    def all(self) -> tuple[Requirement, ...]:
        """The four verdicts in the order people meet them."""
        return (self.dsp_lead, self.dpo, self.caldicott_guardian, self.siro)


def requirement(facts: Facts) -> Requirements:
    """Need and force for each of the four roles, by the matrix of A-01."""
    provider_kind = kind.kind(facts.profile)
    funded = funding.of_sources(facts.profile.funding)
    return Requirements(
        kind=provider_kind,
        funding=funded,
        dsp_lead=_dsp_lead(facts),
        dpo=_dpo(facts),
        caldicott_guardian=_caldicott_guardian(facts, provider_kind, funded),
        siro=_siro(facts),
        findings=() if Role.DSP_LEAD in facts.held else _vacant_lead(),
    )


def _dsp_lead(facts: Facts) -> Requirement:
    text = (
        "The toolkit cannot be completed without one named person who leads on data security and protection. "
        "The law does not name the role, which is why some guidance calls it voluntary."
    )
    return _verdict(
        facts, Role.DSP_LEAD, Need.REQUIRED, Force.TOOLKIT, (_why(text, Confidence.READ, sources.TOOLKIT_FAQ),)
    )


def _dpo(facts: Facts) -> Requirement:
    trigger = dpo.dpo(dpo.Facts(facts.profile, facts.as_of, appointed=Role.DPO in facts.held))
    return Requirement(
        role=Role.DPO,
        need=trigger.need,
        force=trigger.force,
        in_words=words.force_in_words(trigger.need, trigger.force),
        reasons=trigger.reasons,
        missing_facts=trigger.missing_facts,
        record_decision=trigger.record_decision,
        confidence=trigger.confidence,
        as_of=facts.as_of,
        source=trigger.source,
        may_be_satisfied_by=trigger.may_be_satisfied_by,
    )


def _caldicott_guardian(facts: Facts, provider: kind.Kind, funded: funding.Funded) -> Requirement:
    role = Role.CALDICOTT_GUARDIAN
    reasons: tuple[Reason, ...]
    if provider.kind is ProviderKind.PUBLIC_OWNED:
        text = (
            "A provider owned by the NHS or a council is expected to have a Caldicott Guardian, its own or its owner's."
        )
        reasons = (_why(text, Confidence.READ, sources.SECTOR_GUIDE),)
        return _verdict(facts, role, Need.REQUIRED, Force.STATUTORY_GUIDANCE, reasons, parent=_PARENT)
    if facts.as_of < CALDICOTT_GUIDANCE_FROM:
        text = "Before 30 June 2023 no guidance asked care providers to appoint one. This is history only."
        return _verdict(
            facts, role, Need.OPTIONAL, Force.GOOD_PRACTICE, (_why(text, Confidence.READ, sources.NDG_GUIDANCE),)
        )
    if funded.any_publicly_funded:
        text = "Public money pays for somebody's care, so statutory guidance since 30 June 2023 expects a Caldicott Guardian."
        reasons = (_why(text, Confidence.READ, sources.NDG_GUIDANCE), *funded.reasons)
        return _verdict(facts, role, Need.REQUIRED, Force.STATUTORY_GUIDANCE, reasons, confidence=funded.confidence)
    unknown = _unknown_for_guardian(provider, funded)
    if unknown:
        text = "Whether one is expected depends on something we do not know yet."
        reasons = (_why(text, Confidence.UNCERTAIN, sources.NDG_GUIDANCE),)
        return _verdict(facts, role, Need.UNKNOWN, Force.STATUTORY_GUIDANCE, reasons, missing=unknown)
    text = "Nobody's care is paid for with public money. The national guidance still asks you to consider one and record it."
    reasons = (_why(text, Confidence.READ_SECOND, sources.NDG_CARE), *funded.reasons)
    return _verdict(facts, role, Need.OPTIONAL, Force.GOOD_PRACTICE, reasons)


def _unknown_for_guardian(provider: kind.Kind, funded: funding.Funded) -> tuple[str, ...]:
    """Ownership matters only while nobody has said who owns the provider."""
    owner = ("owned_by",) if "owned_by" in provider.missing_facts else ()
    return (*funded.missing_facts, *owner)


def _siro(facts: Facts) -> Requirement:
    text = "No provider has to have one. Without one, risks must be accepted by the Lead or the owner."
    return _verdict(facts, Role.SIRO, Need.OPTIONAL, Force.CHOICE, (_why(text, Confidence.READ, sources.SECTOR_GUIDE),))


def _verdict(
    facts: Facts,
    role: Role,
    need: Need,
    force: Force,
    reasons: tuple[Reason, ...],
    *,
    missing: tuple[str, ...] = (),
    parent: str = "",
    confidence: Confidence | None = None,
) -> Requirement:
    to_record = force in {Force.STATUTORY_GUIDANCE, Force.GOOD_PRACTICE} and need is not Need.UNKNOWN
    return Requirement(
        role=role,
        need=need,
        force=force,
        in_words=words.force_in_words(need, force),
        reasons=reasons,
        missing_facts=missing,
        record_decision=to_record and role not in facts.held,
        confidence=confidence or reasons[0].confidence,
        as_of=facts.as_of,
        source=reasons[0].source,
        may_be_satisfied_by=parent,
    )


def _vacant_lead() -> tuple[Finding, ...]:
    text = "Nobody is the Data Security and Protection Lead, so the toolkit cannot be published."
    reason = _why(text, Confidence.READ, sources.TOOLKIT_FAQ)
    return (Finding("lead_vacant", Outcome.FAIL, Severity.HIGH, reason, "Appoint a lead."),)


def _why(text: str, confidence: Confidence, source: str) -> Reason:
    return Reason(text, "A-01", confidence, source)
