"""Counts how often something was done within an hour, in the cache that all processes share. It forgets by itself."""

from datetime import datetime

from django.core.cache import cache
from django.utils.crypto import salted_hmac

HOUR = 3600


def place(address: str, now: datetime) -> str:
    """What stands for a network address for one day: it can be told from others, and not be turned back."""
    return salted_hmac("guardbook.throttle", f"{now:%Y-%m-%d} {address}", algorithm="sha256").hexdigest()[:32]


def so_far(what: str, now: datetime) -> int:
    """How often it was done in this hour of the clock."""
    return int(cache.get(_key(what, now), 0))


def count(what: str, now: datetime) -> None:
    """Count it once more."""
    key = _key(what, now)
    cache.set(key, int(cache.get(key, 0)) + 1, HOUR)


def _key(what: str, now: datetime) -> str:
    return f"throttle:{now:%Y%m%d%H}:{what}"
