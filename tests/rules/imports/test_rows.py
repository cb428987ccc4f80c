"""Rows are read one by one, each with its own problems."""

from datetime import date

import pytest

from guardbook.rules.imports import rows, staff
from guardbook.rules.imports.written import Cell
from guardbook.rules.training import importing
from guardbook.rules.training.validity import Proof

COLUMNS = ("first_name", "last_name", "", "started_on", "left_on")
WHO_AND_WHEN = ("name", "course", "completed_on")
TODAY = date(2026, 11, 22)


def sentences(*cells: Cell) -> list[str]:
    read = staff.complete(rows.read(7, cells, COLUMNS, staff.STAFF))
    return [problem.sentence for problem in read.problems]


def test_a_sound_row() -> None:
    read = staff.complete(rows.read(2, ["Ana", "Lopez", "QQ123456C", "1/6/2020", None], COLUMNS, staff.STAFF))

    assert read.values == {"name": "Ana Lopez", "started_on": date(2020, 6, 1)}
    assert read.problems == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("", "", "", "1/6/2020"), ["Row 7, Full name: There is no name."]),
        (
            ("Ana", "Lopez", "", "1/6/2020", "1/5/2020"),
            ["Row 7, Leaving date: This is before the start date. Check both."],
        ),
        (
            ("Ana", "Lopez", "", "soon", "later"),
            [
                "Row 7, Start date: “soon” is not a date we can read. Write the date in full, like 27 3 2026.",
                "Row 7, Leaving date: “later” is not a date we can read. Write the date in full, like 27 3 2026.",
            ],
        ),
        (("A" * 100, "B" * 100), ["Row 7, Full name: Shorten it to 120 characters or fewer."]),
        (("Ana",), []),
    ],
    ids=["no name", "left before starting", "two bad dates", "a long name", "a short row"],
)
def test_problems_name_row_and_column(cells: tuple[Cell, ...], said: list[str]) -> None:
    assert sentences(*cells) == said


@pytest.mark.parametrize(
    ("completed", "said"),
    [
        ("1/6/2026", []),
        ("22/11/2026", []),
        ("", ["Row 3, Date completed: There is no date, so it cannot be counted."]),
        ("23/11/2026", ["Row 3, Date completed: This date has not come yet. Check the year."]),
    ],
    ids=["past", "today", "none", "tomorrow"],
)
def test_dates_of_training(completed: str, said: list[str]) -> None:
    read = rows.read(3, ["Ana Lopez", "GDPR", completed], WHO_AND_WHEN, importing.TRAINING)

    assert [problem.sentence for problem in importing.complete(read, TODAY).problems] == said


def test_a_problem_of_the_whole_row_has_no_column() -> None:
    assert rows.Problem(4, "", "This person is already in row 2.").sentence == "Row 4: This person is already in row 2."


def test_only_a_row_with_a_date_becomes_a_record() -> None:
    with pytest.raises(TypeError, match="when it has a date"):
        importing.stored({"completed_on": None}, importing.Meaning.UNKNOWN, Proof.CERTIFICATE)
