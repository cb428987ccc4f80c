"""B-01: whether an event is a personal data breach, a near miss, or something else.

Source: UK GDPR Art 4(12); the regulator's self-assessment, whose first question is about living people.
"""

from dataclasses import dataclass

from guardbook.rules.incidents import sources
from guardbook.rules.incidents.vocabulary import About, Class, Kind
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened. ``about`` counts anybody living who can be recognised, such as a relative in a file.

    ``security_failure`` is False where information was used on purpose in a way that was not allowed.
    ``data_affected`` is False where it was stopped in time. ``maybe`` are kinds nobody can rule out.
    """

    about: About
    security_failure: bool = True
    data_affected: bool = True
    kinds: frozenset[Kind] = frozenset()
    maybe: frozenset[Kind] = frozenset()
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Classed:
    """The class, the kinds, and whether the clock of 72 hours can run."""

    event_class: Class
    kinds: tuple[Kind, ...]
    maybe: tuple[Kind, ...]
    clock_runs: bool
    low_risk_likely: bool
    reason: Reason


def classed(facts: Facts) -> Classed:
    """What an event is, and why."""
    found, text, confidence = _class(facts)
    is_breach = found is Class.PERSONAL_DATA_BREACH
    kinds = tuple(kind for kind in Kind if kind in facts.kinds) if is_breach else ()
    return Classed(
        found,
        kinds,
        tuple(kind for kind in Kind if kind in facts.maybe - facts.kinds) if is_breach else (),
        is_breach,
        is_breach and facts.unreadable,
        Reason(text, "B-01", confidence, sources.UK_GDPR_4 if confidence is Confidence.READ else sources.PRACTICE),
    )


def _class(facts: Facts) -> tuple[Class, str, Confidence]:
    if not facts.security_failure:
        text = "Nothing failed: information was used on purpose in a way that was not allowed. That is not a breach, but it still needs putting right."
        return Class.DP_INFRINGEMENT, text, Confidence.MEMORY
    if facts.about is About.NOBODY:
        return Class.SECURITY_INCIDENT, "No information about people is involved.", Confidence.READ
    if facts.about is About.DECEASED_ONLY:
        text = "Only people who have died can be recognised. Data protection law does not cover them; the duty of confidence still does."
        return Class.CONFIDENTIALITY_INCIDENT, text, Confidence.MEMORY
    if not facts.data_affected:
        return (
            Class.NEAR_MISS,
            "It was stopped before any information was affected. Keep it in the log.",
            Confidence.READ,
        )
    text = "Information about living people was lost, changed, out of reach, or seen by somebody who should not have seen it."
    return Class.PERSONAL_DATA_BREACH, text, Confidence.READ
