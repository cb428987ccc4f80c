"""B-05: what the notice to the regulator must say, and what may follow later.

Source: UK GDPR Art 33(1), (3) and (4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from guardbook.rules.incidents import clock, sources
from guardbook.rules.verdict import Confidence, Reason

UNKNOWN = "unknown yet"


class Kind(StrEnum):
    """What a notice is."""

    INITIAL = "INITIAL"
    COMPLETE = "COMPLETE"
    REFUSED = "REFUSED"

    @property
    def label(self) -> str:
        """The words people see."""
        return {Kind.INITIAL: "First notice, more to follow", Kind.COMPLETE: "Complete", Kind.REFUSED: "Not ready"}[
            self
        ]


FIELDS = ("nature", "people", "records", "contact", "consequences", "measures")
LABELS = {
    "nature": "What happened",
    "people": "Who is affected, and about how many",
    "records": "Which records, and about how many",
    "contact": "Whom the regulator can ask",
    "consequences": "What may come of it",
    "measures": "What you did, and what you will do",
}
NEEDED = ("nature", "contact")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice says so far; an empty field, or "unknown yet", is outstanding. ``sent_before`` counts earlier ones."""

    nature: str = ""
    people: str = ""
    records: str = ""
    contact: str = ""
    consequences: str = ""
    measures: str = ""
    aware_at: datetime | None = None
    submitted_at: datetime | None = None
    delay_reason: str = ""
    sent_before: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """Whether it may go, as what, and what must follow without undue further delay."""

    kind: Kind
    outstanding: tuple[str, ...]
    follow_up: bool
    is_late: bool
    refusals: tuple[str, ...]
    reasons: tuple[Reason, ...]


def notice(facts: Facts) -> Notice:
    """Whether a notice to the regulator is complete, or may go as a first one."""
    outstanding = tuple(name for name in FIELDS if not is_known(getattr(facts, name)))
    late = _is_late(facts)
    refusals = [f"Fill in “{LABELS[name]}”. No notice may go without it." for name in NEEDED if name in outstanding]
    if late and not facts.sent_before and not facts.delay_reason.strip():
        refusals.append("More than 72 hours have passed. Say why it took longer.")
    kind = Kind.REFUSED if refusals else Kind.INITIAL if outstanding else Kind.COMPLETE
    return Notice(kind, outstanding, kind is Kind.INITIAL, late, tuple(refusals), _reasons(kind, outstanding))


def of_words(said: Mapping[str, str], sent_before: int = 0) -> Facts:
    """The facts of a notice that is only being written."""
    nature, people, records, contact, consequences, measures = (said.get(name, "") for name in FIELDS)
    return Facts(nature, people, records, contact, consequences, measures, sent_before=sent_before)


def is_known(text: str) -> bool:
    """False where nothing is said, or only that it is not known yet."""
    return text.strip().casefold().rstrip(".") not in {"", "unknown", UNKNOWN, "not known", "not known yet"}


def _is_late(facts: Facts) -> bool:
    if facts.aware_at is None or facts.submitted_at is None:
        return False
    return facts.submitted_at > clock.deadline(facts.aware_at)


def _reasons(kind: Kind, outstanding: tuple[str, ...]) -> tuple[Reason, ...]:
    if kind is Kind.COMPLETE:
        return (Reason("It says all that the law asks for.", "B-05", Confidence.READ, sources.PHASES),)
    names = ", ".join(LABELS[name].lower() for name in outstanding)
    text = (
        f"Do not wait for everything. Send what you know; still to come: {names}."
        if kind is Kind.INITIAL
        else "A notice needs at least what happened, and somebody the regulator can ask."
    )
    return (Reason(text, "B-05", Confidence.READ, sources.PHASES),)
