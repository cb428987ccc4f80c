"""What a pack and a toolkit say of themselves."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.frameworks.items import Level
from guardbook.rules.frameworks.packs import Deadline, Framework, Origin, Topic
from tests.rules.frameworks.lists import READ, listed, question

PACK = replace(
    listed(
        "8",
        replace(question("1.1.1", level=Level.APPROACHING), group="Policies", subgroup="Notices"),
        question("2.1.1", level=Level.OPTIONAL),
        replace(question("10.1.2"), group="Staff", subgroup="Training"),
    ),
    topics=(Topic("Staff", ("Training",)), Topic("Policies", ("Notices",)), Topic("Empty", ())),
)
OLD, NEXT = Deadline("2025-26", "8", date(2026, 6, 30), READ), Deadline("2026-27", None, date(2027, 6, 30), READ)
TOOLKIT = Framework("dspt", "Toolkit", ("7", "8"), (OLD, NEXT), "Nothing found.", ())


def test_levels_are_counted() -> None:
    assert [item.ref for item in PACK.mandatory] == ["1.1.1", "10.1.2"]
    assert [item.ref for item in PACK.approaching] == ["1.1.1"]


def test_a_question_is_found_by_its_number() -> None:
    assert PACK.item("2.1.1") is PACK.items[1]
    assert PACK.item("9.9.9") is None


def test_topics_come_in_reading_order_and_the_rest_last() -> None:
    assert [(name, [item.ref for item in items]) for name, items in PACK.by_topic()] == [
        ("Staff", ["10.1.2"]),
        ("Policies", ["1.1.1"]),
        ("", ["2.1.1"]),
    ]


def test_standards_come_in_order() -> None:
    assert [number for number, _ in PACK.by_standard()] == [1, 2, 10]


def test_only_an_imported_list_is_not_rebuilt() -> None:
    assert PACK.is_rebuilt
    assert not replace(PACK, origin=Origin.OFFICIAL).is_rebuilt


@pytest.mark.parametrize(
    ("today", "closed", "ahead"),
    [
        (date(2026, 6, 30), None, OLD),
        (date(2026, 7, 1), OLD, NEXT),
        (date(2026, 11, 22), OLD, NEXT),
        (date(2027, 7, 1), NEXT, None),
    ],
)
def test_the_deadlines_around_a_day(today: date, closed: Deadline | None, ahead: Deadline | None) -> None:
    assert (TOOLKIT.last_closed(today), TOOLKIT.next_deadline(today)) == (closed, ahead)


def test_a_deadline_is_found_by_its_year() -> None:
    assert TOOLKIT.deadline("2026-27") is NEXT
    assert TOOLKIT.deadline("2030-31") is None
    assert TOOLKIT.newest == "8"
