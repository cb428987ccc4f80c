"""When to look at an impact assessment again: on its day, and at once when what it rests on has changed (D-05).

Source: UK GDPR Art 35(11) for the change of risk; twelve months at most is our own default (G-01).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from guardbook.kernel.dates import in_words
from guardbook.rules.registers import processing, suppliers, systems
from guardbook.rules.registers.questions import Choice, Kind, Question
from guardbook.rules.registers.register import Register
from guardbook.rules.verdict import Confidence, Reason

LONGEST_MONTHS = 12
ARTICLE_35 = "UK GDPR, Article 35(11)"
REGISTERS: tuple[Register[Any], ...] = (processing.REGISTER, systems.REGISTER, suppliers.REGISTER)
MATTERS: Mapping[str, tuple[str, ...]] = {
    "processing": (
        "purpose",
        "people",
        "data",
        "came_from",
        "bases",
        "conditions",
        "recipients",
        "leaves_uk",
        "abroad",
    ),
    "systems": ("used_for", "holds_personal", "outside", "second_step", "is_shared"),
    "suppliers": ("does", "handles_personal", "handles", "role", "subcontractors", "hosted", "safeguard"),
}
"""What of an entry an assessment rests on: a new phone number of a supplier changes no risk, a new country does."""


@dataclass(frozen=True, slots=True)
class Rests:
    """One entry that an assessment rests on: where it is, its name, and what matters of it, in words by question."""

    register: str
    id: str
    name: str
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """The day by which to look again, and what it rested on when it was signed off beside what is there today."""

    today: date
    review_on: date | None
    then: tuple[Rests, ...] = ()
    now: tuple[Rests, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Whether it is due, what has changed, and why."""

    is_due: bool
    changes: tuple[str, ...]
    reasons: tuple[Reason, ...]


def review(facts: Facts) -> Review:
    """Whether an assessment must be looked at again today, with each change that matters."""
    changes = tuple(_changes(facts.then, facts.now))
    late = facts.review_on is not None and facts.review_on <= facts.today
    reasons = [Reason(each, "D-05", Confidence.READ, ARTICLE_35) for each in changes]
    if late and facts.review_on:
        text = f"Its day to be looked at again was {in_words(facts.review_on)}."
        reasons.append(Reason(text, "D-05", Confidence.DEFAULT, "Our own default: within 12 months"))
    return Review(bool(reasons), changes, tuple(reasons))


def rests(register: Register[Any], key: str, entry: Any) -> Rests:
    """What an assessment rests on in one entry, in words."""
    asked = (register.question(name) for name in MATTERS[register.slug])
    says = {each.name: in_words_of(each, getattr(entry, each.name)) for each in asked if each}
    return Rests(register.slug, key, entry.name, says)


def in_words_of(question: Question, value: Any) -> str:
    """An answer as words; nothing said is empty."""
    if question.kind is Kind.YES_NO:
        return {True: "Yes", False: "No"}.get(value, "")
    if isinstance(value, tuple):
        return "; ".join(each.label if isinstance(each, Choice) else str(each) for each in value)
    return value.label if isinstance(value, Choice) else str(value or "")


def _changes(then: Sequence[Rests], now: Sequence[Rests]) -> Iterator[str]:
    here = {(each.register, each.id): each for each in now}
    for old in then:
        new = here.get((old.register, old.id))
        if new is None:
            yield f"{old.name}: it is no longer in your registers."
            continue
        for name, said in old.says.items():
            is_now = new.says.get(name, "")
            if is_now != said:
                yield f"{old.name}: “{_label(old.register, name)}” was “{said or 'not said'}” and is now “{is_now or 'not said'}”."
    known = {(each.register, each.id) for each in then}
    for each in now:
        if (each.register, each.id) not in known:
            yield f"{each.name}: it was added since."


def _label(slug: str, name: str) -> str:
    register = next((each for each in REGISTERS if each.slug == slug), None)
    found = register.question(name) if register else None
    return found.label if found else name.replace("_", " ")
