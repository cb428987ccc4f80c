"""Deadlines in months land where rule C-01 says, with their working."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import calendars
from guardbook.kernel import dates

CALENDAR = calendars.working_days()
EXAMPLES = {
    "C-01.e1": ("2026-09-03", "2026-10-03", "2026-10-05"),
    "C-01.e2": ("2026-11-22", "2026-12-22", "2026-12-22"),
    "C-01.e3": ("2026-01-31", "2026-02-28", "2026-03-02"),
    "C-01.e4": ("2028-01-30", "2028-02-29", "2028-02-29"),
    "C-01.e5": ("2026-11-25", "2026-12-25", "2026-12-29"),
    "C-01.e6": ("2026-11-27", "2026-12-27", "2026-12-29"),
    "C-01.e7": ("2026-03-03", "2026-04-03", "2026-04-07"),
    "C-01.e8": ("2026-07-31", "2026-08-31", "2026-09-01"),
    "C-01.e9": ("2026-12-31", "2027-01-31", "2027-02-01"),
    "C-01.e10": ("2026-05-31", "2026-06-30", "2026-06-30"),
}
known_days = st.dates(date(2024, 1, 1), date(2028, 12, 20))
any_days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
month_counts = st.integers(min_value=-600, max_value=600)


@pytest.mark.parametrize(("start", "plus_month", "result"), EXAMPLES.values(), ids=EXAMPLES)
def test_one_month_after_a_date(start: str, plus_month: str, result: str) -> None:
    day = date.fromisoformat(start)

    reckoning = dates.months_after(day, 1, CALENDAR)

    assert dates.add_months(day, 1) == date.fromisoformat(plus_month)
    assert reckoning.on == date.fromisoformat(result)
    assert reckoning.missing_facts == ()


def test_the_working_names_every_day_passed() -> None:
    reckoning = dates.months_after(date(2026, 11, 25), 1, CALENDAR)

    assert [step.text for step in reckoning.steps] == [
        "1 month after 25 November 2026 is 25 December 2026.",
        "25 December 2026 is a bank holiday (Christmas Day), so it moves on.",
        "26 December 2026 is a Saturday, so it moves on.",
        "27 December 2026 is a Sunday, so it moves on.",
        "28 December 2026 is a bank holiday (Boxing Day, substitute day), so it moves on.",
        "29 December 2026 is the next working day (Tuesday).",
    ]


def test_a_working_day_needs_no_working() -> None:
    assert dates.roll(date(2026, 6, 30), CALENDAR).steps == ()


@pytest.mark.parametrize("day", [date(2028, 12, 31), date(2029, 3, 1), date(2023, 12, 29)], ids=str)
def test_a_date_beyond_the_calendar_says_what_is_missing(day: date) -> None:
    assert dates.roll(day, CALENDAR).missing_facts == ("bank_holidays",)


def test_adding_three_months_at_once_is_not_one_after_another() -> None:
    start = date(2026, 1, 31)

    step_by_step = dates.add_months(dates.add_months(dates.add_months(start, 1), 1), 1)

    assert dates.add_months(start, 3) == date(2026, 4, 30)
    assert step_by_step == date(2026, 4, 28)


@given(known_days)
def test_rolling_never_goes_back_and_ends_on_a_working_day(day: date) -> None:
    rolled = dates.roll(day, CALENDAR).on

    assert rolled >= day
    assert dates.is_working_day(rolled, CALENDAR)
    assert not any(dates.is_working_day(day + timedelta(days=n), CALENDAR) for n in range((rolled - day).days))


@given(known_days, known_days)
def test_a_later_start_never_gives_an_earlier_deadline(one: date, other: date) -> None:
    first, second = sorted((one, other))

    assert dates.months_after(first, 1, CALENDAR).on <= dates.months_after(second, 1, CALENDAR).on


@given(any_days, month_counts)
def test_months_keep_the_day_or_end_the_month(start: date, months: int) -> None:
    reached = dates.add_months(start, months)

    is_last_day = (reached + timedelta(days=1)).month != reached.month
    assert (reached.year - start.year) * 12 + reached.month - start.month == months
    assert reached.day == start.day or (reached.day < start.day and is_last_day)
