"""What holds of every clock: never earlier than the statute, never backwards, safe first, and the same anywhere."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import clocks
from guardbook.kernel.dates import add_months, is_working_day
from guardbook.rules.clocks import complaint, counting, hours, month, request
from guardbook.rules.clocks.counting import Span
from guardbook.rules.clocks.request import Question, Right

PUBLISHED = clocks.published()
days = st.dates(date(2026, 2, 5), date(2028, 6, 1))
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
lengths = st.integers(min_value=0, max_value=40)


@st.composite
def questions(draw: st.DrawFn, start: date) -> tuple[Question, ...]:
    asked = [start + timedelta(days=draw(lengths)) for _ in range(draw(st.integers(0, 3)))]
    return tuple(Question(day, day + timedelta(days=draw(lengths))) for day in asked)


@st.composite
def facts(draw: st.DrawFn) -> request.Facts:
    received = draw(days)
    shown = draw(st.none() | lengths.map(lambda n: received + timedelta(days=n)))
    return request.Facts(
        received,
        received + timedelta(days=draw(lengths)),
        draw(st.sampled_from(Right)),
        identity_asked_on=draw(st.none() | st.just(received)),
        identity_shown_on=shown,
        questions=draw(questions(received)),
        extension_notice_on=draw(st.none() | lengths.map(lambda n: received + timedelta(days=n))),
        published=PUBLISHED,
    )


@given(facts())
def test_a_request_is_never_due_before_the_statute_says_nor_safe_after_it(said: request.Facts) -> None:
    found = request.request(said)

    assert found.internal_target <= found.safe
    assert is_working_day(found.safe, PUBLISHED.calendar)
    if found.legal is None:
        assert found.running is request.Running.NOT_STARTED
        return
    assert found.started_on is not None
    assert found.safe <= found.legal
    assert found.legal >= add_months(found.started_on, 3 if found.is_extended else 1)
    assert is_working_day(found.legal, PUBLISHED.calendar)
    assert said.right is Right.ACCESS or found.paused_days == 0


@given(facts(), lengths)
def test_a_longer_wait_for_an_answer_never_brings_the_day_forward(said: request.Facts, more: int) -> None:
    longer = tuple(
        Question(each.asked_on, each.answered_on + timedelta(days=more)) for each in said.questions if each.answered_on
    )
    plain = replace(said, extension_notice_on=None, identity_asked_on=None)

    before, after = request.request(plain), request.request(replace(plain, questions=longer))

    assert before.legal is not None
    assert after.legal is not None
    assert after.legal >= before.legal
    assert after.safe >= before.safe


@given(facts())
def test_more_time_never_brings_the_day_forward(said: request.Facts) -> None:
    before, after = request.request(replace(said, extension_notice_on=None)), request.request(said)

    assert after.safe >= before.safe


@given(days, days)
def test_a_later_request_is_never_due_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    early, late = (request.request(request.Facts(day, day, published=PUBLISHED)) for day in (first, second))
    first_word, second_word = (
        complaint.complaint(complaint.Facts(day, day, published=PUBLISHED)) for day in (first, second)
    )

    assert early.legal is not None
    assert late.legal is not None
    assert (early.legal, early.safe) <= (late.legal, late.safe)
    assert early.legal <= late.legal
    assert first_word.ack_due <= second_word.ack_due


@given(days)
def test_a_complaint_has_at_least_thirty_days_and_safe_comes_first(received: date) -> None:
    found = complaint.complaint(complaint.Facts(received, received, published=PUBLISHED))

    assert found.ack_safe < received + timedelta(days=30) <= found.ack_due


@given(days, st.integers(1, 24), st.sampled_from(month.Unit))
def test_a_period_ends_no_earlier_than_counted(start: date, length: int, unit: month.Unit) -> None:
    found = month.month(month.Facts(start, length, unit, PUBLISHED))

    assert found.safe <= found.counted_to <= found.legal


@given(st.lists(st.tuples(st.integers(0, 60), lengths)))
def test_days_in_a_union_are_counted_once(pairs: list[tuple[int, int]]) -> None:
    start = date(2026, 9, 1)
    spans = [Span(start + timedelta(days=first), start + timedelta(days=first + more)) for first, more in pairs]

    one_by_one = {each.first + timedelta(days=n) for each in spans for n in range((each.last - each.first).days + 1)}

    assert counting.days_in_union(spans) == len(one_by_one)


@given(instants, st.integers(1, 200))
def test_hours_are_elapsed_hours(start: datetime, length: int) -> None:
    found = hours.hours(hours.Facts(start, length))

    assert found.ends_at - start == timedelta(hours=length)
    assert found.milestones[-1].at == found.ends_at


@pytest.fixture(params=["Pacific/Auckland", "America/Los_Angeles", "Europe/London", "UTC"])
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine that stands somewhere else."""
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.setenv("TZ", before or "UTC")
    time.tzset()


def test_the_time_zone_of_the_machine_changes_nothing(machine: str) -> None:
    clock = hours.hours(hours.Facts(datetime.fromisoformat("2026-10-23T17:00+01:00")))
    due = request.request(request.Facts(date(2026, 9, 3), date(2026, 9, 20), published=PUBLISHED))

    assert clock.words == "Monday 26 October 2026 at 16:00", machine
    assert due.legal == date(2026, 10, 5)
