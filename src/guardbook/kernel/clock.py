"""Instants are UTC, people read UK time; the only two crossings between them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def in_uk(instant: datetime) -> datetime:
    """Return the same instant on a UK clock. Raises ValueError if it has no time zone."""
    if instant.tzinfo is None:
        raise ValueError("An instant needs a time zone.")
    return instant.astimezone(UK)


def uk_today(now: datetime) -> date:
    """Return the UK calendar date at this instant."""
    return in_uk(now).date()


def from_uk(wall: datetime) -> datetime:
    """Return the UTC instant of a time somebody read off a UK clock.

    In the hour that happens twice in October the first is meant, unless ``wall.fold`` is 1.
    Raises ValueError for a time that the clocks skipped in March, or one with a time zone.
    """
    if wall.tzinfo is not None:
        raise ValueError("A time read off a clock has no time zone.")
    instant = wall.replace(tzinfo=UK).astimezone(UTC)
    if instant.astimezone(UK).replace(tzinfo=None) != wall.replace(fold=0):
        raise ValueError(
            f"{wall:%H:%M} did not happen on that day: the clocks went forward. Enter a time an hour later or earlier."
        )
    return instant
