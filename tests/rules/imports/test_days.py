"""Dates as people write them, and sentences for those nobody can read."""

import contextlib
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.reading import Unreadable
from guardbook.rules.imports import days

MARCH = date(2026, 3, 27)


@pytest.mark.parametrize(
    "written",
    [
        "27/3/2026",
        "27/03/2026",
        "27.3.26",
        "27-3-2026",
        "27 3 2026",
        "27 . 3 . 2026",
        "2026-03-27",
        "2026/3/27",
        "2026-03-27 00:00:00",
        "2026-03-27T09:30:00Z",
        "27 March 2026",
        "27 march 26",
        "27th March 2026",
        "27 Mar 2026",
        "27-Mar-26",
        "27Mar2026",
        "27th of March, 2026",
        "March 27, 2026",
        "Friday 27 March 2026",
        "Fri, 27 Mar 2026",
        "  27/3/2026 ",
        "46108",
        46108,
        46108.5,
        datetime(2026, 3, 27, 14, 0),
        MARCH,
    ],
    ids=repr,
)
def test_all_of_these_are_the_27th_of_march(written: object) -> None:
    assert days.read(written) == MARCH


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("3/27/2026", "“3/27/2026” has no month 27. Put the day first."),
        ("31/2/2026", "“31/2/2026” does not exist: February 2026 has 28 days."),
        ("0/2/2026", "“0/2/2026” does not exist"),
        ("29 February 2027", "February 2027 has 28 days"),
        ("27 Brumaire 2026", "has no month we know"),
        ("27 Ma 2026", "is not a date we can read"),
        ("next week", "“next week” is not a date we can read."),
        ("March 2026", "is not a date we can read"),
        ("2026", "is not a date we can read"),
        ("27/3", "is not a date we can read"),
        ("1/1/0000", "has no year we can read"),
        ("1/1/1899", "is not a year we can believe"),
        ("1/1/2206", "is not a year we can believe"),
        (99999, "is not a date we can read"),
        (12, "is not a year we can believe"),
        (-1, "is not a date we can read"),
        (True, "A date is needed here, not yes or no."),
        (float("nan"), "is not a date we can read"),
        ("x" * 90, "x…” is not a date we can read"),
        ("٢٧/٣/٢٠٢٦", "is not a date we can read"),
    ],
    ids=repr,
)
def test_nonsense_is_refused_in_words(written: object, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        days.read(written)

    assert said in str(refused.value)
    assert str(refused.value).endswith("Write the date in full, like 27 3 2026.")


@pytest.mark.parametrize(
    ("written", "year"), [("1/6/68", 2068), ("1/6/69", 1969), ("1/6/98", 1998), ("1/6/05", 2005)], ids=str
)
def test_two_digits_of_a_year_are_a_working_life(written: str, year: int) -> None:
    assert days.read(written).year == year


@given(st.dates(date(1927, 1, 1), date(2100, 12, 31)))
def test_every_way_to_write_a_day_reads_back(day: date) -> None:
    written = (f"{day:%d/%m/%Y}", day.isoformat(), f"{day.day} {day:%B %Y}", (day - date(1899, 12, 30)).days)

    assert {days.read(cell) for cell in written} == {day}


@given(st.text())
def test_any_text_gives_a_believable_date_or_is_refused(text: str) -> None:
    read = None
    with contextlib.suppress(Unreadable):
        read = days.read(text)

    assert read is None or date(1927, 1, 1) <= read <= date(2100, 12, 31)
