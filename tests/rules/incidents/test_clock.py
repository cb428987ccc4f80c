"""Who knew when: what is asked beside the two deadlines."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.incidents import clock

instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
SURE = datetime(2026, 11, 16, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def questions(**more: Any) -> str:
    return " ".join(clock.clock(clock.Facts(controller_aware_at=SURE, **more)).questions)


def test_a_notice_after_the_cautious_deadline_alone_is_asked_about_and_not_refused() -> None:
    times: dict[str, Any] = {"first_staff_certain_at": SURE - 24 * HOUR, "notified_at": SURE + 60 * HOUR}

    assert "the first of you was sure" in questions(**times)
    assert clock.clock(clock.Facts(controller_aware_at=SURE, **times)).refusals == ()


def test_a_reason_or_a_notice_in_time_leaves_nothing_to_ask() -> None:
    early = {"first_staff_certain_at": SURE - 24 * HOUR}

    assert questions(**early, notified_at=SURE + 60 * HOUR, delay_reason="The office was flooded.") == ""
    assert questions(**early, notified_at=SURE + 40 * HOUR) == ""


def test_a_long_look_before_anybody_was_sure_is_asked_about() -> None:
    assert "More than a day passed" in questions(suspected_at=SURE - 30 * HOUR)
    assert questions(suspected_at=SURE - 20 * HOUR) == ""


@given(instants, st.none() | instants, st.none() | instants)
def test_the_cautious_deadline_is_never_after_the_legal_one(
    aware: datetime, told: datetime | None, certain: datetime | None
) -> None:
    found = clock.clock(clock.Facts(aware, first_staff_certain_at=certain, processor_told_us_at=told))

    assert found.legal_deadline == aware + 72 * HOUR
    assert found.safe_deadline is not None
    assert found.safe_deadline <= found.legal_deadline
