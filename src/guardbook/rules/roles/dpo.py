"""A-02: must this provider have a Data Protection Officer? The first matching row decides.

UK GDPR Art 37(1) joins its triggers with "or"; the sector guide's "and" is not followed.
Tribunals joined the exception for courts on 20 August 2025 (Data (Use and Access) Act 2025).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.organisations import Monitoring, Owner, Profile
from guardbook.rules.roles import kind, sources
from guardbook.rules.roles.vocabulary import Force, LargeScale, Need
from guardbook.rules.verdict import Confidence, Reason

TRIBUNALS_EXCEPTED_FROM = date(2025, 8, 20)


class Judicial(StrEnum):
    """A body that acts as a judge; never a care provider, but the law names it."""

    COURT = "COURT"
    TRIBUNAL = "TRIBUNAL"


@dataclass(frozen=True, slots=True)
class Facts:
    """The provider, and what else may bear on the question.

    Health records are at the core of every care provider, so special-category data is core
    unless somebody says not. Criminal record checks on staff are never core.
    """

    profile: Profile
    as_of: date
    appointed: bool = False
    acting_judicially: Judicial | None = None
    special_category_is_core: bool = True
    staff_criminal_checks: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Whether an officer is needed, by which row of the test, and why."""

    need: Need
    force: Force
    row: int
    public_authority: bool | None
    large_scale: LargeScale
    duties_apply: bool
    may_be_satisfied_by: str
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]
    record_decision: bool
    confidence: Confidence
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    need: Need
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()


def dpo(facts: Facts) -> Trigger:
    """The need for an officer by UK GDPR Art 37(1), with the row of the test that decided."""
    scale = kind.kind(facts.profile).large_scale
    public = _public_authority(facts)
    row = _first_row(facts, public, scale)
    record = row.need in {Need.LIKELY_REQUIRED, Need.OPTIONAL, Need.NOT_NEEDED} and not facts.appointed
    reasons = (*row.reasons, *_notes(facts, row.need))
    return Trigger(
        need=row.need,
        force=Force.LAW,
        row=row.number,
        public_authority=public,
        large_scale=scale,
        duties_apply=facts.appointed or row.need is Need.REQUIRED,
        may_be_satisfied_by="parent_access" if row.number == 1 and facts.profile.owned_by in _PARENTS else "",
        reasons=reasons,
        missing_facts=row.missing,
        record_decision=record,
        confidence=row.reasons[0].confidence,
        as_of=facts.as_of,
        source=row.reasons[0].source,
    )


_PARENTS = frozenset({Owner.NHS, Owner.COUNCIL})


def _public_authority(facts: Facts) -> bool | None:
    """Whether DPA 2018 s.7 makes this a public body; a company counts only if wholly owned by such bodies."""
    profile = facts.profile
    if profile.owned_by in _PARENTS:
        return True
    if profile.public_authority is not None:
        return profile.public_authority
    return False if profile.owned_by is Owner.INDEPENDENT else None


def _is_excepted(facts: Facts) -> bool:
    if facts.acting_judicially is Judicial.TRIBUNAL:
        return facts.as_of >= TRIBUNALS_EXCEPTED_FROM
    return facts.acting_judicially is Judicial.COURT


def _first_row(facts: Facts, public: bool | None, scale: LargeScale) -> _Row:
    if public and not _is_excepted(facts):
        text = "This is a public authority, or a company that public authorities own in full."
        return _Row(1, Need.REQUIRED, (Reason(text, "A-02", Confidence.READ, sources.DPA_2018_7),))
    triggers = _triggers(facts)
    if scale is LargeScale.YES and triggers:
        return _Row(triggers[0][0], Need.REQUIRED, tuple(reason for _, reason in triggers))
    if public is None and facts.profile.owned_by is Owner.PART_PUBLIC:
        text = (
            "Public bodies own part of this provider. Only one that they own in full counts as public for sure, "
            "so ask whether freedom of information law covers you."
        )
        return _Row(0, Need.UNKNOWN, (Reason(text, "A-02", Confidence.MEMORY, sources.FOIA_6),), ("foia_status",))
    return _by_scale(facts, scale, tuple(reason for _, reason in triggers))


def _triggers(facts: Facts) -> tuple[tuple[int, Reason], ...]:
    """The rows 2 and 3 that would be met if the scale is large."""
    found = []
    if facts.profile.core_monitoring:
        text = "Watching people regularly, with sensors, cameras or trackers, is part of the care."
        found.append((2, Reason(text, "A-02", Confidence.READ, sources.UK_GDPR_37)))
    if facts.special_category_is_core:
        text = "Care cannot be given without health records, so sensitive data is at the core of the work."
        found.append((3, Reason(text, "A-02", Confidence.READ_SECOND, sources.DPO_GUIDELINES)))
    return tuple(found)


def _by_scale(facts: Facts, scale: LargeScale, triggers: tuple[Reason, ...]) -> _Row:
    match scale:
        case LargeScale.UNKNOWN:
            missing = kind.kind(facts.profile).missing_facts
            text = "We cannot judge the scale yet, because we do not know enough about you."
            return _Row(0, Need.UNKNOWN, (_reason(text, Confidence.UNCERTAIN),), missing)
        case LargeScale.YES | LargeScale.LIKELY if triggers:
            text = (
                "A provider like this likely uses sensitive data on a large scale. The law gives no number, "
                "so appoint an officer or record why not."
            )
            return _Row(4, Need.LIKELY_REQUIRED, (_reason(text, Confidence.UNCERTAIN), *triggers), _unasked(facts))
        case LargeScale.UNCLEAR if triggers:
            text = (
                "Unclear large scale: the law gives no number, and this provider is neither clearly small nor clearly large. "
                "Get advice, for instance from the regulator's helpline for small organisations, and record what you decide."
            )
            return _Row(5, Need.OPTIONAL, (_reason(text, Confidence.UNCERTAIN), *triggers), _unasked(facts))
        case LargeScale.UNLIKELY:
            text = "A small provider is unlikely to use data on a large scale. The Lead looks after data protection instead."
            return _Row(6, Need.NOT_NEEDED, (_reason(text, Confidence.READ),))
        case _:
            text = (
                "Sensitive data and watching people are not at the core of the work, so no trigger of the law is met."
            )
            return _Row(6, Need.NOT_NEEDED, (_reason(text, Confidence.READ_SECOND),))


def _unasked(facts: Facts) -> tuple[str, ...]:
    return ("monitoring",) if facts.profile.monitoring is None else ()


def _notes(facts: Facts, need: Need) -> tuple[Reason, ...]:
    """What was looked at and made no difference, and what follows from choosing an officer freely."""
    notes = []
    if Monitoring.COMMUNAL_CCTV in (facts.profile.monitoring or ()):
        text = (
            "Cameras in corridors and at doors are for security. They are not part of the care, so they are no trigger."
        )
        notes.append(Reason(text, "A-02", Confidence.READ_SECOND, sources.DPO_GUIDELINES))
    if facts.staff_criminal_checks:
        text = "Criminal record checks on staff are not the core of the work, nor on a large scale, so they are no trigger."
        notes.append(Reason(text, "A-02", Confidence.READ_SECOND, sources.DPO_GUIDELINES))
    if facts.appointed and need is not Need.REQUIRED:
        text = "An officer you choose to have is held to the same duties as one the law demands."
        notes.append(Reason(text, "A-02", Confidence.READ_SECOND, sources.VOLUNTARY_DPO))
    return tuple(notes)


def _reason(text: str, confidence: Confidence) -> Reason:
    return Reason(text, "A-02", confidence, sources.DPO_FAQ)
