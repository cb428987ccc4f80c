"""Why the law allows a use of information, and the guards on that choice (rule D-03).

Source: UK GDPR, Articles 6, 9 and 10 and Annex 1; Data Protection Act 2018, sections 10 and 11 and
Schedule 1. All but Annex 1 is from professional knowledge, and says so in each finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.registers.information import SPECIAL, Data
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.verdict import Confidence

ARTICLE_6 = "UK GDPR, Article 6(1)"
ANNEX_1 = "UK GDPR, Annex 1; ICO guidance on recognised legitimate interests"
ARTICLE_9 = "UK GDPR, Article 9(2)"
ARTICLE_10 = "UK GDPR, Article 10"
SECTION_10 = "Data Protection Act 2018, section 10 and Schedule 1"
SCHEDULE_1 = "Data Protection Act 2018, Schedule 1, Parts 1, 2 and 4"


class Work(Choice):
    """What a use of information is for, as far as the guards tell uses apart."""

    CARE = "care", "Giving care and support"
    REQUIRED = "required", "Records and notices that the law or the CQC asks for"
    SAFEGUARDING = "safeguarding", "Keeping people safe from abuse"
    EMERGENCY = "emergency", "Saving a life"
    EMPLOYMENT = "employment", "Employing and paying staff"
    OCCUPATIONAL_HEALTH = "occupational_health", "Occupational health"
    EQUALITY = "equality", "Checking that we treat people equally"
    CRIMINAL_CHECKS = "criminal_checks", "Criminal record (DBS) checks"
    CCTV = "cctv", "Cameras"
    PICTURES = "pictures", "Photos and films to show to others"
    MARKETING = "marketing", "Newsletters and adverts"
    RESEARCH = "research", "Research or planning"
    CLAIMS = "claims", "Legal claims"
    RUNNING = "running", "Running the organisation"
    OTHER = "other", "Something else"


class Basis(Choice):
    """The lawful bases; the value is the point of Article 6(1)."""

    CONSENT = "a", "Consent (a)"
    CONTRACT = "b", "A contract with the person (b)"
    LEGAL = "c", "A law tells us to (c)"
    VITAL = "d", "To save a life (d)"
    PUBLIC_TASK = "e", "A public task, for councils and the NHS (e)"
    RECOGNISED = "ea", "A recognised legitimate interest, such as safeguarding (ea)"
    LEGITIMATE = "f", "Legitimate interests (f)"


class Condition(Choice):
    """The conditions for sensitive information: points of Article 9(2), and Article 10."""

    EXPLICIT_CONSENT = "9-a", "Explicit consent, 9(2)(a)"
    EMPLOYMENT = "9-b", "Employment law, 9(2)(b)"
    VITAL = "9-c", "To save a life, 9(2)(c)"
    MADE_PUBLIC = "9-e", "The person made it public, 9(2)(e)"
    CLAIMS = "9-f", "Legal claims, courts or tribunals, 9(2)(f)"
    PUBLIC_INTEREST = "9-g", "Substantial public interest, 9(2)(g)"
    HEALTH_CARE = "9-h", "Health or social care, 9(2)(h)"
    PUBLIC_HEALTH = "9-i", "Public health, 9(2)(i)"
    RESEARCH = "9-j", "Research, 9(2)(j)"
    CRIMINAL = "10", "Crimes and criminal records, Article 10"


class Paragraph(Choice):
    """Paragraphs of Schedule 1 to the Data Protection Act 2018 that care providers use."""

    EMPLOYMENT = "1", "Employment, paragraph 1"
    HEALTH_CARE = "2", "Health or social care, paragraph 2"
    PUBLIC_HEALTH = "3", "Public health, paragraph 3"
    RESEARCH = "4", "Research, paragraph 4"
    STATUTORY = "6", "What a law gives us to do, paragraph 6"
    EQUALITY = "8", "Equal treatment, paragraph 8"
    UNLAWFUL_ACTS = "10", "Preventing or detecting unlawful acts, paragraph 10"
    DISHONESTY = "12", "Checks that rules ask for, paragraph 12"
    SAFEGUARDING = "18", "Safeguarding, paragraph 18"
    OTHER = "other", "Another paragraph of Part 2"


PART_1 = frozenset({Paragraph.EMPLOYMENT, Paragraph.HEALTH_CARE, Paragraph.PUBLIC_HEALTH, Paragraph.RESEARCH})
PART_2 = frozenset(Paragraph) - PART_1
NEEDS_POLICY = PART_2 | {Paragraph.EMPLOYMENT}
"""Paragraphs that are only met with an appropriate policy document."""
_PARAGRAPHS_FOR = {
    Condition.EMPLOYMENT: PART_1,
    Condition.HEALTH_CARE: PART_1,
    Condition.PUBLIC_HEALTH: PART_1,
    Condition.RESEARCH: PART_1,
    Condition.PUBLIC_INTEREST: PART_2,
    Condition.CRIMINAL: PART_1 | PART_2,
}
_IN_ANNEX_1 = frozenset({Work.SAFEGUARDING, Work.EMERGENCY, Work.CCTV, Work.REQUIRED})
"""Uses that Annex 1 may cover: safeguarding, emergencies, crime, and what a public body asks for."""


class Outcome(StrEnum):
    """What a guard says: it may not be so, something is missing, or think again."""

    REJECT = "reject"
    FINDING = "finding"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of information. ``is_public_task`` is True where a council or NHS body does it as its public task.

    ``has_policy`` is an appropriate policy document, ``has_balancing_test`` a stored weighing of
    interests, ``has_consent_notes`` a record of each person's yes or no.
    """

    work: Work | None = None
    data: tuple[Data, ...] = ()
    bases: tuple[Basis, ...] = ()
    conditions: tuple[Condition, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    has_policy: bool = False
    has_balancing_test: bool = False
    has_consent_notes: bool = False
    is_public_task: bool = False
    is_kept_for_ever: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """One thing a guard says, with a short code to tell it apart."""

    code: str
    outcome: Outcome
    gap: Gap


@dataclass(frozen=True, slots=True)
class LawfulBasis:
    """Whether the choice may stand, and everything that is missing or doubtful. It may stand with findings."""

    may_stand: bool
    guards: tuple[Guard, ...]


def lawful_basis(use: Use) -> LawfulBasis:
    """What the guards of D-03 say of one use of information."""
    found = (*_bases(use), *_conditions(use), *_paragraphs(use), *_papers(use), *_keeping(use))
    return LawfulBasis(not any(each.outcome is Outcome.REJECT for each in found), found)


def rests_on_consent(bases: tuple[Basis, ...], conditions: tuple[Condition, ...]) -> bool:
    """Whether a use rests on somebody's consent."""
    return Basis.CONSENT in bases or Condition.EXPLICIT_CONSENT in conditions


def needs_policy(use: Use) -> bool:
    """Whether an appropriate policy document is needed (Schedule 1, paragraphs 1 and 5)."""
    undecided = {Condition.EMPLOYMENT, Condition.PUBLIC_INTEREST}
    if Condition.CRIMINAL in use.conditions and not use.paragraphs:
        return True
    return bool(NEEDS_POLICY & set(use.paragraphs)) or bool(undecided & set(use.conditions))


def _bases(use: Use) -> Iterator[Guard]:
    if not use.bases:
        text = "Choose why the law allows this. Every use of information needs at least one reason."
        yield _guard("no_basis", Outcome.FINDING, text, "bases", ARTICLE_6)
    if Basis.CONSENT in use.bases and use.work is Work.CARE:
        text = (
            "Consent is seldom the right reason for care itself: people depend on the care, and may take consent back. "
            "A contract or legitimate interests usually fit."
        )
        yield _guard("consent_for_care", Outcome.WARN, text, "bases", ARTICLE_6)
    if Basis.LEGITIMATE in use.bases and use.is_public_task:
        text = "A council or NHS body may not use legitimate interests for its public tasks. Choose the public task."
        yield _guard("legitimate_public_task", Outcome.REJECT, text, "bases", ARTICLE_6)
    if Basis.RECOGNISED in use.bases and use.work not in _IN_ANNEX_1:
        yield _recognised(use.work)


def _recognised(work: Work | None) -> Guard:
    if work in {None, Work.OTHER}:
        text = "A recognised legitimate interest must be on the short list in the law. Check that this one is."
        return _guard("recognised_unclear", Outcome.WARN, text, "bases", ANNEX_1, Confidence.READ)
    text = (
        "A recognised legitimate interest is only for a short list, such as safeguarding, emergencies and crime. "
        "Choose another reason for this."
    )
    return _guard("recognised_not_listed", Outcome.REJECT, text, "bases", ANNEX_1, Confidence.READ)


def _conditions(use: Use) -> Iterator[Guard]:
    ninth = set(use.conditions) - {Condition.CRIMINAL}
    if SPECIAL & set(use.data) and not ninth:
        text = "This includes health or other sensitive information, so the law wants a second reason (Article 9)."
        yield _guard("no_article_9", Outcome.FINDING, text, "conditions", ARTICLE_9, severity=Severity.HIGH)
    if Data.CRIMINAL in use.data and Condition.CRIMINAL not in use.conditions:
        text = "This includes criminal records, so Article 10 must be one of the reasons."
        yield _guard("no_article_10", Outcome.FINDING, text, "conditions", ARTICLE_10, severity=Severity.HIGH)


def _paragraphs(use: Use) -> Iterator[Guard]:
    given = set(use.paragraphs)
    short = [each.label for each, fitting in _PARAGRAPHS_FOR.items() if each in use.conditions and not fitting & given]
    if short:
        text = f"Choose the paragraph of Schedule 1 that goes with: {'; '.join(short)}."
        yield _guard(
            "no_paragraph", Outcome.FINDING, text, "paragraphs", SECTION_10, Confidence.READ, severity=Severity.LOW
        )


def _papers(use: Use) -> Iterator[Guard]:
    if Basis.LEGITIMATE in use.bases and not use.has_balancing_test:
        text = "Legitimate interests need a short written test that weighs your need against people's rights."
        yield _guard("no_balancing_test", Outcome.FINDING, text, "papers", ARTICLE_6)
    if needs_policy(use) and not use.has_policy:
        text = (
            "This reason only holds with an appropriate policy document: "
            "a page on how you keep to the law and how long you keep this."
        )
        yield _guard("no_policy_document", Outcome.FINDING, text, "papers", SCHEDULE_1)
    if rests_on_consent(use.bases, use.conditions) and not use.has_consent_notes:
        text = "This rests on consent, so keep a dated note of each person's yes or no."
        yield _guard("no_consent_notes", Outcome.FINDING, text, "papers", ARTICLE_6, severity=Severity.LOW)


def _keeping(use: Use) -> Iterator[Guard]:
    if use.is_kept_for_ever:
        text = "Nothing about people may be kept for ever. Say how long you keep it."
        yield Guard(
            "kept_for_ever",
            Outcome.FINDING,
            Gap(text, Severity.MEDIUM, "retention", "D-11", Confidence.MEMORY, "UK GDPR, Article 5(1)(e)"),
        )


def _guard(
    code: str,
    outcome: Outcome,
    text: str,
    question: str,
    source: str,
    confidence: Confidence = Confidence.MEMORY,
    *,
    severity: Severity | None = None,
) -> Guard:
    usual = Severity.HIGH if outcome is Outcome.REJECT else Severity.MEDIUM
    return Guard(code, outcome, Gap(text, severity or usual, question, "D-03", confidence, source))
