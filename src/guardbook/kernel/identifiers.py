"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562)."""

import os
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0
_COUNTER_BITS = 12


def uuid7() -> uuid.UUID:
    """Return a new UUIDv7, always greater than the one before it in this process.

    48 bits of Unix milliseconds, a 12-bit counter within the millisecond, 62 random bits.
    """
    global _last
    with _lock:
        moment = (time.time_ns() // 1_000_000) << _COUNTER_BITS
        _last = max(moment, _last + 1)
        stamp = _last
    milliseconds, counter = stamp >> _COUNTER_BITS, stamp & 0xFFF
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | random
    return uuid.UUID(int=value)
