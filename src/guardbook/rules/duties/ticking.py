"""What it takes to tick a duty as done, or to leave it out (rule G-02)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.duties.duty import Anchor, Duty
from guardbook.rules.verdict import Confidence, Reason

SHORTEST_NOTE = 10
LONGEST_WAIVER = 12


class Shown(StrEnum):
    """What shows that something was done."""

    FILE = "file"
    LINK = "link"
    PLACE = "place"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Facts:
    """Somebody says that a duty is done: when, by whom, and what shows it.

    ``evidence`` are proofs attached; ``note`` are words. ``due_on`` is the date it was due
    for. ``also_for`` are other duties and toolkit items that the same proof supports.
    """

    duty: Duty
    as_of: date
    done_on: date | None = None
    by: str = ""
    note: str = ""
    evidence: frozenset[Shown] = frozenset()
    due_on: date | None = None
    also_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tick:
    """Whether it may be ticked, what is wrong otherwise, which date it settles and what it serves."""

    is_accepted: bool
    faults: tuple[str, ...]
    settles: date | None
    serves: tuple[str, ...]
    reason: Reason


def tick(facts: Facts) -> Tick:
    """Say whether a duty may be ticked as done. Source: rule G-02.

    One proof may serve several duties and items. Where the date is fixed, the date that was due
    is settled, so that doing it late or early moves nothing.
    """
    faults = tuple(_faults(facts))
    fixed = facts.duty.anchor is not Anchor.LAST_DONE
    text = "It may be ticked." if not faults else "It may not be ticked yet."
    return Tick(
        not faults,
        faults,
        facts.due_on if fixed and not faults else None,
        tuple(sorted({facts.duty.key, *facts.also_for})) if not faults else (),
        Reason(text, "G-02", Confidence.DEFAULT),
    )


def _faults(facts: Facts) -> Iterator[str]:
    if facts.done_on is None:
        yield "Say on which day it was done."
    elif facts.done_on > facts.as_of:
        yield "This day is still to come. Tick it once it is done."
    if not facts.by.strip():
        yield "Say who did it."
    if not facts.evidence - {Shown.NOTE} and len(facts.note.strip()) < SHORTEST_NOTE:
        yield f"Show that it was done: {facts.duty.evidence} Attach it, say where it is, or write a sentence about it."


@dataclass(frozen=True, slots=True)
class WaiverFacts:
    """Somebody wants to leave a duty out until a day: why, and who decided it."""

    as_of: date
    until: date | None = None
    reason: str = ""
    approved_by: str = ""


def waiver_faults(facts: WaiverFacts) -> tuple[str, ...]:
    """Why a duty may not be left out like this, in sentences; empty when it may. Source: rule G-01."""
    return tuple(_waiver_faults(facts))


def _waiver_faults(facts: WaiverFacts) -> Iterator[str]:
    latest = dates.add_months(facts.as_of, LONGEST_WAIVER)
    if facts.until is None:
        yield "Say until which day it is left out."
    elif not facts.as_of < facts.until <= latest:
        yield f"Choose a day after today, and not later than {dates.in_words(latest)}."
    if len(facts.reason.strip()) < SHORTEST_NOTE:
        yield "Say why it is left out, in a sentence."
    if not facts.approved_by.strip():
        yield "Say who decided to leave it out."
