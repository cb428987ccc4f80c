"""Policies and notices: what is missing from one, and from the list."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers import policies
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.policies import REGISTER, Policy
from guardbook.rules.registers.policy_words import NEEDED, READERS, Audience, DocumentKind, Topic
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity

TODAY = date(2026, 11, 22)
SOUND = Policy(
    name="Data protection policy",
    kind=DocumentKind.POLICY,
    covers=NEEDED,
    approved_by="The directors",
    approved_on=date(2026, 3, 4),
    given_out_on=date(2026, 3, 6),
    reviewed_on=date(2026, 3, 4),
)
NOTICE = replace(SOUND, name="Privacy notice", kind=DocumentKind.NOTICE, covers=(), audience=READERS)

GAPS: dict[str, tuple[Policy, str]] = {
    "nothing is missing": (SOUND, ""),
    "nothing is missing from a notice": (NOTICE, ""),
    "a notice for nobody": (replace(NOTICE, audience=()), "written for"),
    "a policy on nothing": (replace(SOUND, covers=()), "Say what it covers"),
    "agreed by nobody yet": (replace(SOUND, approved_on=None, given_out_on=None), "Nobody has agreed it yet"),
    "agreed by somebody, not said whom": (replace(SOUND, approved_by=""), "Say who agreed it"),
    "agreed in the future": (
        replace(SOUND, approved_on=date(2026, 11, 23), given_out_on=date(2026, 11, 23)),
        "Check the year",
    ),
    "agreed three years ago yesterday": (replace(SOUND, approved_on=date(2023, 11, 21)), "more than three years ago"),
    "agreed nearly three years ago": (replace(SOUND, approved_on=date(2024, 1, 21)), "by 21 January 2027"),
    "61 days before it is old": (replace(SOUND, approved_on=date(2024, 1, 22)), ""),
    "staff have not had it": (replace(SOUND, given_out_on=None), "Say when staff were given it"),
    "nobody could read the notice": (replace(NOTICE, given_out_on=None), "people could first read it"),
    "staff have the old one": (replace(SOUND, given_out_on=date(2026, 3, 3)), "Give out the new one"),
    "a look was planned": (replace(SOUND, review_on=date(2026, 11, 21)), "Do it now"),
    "a look is due today": (replace(SOUND, review_on=TODAY), ""),
    "no look for a year": (replace(SOUND, reviewed_on=date(2025, 11, 20)), "20 November 2026"),
    "their own day counts instead": (
        replace(SOUND, reviewed_on=date(2025, 11, 20), review_on=date(2027, 1, 1)),
        "",
    ),
}


def gaps_of(entry: Policy) -> str:
    settled = REGISTER.settle(entry, Reference())
    return " ".join(gap.text for gap in REGISTER.all_gaps(settled, TODAY))


@pytest.mark.parametrize(("entry", "says"), GAPS.values(), ids=GAPS)
def test_what_is_missing_from_a_document(entry: Policy, says: str) -> None:
    assert says in gaps_of(entry)
    assert bool(gaps_of(entry)) is bool(says)


def test_a_policy_past_its_three_years_is_the_worst_of_its_gaps() -> None:
    old = REGISTER.settle(replace(SOUND, approved_on=date(2023, 1, 1), approved_by=""), Reference())

    found = REGISTER.attention(old, TODAY)

    assert found is not None
    assert found.gap.severity is Severity.HIGH


def test_a_sound_policy_asks_for_attention_before_it_is_three_years_old() -> None:
    settled = REGISTER.settle(replace(SOUND, review_on=date(2040, 1, 1)), Reference())

    found = REGISTER.attention(settled, TODAY)

    assert found is not None
    assert found.on == date(2029, 1, 3)


def test_the_list_says_which_topics_and_readers_are_left_out() -> None:
    rows = [Counted(replace(SOUND, covers=tuple(topic for topic in NEEDED if topic is not Topic.BREACHES)))]

    found = [gap.text for gap in policies.findings(rows, TODAY)]

    assert found == [
        "No policy here covers: what to do when something goes wrong (data breach).",
        "There is no privacy notice here for: people we support, families and friends, staff.",
    ]


def test_a_full_list_has_nothing_to_say() -> None:
    assert not list(policies.findings([Counted(SOUND), Counted(NOTICE)], TODAY))


EDITIONS = {
    "named": (replace(SOUND, version=" 3 "), "3 2026-03-04", "version 3"),
    "by its day": (SOUND, "2026-03-04", "the version of 4 March 2026"),
    "not agreed": (replace(SOUND, approved_on=None), "", "this version"),
}


@pytest.mark.parametrize(("entry", "edition", "words"), EDITIONS.values(), ids=EDITIONS)
def test_a_version_is_known_by_its_name_and_its_day(entry: Policy, edition: str, words: str) -> None:
    assert (entry.edition, entry.edition_in_words) == (edition, words)


ACCEPTABLE = {
    "a policy": (SOUND, ()),
    "a notice for staff": (NOTICE, ()),
    "a notice for families": (replace(NOTICE, audience=(Audience.FAMILIES,)), ("not written for staff",)),
    "a starter row": (replace(SOUND, is_checked=False), ("really have",)),
    "not agreed": (replace(SOUND, approved_on=None), ("agreed this version",)),
}


@pytest.mark.parametrize(("entry", "says"), ACCEPTABLE.values(), ids=ACCEPTABLE)
def test_staff_accept_only_what_is_theirs_and_agreed(entry: Policy, says: tuple[str, ...]) -> None:
    found = policies.not_to_be_accepted(entry)

    assert len(found) == len(says)
    assert all(each in sentence for sentence, each in zip(found, says, strict=True))
