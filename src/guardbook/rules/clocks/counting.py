"""What the clocks that count days share: the working, the working day before, and days in a union of pauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.kernel.calendars import BANK_HOLIDAYS, Calendar
from guardbook.kernel.dates import Step, in_words

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both counted."""

    first: date
    last: date


def weekday(day: date) -> str:
    """A day as people say it in a letter: Monday 5 October 2026."""
    return f"{day:%A} {in_words(day)}"


def back(day: date, calendar: Calendar) -> dates.Reckoning:
    """The working day on or before a day, which is the cautious way to read a deadline."""
    reached, uncovered = day, not calendar.covers(day)
    while not dates.is_working_day(reached, calendar):
        reached -= _DAY
        uncovered = uncovered or not calendar.covers(reached)
    steps = () if reached == day else (Step(reached, f"The working day before is {weekday(reached)}."),)
    return dates.Reckoning(reached, steps, (BANK_HOLIDAYS,) if uncovered else ())


def days_in_union(spans: Iterable[Span]) -> int:
    """How many different days lie in any of the spans: a day in two of them counts once."""
    return sum((each.last - each.first).days + 1 for each in joined(spans))


def joined(spans: Iterable[Span]) -> Sequence[Span]:
    """The spans with those that share a day made one, in order."""
    found: list[Span] = []
    for each in sorted(spans, key=lambda span: (span.first, span.last)):
        if found and each.first <= found[-1].last:
            found[-1] = Span(found[-1].first, max(found[-1].last, each.last))
        else:
            found.append(each)
    return found


def without_doubles(*missing: tuple[str, ...]) -> tuple[str, ...]:
    """Missing facts of several reckonings, each once, in order."""
    return tuple(dict.fromkeys(each for some in missing for each in some))
