"""Dates as the law counts them: months, working days, and every step of the reckoning.

Source: Regulation 1182/71 as UK GDPR Article 4A applies it, and the regulator's reading of
it (rule C-01): same day number n months on, or the last day of a shorter month; a weekend or
bank holiday moves on to the next working day.
"""

import calendar as months_of_the_year
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from guardbook.kernel.calendars import BANK_HOLIDAYS, Calendar

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: the date reached and why."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A date with its working; ``missing_facts`` names what we could not know."""

    on: date
    steps: tuple[Step, ...]
    missing_facts: tuple[str, ...] = ()


def in_words(day: date) -> str:
    """Return the date as people write it: 30 June 2027."""
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=1 << 16)  # judging thousands of organisations asks for the same few days again and again
def add_months(start: date, months: int) -> date:
    """Return the same day number so many months on (or back), or that month's last day."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last_day = months_of_the_year.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(start.day, last_day))


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Return whether the day is neither a weekend nor a bank holiday that we know of."""
    return _day_off(day, calendar) is None


def roll(day: date, calendar: Calendar) -> Reckoning:
    """Move a day off on to the next working day, saying why at each day passed."""
    steps: list[Step] = []
    reached, uncovered = day, not calendar.covers(day)
    while (why := _day_off(reached, calendar)) is not None:
        steps.append(Step(reached, f"{in_words(reached)} is {why}, so it moves on."))
        reached += _DAY
        uncovered = uncovered or not calendar.covers(reached)
    if steps:
        text = f"{in_words(reached)} is the next working day ({reached:%A})."
        steps.append(Step(reached, text))
    return Reckoning(reached, tuple(steps), (BANK_HOLIDAYS,) if uncovered else ())


def months_after(start: date, months: int, calendar: Calendar) -> Reckoning:
    """Reckon a period of months from the day of an event, which itself is not counted (C-01)."""
    reached = add_months(start, months)
    length = "1 month" if months == 1 else f"{months} months"
    counted = Step(reached, f"{length} after {in_words(start)} is {in_words(reached)}.")
    rolled = roll(reached, calendar)
    return Reckoning(rolled.on, (counted, *rolled.steps), rolled.missing_facts)


def _day_off(day: date, calendar: Calendar) -> str | None:
    title = calendar.title_on(day)
    if title is not None:
        return f"a bank holiday ({title})"
    return f"a {day:%A}" if day.weekday() >= _SATURDAY else None
