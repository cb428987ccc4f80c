"""Columns are guessed from whatever headings people use, in any order."""

import random

import pytest

from guardbook.rules.imports import layouts
from guardbook.rules.imports.staff import STAFF
from guardbook.rules.training.importing import TRAINING


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        (["Name", "Job Title", "Start Date"], ["name", "job_title", "started_on"]),
        (["START", "surname", "Forename", "role"], ["started_on", "last_name", "first_name", "job_title"]),
        (["Payroll No.", "Employee Name", "Date joined"], ["works_number", "name", "started_on"]),
        (["Contract type", "E-mail address", "Date left"], ["kind", "email", "left_on"]),
        (["Staff surname", "Staff first name"], ["last_name", "first_name"]),
        (["First name", "Surname", "Manager name"], ["first_name", "last_name", ""]),
        (["Induction date", "Contract signed"], ["induction_on", "clause_signed_on"]),
        (["Name", "Full name"], ["", "name"]),
        (["", "???", "Favourite colour"], ["", "", ""]),
        (["Date of birth", "NI Number", "Ethnicity", "Disabled?", "Name"], ["", "", "", "", "name"]),
    ],
    ids=repr,
)
def test_headings_of_a_staff_list(headings: list[str], keys: list[str]) -> None:
    assert list(layouts.guess(headings, STAFF)) == keys


def test_the_order_of_columns_makes_no_difference() -> None:
    headings = ["Name", "Start date", "Leaving date", "Email", "Job title", "Type", "Staff number", "Shoe size"]
    expected = dict(zip(headings, layouts.guess(headings, STAFF), strict=True))
    shuffled = random.Random(1).sample(headings, len(headings))  # noqa: S311  # an order, not a secret

    assert dict(zip(shuffled, layouts.guess(shuffled, STAFF), strict=True)) == expected


def test_headings_of_a_training_list() -> None:
    headings = ["Staff ID", "Learner name", "Course title", "Completion date", "Score"]

    assert layouts.guess(headings, TRAINING) == ("works_number", "", "course", "completed_on", "quiz_percent")


@pytest.mark.parametrize(
    "heading",
    ["NI Number", "National Insurance No", "DOB", "Date of Birth", "Ethnicity", "Disability", "Home address"],
)
def test_private_details_are_known_by_their_heading(heading: str) -> None:
    assert layouts.is_private(heading, STAFF)


@pytest.mark.parametrize("heading", ["Name", "Email address", "Payroll number", "Pay number", "Manager", "Start date"])
def test_ordinary_headings_are_not_private(heading: str) -> None:
    assert not layouts.is_private(heading, STAFF)


@pytest.mark.parametrize(
    ("matching", "sentences"),
    [
        (("name", "started_on"), ()),
        (("first_name", "last_name", "started_on", ""), ()),
        (
            ("first_name", "started_on"),
            ("Choose which column has the name: one for the full name, or one each for first and last name.",),
        ),
        (("name", "name", "started_on"), ("“Full name” is chosen for more than one column. Keep one of them.",)),
        (("name",), ("Choose which column has the start date.",)),
    ],
    ids=repr,
)
def test_a_match_of_columns_must_be_usable(matching: tuple[str, ...], sentences: tuple[str, ...]) -> None:
    assert layouts.problems(matching, STAFF, {}) == sentences


def test_an_unknown_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        STAFF.column("shoe_size")
