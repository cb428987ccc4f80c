"""A clock of elapsed hours: nights, weekends and bank holidays count, and a change of the clocks changes nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from guardbook.kernel.clock import in_uk
from guardbook.kernel.dates import in_words

MILESTONES = (24, 48, 60, 72)
"""When people are reminded (our own choice, B-02)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """When the clock started (an instant with its time zone) and how many hours it runs."""

    started_at: datetime
    hours: int = 72

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is None:
            raise ValueError("started_at: give the time zone too, like “2026-11-20T17:30:00Z”")
        if self.hours < 1:
            raise ValueError("hours: give a whole number of 1 or more")


@dataclass(frozen=True, slots=True)
class Milestone:
    """One point on the way, in UTC, and as a UK clock shows it."""

    hours: int
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class HourClock:
    """When the time is up, in UTC, with the same in words of UK time and the working."""

    started_at: datetime
    ends_at: datetime
    words: str
    milestones: tuple[Milestone, ...]
    steps: tuple[str, ...]

    def hours_left(self, now: datetime) -> float:
        """Hours until the end; below nought where it has passed."""
        return (self.ends_at - now) / timedelta(hours=1)


def hours(facts: Facts) -> HourClock:
    """Reckon plain elapsed hours (UK GDPR Article 33(1); B-02).

    Regulation 1182/71 moves no period that is expressed in hours on to a working day.
    """
    started_at = facts.started_at.astimezone(UTC)
    ends_at = started_at + timedelta(hours=facts.hours)
    points = sorted({each for each in MILESTONES if each < facts.hours} | {facts.hours})
    milestones = tuple(_milestone(started_at, each) for each in points)
    steps = (
        f"The clock started on {said(started_at)}.",
        *_clocks_changed(started_at, ends_at, facts.hours),
        f"{facts.hours} hours later is {said(ends_at)}. Nights, weekends and bank holidays count.",
    )
    return HourClock(started_at, ends_at, said(ends_at), milestones, steps)


def said(instant: datetime) -> str:
    """An instant as people here say it: Friday 20 November 2026 at 17:30."""
    there = in_uk(instant)
    return f"{there:%A} {in_words(there.date())} at {there:%H:%M}"


def _milestone(started_at: datetime, after: int) -> Milestone:
    at = started_at + timedelta(hours=after)
    return Milestone(after, at, said(at))


def _clocks_changed(start: datetime, end: datetime, length: int) -> tuple[str, ...]:
    before, after = in_uk(start).utcoffset(), in_uk(end).utcoffset()
    if before == after or before is None or after is None:
        return ()
    way, reads = ("forward", "later") if after > before else ("back", "earlier")
    return (f"The clocks go {way} in between, so {length} hours on, a UK clock reads an hour {reads}.",)
