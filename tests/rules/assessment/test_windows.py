"""Whether a date still counts, and the first day it no longer does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.assessment import windows
from guardbook.rules.frameworks.items import Covers, Window, WindowKind
from tests.rules.assessment.examples import YEAR_BACK

JULY = Window(WindowKind.SINCE, Covers.EVIDENCE, "since 1 July 2025", since_on=date(2025, 7, 1))
LIVE = Window(WindowKind.LIVE, Covers.EVIDENCE, "on the day")
CASES = {
    "inside": (YEAR_BACK, date(2025, 11, 23), True),
    "a year to the day": (YEAR_BACK, date(2025, 11, 22), False),
    "good practice never fails": (replace(YEAR_BACK, good_practice=True), date(2020, 1, 1), True),
    "no length known": (replace(YEAR_BACK, months=None), date(2020, 1, 1), True),
    "since, on the day": (JULY, date(2025, 7, 1), True),
    "since, the day before": (JULY, date(2025, 6, 30), False),
    "since no known day": (replace(JULY, since_on=None), date(2020, 1, 1), True),
    "live on the day": (LIVE, date(2026, 11, 22), True),
    "ended the day before": (LIVE, date(2026, 11, 21), False),
}


@pytest.mark.parametrize(("window", "on", "holds"), CASES.values(), ids=CASES.keys())
def test_a_date_counts_or_not(window: Window, on: date, holds: bool) -> None:
    assert windows.holds(window, on, date(2026, 11, 22)) is holds


@given(
    window=st.sampled_from([YEAR_BACK, LIVE, replace(YEAR_BACK, months=36)]),
    on=st.dates(date(2020, 1, 1), date(2028, 12, 31)),
)
def test_the_day_it_passes_is_the_first_it_does_not_hold(window: Window, on: date) -> None:
    passes = windows.passes_on(window, on)

    assert passes is not None
    assert not windows.holds(window, on, passes)
    assert windows.holds(window, on, passes - timedelta(days=1))


@pytest.mark.parametrize("window", [JULY, replace(YEAR_BACK, months=None), replace(YEAR_BACK, good_practice=True)])
def test_some_windows_never_pass(window: Window) -> None:
    assert windows.passes_on(window, date(2020, 1, 1)) is None
