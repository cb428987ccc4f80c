"""Which of the dated provisions held on a day. What they are and since when is content, not code (C-09)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel.dates import in_words
from guardbook.rules.verdict import Confidence, Reason


class InForce(StrEnum):
    """The answer for one provision and one day."""

    YES = "YES"
    NO = "NO"
    UNKNOWN = "UNKNOWN"


class Topic(StrEnum):
    """The provisions that a clock or a guard asks about."""

    TIME_LIMITS = "time_limits"
    PERIODS = "periods"
    COMPLAINTS = "complaints"
    RECOGNISED_INTERESTS = "recognised_interests"


@dataclass(frozen=True, slots=True)
class Provision:
    """One dated provision. ``in_force_on`` is None where nobody has found a date."""

    topic: str
    name: str
    provision: str
    effect: str
    confidence: Confidence
    source: str
    in_force_on: date | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """The published table. Empty, it answers UNKNOWN to everything."""

    provisions: tuple[Provision, ...] = ()

    def on(self, topic: str, day: date) -> InForce:
        """Whether a provision held on a day."""
        found = self.find(topic)
        if found is None or found.in_force_on is None:
            return InForce.UNKNOWN
        return InForce.YES if day >= found.in_force_on else InForce.NO

    def find(self, topic: str) -> Provision | None:
        """The provision about a topic, if the table has one."""
        return next((each for each in self.provisions if each.topic == topic), None)


NO_LAW = Law()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked: one topic of the table (or every one, where none is named), on one day."""

    on: date
    topic: str | None = None
    law: Law = NO_LAW


@dataclass(frozen=True, slots=True)
class Held:
    """One provision on the day asked about."""

    topic: str
    in_force: InForce
    since: date | None
    effect: str
    needs_checking: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Table:
    """The answer, and the topics that the table does not know."""

    held: tuple[Held, ...]
    in_force: InForce
    missing_facts: tuple[str, ...] = ()


def law(facts: Facts) -> Table:
    """Say what was in force on a day (C-09, the Data (Use and Access) Act 2025 and its commencement orders)."""
    held = tuple(_held(facts))
    if not held:
        return Table((), InForce.UNKNOWN, (facts.topic or "law",))
    together = {each.in_force for each in held}
    return Table(held, together.pop() if len(together) == 1 else InForce.UNKNOWN)


def _held(facts: Facts) -> Iterator[Held]:
    for each in facts.law.provisions:
        if facts.topic in {None, each.topic}:
            standing = facts.law.on(each.topic, facts.on)
            yield Held(
                each.topic,
                standing,
                each.in_force_on,
                each.effect,
                each.confidence.needs_checking,
                Reason(_sentence(each, standing, facts.on), "C-09", each.confidence, each.source),
            )


def _sentence(each: Provision, standing: InForce, day: date) -> str:
    if each.in_force_on is None:
        return f"{each.name} ({each.provision}): we have found no date from which it holds."
    since = in_words(each.in_force_on)
    if standing is InForce.YES:
        return f"{each.name} ({each.provision}) has been in force since {since}, so it held on {in_words(day)}."
    before = f" {each.before}" if each.before else ""
    return f"{each.name} ({each.provision}) came into force on {since}, so it did not hold on {in_words(day)}.{before}"
