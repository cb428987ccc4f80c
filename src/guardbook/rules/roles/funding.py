"""A-05: is anybody's care paid for with public money?

The wider test of the sector guide is used: a direct payment counts, although the National
Data Guardian's guidance speaks of contracts with public bodies. The basis says which it was.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.organisations import Funding
from guardbook.rules.roles import sources
from guardbook.rules.verdict import Confidence, Reason

_NHS = frozenset({Funding.NHS_CHC, Funding.NHS_FNC, Funding.NHS_OTHER})
_WIDER = frozenset({Funding.DIRECT_PAYMENT, Funding.PERSONAL_HEALTH_BUDGET})


class Basis(StrEnum):
    """Why care counts, or does not count, as publicly funded."""

    NONE = "none"
    CONTRACT = "contract"
    CONTRACT_NHS = "contract (NHS)"
    WIDER = "seed (wider than NDG contract test)"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Supported:
    """How one person's care is paid for, and when they left, if they have."""

    funding: frozenset[Funding]
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everybody supported; ``None`` where nobody has told us. The toolkit's year ends on the date given."""

    people: tuple[Supported, ...] | None
    as_of: date
    toolkit_year_ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Funded:
    """Whether anybody is publicly funded, on what basis, and when to ask again."""

    any_publicly_funded: bool | None
    basis: Basis
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]
    confidence: Confidence
    ask_again_on: date | None = None


def publicly_funded(facts: Facts) -> Funded:
    """The A-05 test person by person, over current people and those who left in this toolkit year."""
    year_starts_on = _year_start(facts.toolkit_year_ends_on)
    counted = [one for one in facts.people or () if _counts(one, facts.as_of, year_starts_on)]
    sources_of_money = frozenset(money for one in counted for money in one.funding)
    verdict = of_sources(sources_of_money or None)
    current = frozenset(money for one in counted if one.left_on is None for money in one.funding)
    if not verdict.any_publicly_funded or of_sources(current or None).any_publicly_funded:
        return verdict
    again = facts.toolkit_year_ends_on + timedelta(days=1) if facts.toolkit_year_ends_on else None
    text = "The last publicly funded person left during this toolkit year, so ask again when the year ends."
    left = Reason(text, "A-05", Confidence.DEFAULT, sources.OUR_CHOICE)
    return Funded(True, verdict.basis, (*verdict.reasons, left), (), Confidence.DEFAULT, again)


def of_sources(funding: frozenset[Funding] | None) -> Funded:
    """The A-05 test over all the ways in which care is paid for; ``None`` or nothing is "not known"."""
    if not funding:
        return Funded(None, Basis.UNKNOWN, (_why(Basis.UNKNOWN),), ("any_publicly_funded",), Confidence.UNCERTAIN)
    basis = _basis(funding)
    reason = _why(basis)
    return Funded(basis is not Basis.NONE, basis, (reason,), (), reason.confidence)


def _counts(person: Supported, as_of: date, year_starts_on: date | None) -> bool:
    if person.left_on is None or person.left_on > as_of:
        return True
    return year_starts_on is not None and person.left_on >= year_starts_on


def _year_start(ends_on: date | None) -> date | None:
    return None if ends_on is None else dates.add_months(ends_on + timedelta(days=1), -12)


def _basis(funding: frozenset[Funding]) -> Basis:
    if Funding.COUNCIL_COMMISSIONED in funding:
        return Basis.CONTRACT
    if funding & _NHS:
        return Basis.CONTRACT_NHS
    return Basis.WIDER if funding & _WIDER else Basis.NONE


_WHY = {
    Basis.CONTRACT: ("A council pays for at least one person's care.", Confidence.READ),
    Basis.CONTRACT_NHS: ("The NHS pays for at least one person's care, in whole or in part.", Confidence.READ),
    Basis.WIDER: (
        "Somebody pays with a direct payment or a personal health budget. That is public money but not a contract with you: the sector guide counts it, the national guidance may not. We use the wider test.",
        Confidence.UNCERTAIN,
    ),
    Basis.NONE: ("Everybody pays for their own care.", Confidence.READ),
    Basis.UNKNOWN: ("We do not know how people's care is paid for.", Confidence.UNCERTAIN),
}


def _why(basis: Basis) -> Reason:
    text, confidence = _WHY[basis]
    return Reason(text, "A-05", confidence, sources.NDG_GUIDANCE)
