"""Dated cases beyond the rule book: leap years, Christmas to New Year, Easter, both changes of the clocks, 31 January."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from guardbook.content import ask, clocks
from guardbook.kernel.errors import Refused
from guardbook.rules.clocks import complaint, hours, month, request
from tests.rules.clocks.examples import asked
from tests.rules.worked import agrees, at

PUBLISHED = clocks.published()
MONTHS = {
    "the day before a leap day": ("2024-01-28", 1, "2024-02-28", "2024-02-28", "2024-02-28"),
    "onto a leap day": ("2024-01-29", 1, "2024-02-29", "2024-02-29", "2024-02-29"),
    "past the end of a leap February": ("2024-01-30", 1, "2024-02-29", "2024-02-29", "2024-02-29"),
    "31 January in a leap year": ("2024-01-31", 1, "2024-02-29", "2024-02-29", "2024-02-29"),
    "31 January in a common year": ("2025-01-31", 1, "2025-02-28", "2025-02-28", "2025-02-28"),
    "30 January in a common year": ("2027-01-30", 1, "2027-02-28", "2027-03-01", "2027-02-26"),
    "29 January in a common year": ("2027-01-29", 1, "2027-02-28", "2027-03-01", "2027-02-26"),
    "28 January in a common year": ("2027-01-28", 1, "2027-02-28", "2027-03-01", "2027-02-26"),
    "from a leap day": ("2024-02-29", 1, "2024-03-29", "2024-04-02", "2024-03-28"),
    "a leap day and three months": ("2024-02-29", 3, "2024-05-29", "2024-05-29", "2024-05-29"),
    "a leap day and a year": ("2024-02-29", 12, "2025-02-28", "2025-02-28", "2025-02-28"),
    "31 January 2028": ("2028-01-31", 1, "2028-02-29", "2028-02-29", "2028-02-29"),
    "three months from 30 November before a leap year": ("2027-11-30", 3, "2028-02-29", "2028-02-29", "2028-02-29"),
    "three months from 30 November before a common year": ("2026-11-30", 3, "2027-02-28", "2027-03-01", "2027-02-26"),
    "24 November to Christmas Eve": ("2026-11-24", 1, "2026-12-24", "2026-12-24", "2026-12-24"),
    "25 November to Christmas Day": ("2026-11-25", 1, "2026-12-25", "2026-12-29", "2026-12-24"),
    "26 November to Boxing Day": ("2026-11-26", 1, "2026-12-26", "2026-12-29", "2026-12-24"),
    "28 November to a substitute day": ("2026-11-28", 1, "2026-12-28", "2026-12-29", "2026-12-24"),
    "30 November to the day before New Year's Eve": ("2026-11-30", 1, "2026-12-30", "2026-12-30", "2026-12-30"),
    "1 December to New Year's Day": ("2026-12-01", 1, "2027-01-01", "2027-01-04", "2026-12-31"),
    "2 December to a Saturday": ("2026-12-02", 1, "2027-01-02", "2027-01-04", "2026-12-31"),
    "Christmas 2027 on a Saturday": ("2027-11-25", 1, "2027-12-25", "2027-12-29", "2027-12-24"),
    "Boxing Day 2027 on a Sunday": ("2027-11-26", 1, "2027-12-26", "2027-12-29", "2027-12-24"),
    "27 December 2027, a substitute day": ("2027-11-27", 1, "2027-12-27", "2027-12-29", "2027-12-24"),
    "28 December 2027, a substitute day": ("2027-11-28", 1, "2027-12-28", "2027-12-29", "2027-12-24"),
    "29 December 2027": ("2027-11-29", 1, "2027-12-29", "2027-12-29", "2027-12-29"),
    "New Year 2028 on a Saturday": ("2027-12-01", 1, "2028-01-01", "2028-01-04", "2027-12-31"),
    "2 January 2028, a Sunday": ("2027-12-02", 1, "2028-01-02", "2028-01-04", "2027-12-31"),
    "3 January 2028, a substitute day": ("2027-12-03", 1, "2028-01-03", "2028-01-04", "2027-12-31"),
    "Christmas 2024 midweek": ("2024-11-25", 1, "2024-12-25", "2024-12-27", "2024-12-24"),
    "Boxing Day 2024": ("2024-11-26", 1, "2024-12-26", "2024-12-27", "2024-12-24"),
    "Christmas 2025 to the weekend": ("2025-11-25", 1, "2025-12-25", "2025-12-29", "2025-12-24"),
    "Maundy Thursday 2026": ("2026-03-02", 1, "2026-04-02", "2026-04-02", "2026-04-02"),
    "Good Friday 2026": ("2026-03-03", 1, "2026-04-03", "2026-04-07", "2026-04-02"),
    "Easter Saturday 2026": ("2026-03-04", 1, "2026-04-04", "2026-04-07", "2026-04-02"),
    "Easter Sunday 2026": ("2026-03-05", 1, "2026-04-05", "2026-04-07", "2026-04-02"),
    "Easter Monday 2026": ("2026-03-06", 1, "2026-04-06", "2026-04-07", "2026-04-02"),
    "Easter Tuesday 2026": ("2026-03-07", 1, "2026-04-07", "2026-04-07", "2026-04-07"),
    "Good Friday 2027": ("2027-02-26", 1, "2027-03-26", "2027-03-30", "2027-03-25"),
    "Easter Monday 2027": ("2027-02-28", 1, "2027-03-28", "2027-03-30", "2027-03-25"),
    "Good Friday 2028": ("2028-03-14", 1, "2028-04-14", "2028-04-18", "2028-04-13"),
    "Good Friday 2024, from a leap day": ("2024-02-29", 1, "2024-03-29", "2024-04-02", "2024-03-28"),
    "Easter Monday 2024": ("2024-03-01", 1, "2024-04-01", "2024-04-02", "2024-03-28"),
    "early May 2026": ("2026-04-04", 1, "2026-05-04", "2026-05-05", "2026-05-01"),
    "early May weekend": ("2026-04-02", 1, "2026-05-02", "2026-05-05", "2026-05-01"),
    "spring 2026": ("2026-04-25", 1, "2026-05-25", "2026-05-26", "2026-05-22"),
    "summer 2026": ("2026-07-31", 1, "2026-08-31", "2026-09-01", "2026-08-28"),
    "summer 2027": ("2027-07-30", 1, "2027-08-30", "2027-08-31", "2027-08-27"),
    "31 March to 30 April": ("2026-03-31", 1, "2026-04-30", "2026-04-30", "2026-04-30"),
    "31 May to 30 June": ("2026-05-31", 1, "2026-06-30", "2026-06-30", "2026-06-30"),
    "31 August to 30 September": ("2026-08-31", 1, "2026-09-30", "2026-09-30", "2026-09-30"),
    "31 October to 30 November": ("2026-10-31", 1, "2026-11-30", "2026-11-30", "2026-11-30"),
    "31 December and two months": ("2026-12-31", 2, "2027-02-28", "2027-03-01", "2027-02-26"),
    "31 December before a leap year and two months": ("2027-12-31", 2, "2028-02-29", "2028-02-29", "2028-02-29"),
    "three months over the new year": ("2026-10-25", 3, "2027-01-25", "2027-01-25", "2027-01-25"),
    "three months from 31 January": ("2026-01-31", 3, "2026-04-30", "2026-04-30", "2026-04-30"),
    "three months from 31 August": ("2026-08-31", 3, "2026-11-30", "2026-11-30", "2026-11-30"),
    "over the clocks going back": ("2026-09-25", 1, "2026-10-25", "2026-10-26", "2026-10-23"),
    "over the clocks going forward": ("2026-02-28", 1, "2026-03-28", "2026-03-30", "2026-03-27"),
}
HOURS = {
    "a plain weekday": ("2026-11-17T09:00+00:00", 72, "Friday 20 November 2026 at 09:00"),
    "over a weekend": ("2026-11-20T23:59+00:00", 72, "Monday 23 November 2026 at 23:59"),
    "the last minute before the clocks go back": ("2026-10-25T01:59+01:00", 72, "Wednesday 28 October 2026 at 00:59"),
    "the first of the two hours": ("2026-10-25T01:30+01:00", 72, "Wednesday 28 October 2026 at 00:30"),
    "the second of the two hours": ("2026-10-25T01:30+00:00", 72, "Wednesday 28 October 2026 at 01:30"),
    "ending as the clocks go back": ("2026-10-22T02:00+01:00", 72, "Sunday 25 October 2026 at 01:00"),
    "ending an hour after that": ("2026-10-22T03:00+01:00", 72, "Sunday 25 October 2026 at 02:00"),
    "the minute before the clocks go forward": ("2026-03-29T00:59+00:00", 72, "Wednesday 1 April 2026 at 01:59"),
    "ending where no clock shows": ("2026-03-26T01:30+00:00", 72, "Sunday 29 March 2026 at 02:30"),
    "after the clocks went forward": ("2026-03-29T02:00+01:00", 72, "Wednesday 1 April 2026 at 02:00"),
    "over a leap day": ("2028-02-28T12:00+00:00", 72, "Thursday 2 March 2028 at 12:00"),
    "no leap day": ("2027-02-28T12:00+00:00", 72, "Wednesday 3 March 2027 at 12:00"),
    "into the new year": ("2026-12-30T18:00+00:00", 72, "Saturday 2 January 2027 at 18:00"),
    "a midsummer night": ("2026-06-20T23:30+01:00", 72, "Tuesday 23 June 2026 at 23:30"),
    "a day in the autumn change": ("2026-10-24T12:00+01:00", 24, "Sunday 25 October 2026 at 11:00"),
    "a day in the spring change": ("2026-03-28T12:00+00:00", 24, "Sunday 29 March 2026 at 13:00"),
    "told in another time zone": ("2026-11-20T12:30-05:00", 72, "Monday 23 November 2026 at 17:30"),
}
REQUESTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "received on 31 January": ({"received_on": "2027-01-31"}, {"legal": "2027-03-01", "safe": "2027-02-26"}),
    "identity waited for": (
        {"received_on": "2026-09-03", "identity_asked_on": "2026-09-04"},
        {"running": "NOT_STARTED", "legal": None, "notice_by": None, "safe": "2026-10-02"},
    ),
    "a fee waited for": (
        {"received_on": "2026-09-03", "fee_asked_on": "2026-09-04"},
        {"running": "NOT_STARTED", "legal": None, "safe": "2026-10-02"},
    ),
    "the fee after the identity": (
        {
            "received_on": "2026-09-03",
            "identity_asked_on": "2026-09-03",
            "identity_shown_on": "2026-09-08",
            "fee_asked_on": "2026-09-04",
            "fee_paid_on": "2026-09-10",
        },
        {"started_on": "2026-09-10", "legal": "2026-10-12", "steps.1.text": "the fee was paid"},
    ),
    "identity shown before anybody asked": (
        {"received_on": "2026-09-03", "identity_shown_on": "2026-09-01"},
        {"started_on": "2026-09-03"},
    ),
    "a notice on its last day": (
        {"received_on": "2026-09-03", "extension_notice_on": "2026-10-05"},
        {"is_extended": True, "legal": "2026-12-03"},
    ),
    "a notice a day late": (
        {"received_on": "2026-09-03", "extension_notice_on": "2026-10-06"},
        {"is_extended": False, "legal": "2026-10-05", "findings.0.text": "the first deadline stands"},
    ),
    "two questions apart": (
        {"received_on": "2026-09-03", "questions": asked("07-08", "14-15")},
        {"paused_days": 4, "legal": "2026-10-07", "safe": "2026-10-05"},
    ),
    "two questions on neighbouring days": (
        {"received_on": "2026-09-03", "questions": asked("07-11", "12-15")},
        {"paused_days": 9, "legal": "2026-10-12", "safe": "2026-10-09"},
    ),
    "the same question twice": (
        {"received_on": "2026-09-03", "questions": asked("07-11", "07-11")},
        {"paused_days": 5, "legal": "2026-10-08", "safe": "2026-10-07"},
    ),
    "a question answered the same day": (
        {"received_on": "2026-09-03", "questions": asked("07-07")},
        {"paused_days": 1, "legal": "2026-10-05", "safe": "2026-10-02"},
    ),
    "a pause into Christmas": (
        {"received_on": "2026-11-20", "questions": [{"asked_on": "2026-12-01", "answered_on": "2026-12-05"}]},
        {"paused_days": 5, "legal": "2026-12-29", "safe": "2026-12-24"},
    ),
    "the last day is past": (
        {"received_on": "2026-08-03", "as_of": "2026-09-20"},
        {"headline": "Answer now, and say sorry for the delay."},
    ),
    "before the new text, with identity asked": (
        {"received_on": "2026-01-05", "identity_asked_on": "2026-01-06"},
        {"running": "RUNNING", "started_on": "2026-01-05", "legal": "2026-02-05"},
    ),
    "beyond the bank holidays we know": ({"received_on": "2029-01-05"}, {"missing_facts": ["bank_holidays"]}),
}
REST: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "eight weeks": (
        "clocks.consultation",
        {"received_on": "2026-11-03"},
        {"answer_by": "2026-12-29", "longest": "2027-02-09", "extension_by": "2026-12-03"},
    ),
    "eight weeks end on a bank holiday": (
        "clocks.consultation",
        {"received_on": "2026-10-30"},
        {"answer_by": "2026-12-29", "reason.confidence": "memory"},
    ),
    "fourteen weeks": (
        "clocks.consultation",
        {"received_on": "2026-11-03", "extended_on": "2026-11-20"},
        {"answer_by": "2027-02-09"},
    ),
    "they waited for us a day": (
        "clocks.consultation",
        {"received_on": "2026-11-04", "waited_for_us_days": 1},
        {"answer_by": "2026-12-31", "steps.1.text": "8 weeks and 1 day in which they waited for you"},
    ),
    "they waited for us a week": (
        "clocks.consultation",
        {"received_on": "2026-11-04", "waited_for_us_days": 7},
        {"answer_by": "2027-01-06", "steps.1.text": "and 7 days in which"},
    ),
    "somebody has died": (
        "clocks.health_records",
        {"applied_on": "2026-11-03"},
        {"legal": "2026-12-12", "safe": "2026-11-23"},
    ),
    "somebody has died, all written lately": (
        "clocks.health_records",
        {"applied_on": "2026-11-03", "all_recent": True},
        {"legal": "2026-11-23", "safe": "2026-11-23"},
    ),
    "two weeks": ("clocks.month", {"start": "2026-12-14", "length": 2, "unit": "WEEKS"}, {"legal": "2026-12-29"}),
    "thirty days": ("clocks.month", {"start": "2026-11-03", "length": 30, "unit": "DAYS"}, {"legal": "2026-12-03"}),
    "acknowledged in time": (
        "clocks.complaint",
        {"received_on": "2026-11-02", "as_of": "2026-11-20", "acknowledged_on": "2026-11-04"},
        {"acknowledgement": "DONE", "next_word_on": "2026-12-02"},
    ),
    "a word on progress": (
        "clocks.complaint",
        {
            "received_on": "2026-11-02",
            "as_of": "2026-11-20",
            "acknowledged_on": "2026-11-04",
            "last_word_on": "2026-11-18",
        },
        {"next_word_on": "2026-12-16"},
    ),
    "acknowledged late": (
        "clocks.complaint",
        {"received_on": "2026-09-01", "as_of": "2026-11-20", "acknowledged_on": "2026-10-09"},
        {"acknowledgement": "LATE", "is_compliant": False, "findings.0.text": "which was late"},
    ),
    "not acknowledged": (
        "clocks.complaint",
        {"received_on": "2026-09-01", "as_of": "2026-11-20"},
        {"acknowledgement": "LATE", "headline": "Do it today, and say sorry."},
    ),
    "the whole table of law": ("clocks.law", {"on": "2026-11-22"}, {"in_force": "UNKNOWN", "missing_facts": []}),
    "a date nobody has found": (
        "clocks.law",
        {"on": "2026-11-22", "topic": "commission_functions"},
        {"in_force": "UNKNOWN", "held.0.needs_checking": True, "held.0.reason.text": "we have found no date"},
    ),
    "a topic nobody knows": (
        "clocks.law",
        {"on": "2026-11-22", "topic": "nothing"},
        {"in_force": "UNKNOWN", "missing_facts": ["nothing"]},
    ),
    "the last day of the old text": (
        "clocks.law",
        {"on": "2026-02-04", "topic": "time_limits"},
        {"in_force": "NO", "held.0.reason.text": "by the old text"},
    ),
}


@pytest.mark.parametrize(("start", "months", "counted", "legal", "safe"), MONTHS.values(), ids=MONTHS)
def test_a_period_of_months(start: str, months: int, counted: str, legal: str, safe: str) -> None:
    found = month.month(month.Facts(date.fromisoformat(start), months, published=PUBLISHED))

    assert [str(day) for day in (found.counted_to, found.legal, found.safe)] == [counted, legal, safe]


@pytest.mark.parametrize(("start", "length", "words"), HOURS.values(), ids=HOURS)
def test_a_clock_of_hours(start: str, length: int, words: str) -> None:
    assert hours.hours(hours.Facts(datetime.fromisoformat(start), length)).words == words


@pytest.mark.parametrize(("facts", "expected"), REQUESTS.values(), ids=REQUESTS)
def test_a_request(facts: dict[str, Any], expected: dict[str, Any]) -> None:
    verdict = ask.answer("clocks.request", json.dumps({"as_of": "2026-09-20"} | facts))

    assert {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)} == {}


@pytest.mark.parametrize(("rule", "facts", "expected"), REST.values(), ids=REST)
def test_the_other_clocks(rule: str, facts: dict[str, Any], expected: dict[str, Any]) -> None:
    verdict = ask.answer(rule, json.dumps(facts))

    assert {path: at(verdict, path) for path, value in expected.items() if not agrees(at(verdict, path), value)} == {}


def test_the_working_reads_as_a_person_would_say_it() -> None:
    found = request.request(request.Facts(date(2026, 9, 3), date(2026, 9, 20), published=PUBLISHED))

    assert [step.text for step in found.steps] == [
        "Received Thursday 3 September 2026.",
        "One month is Saturday 3 October 2026.",
        "3 October 2026 is a Saturday, so it moves on.",
        "4 October 2026 is a Sunday, so it moves on.",
        "5 October 2026 is the next working day (Monday).",
    ]
    assert found.headline == ("Answer by Friday 2 October 2026. The last day by law is Monday 5 October 2026.")


def test_without_a_calendar_a_clock_answers_and_says_what_it_could_not_know() -> None:
    found = request.request(request.Facts(date(2026, 9, 3), date(2026, 9, 20)))

    assert found.legal == date(2026, 10, 5)
    assert set(found.missing_facts) == {"law", "bank_holidays"}
    assert complaint.complaint(complaint.Facts(date(2026, 9, 3), date(2026, 9, 20))).missing_facts[0] == "law"


def test_reminders_stand_on_the_way_and_at_the_end() -> None:
    found = hours.hours(hours.Facts(datetime.fromisoformat("2026-10-23T17:00+01:00")))

    assert [each.hours for each in found.milestones] == [24, 48, 60, 72]
    assert found.milestones[0].words == "Saturday 24 October 2026 at 17:00"
    assert found.milestones[1].words == "Sunday 25 October 2026 at 16:00"
    assert "The clocks go back in between" in found.steps[1]


def test_the_hours_that_are_left_go_below_nought() -> None:
    found = hours.hours(hours.Facts(datetime.fromisoformat("2026-11-20T17:30+00:00")))

    assert found.hours_left(datetime.fromisoformat("2026-11-23T16:00+00:00")) == 1.5
    assert found.hours_left(datetime.fromisoformat("2026-11-23T18:30+00:00")) == -1


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("clocks.hours", {"started_at": "2026-11-20T17:30:00"}),
        ("clocks.hours", {"started_at": "2026-11-20T17:30:00Z", "hours": 0}),
        ("clocks.month", {"start": "2026-11-20", "length": 0}),
        ("clocks.consultation", {"received_on": "2026-11-20", "waited_for_us_days": -1}),
        (
            "clocks.request",
            {
                "received_on": "2026-11-20",
                "as_of": "2026-11-20",
                "questions": [{"asked_on": "2026-11-21", "answered_on": "2026-11-20"}],
            },
        ),
    ],
)
def test_facts_that_cannot_be_are_refused(rule: str, facts: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        ask.answer(rule, json.dumps(facts))
