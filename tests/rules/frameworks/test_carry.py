"""What becomes of old answers: each case, and that no question is lost on the way."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guardbook.rules.frameworks.carry import Carried, Carry, carry, renumbered
from guardbook.rules.frameworks.items import Change, Covers, Item, Level, Window, WindowKind
from guardbook.rules.frameworks.packs import Migration, Origin, Renumbering, Retirement
from guardbook.rules.verdict import Confidence
from tests.rules.frameworks.lists import KNOWN, READ, listed, question

BACKUPS = "How do you make sure that important data is copied to a safe place?"
SINCE = Window(WindowKind.SINCE, Covers.EVIDENCE, "Since 1 July 2025.", since_on=date(2025, 7, 1))
HABIT = replace(SINCE, good_practice=True)
OLD = question("1.1.1")
WAS_OPTIONAL = question("1.1.1", level=Level.OPTIONAL)
WAS_FIRST = question("1.1.1", level=Level.APPROACHING)


def changed(change: Change, **more: Any) -> Item:
    return replace(OLD, changed=change, **more)


CASES = {
    "unchanged": (OLD, OLD, (Carry.KEPT,)),
    "announced as reworded": (OLD, changed(Change.REWORDED), (Carry.REWORDED,)),
    "help changed": (OLD, changed(Change.HELP_CHANGED), (Carry.HELP_CHANGED,)),
    "reads otherwise": (OLD, question("1.1.1", BACKUPS), (Carry.REWORDED,)),
    "reads otherwise and help changed": (
        OLD,
        changed(Change.HELP_CHANGED, question=BACKUPS),
        (Carry.REWORDED, Carry.HELP_CHANGED),
    ),
    "only punctuation differs": (OLD, question("1.1.1", "Do you keep a list"), (Carry.KEPT,)),
    "now compulsory": (WAS_OPTIONAL, changed(Change.NEW), (Carry.LEVEL_CHANGED,)),
    "no longer for Approaching": (WAS_FIRST, OLD, (Carry.LEVEL_CHANGED,)),
    "no longer compulsory": (OLD, WAS_OPTIONAL, (Carry.LEVEL_CHANGED,)),
    "with a date window": (OLD, changed(Change.UNCHANGED, window=SINCE), (Carry.DATE_WINDOW,)),
    "with a window of good practice": (OLD, changed(Change.UNCHANGED, window=HABIT), (Carry.KEPT,)),
    "reworded with a window": (
        OLD,
        changed(Change.REWORDED, window=SINCE, known=replace(KNOWN, window=READ)),
        (Carry.REWORDED, Carry.DATE_WINDOW),
    ),
    "asked for the first time": (question("9.9.9"), question("1.1.1", BACKUPS), (Carry.NEW,)),
}


def only(verdicts: tuple[Carried, ...], ref: str) -> Carried:
    return next(verdict for verdict in verdicts if ref in {verdict.ref, verdict.old_ref})


@pytest.mark.parametrize("case", CASES, ids=list(CASES))
def test_each_question_has_a_verdict_with_its_reasons(case: str) -> None:
    before, after, kinds = CASES[case]

    verdict = only(carry(listed("7", before), listed("8", after)), "1.1.1")

    assert verdict.kinds == kinds
    assert len(verdict.reasons) == len(kinds)
    assert all(reason.text.endswith(".") and reason.rule == "G-02" for reason in verdict.reasons)
    assert verdict.check_again is (kinds != (Carry.KEPT,))


def test_publishing_again_within_a_year_changes_nothing() -> None:
    pack = listed("8", changed(Change.REWORDED), replace(question("1.1.2"), changed=Change.HELP_CHANGED))

    assert {verdict.kind for verdict in carry(pack, pack)} == {Carry.KEPT}


def test_a_question_that_is_gone_keeps_its_words_where_they_were() -> None:
    verdict = only(carry(listed("7", OLD), listed("8", question("2.1.1", BACKUPS))), "1.1.1")

    assert (verdict.ref, verdict.kind) == (None, Carry.RETIRED)
    assert verdict.reasons[0].text == "Version 8 has no question for 1.1.1. Your words stay with version 7."


@pytest.mark.parametrize(
    ("merged", "words"), [(None, "It was dropped."), ("2.1.1", "It was dropped. It is now part of question 2.1.1.")]
)
def test_a_retired_question_says_why(merged: str | None, words: str) -> None:
    new = replace(listed("8", question("2.1.1", BACKUPS)), retired=(Retirement("1.1.1", "It was dropped.", merged),))

    assert only(carry(listed("7", OLD), new), "1.1.1").reasons[0].text == words


MAP = Migration("3", (1,), (Renumbering("1.3.1", "1.1.1", READ), Renumbering("1.2.1", "1.3.1", READ)))


@pytest.mark.parametrize(
    ("ref", "version", "home"),
    [
        ("1.3.1", "3", "1.1.1"),
        ("1.2.1", "v3", "1.3.1"),
        ("1.9.9", "3", None),
        ("2.1.1", "3", "2.1.1"),
        ("1.3.1", "7", "1.3.1"),
        ("8.8.8", "7", None),
    ],
)
def test_old_numbers_lead_to_new_ones(ref: str, version: str, home: str | None) -> None:
    new = replace(listed("8", question("1.1.1"), question("1.3.1"), question("2.1.1")), migrations=(MAP,))

    found = renumbered(ref, version, new)

    assert (found[0] if found else None) == home


def test_a_renumbered_answer_goes_by_meaning_and_not_by_number() -> None:
    old = listed("3", question("1.3.1", BACKUPS), question("1.2.1"))
    new = replace(listed("8", question("1.1.1", BACKUPS), question("1.3.1")), migrations=(MAP,))

    assert {verdict.ref: verdict.old_ref for verdict in carry(old, new)} == {"1.1.1": "1.3.1", "1.3.1": "1.2.1"}


def test_a_map_that_leads_nowhere_is_not_followed() -> None:
    new = replace(listed("8", question("2.2.2", BACKUPS)), migrations=(MAP,))

    assert only(carry(listed("3", question("1.3.1")), new), "1.3.1").kind is Carry.RETIRED


def test_the_same_words_under_another_number_are_found() -> None:
    verdicts = carry(listed("7", OLD, question("7.3.1", BACKUPS)), listed("8", OLD, question("7.3.4", BACKUPS)))

    verdict = only(verdicts, "7.3.4")

    assert (verdict.old_ref, verdict.kind) == ("7.3.1", Carry.RENUMBERED)
    assert verdict.reasons[0].confidence is Confidence.INFERRED


def test_words_of_another_hand_are_not_paired_without_a_number() -> None:
    new = listed("9-official", question("7.3.4", BACKUPS), origin=Origin.OFFICIAL)

    assert only(carry(listed("8", question("7.3.1", BACKUPS)), new), "7.3.4").kind is Carry.NEW


def test_words_of_another_hand_are_the_same_when_the_subject_is() -> None:
    new = listed("8-official", question("1.1.1", "Is there a list that you keep?"), origin=Origin.OFFICIAL)

    assert only(carry(listed("8", OLD), new), "1.1.1").kind is Carry.KEPT


NUMBERS = some.lists(some.sampled_from([f"{s}.1.{n}" for s in (1, 2, 10) for n in range(1, 5)]), unique=True)


@given(NUMBERS, NUMBERS)
def test_no_question_is_lost_or_counted_twice(before: list[str], after: list[str]) -> None:
    old, new = listed("7", *map(question, before)), listed("8", *map(question, after))

    verdicts = carry(old, new)

    assert [verdict.ref for verdict in verdicts if verdict.ref] == after
    assert sorted(verdict.old_ref for verdict in verdicts if verdict.old_ref) == sorted(before)
