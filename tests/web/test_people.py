"""The pages of the staff list and of one person."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions import people
from guardbook.actions.people import Details
from guardbook.queries.access import Context
from guardbook.records.models import Person, StaffListCheck
from guardbook.rules.people import Kind
from tests.cast import Cast, user

ANA = {
    "name": "Ana Lopez",
    "job_title": "Care worker",
    "kind": "employee",
    "started_on-day": "1",
    "started_on-month": "June",
    "started_on-year": "2020",
    "has_data_access": "yes",
}


def at(context: Context, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id} | parts)


def somebody(context: Context, name: str = "Ana Lopez", **more: object) -> UUID:
    details = {"kind": Kind.EMPLOYEE, "job_title": "Care worker", "started_on": date(2020, 6, 1)} | more
    return people.add(context, details=Details(name, **details))  # type: ignore[arg-type]  # columns by name


def test_an_empty_list_says_what_it_is_for_and_how_to_start(cast: Cast, asha: Client) -> None:
    page = asha.get(at(cast.asha, "people")).content.decode()

    assert "Nobody is on the list yet" in page
    assert at(cast.asha, "people-import") in page


def test_somebody_is_added(cast: Cast, asha: Client) -> None:
    response = asha.post(at(cast.asha, "person-add"), ANA)

    person = Person.objects.get()
    assert response.headers["Location"] == at(cast.asha, "person", person_id=person.pk)
    assert (person.name, person.kind, person.started_on) == ("Ana Lopez", "employee", date(2020, 6, 1))


def test_an_empty_form_says_what_is_missing(cast: Cast, asha: Client) -> None:
    page = asha.post(at(cast.asha, "person-add"), {}).content.decode()

    assert "Enter full name" in page
    assert not Person.objects.exists()


def test_a_staff_number_in_use_is_refused_with_what_was_typed(cast: Cast, asha: Client) -> None:
    somebody(cast.asha, works_number="7")

    page = asha.post(at(cast.asha, "person-add"), ANA | {"name": "Ben Ode", "works_number": "7"}).content.decode()

    assert "Somebody else on the staff list has this staff number." in page
    assert 'value="Ben Ode"' in page


def test_the_list_finds_filters_and_sorts(cast: Cast, asha: Client) -> None:
    somebody(cast.asha)
    somebody(cast.asha, "Ben Ode", kind=Kind.VOLUNTEER, job_title="Gardener")

    found = asha.get(at(cast.asha, "people"), {"search": "garden", "kind": "volunteer", "sort": "newest"})
    nobody = asha.get(at(cast.asha, "people"), {"search": "ana", "kind": "volunteer"})

    assert "Ben Ode" in found.content.decode()
    assert "Ana Lopez" not in found.content.decode()
    assert "Nobody fits." in nobody.content.decode()


def test_nonsense_in_the_address_shows_the_list(cast: Cast, asha: Client) -> None:
    somebody(cast.asha)

    page = asha.get(at(cast.asha, "people"), {"show": "x", "kind": "y", "sort": "z", "after": "w"})

    assert "Ana Lopez" in page.content.decode()


def test_the_page_of_a_person_says_what_is_missing(cast: Cast, asha: Client) -> None:
    person_id = somebody(cast.asha)

    page = asha.get(at(cast.asha, "person", person_id=person_id)).content.decode()

    assert "No induction is recorded." in page
    assert "No data security clause is signed in Ana Lopez&#39;s contract." in page
    assert at(cast.asha, "history", subject_id=person_id) in page


def test_details_are_changed(cast: Cast, asha: Client) -> None:
    person_id = somebody(cast.asha)

    asha.post(at(cast.asha, "person-change", person_id=person_id), ANA | {"job_title": "Senior carer"})

    assert Person.objects.get().job_title == "Senior carer"


def test_details_that_cannot_be_are_refused(cast: Cast, asha: Client) -> None:
    somebody(cast.asha, "Ben Ode", works_number="7")
    person_id = somebody(cast.asha)

    page = asha.post(at(cast.asha, "person-change", person_id=person_id), ANA | {"works_number": "7"})

    assert "has this staff number" in page.content.decode()


def test_an_empty_list_cannot_be_confirmed(cast: Cast, asha: Client) -> None:
    page = asha.post(at(cast.asha, "people-confirm"), {"is_right": "yes"}).content.decode()

    assert "There is nobody on the staff list yet." in page


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"started_on": date(2027, 1, 1)}, "Not started yet"),
        ({"absent_from": date(2026, 10, 1), "absent_until": date(2026, 12, 1)}, "Away since"),
        ({}, "Works here"),
    ],
    ids=["later", "away", "here"],
)
def test_the_page_of_a_person_says_where_they_stand(cast: Cast, asha: Client, more: dict[str, Any], state: str) -> None:
    person_id = somebody(cast.asha, **more)

    assert state in asha.get(at(cast.asha, "person", person_id=person_id)).content.decode()


def test_the_list_is_confirmed_only_with_the_box_ticked(cast: Cast, asha: Client) -> None:
    somebody(cast.asha)

    refused = asha.post(at(cast.asha, "people-confirm"), {})
    asha.post(at(cast.asha, "people-confirm"), {"is_right": "yes", "note": "November payroll"})

    assert refused.status_code == 200
    assert StaffListCheck.objects.get().note == "November payroll"
    assert "Checked by Asha Owner" in asha.get(at(cast.asha, "people")).content.decode()


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_the_list_can_be_kept(cast: Cast, asha: Client, form: str, start: bytes) -> None:
    somebody(cast.asha, "=1+1")

    response = asha.get(at(cast.asha, "people-export", form=form))

    assert response.content.startswith(start)
    assert "attachment" in response.headers["Content-Disposition"]
    assert form == "xlsx" or b"'=1+1" in response.content


def test_a_reader_sees_no_buttons_that_would_refuse_them(cast: Cast, client: Client) -> None:
    somebody(cast.asha)
    client.force_login(user(cast.rhea))

    page = client.get(at(cast.asha, "people")).content.decode()

    assert "Ana Lopez" in page
    assert at(cast.asha, "person-add") not in page
