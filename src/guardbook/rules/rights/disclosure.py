"""When others ask for data about people: whether it must, may or may not be handed over, and what to write down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.clocks.law import NO_LAW, InForce, Law, Topic
from guardbook.rules.registers.questions import Choice
from guardbook.rules.rights.vocabulary import Basis, Condition, How
from guardbook.rules.verdict import Confidence, Reason


class Asker(Choice):
    """Who wants the data."""

    POLICE = "police", "The police"
    COUNCIL = "council", "A council, for safeguarding or another duty"
    COURT = "court", "A court, with an order"
    REGULATOR = "regulator", "CQC or another regulator"
    HEALTH = "health", "The NHS, for the person's care"
    JOURNALIST = "journalist", "A journalist"
    OTHER = "other", "Somebody else"


WRITTEN = frozenset({How.LETTER, How.EMAIL, How.FORM})


class Duty(StrEnum):
    """Whether we must."""

    MUST = "MUST"
    MAY = "MAY"
    REFUSE = "REFUSE"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked and on what footing. ``has_order`` is a court order or a power that compels."""

    asker: Asker
    as_of: date
    is_written: bool = False
    power: str = ""
    has_order: bool = False
    necessity: str = ""
    basis: Basis | None = None
    condition: Condition | None = None
    is_health_data: bool = True
    article_9: str = ""
    law: Law = NO_LAW


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whether it must or may be handed over, the usual basis, and what is missing before anybody decides."""

    duty: Duty
    usual_basis: Basis | None
    tell_guardian: bool
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


def disclosure(facts: Facts) -> Disclosure:
    """Judge a request of others (C-07; Articles 6(1) and 9, DPA 2018 Schedules 1 and 2)."""
    duty, basis, text = _duty(facts)
    missing = tuple(_missing(facts)) if duty is not Duty.REFUSE else ()
    reasons = (_said(text), *(_said(each) for each in _of_basis(facts)))
    return Disclosure(duty, basis, duty is not Duty.REFUSE, missing, reasons)


def _duty(facts: Facts) -> tuple[Duty, Basis | None, str]:
    if facts.has_order:
        return Duty.MUST, Basis.LEGAL_DUTY, "You must, as far as the order or the law goes, and no further."
    match facts.asker:
        case Asker.COURT:
            return Duty.MAY, Basis.LEGAL_DUTY, "Ask for the order itself. Without one, you need not."
        case Asker.COUNCIL:
            text = (
                "A safeguarding enquiry (Care Act 2014, section 42) is a good reason to help. Health data also needs a \
condition: Schedule 1 paragraph 18, safeguarding, is the usual one. Tell your Caldicott Guardian."
            )
            return Duty.MAY, Basis.LEGAL_DUTY, text
        case Asker.POLICE:
            text = "You may help with a crime, and you are not obliged to without a court order. Write down why it is needed."
            return Duty.MAY, Basis.RECOGNISED, text
        case Asker.REGULATOR:
            return Duty.MAY, Basis.LEGAL_DUTY, "Ask which power they use. Many of theirs oblige you."
        case Asker.HEALTH:
            return (
                Duty.MAY,
                Basis.PUBLIC_TASK,
                "Sharing for the person's own care is usual. Send what is needed for it.",
            )
        case Asker.JOURNALIST | Asker.OTHER:
            return (
                Duty.REFUSE,
                None,
                "They have no right to it. Refuse politely, say nothing about anybody, and log it.",
            )


def _missing(facts: Facts) -> Iterator[str]:
    if not facts.is_written:
        yield "Ask for it in writing, and call back on a number that you found yourself."
    if not facts.power.strip():
        yield "Ask which law or power they rely on."
    if not facts.necessity.strip():
        yield "Write down why each part is needed, and that less would not do."
    if facts.basis is None:
        yield "Choose the lawful basis."
    if facts.is_health_data and not facts.article_9.strip():
        yield "Name the condition for health data, such as Schedule 1 paragraph 18 for safeguarding."
    yield from _wrong_basis(facts)


def _wrong_basis(facts: Facts) -> Iterator[str]:
    if facts.basis is not Basis.RECOGNISED:
        return
    if facts.law.on(Topic.RECOGNISED_INTERESTS, facts.as_of) is not InForce.YES:
        yield "Recognised legitimate interests were not in force on that day. Choose another basis."
    if facts.condition in {None, Condition.CARE}:
        yield "Choose one of the five recognised purposes. Giving everyday care is none of them."


def _of_basis(facts: Facts) -> Iterator[str]:
    if facts.basis is Basis.RECOGNISED and facts.condition not in {None, Condition.CARE}:
        yield "There is no balance to weigh with this basis, but it must be necessary."
    if facts.basis is Basis.INTERESTS:
        yield "Weigh their interest against the person's, and write down how."


def _said(text: str) -> Reason:
    return Reason(
        text, "C-07", Confidence.READ, "UK GDPR Articles 6 and 9; Data Protection Act 2018, Schedules 1 and 2"
    )
