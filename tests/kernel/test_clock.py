"""UK time and UTC meet only here, and the two clock changes are told apart."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel import clock


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), date(2026, 12, 31)),
    ],
    ids=["before midnight in summer", "midnight in summer", "winter"],
)
def test_the_uk_date_at_an_instant(instant: datetime, day: date) -> None:
    assert clock.uk_today(instant) == day


def test_the_hour_that_happens_twice_means_the_first_unless_told() -> None:
    twice = datetime(2026, 10, 25, 1, 30)

    assert clock.from_uk(twice) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert clock.from_uk(twice.replace(fold=1)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_hour_that_never_was_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="01:30 did not happen on that day"):
        clock.from_uk(datetime(2026, 3, 29, 1, 30))


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        clock.uk_today(datetime(2026, 1, 1))


def test_a_wall_clock_time_with_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        clock.from_uk(datetime(2026, 1, 1, tzinfo=UTC))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_there_and_back_is_the_same_instant(instant: datetime) -> None:
    wall = clock.in_uk(instant)

    assert clock.from_uk(wall.replace(tzinfo=None)) == instant
