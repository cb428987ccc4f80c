"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562)."""

import os
import threading
import time
import uuid

_COUNTER_BITS = 12


class _Stamps:
    """Milliseconds and a counter, joined; never the same twice in this process, even when the clock goes back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        with self._lock:
            moment = (time.time_ns() // 1_000_000) << _COUNTER_BITS
            self._last = max(moment, self._last + 1)
            return self._last


_stamps = _Stamps()


def uuid7() -> uuid.UUID:
    """Return a new UUIDv7, always greater than the one before it in this process.

    48 bits of Unix milliseconds, a 12-bit counter within the millisecond, 62 random bits.
    """
    stamp = _stamps.next()
    milliseconds, counter = stamp >> _COUNTER_BITS, stamp & 0xFFF
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | random
    return uuid.UUID(int=value)
