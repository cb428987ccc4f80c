"""What a published toolkit status is good for, and what may never be said of it (rule G-03)."""

import re
from dataclasses import dataclass
from datetime import date

from guardbook.rules.assessment import years
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.roles.vocabulary import Severity
from guardbook.rules.verdict import Confidence, Reason

_SOURCE = "https://www.digitalsocialcare.co.uk/ (questions from councils: publication by headquarters)"

SUPPORTS = (
    "It reassures people and families that you look after their information.",
    "It supports what you show the Care Quality Commission about keeping data safe.",
    "It supports, and never proves, that you follow data protection law.",
    "Services such as NHSmail and shared care records ask for it, and so do many contracts.",
)

_CLAIMS = re.compile(
    r"(?:gdpr|data[- ]protection|legally|fully|law)[\s-]+compliant"
    r"|compl(?:y|ies|iant)\s+(?:fully\s+)?with\s+(?:the\s+)?(?:uk\s+)?(?:gdpr|data protection|law)"
    r"|(?:prove[sdn]?|proof|guarantee[sd]?|certif(?:y|ies|ied))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|cannot|nor)\b[^.;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """A publication (or none), and what is said of it, added to it or asked of it.

    ``words`` is what a report or a website says. ``sites_added`` are sites that opened since a
    headquarters published for all. ``contract_asks`` is the level that a contract wants.
    """

    as_of: date
    published: Published | None = None
    words: str = ""
    by_headquarters: bool = False
    sites_added: tuple[str, ...] = ()
    contract_asks: Goal | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to put right about a status, and what to do."""

    code: str
    severity: Severity
    reason: Reason
    action: str


@dataclass(frozen=True, slots=True)
class Unlocks:
    """What to show of the status, what it supports, whether the words may stand, and what to put right."""

    shown: str
    is_current: bool
    supports: tuple[str, ...]
    words_may_stand: bool
    findings: tuple[Finding, ...]


def unlocks(facts: Facts) -> Unlocks:
    """Say what a published status is good for, and what is wrong around it. Source: rule G-03."""
    published = facts.published
    claim = _claim(facts.words)
    found = (*_wording(claim), *_sites(facts), *_contract(facts))
    return Unlocks(
        shown=years.worth(published) if published else "Nothing is published yet.",
        is_current=published is not None and years.closes_on(years.after(published.year)) >= facts.as_of,
        supports=SUPPORTS if published and published.goal is not Goal.APPROACHING else (),
        words_may_stand=not claim,
        findings=found,
    )


def _claim(words: str) -> str:
    """The first words that say too much; a sentence that denies it says nothing wrong."""
    for found in _CLAIMS.finditer(words):
        if not _DENIED.search(words[: found.start()]):
            return found.group()
    return ""


def _wording(claim: str) -> tuple[Finding, ...]:
    if not claim:
        return ()
    reason = Reason(f"“{claim}” says more than a publication shows.", "G-03", Confidence.READ_SECOND, _SOURCE)
    return (Finding("wording", Severity.HIGH, reason, "Say that it supports your work on data protection."),)


def _sites(facts: Facts) -> tuple[Finding, ...]:
    if not facts.by_headquarters:
        return ()
    reason = "{} opened after headquarters published, so the publication does not show it yet."
    return tuple(
        Finding(
            "link_site",
            Severity.MEDIUM,
            Reason(reason.format(site), "G-03", Confidence.READ, _SOURCE),
            f"Link {site} to the headquarters in the toolkit.",
        )
        for site in facts.sites_added
    )


def _contract(facts: Facts) -> tuple[Finding, ...]:
    asked = facts.contract_asks
    order = tuple(Goal)
    reached = -1 if facts.published is None else order.index(facts.published.goal)
    if asked is None or reached >= order.index(asked):
        return ()
    reason = Reason(f"A contract asks for {asked.label}, and you have not published that.", "G-03", Confidence.INFERRED)
    action = "Tell whoever holds the contract, and give them your plan with a date for each step."
    return (Finding("contract_risk", Severity.HIGH, reason, action),)
