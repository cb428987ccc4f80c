"""A-06: is the Caldicott Guardian's appointment in order, and is their decision log complete?

Sources: the National Data Guardian's guidance and the UK Caldicott Guardian Council.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.rules.roles import sources
from guardbook.rules.roles.vocabulary import SENIOR, Finding, Outcome, Post, Severity, worst
from guardbook.rules.verdict import Confidence, Reason

REGISTER_WITHIN = timedelta(days=28)


class Arrangement(StrEnum):
    """How the provider comes by its Guardian; each is allowed."""

    OWN_STAFF = "OWN_STAFF"
    SHARED = "SHARED"
    EXTERNAL = "EXTERNAL"


class Principle(StrEnum):
    """The eight Caldicott Principles of 2020, by short names."""

    JUSTIFY_PURPOSE = "P1"
    ONLY_WHEN_NECESSARY = "P2"
    MINIMUM_NECESSARY = "P3"
    NEED_TO_KNOW = "P4"
    EVERYONE_RESPONSIBLE = "P5"
    COMPLY_WITH_LAW = "P6"
    DUTY_TO_SHARE_FOR_INDIVIDUAL_CARE = "P7"
    INFORM_AND_NO_SURPRISES = "P8"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on file about the Guardian; ``None`` is "not known"."""

    as_of: date
    named: bool = True
    posts: frozenset[Post] = frozenset()
    arrangement: Arrangement = Arrangement.OWN_STAFF
    agreement_recorded: bool | None = None
    appointed_on: date | None = None
    left_on: date | None = None
    on_register: bool | None = None
    in_toolkit_profile: bool | None = None
    contact_public: bool | None = None
    training_recorded: bool | None = None
    manual_read: bool | None = None


@dataclass(frozen=True, slots=True)
class Guardian:
    """The state of the appointment: vacant or not, the arrangement, what to do, what to ask."""

    outcome: Outcome
    vacant: bool
    arrangement: Arrangement
    findings: tuple[Finding, ...]
    missing_facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One request for the Guardian's advice."""

    question: str = ""
    principles: frozenset[Principle] = frozenset()
    decision: str = ""
    reason: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class LogCheck:
    """Whether the entry is complete, and in words what it lacks."""

    valid: bool
    faults: tuple[str, ...]


def caldicott(facts: Facts) -> Guardian:
    """What is missing around a Caldicott Guardian's appointment."""
    vacant = not facts.named or (facts.left_on is not None and facts.left_on < facts.as_of)
    findings = _gone(facts) if vacant else (*_standing(facts), *_register(facts), *_on_file(facts))
    return Guardian(worst(findings), vacant, facts.arrangement, findings, () if vacant else _missing(facts))


def decision_log(entry: LogEntry) -> LogCheck:
    """Whether a log entry says what was asked, by which principles, what was decided, why and when."""
    asked = {
        "Write what was asked.": entry.question.strip(),
        "Choose at least one Caldicott principle that it touches.": entry.principles,
        "Write what was decided.": entry.decision.strip(),
        "Write why.": entry.reason.strip(),
        "Give the date of the decision.": entry.decided_on,
    }
    faults = tuple(words for words, value in asked.items() if not value)
    return LogCheck(not faults, faults)


def _gone(facts: Facts) -> tuple[Finding, ...]:
    findings = [
        _finding("vacant", Outcome.FAIL, Severity.HIGH, "Nobody is Caldicott Guardian now.", "Appoint somebody.")
    ]
    if facts.on_register and facts.left_on is not None:
        text = "The national register still shows somebody who has left."
        findings.append(_finding("register_out_of_date", Outcome.FAIL, Severity.HIGH, text, "Change the register."))
    return tuple(findings)


def _standing(facts: Facts) -> tuple[Finding, ...]:
    findings = []
    if facts.posts and not facts.posts & SENIOR and facts.arrangement is Arrangement.OWN_STAFF:
        text = "A Guardian should be senior, and this post has no management in it. Record why they are senior enough."
        findings.append(_finding("seniority", Outcome.WARN, Severity.MEDIUM, text))
    if facts.arrangement is not Arrangement.OWN_STAFF and facts.agreement_recorded is False:
        text = "A shared or outside Guardian is allowed, with an agreement on file."
        findings.append(_finding("agreement", Outcome.FAIL, Severity.MEDIUM, text, "File the agreement."))
    return tuple(findings)


def _register(facts: Facts) -> tuple[Finding, ...]:
    if facts.on_register is not False:
        return ()
    due_on = facts.appointed_on + REGISTER_WITHIN if facts.appointed_on else facts.as_of + REGISTER_WITHIN
    text = "The Guardian is not on the national register yet."
    action = "Send the register form; send it again at every change."
    return (_finding("register", Outcome.FAIL, Severity.MEDIUM, text, action, due_on),)


_ON_FILE = {
    "in_toolkit_profile": (
        "The toolkit profile does not name the Guardian.",
        "Add the Guardian to the toolkit profile.",
    ),
    "contact_public": ("People cannot find out how to reach the Guardian.", "Publish how to reach the Guardian."),
    "training_recorded": ("No training for the role is on record.", "Record the Guardian's training."),
    "manual_read": ("Nobody has recorded that the Guardian read the manual.", "Read the manual and record it."),
}


def _on_file(facts: Facts) -> tuple[Finding, ...]:
    held = {
        "in_toolkit_profile": facts.in_toolkit_profile,
        "contact_public": facts.contact_public,
        "training_recorded": facts.training_recorded,
        "manual_read": facts.manual_read,
    }
    return tuple(
        _finding(name, Outcome.OK_WITH_NOTE, Severity.LOW, *_ON_FILE[name])
        for name, value in held.items()
        if value is False
    )


def _missing(facts: Facts) -> tuple[str, ...]:
    asked = {
        "on_register": facts.on_register,
        "in_toolkit_profile": facts.in_toolkit_profile,
        "contact_public": facts.contact_public,
        "training_recorded": facts.training_recorded,
        "manual_read": facts.manual_read,
    }
    if facts.arrangement is not Arrangement.OWN_STAFF:
        asked["agreement_recorded"] = facts.agreement_recorded
    return tuple(name for name, value in asked.items() if value is None)


def _finding(
    code: str, outcome: Outcome, severity: Severity, text: str, action: str = "", due_on: date | None = None
) -> Finding:
    return Finding(code, outcome, severity, Reason(text, "A-06", Confidence.READ, sources.NDG_GUIDANCE), action, due_on)
