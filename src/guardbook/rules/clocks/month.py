"""A period of months or weeks from a day: by the letter, and by the working day before."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.kernel.dates import Step, in_words
from guardbook.rules.clocks import counting
from guardbook.rules.clocks.published import NOTHING, Published


class Unit(StrEnum):
    """What is counted."""

    MONTHS = "MONTHS"
    WEEKS = "WEEKS"
    DAYS = "DAYS"


@dataclass(frozen=True, slots=True)
class Facts:
    """The day something happened (which is not itself counted), and how long the law gives."""

    start: date
    length: int = 1
    unit: Unit = Unit.MONTHS
    published: Published = NOTHING

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError("length: give a whole number of 1 or more")


@dataclass(frozen=True, slots=True)
class Period:
    """The last day by the letter and the cautious one, with how we got there."""

    counted_to: date
    legal: date
    safe: date
    words: str
    steps: tuple[Step, ...]
    missing_facts: tuple[str, ...] = ()


def month(facts: Facts) -> Period:
    """Reckon a period by Regulation 1182/71, as UK GDPR Article 4A applies it (C-01)."""
    reached = _reached(facts)
    calendar = facts.published.calendar
    legal, safe = dates.roll(reached, calendar), counting.back(reached, calendar)
    steps = (
        Step(facts.start, f"It starts on {counting.weekday(facts.start)}, a day that is not counted."),
        Step(reached, f"{_length(facts)} after {in_words(facts.start)} is {counting.weekday(reached)}."),
        *legal.steps,
    )
    missing = counting.without_doubles(legal.missing_facts, safe.missing_facts)
    return Period(reached, legal.on, safe.on, counting.weekday(legal.on), steps, missing)


def _reached(facts: Facts) -> date:
    match facts.unit:
        case Unit.MONTHS:
            return dates.add_months(facts.start, facts.length)
        case Unit.WEEKS:
            return facts.start + timedelta(weeks=facts.length)
        case Unit.DAYS:
            return facts.start + timedelta(days=facts.length)


def _length(facts: Facts) -> str:
    name = facts.unit.value.lower()
    return f"{facts.length} {name.removesuffix('s') if facts.length == 1 else name}"
