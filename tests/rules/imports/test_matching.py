"""Whom a row is about: sure, somebody new, or a question."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import pytest

from guardbook.rules.imports import matching
from guardbook.rules.imports.cells import Value
from guardbook.rules.imports.matching import Difference, Directory, Known

START = date(2020, 6, 1)
ANA = Known(UUID(int=1), {"works_number": "17", "email": "ana@example.org", "name": "Ana Lopez", "started_on": START})
BEN = Known(UUID(int=2), {"name": "Ben Ode", "started_on": START, "job_title": "Carer"})
BEN_TOO = Known(UUID(int=3), {"name": "ben ode", "started_on": date(2021, 1, 1), "works_number": "18"})
STAFF = Directory([ANA, BEN, BEN_TOO])


@pytest.mark.parametrize(
    ("values", "candidates", "sure"),
    [
        ({"works_number": "17", "name": "Ana Married"}, [ANA], True),
        ({"email": "ANA@example.org", "name": "A Lopez"}, [ANA], True),
        ({"name": " ana  LOPEZ", "started_on": START}, [ANA], True),
        ({"name": "Ana Lopez", "started_on": date(2024, 1, 1)}, [ANA], False),
        ({"works_number": "99", "name": "Ana Lopez", "started_on": START}, [], True),
        ({"works_number": "99", "email": "ana@example.org"}, [], True),
        ({"works_number": "99", "name": "Ben Ode", "started_on": START}, [BEN], True),
        ({"name": "Ben Ode"}, [BEN, BEN_TOO], False),
        ({"name": "Ben Ode", "started_on": START}, [BEN], True),
        ({"name": "Cy Fox", "started_on": START}, [], True),
    ],
    ids=[
        "staff number wins over a new name",
        "email",
        "name and start date",
        "a namesake with another start",
        "another number is somebody else",
        "a shared email is not a person",
        "no number yet",
        "two namesakes",
        "two namesakes, one start",
        "somebody new",
    ],
)
def test_whom_a_row_means(values: Mapping[str, Value], candidates: list[Known], sure: bool) -> None:
    match = STAFF.find(values)

    assert (list(match.candidates), match.sure) == (candidates, sure)


def test_two_people_with_one_number_is_a_question() -> None:
    twin = Known(UUID(int=4), {"works_number": "17", "name": "Twin"})

    assert not Directory([ANA, twin]).find({"works_number": "17"}).sure


def test_only_what_is_in_the_row_can_change() -> None:
    values: dict[str, Value] = {"name": "Ben Ode", "job_title": "Senior carer", "email": "ben@example.org"}

    assert matching.differences(BEN, values) == (
        Difference("job_title", "Carer", "Senior carer"),
        Difference("email", None, "ben@example.org"),
    )


def test_the_same_row_again_changes_nothing() -> None:
    assert matching.differences(ANA, ANA.values) == ()


@pytest.mark.parametrize(
    ("values", "identity"),
    [
        ({"works_number": " A1 ", "email": "a@example.org"}, "number a1"),
        ({"email": "A@example.org", "name": "Ana"}, "email a@example.org"),
        ({"name": "Ana  Lopez", "started_on": START}, "name ana lopez 2020-06-01"),
    ],
    ids=["number", "email", "name"],
)
def test_who_a_row_is_within_its_file(values: Mapping[str, Value], identity: str) -> None:
    assert matching.identity(values) == identity
