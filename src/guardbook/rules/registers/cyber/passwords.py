"""What is wrong with a password policy? (rule E-12, the line of the National Cyber Security Centre)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.verdict import Confidence

RULE = "E-12"
_SOURCE = "National Cyber Security Centre, advice on passwords"
_NUMBER = r"(?:\d+|two|three|four|six|twelve|thirty|sixty|ninety|few|couple of)"
_PERIODIC = re.compile(
    rf"\b(?:chang\w*|renew\w*|reset\w*|expir\w*|updat\w*)\b[^.]{{0,40}}?\b(?:every|each|after) (?:{_NUMBER} )?(?:day|week|month|year|quarter)s?\b"
    r"|\b(?:monthly|quarterly|weekly)\b[^.]{0,30}\bpassword",
    re.IGNORECASE,
)
_LONGEST = re.compile(
    r"\b(?:max(?:imum)?\.?(?: length)?(?: of| is|:)?|no (?:more|longer) than|at most|up to|not exceed\w*)\s+(\d+)\s*(?:characters|letters|long)?",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\b(?:upper ?case|capital letter|special character|symbol|punctuation|mix(?:ture)? of|at least one (?:number|digit))",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not?|never|without|needn.?t|don.?t|stop\w*|no longer)\b[^.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shared:
    """One log-in that several people use, and the reason that is on record ("" for none)."""

    what: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """A policy as its words, as settings, or both. None is "nobody has said"."""

    text: str = ""
    changed_every_days: int | None = None
    shortest: int | None = None
    longest: int | None = None
    needs_mixed_characters: bool = False
    shared: tuple[Shared, ...] = ()
    factory_passwords: tuple[str, ...] = ()
    uses_leaked_passwords: bool = False
    changes_on_suspicion: bool | None = None
    has_manager: bool | None = None
    second_step_on_email: bool | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The verdict: it passes where nothing is wrong. ``advice`` would make it better still."""

    passes: bool
    findings: tuple[Gap, ...]
    advice: tuple[str, ...]


def policy(facts: Facts) -> Policy:
    """Say what in a password policy is out of date or unsafe.

    Source: rule E-12. Three random words, a password manager and a second step are the way;
    forced changes, mixed characters and upper limits are not.
    """
    found = (*_outdated(facts), *_unsafe(facts))
    return Policy(not found, found, tuple(_advice(facts)))


def _outdated(facts: Facts) -> Iterator[Gap]:
    if facts.changed_every_days or _says(_PERIODIC, facts.text):
        yield _gap("Forced changes are out of date: people pick weaker passwords. Change them when something is wrong.")
    longest = facts.longest or _told_longest(facts.text)
    if longest:
        yield _gap(
            f"Passwords may be at most {longest} characters. Take the limit away, so that long ones can be used."
        )
    if facts.needs_mixed_characters or _says(_MIXED, facts.text):
        yield _gap("Asking for capitals, numbers or symbols is out of date. Ask for three random words.")


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a policy asks for it; one that says it is not needed does not."""
    return any(not _NOT.search(text[: found.start()]) for found in pattern.finditer(text))


def _told_longest(text: str) -> int:
    found = _LONGEST.search(text)
    return int(found[1]) if found else 0


def _unsafe(facts: Facts) -> Iterator[Gap]:
    for shared in facts.shared:
        if not shared.reason:
            text = (
                f"Several people share one log-in for {shared.what}. Nobody can tell who did what. Give each their own."
            )
            yield _gap(text, Severity.HIGH)
    for place in facts.factory_passwords:
        yield _gap(f"{place} still has the password it came with. Change it today.", Severity.HIGH)
    if facts.uses_leaked_passwords:
        yield _gap("A password that has leaked is still in use. Change it today.", Severity.HIGH)
    if facts.changes_on_suspicion is False:
        yield _gap("Say that a password is changed at once when somebody else may know it.", Severity.MEDIUM)
    if facts.shortest is not None and facts.shortest < 8:
        yield _gap(
            f"{facts.shortest} characters are too few. Ask for three random words, or 12 characters.", Severity.MEDIUM
        )


def _advice(facts: Facts) -> Iterator[str]:
    if facts.second_step_on_email is not True:
        yield "Turn on the second step for email first: every other account can be reset through it."
    if facts.has_manager is not True:
        yield "A password manager remembers a different password for each service."


def _gap(text: str, severity: Severity = Severity.LOW) -> Gap:
    return Gap(text, severity, rule=RULE, confidence=Confidence.MEMORY, source=_SOURCE)
