"""Last year's words are read, placed, and never counted by themselves."""

from dataclasses import replace
from datetime import date

from guardbook.rules.assessment import carry
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Latest, Said, evaluate
from guardbook.rules.frameworks.items import AnswerKind, Change
from tests.rules.assessment.examples import COVERAGE, ICO, PACK, PLAIN, SOUND, WHO_LEADS

LAST_YEAR = replace(PACK, version="7", year="2024-25")
PASTE = """
Our answers of last year

1.1.1 ZA123456
1.1.5: The registered manager.
She reports to the director.
6.1.1 - Yes, see the office folder
9.9.9 | A question that has gone
"""


def test_a_paste_is_read_under_its_numbers() -> None:
    words = carry.read_paste(PASTE)

    assert words == {
        "1.1.1": "ZA123456",
        "1.1.5": "The registered manager.\nShe reports to the director.",
        "6.1.1": "Yes, see the office folder",
        "9.9.9": "A question that has gone",
    }


def test_a_number_without_words_is_left_out() -> None:
    assert carry.read_paste("1.1.1\n\n1.1.5   \n") == {}


def test_a_sheet_is_read_by_content_and_not_by_position() -> None:
    rows: list[list[object]] = [
        ["Evidence item", "Question", "Your answer"],
        [None, "1.1.1", "ICO number?", "ZA123456, renewed each March"],
        ["1.1.5", None, "The registered manager"],
        ["Total", 2, None],
        ["6.1.1"],
    ]

    assert carry.read_rows(rows) == {"1.1.1": "ZA123456, renewed each March", "1.1.5": "The registered manager"}


def test_words_find_their_place_and_say_what_to_look_at() -> None:
    reworded = replace(WHO_LEADS, changed=Change.REWORDED)
    new = replace(PACK, items=(ICO, reworded, COVERAGE, PLAIN))
    old = replace(LAST_YEAR, items=(ICO, WHO_LEADS, COVERAGE, PLAIN))

    brought = carry.bring(old, new, {**carry.read_paste(PASTE), "3.2.1": "Yes, 96%"})

    assert [each.ref for each in brought.answers] == ["1.1.1", "1.1.5", "3.2.1", "6.1.1"]
    assert [each.check_again for each in brought.answers] == [False, True, True, False]
    assert brought.homeless == ("9.9.9",)
    assert "words of question 1.1.5 changed" in brought.answers[1].why


def test_last_years_words_never_count() -> None:
    carried = Latest(Said.CARRIED, Answer(AnswerKind.CONFIRM, yes=True, comment="Yes"), date(2026, 11, 1))

    standing = evaluate(SOUND, PLAIN, carried)

    assert not standing.counts
    assert standing.is_last_years
    assert "last year's words, not confirmed" in standing.why
