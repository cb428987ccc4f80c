"""B-03: must the regulator be told, and must the people?

Sources: UK GDPR Art 33(1) and (5), Art 34(1) to (4); the regulator's self-assessment. The risk suggested from the
prompts is our own reading, which a person may overrule with a reason.
"""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.incidents import sources
from guardbook.rules.incidents.vocabulary import Exemption, Risk, Track
from guardbook.rules.verdict import Confidence, Reason


class Told(StrEnum):
    """Whether somebody is told."""

    YES = "YES"
    NO = "NO"
    DEPENDS = "DEPENDS"
    EXEMPT = "EXEMPT"


class Data(StrEnum):
    """What kind of information it is."""

    NAMES = "names"
    CONTACT = "contact"
    CARE = "care"
    SAFEGUARDING = "safeguarding"
    BANK = "bank"
    IDENTITY = "identity"
    PASSWORDS = "passwords"

    @property
    def label(self) -> str:
        """The words people see."""
        return _DATA[self]


class Holder(StrEnum):
    """Who has the information now, or may have."""

    NOBODY = "nobody"
    COLLEAGUE = "colleague"
    PROFESSIONAL = "professional"
    OUTSIDER = "outsider"
    UNKNOWN = "unknown"
    CRIMINAL = "criminal"
    DANGEROUS = "dangerous"

    @property
    def label(self) -> str:
        """The words people see."""
        return _HOLDERS[self]


_DATA = {
    Data.NAMES: "Names, rotas, everyday details",
    Data.CONTACT: "Addresses and phone numbers",
    Data.CARE: "Care or health",
    Data.SAFEGUARDING: "Safeguarding, or where somebody must not be found",
    Data.BANK: "Bank or card details",
    Data.IDENTITY: "Passports, NHS or National Insurance numbers",
    Data.PASSWORDS: "Passwords or PINs",
}
_HOLDERS = {
    Holder.NOBODY: "Nobody outside: it is back, or nobody could read it",
    Holder.COLLEAGUE: "A colleague here who did not need to see it",
    Holder.PROFESSIONAL: "Another professional, such as a nurse or a council",
    Holder.OUTSIDER: "Somebody we know, such as another family",
    Holder.UNKNOWN: "We do not know",
    Holder.CRIMINAL: "A thief or a hacker",
    Holder.DANGEROUS: "Somebody who may harm the person it is about",
}
_SENSITIVE = frozenset({Data.CARE, Data.SAFEGUARDING, Data.BANK, Data.IDENTITY, Data.PASSWORDS})
_TAKEN = frozenset({Data.BANK, Data.IDENTITY, Data.PASSWORDS})
_TRUSTED = frozenset({Holder.NOBODY, Holder.COLLEAGUE, Holder.PROFESSIONAL})
_STRANGERS = frozenset({Holder.UNKNOWN, Holder.CRIMINAL})


@dataclass(frozen=True, slots=True)
class Facts:
    """The prompts of B-03, and the risk a person judged; without one the prompts suggest it.

    ``recovered`` is True where it came back or was deleted, and somebody confirmed that. ``unreadable`` is
    strong encryption with the key safe. ``copies_taken`` None is not known. ``exemption`` is one that is claimed.
    """

    data: frozenset[Data] = frozenset()
    holder: Holder = Holder.UNKNOWN
    people: int | None = None
    identifiable: bool = True
    vulnerable: bool = False
    recovered: bool = False
    unreadable: bool = False
    safety_risk: bool = False
    care_affected: bool = False
    identity_theft_possible: bool = False
    copies_taken: bool | None = None
    risk: Risk | None = None
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must be told, by when, and what stands behind it.

    ``second_view`` is True where one person alone should not decide that harm is unlikely. ``prompts`` are others to
    think of at once. The record is kept whatever the answer (Art 33(5)).
    """

    risk: Risk
    is_suggested: bool
    regulator: Told
    individuals: Told
    exemption: Exemption | None
    second_view: bool
    rationale_needed: bool
    record_needed: bool
    prompts: tuple[Track, ...]
    reasons: tuple[Reason, ...]


def duty(facts: Facts) -> Duty:
    """Whether the regulator and the people must be told."""
    risk, why = suggested(facts)
    if facts.risk is not None:
        risk, why = facts.risk, _said("You judged the risk yourself.", Confidence.READ)
    told, told_why = _individuals(facts, risk)
    is_unlikely = risk is Risk.RISK_UNLIKELY
    by_law = (
        "Where harm is unlikely, the regulator need not be told. Write down why you think so."
        if is_unlikely
        else "Where harm is likely enough to be a risk, the regulator must be told within 72 hours."
    )
    return Duty(
        risk=risk,
        is_suggested=facts.risk is None,
        regulator=Told.NO if is_unlikely else Told.YES,
        individuals=told,
        exemption=_exemption(facts) if told is Told.EXEMPT else None,
        second_view=is_unlikely and _is_close(facts),
        rationale_needed=is_unlikely,
        record_needed=True,
        prompts=(Track.SAFEGUARDING, Track.POLICE) if _is_dangerous(facts) else (),
        reasons=(why, Reason(by_law, "B-03", Confidence.READ, sources.UK_GDPR_33), told_why),
    )


def suggested(facts: Facts) -> tuple[Risk, Reason]:
    """The risk that the prompts suggest, and why."""
    if facts.unreadable:
        return Risk.RISK_UNLIKELY, _said("Nobody can read it: it is well encrypted, and the key is safe.")
    if _is_dangerous(facts):
        return Risk.HIGH_RISK, _said("Somebody may come to harm because of what became known.")
    if facts.care_affected:
        return Risk.HIGH_RISK, _said("Care suffered, or may suffer, because records were wrong or out of reach.")
    if not facts.identifiable:
        return Risk.RISK_UNLIKELY, _said("Nobody can be recognised from it.")
    if facts.recovered and facts.holder not in _STRANGERS:
        return Risk.RISK_UNLIKELY, _said("It came back or was deleted, and somebody confirmed that.")
    if facts.holder in _STRANGERS and _may_be_out(facts) and (facts.data & _SENSITIVE or facts.identity_theft_possible):
        return Risk.HIGH_RISK, _said("Sensitive information is with somebody nobody knows or trusts.")
    if facts.holder in _TRUSTED and not facts.data & _SENSITIVE:
        return Risk.RISK_UNLIKELY, _said("Only somebody you trust saw it, and it is not sensitive.")
    return Risk.RISK, _said("Nothing shows that harm is unlikely.")


def _may_be_out(facts: Facts) -> bool:
    """Whether it is known to be out: where nobody knows (as after ransomware), one in hand is worth more than a guess."""
    return facts.copies_taken is True or not facts.recovered


def _is_dangerous(facts: Facts) -> bool:
    return facts.safety_risk or facts.holder is Holder.DANGEROUS


def _is_close(facts: Facts) -> bool:
    """Whether "harm is unlikely" is a judgement that two people should share."""
    return not facts.unreadable and bool(facts.data & _SENSITIVE) and facts.holder is not Holder.NOBODY


def _exemption(facts: Facts) -> Exemption | None:
    return Exemption.UNINTELLIGIBLE if facts.unreadable else facts.exemption


def _individuals(facts: Facts, risk: Risk) -> tuple[Told, Reason]:
    excused = _exemption(facts)
    if excused is not None and (risk is Risk.HIGH_RISK or facts.unreadable):
        return Told.EXEMPT, _law(f"The people need not be told one by one. {excused.label} (Art {excused.value}).")
    if risk is Risk.HIGH_RISK:
        return Told.YES, _law("The risk is high, so the people must be told without undue delay.")
    if risk is Risk.RISK and facts.holder is Holder.CRIMINAL and facts.copies_taken is None:
        return Told.DEPENDS, _law(
            "Nobody knows yet whether copies were taken. If they were, the risk may be high, and people must be told."
        )
    return Told.NO, _law("The law asks you to tell the people only where the risk is high. You may still do so.")


def _law(text: str) -> Reason:
    return Reason(text, "B-03", Confidence.READ, sources.UK_GDPR_34)


def _said(text: str, confidence: Confidence = Confidence.DEFAULT) -> Reason:
    return Reason(
        text, "B-03", confidence, sources.OUR_CHOICE if confidence is Confidence.DEFAULT else sources.UK_GDPR_33
    )
