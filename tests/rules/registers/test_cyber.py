"""Edges of the rules about updates, signing in and password policies."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.registers.cyber import accounts, passwords, updates
from guardbook.rules.registers.cyber.accounts import Path
from guardbook.rules.registers.cyber.passwords import Shared
from guardbook.rules.registers.cyber.updates import Outcome, Rated

RELEASED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("rated", "score", "is_urgent"),
    [
        (Rated.HIGH, None, True),
        (Rated.MEDIUM, None, False),
        (Rated.LOW, 7.0, True),
        (Rated.LOW, 6.9, False),
        (Rated.NOT_STATED, None, True),
        (Rated.NOT_STATED, 6.9, False),
    ],
)
def test_an_update_is_urgent_where_it_is_bad_or_nobody_says(rated: Rated, score: float | None, is_urgent: bool) -> None:
    facts = updates.Facts(RELEASED, RELEASED, rated=rated, score=score)

    assert updates.update(facts).is_urgent is is_urgent


@pytest.mark.parametrize(
    ("installed_on", "as_of", "outcome"),
    [
        (None, date(2026, 11, 15), Outcome.WAITING),
        (None, date(2026, 11, 16), Outcome.LATE),
        (date(2026, 11, 20), date(2026, 11, 10), Outcome.WAITING),
    ],
    ids=["last day", "day after", "planned"],
)
def test_an_update_that_is_not_on_yet(installed_on: date | None, as_of: date, outcome: Outcome) -> None:
    assert updates.update(updates.Facts(RELEASED, as_of, installed_on)).outcome is outcome


@given(st.integers(min_value=0, max_value=400), st.sampled_from(Rated))
def test_an_update_is_in_time_exactly_within_14_days(days: int, rated: Rated) -> None:
    done_on = RELEASED + timedelta(days=days)

    verdict = updates.update(updates.Facts(RELEASED, done_on, done_on, rated))

    assert (verdict.outcome is Outcome.IN_TIME) is (days <= 14)
    assert verdict.days == days


def test_a_second_step_for_everybody_needs_only_eight_characters() -> None:
    verdict = accounts.signing_in(accounts.Facts(offers_second_step=True, shortest=8))

    assert (verdict.passes, verdict.paths) == (True, (Path.SECOND_STEP,))


def test_a_computer_of_ones_own_may_leave_the_second_step_off() -> None:
    facts = accounts.Facts(is_cloud=False, offers_second_step=True, people_without_second_step=3, shortest=12)

    assert accounts.signing_in(facts).passes


def test_a_long_password_with_an_upper_limit_is_not_long_enough() -> None:
    assert not accounts.signing_in(accounts.Facts(shortest=12, longest=16)).passes


@pytest.mark.parametrize(
    ("locks_after", "tries", "passes", "missing"),
    [(10, None, True, 0), (11, None, False, 0), (None, 10, True, 0), (50, 10, True, 0), (None, None, True, 1)],
)
def test_guessing_is_slowed_down(locks_after: int | None, tries: int | None, passes: bool, missing: int) -> None:
    facts = accounts.Facts(shortest=12, locks_after=locks_after, tries_in_5_minutes=tries)

    verdict = accounts.signing_in(facts)

    assert (verdict.passes, len(verdict.missing_facts)) == (passes, missing)


POLICIES = {
    "Passwords expire after 60 days.": 1,
    "Change your password each month.": 1,
    "Monthly change of the password.": 1,
    "Passwords must have an upper case letter, a number and a special character.": 1,
    "Maximum 12 characters.": 1,
    "Passwords are changed every 30 days and are at most 16 characters long with a capital letter.": 3,
    "You do not need to change your password every 90 days.": 0,
    "No special characters are needed.": 0,
    "Use three random words. Change it at once if somebody saw it.": 0,
    "Review this policy every year.": 0,
    "": 0,
}


@pytest.mark.parametrize(("text", "number"), POLICIES.items(), ids=POLICIES)
def test_what_a_policy_says_in_words(text: str, number: int) -> None:
    assert len(passwords.policy(passwords.Facts(text)).findings) == number


def test_what_is_unsafe_is_told_and_what_has_a_reason_is_not() -> None:
    facts = passwords.Facts(
        shortest=6,
        needs_mixed_characters=True,
        shared=(Shared("the visitor book", "no personal data in it"),),
        uses_leaked_passwords=True,
        changes_on_suspicion=False,
    )

    found = passwords.policy(facts).findings

    assert [each.severity.value for each in found] == ["low", "high", "medium", "medium"]


def test_a_policy_that_says_nothing_passes_and_is_advised() -> None:
    verdict = passwords.policy(passwords.Facts())

    assert verdict.passes
    assert len(verdict.advice) == 2
