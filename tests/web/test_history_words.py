"""A history in words: dates as people write them, no identifiers, nothing said twice."""

from datetime import UTC, datetime
from typing import Any

import pytest

from guardbook.queries.audit import Happening
from guardbook.web.history import pages


def happening(changes: dict[str, Any], details: dict[str, Any]) -> Happening:
    return Happening(
        sequence=1,
        at=datetime(2026, 11, 22, tzinfo=UTC),
        by="Asha",
        event="people.person.left",
        subject="Course on 2026-11-13",
        subject_table="person",
        subject_id=None,
        details=details,
        changes=changes,
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ([], "nothing"),
        ({}, "nothing"),
        (True, "yes"),
        (False, "no"),
        (["a", "b"], "a, b"),
        ({"started_on": "2026-11-13"}, "Started: 13 November 2026"),
        ("2026-07-13T09:25:47+00:00", "13 July 2026 at 10:25"),
        ("01a204cc-6a74-7000-a6c5-ec5a7e26fc00", "nothing"),
        (12, "12"),
    ],
)
def test_a_stored_value_is_shown_in_words(value: object, words: str) -> None:
    assert pages.shown(value) == words


def test_a_change_says_before_and_after_and_a_new_fact_only_what_it_is() -> None:
    line = pages.line(happening({"left_on": [None, "2026-11-10"], "job_title": ["Carer", "Senior carer"]}, {}))

    assert line.changed == ("Job title: was Carer, now Senior carer",)
    assert line.recorded == ("Left: 10 November 2026",)


def test_nothing_is_said_twice_and_identifiers_are_left_out() -> None:
    details = {"item": "4.1.1", "person": "01a204cc-6a74-7000-a6c5-ec5a7e26fc00"}

    line = pages.line(happening({"item": [None, "4.1.1"], "person_id": [None, "x"]}, details))

    assert line.recorded == ("Item: 4.1.1",)


def test_a_date_in_the_name_of_a_record_is_in_words() -> None:
    assert pages.line(happening({}, {})).subject == "Course on 13 November 2026"
