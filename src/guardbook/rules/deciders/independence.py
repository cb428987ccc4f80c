"""A-04: is the Data Protection Officer free to do the work? Judged from the log of advice.

Sources: UK GDPR Art 38(3) (no instructions, no penalty) and Art 38(1) (involved in time).
"""

from dataclasses import dataclass
from datetime import date

from guardbook.rules.roles import conflicts, sources
from guardbook.rules.roles.vocabulary import Finding, Outcome, Severity, worst
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What the log says. ``instructions`` were not taken back, ``withdrawn`` were.

    ``adverse_advice_on`` is the day the officer last advised against what was wanted, ``role_ended_on`` the
    day their role ended or ends, ``without_reason`` counts advice not followed without a reason.
    """

    instructions: int = 0
    withdrawn: int = 0
    adverse_advice_on: date | None = None
    role_ended_on: date | None = None
    without_reason: int = 0


@dataclass(frozen=True, slots=True)
class Independence:
    """The worst outcome, and every finding behind it."""

    outcome: Outcome
    findings: tuple[Finding, ...]


def independence(facts: Facts) -> Independence:
    """Whether the log shows an officer who is free. Source: rule A-04, UK GDPR Art 38."""
    asked = conflicts.Facts(
        instructions_given=facts.instructions > 0,
        adverse_advice_on=facts.adverse_advice_on,
        role_ended_on=facts.role_ended_on,
    )
    freedom = (each for each in conflicts.conflicts(asked).findings if each.code in _OF_THE_LOG)
    findings = (*freedom, *_taken_back(facts), *_unexplained(facts))
    return Independence(worst(findings), findings)


_OF_THE_LOG = frozenset({"instructed", "dismissal"})
"""The findings of the appointment's own rule that the log bears on; the others are judged on the roles page."""


def _taken_back(facts: Facts) -> tuple[Finding, ...]:
    if not facts.withdrawn:
        return ()
    text = "The officer was told what to conclude, and it was taken back in writing. Keep the paper."
    return (Finding("withdrawn", Outcome.OK_WITH_NOTE, Severity.LOW, _reason(text)),)


def _unexplained(facts: Facts) -> tuple[Finding, ...]:
    if not facts.without_reason:
        return ()
    text = "Advice was not followed, and nobody wrote down why."
    return (Finding("unexplained", Outcome.WARN, Severity.MEDIUM, _reason(text), "Write down the reason."),)


def _reason(text: str) -> Reason:
    return Reason(text, "A-04", Confidence.READ, sources.UK_GDPR_38)
