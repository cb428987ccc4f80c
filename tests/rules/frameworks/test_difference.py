"""How an official list differs from ours."""

from dataclasses import replace

import pytest

from guardbook.rules.frameworks import likeness
from guardbook.rules.frameworks.difference import Kind, difference
from guardbook.rules.frameworks.items import Level
from guardbook.rules.frameworks.packs import Origin
from tests.rules.frameworks.lists import listed, question

BACKUPS = "How do you make sure that important data is copied to a safe place?"
WIFI = "Have you warned staff against using public Wi-Fi?"
OURS = listed(
    "8",
    question("1.1.1", WIFI),
    question("1.1.2", BACKUPS),
    question("2.1.1", "Do you keep a list of suppliers?"),
    question("10.1.2", "Who tests your locks?"),
)
THEIRS = listed(
    "8-official",
    question("1.1.1", "Are your staff warned about public wi-fi?", Level.OPTIONAL),
    question("1.1.2", "Who cuts the grass?"),
    question("2.1.9", "List of suppliers?"),
    question("3.1.1", "Is there cake on Fridays?"),
    question("10.1.2", "Who tests your locks?"),
    origin=Origin.OFFICIAL,
)


def test_every_question_of_either_list_has_one_row_in_order() -> None:
    refs = [row.ref for row in difference(OURS, THEIRS).rows]

    assert refs == ["1.1.1", "1.1.2", "2.1.1", "2.1.9", "3.1.1", "10.1.2"]


@pytest.mark.parametrize(
    ("kind", "refs"),
    [
        (Kind.ADDED, ["2.1.9", "3.1.1"]),
        (Kind.REMOVED, ["2.1.1"]),
        (Kind.REWORDED, ["1.1.2"]),
        (Kind.LEVEL_CHANGED, ["1.1.1"]),
        (Kind.UNCHANGED, ["10.1.2"]),
    ],
)
def test_rows_are_sorted_by_how_they_differ(kind: Kind, refs: list[str]) -> None:
    assert [row.ref for row in difference(OURS, THEIRS).of(kind)] == refs


def test_an_added_question_may_be_one_of_ours_under_another_number() -> None:
    added = difference(OURS, THEIRS).of(Kind.ADDED)

    assert [row.perhaps for row in added] == ["2.1.1", None]
    assert added[0].sentence == "Our list has no question 2.1.9. It may be our 2.1.1, under another number."


def test_each_row_says_what_to_look_at() -> None:
    said = {row.ref: row.sentence for row in difference(OURS, THEIRS).rows}

    assert said["1.1.1"] == "We list it as Standards Met; the official list as optional."
    assert said["1.1.2"] == "The wordings of question 1.1.2 are 0% alike. Read both."
    assert said["2.1.1"] == "The official list has no question 2.1.1."
    assert said["10.1.2"] == "Question 10.1.2 is the same in both lists."


def test_the_counts_make_a_sentence() -> None:
    words = "Against our list: 2 added, 1 removed, 1 that may ask something else, 1 at another level, 1 the same."

    assert difference(OURS, THEIRS).summary == words


def test_two_official_lists_are_compared_word_for_word() -> None:
    newer = replace(THEIRS, version="9-official", items=(question("1.1.2", "Who cuts the green grass and the hedge?"),))

    assert difference(THEIRS, newer).rows[1].kinds == (Kind.REWORDED,)


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [("A list?", "a  LIST", 100), ("one two three", "one two four", 67), ("", "", 100), ("one", "two", 0)],
)
def test_likeness_word_for_word(one: str, other: str, percent: int) -> None:
    assert likeness.word_for_word(one, other) == percent


def test_words_that_say_nothing_have_no_subject() -> None:
    assert likeness.subject("Do you have any?", "Have you a list?") == 0


def test_nearly_the_same_is_not_the_same() -> None:
    long = " ".join(f"word{number}" for number in range(500))

    assert likeness.word_for_word(long, f"{long} more") == 99
