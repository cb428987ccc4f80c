"""Every change to the staff list: what it leaves behind, and what it refuses."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import organisations, people
from guardbook.actions.people import Details, Leaving
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.records import scope
from guardbook.records.models import AuditEvent, Person, StaffListCheck
from guardbook.rules.people import Kind
from tests.cast import Cast

ANA = Details("  Ana   Lopez ", Kind.EMPLOYEE, "Care worker", "17", started_on=date(2020, 6, 1))
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def ana(cast: Cast) -> UUID:
    return people.add(cast.asha, details=ANA)


def events(subject: UUID) -> list[str]:
    return list(AuditEvent.objects.filter(subject_id=subject).order_by("sequence").values_list("event", flat=True))


def test_somebody_added_is_tidy_and_audited(ana: UUID) -> None:
    person = Person.objects.get(pk=ana)

    assert (person.name, person.kind, person.works_number) == ("Ana Lopez", "employee", "17")
    assert events(ana) == ["people.person.added"]


@pytest.mark.parametrize(
    ("details", "said"),
    [
        (Details(" ", Kind.EMPLOYEE), "Enter a name."),
        (Details("Ben", Kind.EMPLOYEE, works_number="17"), "has this staff number"),
        (Details("Ben", Kind.EMPLOYEE, absent_from=NOVEMBER, absent_until=date(2026, 10, 1)), "ends before it starts"),
    ],
    ids=["no name", "number in use", "absence backwards"],
)
def test_what_cannot_be_is_refused(cast: Cast, ana: UUID, details: Details, said: str) -> None:
    with pytest.raises(Refused, match=said):
        people.add(cast.asha, details=details)

    assert Person.objects.count() == 1


def test_a_change_keeps_the_same_number_for_the_same_person(cast: Cast, ana: UUID) -> None:
    people.amend(cast.mina, person_id=ana, details=Details("Ana Lopez", Kind.BANK, works_number="17"))

    assert Person.objects.get(pk=ana).kind == "bank"
    assert events(ana) == ["people.person.added", "people.person.changed"]


def test_leaving_and_coming_back(cast: Cast, ana: UUID) -> None:
    people.leave(cast.asha, person_id=ana, leaving=Leaving(NOVEMBER, NOVEMBER, has_kit=True, kit_returned_on=NOVEMBER))
    gone = Person.objects.get(pk=ana)

    people.rejoin(cast.asha, person_id=ana)

    back = Person.objects.get(pk=ana)
    assert (gone.left_on, gone.access_removed_on, gone.kit_returned_on) == (NOVEMBER, NOVEMBER, NOVEMBER)
    assert (back.left_on, back.access_removed_on, back.has_kit) == (None, None, None)
    assert events(ana)[1:] == ["people.person.left", "people.person.rejoined"]


def test_kit_that_never_was_cannot_come_back(cast: Cast, ana: UUID) -> None:
    people.leave(cast.asha, person_id=ana, leaving=Leaving(NOVEMBER, has_kit=False, kit_returned_on=NOVEMBER))

    assert Person.objects.get(pk=ana).kit_returned_on is None


def test_leaving_before_starting_is_refused(cast: Cast, ana: UUID) -> None:
    with pytest.raises(Refused, match="before the start date"):
        people.leave(cast.asha, person_id=ana, leaving=Leaving(date(2020, 5, 1)))


def test_somebody_of_another_site_is_not_there(cast: Cast, ana: UUID) -> None:
    site = organisations.add_site(cast.asha, name="The Annexe")
    with scope.writing("action"):
        Person.objects.filter(pk=ana).update(site_id=site)
    elsewhere = replace(cast.mina, by=replace(cast.mina.by, sites=frozenset({uuid7()})))
    there = replace(cast.mina, by=replace(cast.mina.by, sites=frozenset({site})))

    with pytest.raises(NotFound):
        people.amend(elsewhere, person_id=ana, details=ANA)
    people.amend(there, person_id=ana, details=ANA)

    assert len(events(ana)) == 2


def test_a_list_is_confirmed_by_name_and_an_empty_one_is_not(cast: Cast) -> None:
    with pytest.raises(Refused, match="nobody on the staff list"):
        people.confirm_list(cast.asha)
    people.add(cast.asha, details=ANA)

    people.confirm_list(cast.asha)

    assert StaffListCheck.objects.get().checked_by == "Asha Owner"


def test_nobody_else_changes_the_list(cast: Cast, ana: UUID) -> None:
    with pytest.raises(NotPermitted):
        people.add(cast.rhea, details=ANA)
    with pytest.raises(NotFound):
        people.add(cast.stranger(cast.asha), details=ANA)
    with pytest.raises(NotFound):
        people.amend(cast.carol, person_id=ana, details=ANA)
    with pytest.raises(NotFound):
        people.leave(cast.asha, person_id=uuid7(), leaving=Leaving(NOVEMBER))
