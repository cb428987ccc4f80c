"""A-11: the naming trap. Only a real Data Protection Officer may be called one.

Source: the sector guide; the regulator holds a voluntary officer to the same standard
(read at second hand).
"""

import re
from dataclasses import dataclass

from guardbook.rules.roles import sources
from guardbook.rules.roles.vocabulary import Finding, Outcome, Role, Severity
from guardbook.rules.verdict import Confidence, Reason

SUGGESTIONS = ("Data Security and Protection Lead", "IG Lead", "Data Protection Lead", "Data Protection Champion")
_OFFICER = re.compile(r"(?<!\w)(?:data[\s\-]+protection[\s\-]+officers?|dpos?|d\.\s?p\.\s?o\.?)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """A job title for somebody in a role."""

    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class Title:
    """Whether the title may be used, what to use instead, and the choice where people insist."""

    accepted: bool
    found: tuple[str, ...]
    suggestions: tuple[str, ...]
    choices: tuple[str, ...]
    reasons: tuple[Reason, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Document:
    """The words of a document, and whether an officer is really appointed."""

    text: str
    dpo_appointed: bool


@dataclass(frozen=True, slots=True)
class Mentions:
    """What was found in the document, with the words around each mention."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    found: tuple[str, ...]


def title(facts: Facts) -> Title:
    """Whether a title may be used for a role."""
    found = () if facts.role is Role.DPO else names_officer(facts.title)
    if not found:
        return Title(True, (), (), (), (), Confidence.READ)
    text = "A title with “Data Protection Officer” or its letters tells people the legal duties of one apply."
    return Title(
        accepted=False,
        found=found,
        suggestions=SUGGESTIONS,
        choices=("Appoint a real Data Protection Officer, with all the duties", "Change the title"),
        reasons=(Reason(text, "A-11", Confidence.READ, sources.SECTOR_GUIDE),),
        confidence=Confidence.READ,
    )


def document(facts: Document) -> Mentions:
    """Whether a document speaks of an officer although none is appointed."""
    found = () if facts.dpo_appointed else names_officer(facts.text)
    if not found:
        return Mentions(Outcome.OK, (), ())
    text = "The document speaks of a Data Protection Officer, and none is appointed."
    reason = Reason(text, "A-11", Confidence.READ, sources.SECTOR_GUIDE)
    action = "Name the person to contact by another title."
    return Mentions(Outcome.FAIL, (Finding("names_officer", Outcome.FAIL, Severity.MEDIUM, reason, action),), found)


def names_officer(text: str) -> tuple[str, ...]:
    """Every place, as written, where the text uses the officer's title as a whole word."""
    return tuple(match.group() for match in _OFFICER.finditer(text))
