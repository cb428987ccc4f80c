"""Who is active, and what is missing when people start, stay or leave."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules import people
from guardbook.rules.people import Kind, Person, StaffFacts, Topic

TODAY = date(2026, 11, 22)
SOUND = Person(
    name="Ana Lopez",
    kind=Kind.EMPLOYEE,
    started_on=date(2024, 5, 1),
    clause_signed_on=date(2024, 5, 1),
    induction_on=date(2024, 5, 3),
)
LEFT = replace(SOUND, left_on=date(2026, 11, 1), access_removed_on=date(2026, 11, 1))


def found(person: Person, as_of: date = TODAY) -> list[Topic]:
    return [finding.topic for finding in people.findings(StaffFacts(as_of, (person,))).findings]


@pytest.mark.parametrize(
    ("starts", "leaves", "active"),
    [
        (date(2026, 11, 22), None, True),
        (date(2026, 11, 23), None, False),
        (date(2024, 1, 1), date(2026, 11, 22), True),
        (date(2024, 1, 1), date(2026, 11, 21), False),
        (None, None, True),
    ],
    ids=["first day", "starts tomorrow", "last day", "left yesterday", "nobody said when they started"],
)
def test_active_from_the_first_day_to_the_last(starts: date | None, leaves: date | None, active: bool) -> None:
    person = replace(SOUND, started_on=starts, left_on=leaves)

    assert people.is_active(person, TODAY) is active


@pytest.mark.parametrize(
    ("person", "topics"),
    [
        (SOUND, []),
        (replace(SOUND, induction_on=None), [Topic.INDUCTION]),
        (replace(SOUND, started_on=None, induction_on=None), [Topic.INDUCTION]),
        (replace(SOUND, clause_signed_on=None), [Topic.AGREEMENT]),
        (replace(SOUND, started_on=date(2026, 12, 1), induction_on=None, clause_signed_on=None), []),
        (LEFT, []),
        (replace(LEFT, access_removed_on=date(2026, 11, 2)), []),
        (replace(LEFT, access_removed_on=date(2026, 11, 3)), [Topic.ACCESS]),
        (replace(LEFT, access_removed_on=None), [Topic.ACCESS]),
        (replace(LEFT, has_kit=True, kit_returned_on=TODAY), []),
        (replace(LEFT, has_kit=True), [Topic.DEVICES]),
        (replace(LEFT, induction_on=None, clause_signed_on=None), []),
    ],
    ids=[
        "all in order",
        "no induction",
        "no induction and no start date",
        "no clause",
        "not started yet",
        "left in order",
        "access gone the day after",
        "access gone two days after",
        "access still open",
        "device back",
        "device not back",
        "nothing more is asked of a leaver",
    ],
)
def test_what_is_missing(person: Person, topics: list[Topic]) -> None:
    assert found(person) == topics


def test_access_is_not_chased_before_the_day_after_leaving() -> None:
    person = replace(LEFT, access_removed_on=None)

    assert found(person, date(2026, 11, 2)) == []
    assert found(person, date(2026, 11, 3)) == [Topic.ACCESS]


def test_a_finding_says_what_happened_and_when_it_was_due() -> None:
    person = replace(SOUND, started_on=date(2026, 11, 1), induction_on=None)

    early, late = (
        people.findings(StaffFacts(day, (person,))).findings[0].reason.text for day in (date(2026, 11, 15), TODAY)
    )

    assert early == "Ana Lopez started on 1 November 2026. No induction is recorded."
    assert late == early + " It was due by 15 November 2026."


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_person_has_a_paper_with_a_name(kind: Kind) -> None:
    person = replace(SOUND, kind=kind, clause_signed_on=None)

    (finding,) = people.findings(StaffFacts(TODAY, (person,))).about(Topic.AGREEMENT)

    assert finding.item == "2.2.1"
    assert kind.agreement in finding.reason.text
    assert kind.label[0].isupper()


@pytest.mark.parametrize(
    ("confirmed", "current"),
    [(None, False), (date(2026, 10, 23), True), (date(2026, 10, 22), False), (date(2026, 11, 23), False)],
    ids=["never", "30 days ago", "31 days ago", "in the future"],
)
def test_a_staff_list_is_live_for_thirty_days(confirmed: date | None, current: bool) -> None:
    verdict = people.list_is_current(people.ListFacts(TODAY, confirmed))

    assert verdict.current is current
    assert verdict.reason.text.endswith(".")
