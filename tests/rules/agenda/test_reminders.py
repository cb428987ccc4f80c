"""When to remind: each window once, only the latest after a standstill, one letter or several, and to whom."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.access import GRANTS, AccessRole, Permission
from guardbook.rules.agenda import reminders
from guardbook.rules.agenda.reminders import WINDOWS, Choice, Dated, Due, Moment, Recipient

DUE = date(2027, 6, 30)
NOTHING: frozenset[int] = frozenset()
MONDAY = date(2026, 11, 23)


def window(days_before: int, *, since: date | None = None, sent: frozenset[int] = NOTHING) -> int | None:
    return reminders.window(Moment(Dated("publish", DUE, since, sent), DUE - timedelta(days=days_before)))


def somebody(number: int, *roles: AccessRole, choice: Choice = Choice.EACH, since: date = MONDAY) -> Recipient:
    permissions = frozenset().union(*(GRANTS[each] for each in roles))
    return Recipient(UUID(int=number), frozenset(roles), permissions, choice, since)


def some(number: int) -> tuple[Due, ...]:
    return tuple(Due(f"thing {at}", DUE, 7) for at in range(number))


@pytest.mark.parametrize(
    ("days_before", "expected"),
    [(31, None), (30, 30), (29, 30), (8, 30), (7, 7), (1, 1), (0, 0), (-1, 0), (-6, 0), (-7, -7), (-400, -7)],
)
def test_the_latest_window_that_has_come_is_the_one(days_before: int, expected: int | None) -> None:
    assert window(days_before) == expected


@pytest.mark.parametrize(
    ("days_before", "sent", "expected"),
    [(7, {30}, 7), (7, {7}, None), (7, {30, 7}, None), (7, {1}, None), (-7, {30, 7, 1, 0}, -7), (-90, {-7}, None)],
)
def test_a_window_is_used_once_and_never_goes_back(days_before: int, sent: set[int], expected: int | None) -> None:
    assert window(days_before, sent=frozenset(sent)) == expected


@pytest.mark.parametrize(
    ("since", "days_before", "expected"),
    [(DUE - timedelta(days=5), 5, None), (DUE - timedelta(days=5), 1, 1), (DUE, 0, 0), (DUE, -3, 0)],
)
def test_a_window_before_the_thing_came_up_is_passed_over(since: date, days_before: int, expected: int | None) -> None:
    assert window(days_before, since=since) == expected


@pytest.mark.parametrize(
    ("days_before", "words"),
    [(40, "No reminder is due"), (30, "30 days before"), (0, "on the day"), (-8, "7 days after")],
)
def test_the_rule_says_which_reminder_it_is(days_before: int, words: str) -> None:
    said = reminders.reminder(Moment(Dated("publish", DUE), DUE - timedelta(days=days_before)))

    assert words in said.why
    assert said.window == window(days_before)


@given(st.lists(st.booleans(), min_size=60, max_size=60))
def test_whenever_the_machine_runs_each_window_comes_at_most_once_and_never_two_on_one_day(runs: list[bool]) -> None:
    sent: list[int] = []
    for days, is_running in zip(range(40, -20, -1), runs, strict=True):
        if is_running and (at := window(days, sent=frozenset(sent))) is not None:
            assert at not in sent
            assert at == min(each for each in WINDOWS if each >= days)
            sent.append(at)

    assert sent == sorted(sent, reverse=True)


def test_a_machine_that_runs_every_day_reminds_at_every_window() -> None:
    sent: set[int] = set()
    for days in range(60, -20, -1):
        if (at := window(days, sent=frozenset(sent))) is not None:
            assert at == days
            sent.add(at)

    assert sent == set(WINDOWS)


def test_after_a_long_standstill_there_is_one_reminder_for_each_thing() -> None:
    things = [Dated("a", DUE), Dated("b", DUE - timedelta(days=3)), Dated("c", DUE + timedelta(days=90))]

    assert reminders.due(things, DUE) == (Due("b", DUE - timedelta(days=3), 0), Due("a", DUE, 0))


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 19, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 20, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 29, 6, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 6, 30, tzinfo=UTC), False),
    ],
    ids=["early", "seven", "evening", "eight", "the clocks went forward", "the clocks went back"],
)
def test_mail_leaves_by_day_on_a_uk_clock(instant: datetime, expected: bool) -> None:
    assert reminders.is_time(instant) is expected


@pytest.mark.parametrize(
    ("choice", "number", "on", "last", "expected"),
    [
        (Choice.OFF, 2, MONDAY, None, []),
        (Choice.EACH, 0, MONDAY, None, []),
        (Choice.EACH, 3, MONDAY, None, [1, 1, 1]),
        (Choice.EACH, 4, MONDAY, None, [4]),
        (Choice.EACH, 1, MONDAY, MONDAY, [1]),
        (Choice.DAILY, 2, MONDAY, None, [2]),
        (Choice.DAILY, 2, MONDAY, MONDAY, []),
        (Choice.DAILY, 2, MONDAY, MONDAY - timedelta(days=1), [2]),
        (Choice.WEEKLY, 2, MONDAY, None, [2]),
        (Choice.WEEKLY, 2, MONDAY, MONDAY, []),
        (Choice.WEEKLY, 2, MONDAY + timedelta(days=1), None, []),
        (Choice.WEEKLY, 2, MONDAY + timedelta(days=1), MONDAY, []),
        (Choice.WEEKLY, 2, MONDAY + timedelta(days=9), MONDAY, [2]),
        (Choice.WEEKLY, 2, MONDAY + timedelta(days=7), None, [2]),
    ],
)
def test_what_goes_into_which_letter(
    choice: Choice, number: int, on: date, last: date | None, expected: list[int]
) -> None:
    letters = reminders.letters(somebody(1, choice=choice), some(number), on, last)

    assert [len(each) for each in letters] == expected


def test_a_weekly_letter_says_today_what_comes_during_its_week() -> None:
    assert reminders.looks_to(Choice.WEEKLY, MONDAY) == MONDAY + timedelta(days=6)
    assert reminders.looks_to(Choice.DAILY, MONDAY) == MONDAY


OWNER, MANAGER, READER = (
    somebody(1, AccessRole.OWNER),
    somebody(2, AccessRole.MANAGER),
    somebody(3, AccessRole.READER),
)


@pytest.mark.parametrize(
    ("assigned_to", "needs", "people", "expected"),
    [
        (UUID(int=3), Permission.ITEM_VIEW, (OWNER, MANAGER, READER), {3}),
        (UUID(int=3), Permission.ROLE_APPOINT, (OWNER, MANAGER, READER), {2}),
        (UUID(int=9), Permission.ITEM_VIEW, (OWNER, MANAGER, READER), {2}),
        (None, Permission.ITEM_VIEW, (OWNER, MANAGER, READER), {2}),
        (None, Permission.ITEM_VIEW, (OWNER, READER), {1}),
        (None, Permission.ITEM_VIEW, (READER,), set()),
    ],
    ids=["theirs", "may not see it", "gone", "nobody's", "no manager", "nobody to tell"],
)
def test_who_is_reminded(
    assigned_to: UUID | None, needs: Permission, people: tuple[Recipient, ...], expected: set[int]
) -> None:
    assert {each.int for each in reminders.recipients(assigned_to, needs, people)} == expected


def test_the_owner_is_told_as_well_where_they_must_know() -> None:
    told = reminders.recipients(UUID(int=3), Permission.ITEM_VIEW, (OWNER, MANAGER, READER), tells_owner=True)
    once = reminders.recipients(UUID(int=1), Permission.ITEM_VIEW, (OWNER, MANAGER), tells_owner=True)

    assert [each.int for each in told] == [3, 1]
    assert [each.int for each in once] == [1]
