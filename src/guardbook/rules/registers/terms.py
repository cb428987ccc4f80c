"""How long one kind of record is kept: periods, the 75th-birthday rules, and what is published (rule D-11).

Source: NHS Records Management Code of Practice, as Digital Care Hub abridges it for adult social care.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.registers.questions import Choice
from guardbook.rules.verdict import Confidence

CODE = (
    "https://digitalcarehub.co.uk/data-security-protecting-my-information/records-management-abbreviated-code-of-practice"
    "-and-guidance-for-adult-social-care-providers/appendix-1-retention-schedule"
)


class Unit(Choice):
    """What a period is counted in."""

    DAYS = "days", "days"
    MONTHS = "months", "months"
    YEARS = "years", "years"
    FOR_EVER = "for_ever", "for ever"


MOST = {Unit.DAYS: 36_500, Unit.MONTHS: 1_200, Unit.YEARS: 100, Unit.FOR_EVER: 0}
"""The largest number of each that a period may have: a hundred years."""


class Birthday(Choice):
    """Whether a 75th birthday ends the time. Only the date of that birthday is ever kept, never a date of birth."""

    UNTIL = "until", "Until the person's 75th birthday"
    SOONER = "sooner", "Until the 75th birthday, or the time above if that is sooner"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days, months or years, or for ever."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.number <= MOST[self.unit]:
            raise ValueError(f"give a whole number from 0 to {MOST[self.unit]}")

    def ends(self, start: date) -> date | None:
        """The day it ends when it starts on ``start``; None for ever. 29 February becomes 28 in a common year."""
        match self.unit:
            case Unit.DAYS:
                return start + timedelta(days=self.number)
            case Unit.MONTHS:
                return dates.add_months(start, self.number)
            case Unit.YEARS:
                return dates.add_months(start, self.number * 12)
            case Unit.FOR_EVER:
                return None

    @property
    def in_words(self) -> str:
        """The period as people write it: "8 years", "1 month", "for ever"."""
        if self.unit is Unit.FOR_EVER:
            return self.unit.label
        return f"{self.number} {self.unit.label if self.number != 1 else self.unit.label[:-1]}"


@dataclass(frozen=True, slots=True)
class Term:
    """How long one kind of record is kept, as published: at least, at most, and whether a 75th birthday counts."""

    least: Period | None = None
    most: Period | None = None
    birthday: Birthday | None = None
    confidence: Confidence = Confidence.MEMORY
    source: str = CODE

    @property
    def usual(self) -> Period | None:
        """The time after which to look: the least where there is one, else the most."""
        return self.least or self.most

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return self.usual is None and self.birthday is None

    @property
    def in_words(self) -> str:
        """The term as a sentence's end: "at least 8 years", "at most 30 days", "until the person's 75th birthday"."""
        parts = [f"at least {self.least.in_words}"] if self.least else []
        parts += [f"at most {self.most.in_words}"] if self.most else []
        match self.birthday:
            case Birthday.UNTIL:
                parts.append("until the person's 75th birthday")
            case Birthday.SOONER:
                parts.append("or until the person's 75th birthday if that is sooner")
            case None:
                pass
        return ", ".join(parts)
