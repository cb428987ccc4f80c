"""D-06: what is missing in a privacy notice, or wrong in it, with the day since when it matters.

Sources: UK GDPR Arts 13 and 14 (read); the right to complain to the organisation itself, DPA 2018 s.164A, must be
told since 19 June 2026 (Data (Use and Access) Act 2025, Schedule 10, read).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.notices.vocabulary import Line
from guardbook.rules.registers.lawful_basis import Basis
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.roles import titles
from guardbook.rules.verdict import Confidence, Reason

ARTICLE_13, ARTICLE_14 = "UK GDPR, Article 13", "UK GDPR, Article 14"
SECTION_164A, SECTION_165 = "Data Protection Act 2018, section 164A", "Data Protection Act 2018, section 165"
COMPLAINTS_FROM = date(2026, 6, 19)
MONTHS = 12
_ALWAYS = (
    Line.WHO, Line.PURPOSES, Line.BASES, Line.RECIPIENTS, Line.RETENTION, Line.RIGHTS, Line.COMPLAIN_REGULATOR,
    Line.MUST_GIVE, Line.AUTOMATED,
)  # fmt: skip
_FROM_OTHERS = (
    "Some of it comes from others, such as the council, and it does not say where from and what kinds. "
    "Tell people within a month, or at your first contact if that is sooner."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """A notice as it is, and what is true of the provider.

    ``bases`` are those it relies on; ``from_others`` is True where some of the information does not come from the
    person, as with a council's referral. ``text`` is its words, where they are at hand.
    """

    audience: Audience
    as_of: date
    has: frozenset[Line] = frozenset()
    updated_on: date | None = None
    text: str = ""
    officer_appointed: bool = False
    guardian_appointed: bool = False
    bases: frozenset[Basis] = frozenset()
    abroad: bool = False
    from_others: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right; ``since`` is when it began to matter, where a day is known."""

    line: Line | None
    text: str
    since: date | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Check:
    """Whether the notice passes, and everything to put right."""

    passes: bool
    findings: tuple[Finding, ...]


def check(facts: Facts) -> Check:
    """What is missing or wrong in a privacy notice, by UK GDPR Arts 13 and 14 and DPA 2018 s.164A."""
    findings = (*_missing(facts), *_officer(facts), *_age(facts))
    return Check(not findings, findings)


def _missing(facts: Facts) -> Iterator[Finding]:
    for line in _ALWAYS:
        if line not in facts.has:
            source = SECTION_165 if line is Line.COMPLAIN_REGULATOR else ARTICLE_13
            yield _finding(line, f"It does not say this: {_small(line)}.", source)
    if Line.COMPLAIN_US not in facts.has and facts.as_of >= COMPLAINTS_FROM:
        text = f"It does not say that people can complain to you. It must since {dates.in_words(COMPLAINTS_FROM)}."
        yield _finding(Line.COMPLAIN_US, text, SECTION_164A, COMPLAINTS_FROM)
    yield from (_finding(line, text, source) for line, text, source in _sometimes(facts) if line not in facts.has)


def _sometimes(facts: Facts) -> Iterator[tuple[Line, str, str]]:
    if facts.officer_appointed:
        yield Line.OFFICER, "It does not say how to reach your Data Protection Officer.", ARTICLE_13
    if Basis.LEGITIMATE in facts.bases:
        yield Line.INTEREST, "You rely on an interest of your own, and it does not say which.", ARTICLE_13
    if facts.abroad:
        yield Line.TRANSFERS, "Information goes abroad, and it does not say where and what protects it.", ARTICLE_13
    if Basis.CONSENT in facts.bases:
        yield Line.WITHDRAW, "You rely on consent, and it does not say that people can take it back.", ARTICLE_13
    if facts.from_others:
        yield Line.SOURCE, _FROM_OTHERS, ARTICLE_14
    if facts.audience is Audience.RESIDENTS:
        yield Line.OPT_OUT, "It does not mention the national data opt-out.", "National data opt-out policy"
        if facts.guardian_appointed:
            yield (
                Line.GUARDIAN,
                "It does not say how to reach your Caldicott Guardian.",
                "Guidance on Caldicott Guardians",
            )


def _officer(facts: Facts) -> Iterator[Finding]:
    if facts.officer_appointed:
        return
    named = titles.names_officer(facts.text)
    if named or Line.OFFICER in facts.has:
        text = "It speaks of a Data Protection Officer, and none is appointed. Name the person to ask by another title."
        reason = Reason(text, "A-11", Confidence.READ, "The sector guide")
        yield Finding(Line.OFFICER, text, None, reason)


def _age(facts: Facts) -> Iterator[Finding]:
    if facts.updated_on is None:
        return
    due = dates.add_months(facts.updated_on, MONTHS)
    if due < facts.as_of:
        text = f"It was last brought up to date on {dates.in_words(facts.updated_on)}. Read it through every year."
        yield Finding(None, text, due, Reason(text, "D-06", Confidence.DEFAULT, "Our own default: every 12 months"))


def _finding(line: Line, text: str, source: str, since: date | None = None) -> Finding:
    sure = Confidence.MEMORY if line in {Line.OPT_OUT, Line.GUARDIAN} else Confidence.READ
    return Finding(line, text, since, Reason(text, "D-06", sure, source))


def _small(line: Line) -> str:
    return line.label[0].lower() + line.label[1:]
