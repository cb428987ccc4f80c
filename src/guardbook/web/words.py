"""Says dates, times, amounts and lists the way people in England write them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def day(value: date) -> str:
    """Write a date in full: "30 June 2027". An instant is first turned into UK time."""
    if isinstance(value, datetime):
        value = _uk(value).date()
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime) -> str:
    """Write an aware instant in UK time: "30 June 2027 at 16:05"."""
    local = _uk(value)
    return f"{day(local.date())} at {local:%H:%M}"


def time_left(until: datetime, now: datetime) -> str:
    """Write how long is left: "31 hours left (Monday 16:00)", or how late it is.

    Both are aware instants. Up to 72 hours are given in hours, longer in days.
    """
    gap = abs(until - now)
    when = _uk(until)
    if gap < _HOUR:
        length = "less than an hour"
    elif gap <= 72 * _HOUR:
        length = count(int(gap / _HOUR), "hour")
    else:
        length = count(int(gap / _DAY), "day")
    label = f"{when:%A %H:%M}" if gap < 7 * _DAY else moment(until)
    return f"{length} {'left' if until >= now else 'late'} ({label})"


def days_left(until: date, today: date) -> str:
    """Write how far off a date is: "12 days left", "today" or "3 days ago"."""
    days = (until - today).days
    if days == 0:
        return "today"
    return f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} ago"


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a number with its noun: "1 person", "5,000 people"."""
    return f"{number:,} {noun(number, singular, plural)}"


def noun(number: int, singular: str, plural: str = "") -> str:
    """Choose the singular or the plural for a number; the plural adds s unless given."""
    return singular if number == 1 else plural or f"{singular}s"


def a(thing: str) -> str:
    """Put "a" or "an" before a thing, by its first letter: "an asset", "a device"."""
    return f"an {thing}" if thing[:1].casefold() in "aeio" else f"a {thing}"


def listing(items: Sequence[str], joiner: str = "and") -> str:
    """Join words as a sentence does: "Asha, Ben and Carol"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def _uk(value: datetime) -> datetime:
    if value.tzinfo is None:
        message = "an instant must carry its time zone"
        raise ValueError(message)
    return value.astimezone(UTC).astimezone(UK)
