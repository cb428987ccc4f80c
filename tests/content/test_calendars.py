"""The bank holidays we ship are the real ones, as others know them."""

import json
from datetime import date
from pathlib import Path

import holidays
import pytest
from pydantic import ValidationError

from guardbook.content import calendars

OFFICIAL = Path(__file__).parents[3] / "shared" / "data" / "calendar" / "bank-holidays.govuk.json"


def test_the_calendar_agrees_with_the_holidays_library() -> None:
    ours = calendars.published()
    years = range(ours.covers_from.year, ours.covers_until.year + 1)

    theirs = holidays.country_holidays("GB", subdiv="ENG", years=years)

    on_weekdays = {day for day in theirs if day.isoweekday() < 6}
    assert set(ours.holidays) == on_weekdays


def test_the_calendar_agrees_with_the_official_list() -> None:
    if not OFFICIAL.exists():
        pytest.skip("the official list is not beside this checkout")
    ours = calendars.published()
    events = json.loads(OFFICIAL.read_text(encoding="utf-8"))["england-and-wales"]["events"]

    official = {date.fromisoformat(event["date"]) for event in events}

    assert set(ours.holidays) == {day for day in official if day >= ours.covers_from}


def test_it_says_how_sure_it_is_and_how_far_it_reaches() -> None:
    ours = calendars.published()

    assert ours.confidence == "read"
    assert ours.calendar.covers(date(2028, 12, 31))
    assert not ours.calendar.covers(date(2029, 1, 1))


def test_a_day_outside_its_cover_is_a_fault() -> None:
    file = calendars.published().model_dump() | {"covers_until": date(2027, 1, 1)}

    with pytest.raises(ValidationError, match="lies outside the dates"):
        calendars.PublishedCalendar.model_validate(file)
