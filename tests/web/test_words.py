"""Dates, times, amounts and lists as people write them."""

from datetime import UTC, date, datetime

import pytest

from guardbook.web import words

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2027, 6, 30), "30 June 2027"),
        (date(2026, 3, 1), "1 March 2026"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026"),
    ],
)
def test_a_date_is_written_in_full(value: date, written: str) -> None:
    assert words.day(value) == written


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        pytest.param(datetime(2026, 1, 5, 16, 5, tzinfo=UTC), "5 January 2026 at 16:05", id="winter"),
        pytest.param(datetime(2026, 7, 5, 16, 5, tzinfo=UTC), "5 July 2026 at 17:05", id="summer"),
        pytest.param(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "29 March 2026 at 02:00", id="clocks go forward"),
        pytest.param(datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "25 October 2026 at 01:00", id="clocks go back"),
    ],
)
def test_an_instant_is_written_in_uk_time(instant: datetime, written: str) -> None:
    assert words.moment(instant) == written


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        words.moment(datetime(2026, 1, 5, 16, 5))


@pytest.mark.parametrize(
    ("until", "written"),
    [
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), "31 hours left (Monday 16:00)"),
        (datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "less than an hour left (Sunday 09:30)"),
        (datetime(2026, 11, 22, 8, 0, tzinfo=UTC), "1 hour late (Sunday 08:00)"),
        (datetime(2026, 12, 22, 9, 0, tzinfo=UTC), "30 days left (22 December 2026 at 09:00)"),
    ],
)
def test_a_clock_says_how_long_is_left(until: datetime, written: str) -> None:
    assert words.time_left(until, NOW) == written


@pytest.mark.parametrize(
    ("until", "written"),
    [(date(2026, 11, 22), "today"), (date(2026, 11, 23), "1 day left"), (date(2026, 11, 19), "3 days ago")],
)
def test_a_date_says_how_far_off_it_is(until: date, written: str) -> None:
    assert words.days_left(until, date(2026, 11, 22)) == written


@pytest.mark.parametrize(("number", "written"), [(1, "1 person"), (0, "0 people"), (5000, "5,000 people")])
def test_a_number_agrees_with_its_noun(number: int, written: str) -> None:
    assert words.count(number, "person", "people") == written


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["Asha"], "Asha"),
        (["Asha", "Ben"], "Asha and Ben"),
        (["Asha", "Ben", "Carol"], "Asha, Ben and Carol"),
    ],
)
def test_a_list_is_joined_as_in_a_sentence(names: list[str], written: str) -> None:
    assert words.listing(names) == written
