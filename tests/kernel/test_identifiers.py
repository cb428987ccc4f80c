"""Identifiers that sort by time."""

import time
import uuid

from guardbook.kernel.identifiers import uuid7


def test_later_identifiers_sort_after_earlier_ones() -> None:
    made = [uuid7() for _ in range(10_000)]

    assert made == sorted(set(made))


def test_an_identifier_is_a_version_7_of_the_standard_variant() -> None:
    made = uuid7()

    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_an_identifier_carries_the_millisecond_it_was_made() -> None:
    before = time.time_ns() // 1_000_000

    made = uuid7()

    # A burst in this process may run a little ahead of the clock; a second is far more than it can.
    assert 0 <= (made.int >> 80) - before < 1000
