"""The pages about training: the figure, recording, correcting, needs."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions import people
from guardbook.actions.people import Details
from guardbook.actions.training import completions
from guardbook.queries.access import Context
from guardbook.records.models import TrainingCompletion, TrainingNeeds
from guardbook.rules.people import Kind
from guardbook.rules.training import records
from guardbook.rules.training.validity import Proof
from tests.cast import Cast

DONE = {"completed_on-day": "1", "completed_on-month": "9", "completed_on-year": "2026", "level": "L1"}
ELEARNING = DONE | {"what": "elearning", "modules_done": "4", "proof": "certificate"}


def at(context: Context, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id} | parts)


def somebody(context: Context, name: str = "Ana Lopez", *, trained_on: date | None = None) -> UUID:
    person_id = people.add(context, details=Details(name, Kind.EMPLOYEE, "Care worker", started_on=date(2020, 6, 1)))
    if trained_on:
        completions.record(context, person_ids=[person_id], training=records.national(trained_on, Proof.CERTIFICATE))
    return person_id


def test_the_figure_shows_what_it_is_made_of(cast: Cast, asha: Client) -> None:
    somebody(cast.asha, trained_on=date(2026, 3, 1))
    somebody(cast.asha, "Ben Ode", trained_on=date(2025, 11, 22))

    page = asha.get(at(cast.asha, "training")).content.decode()

    assert "1 of 2 (50%)" in page
    assert "0 of 2 people have trained since 1 July 2026" in page
    assert "2 or more meets the standard, so 1 to go." in page
    assert "1 person still to train" in page
    assert "22 November 2025, ran out on 22 November 2026" in page
    assert "1 person trains again before 30 June 2027" in page


def test_the_figure_can_be_judged_on_another_day(cast: Cast, asha: Client) -> None:
    somebody(cast.asha, trained_on=date(2026, 3, 1))
    query = {"by-day": "28", "by-month": "2", "by-year": "2027"}

    page = asha.get(at(cast.asha, "training"), query).content.decode()
    wrong = asha.get(at(cast.asha, "training"), query | {"by-day": "31"}).content.decode()

    assert "On 28 February 2027, if nobody trains before" in page
    assert "There is a problem" in wrong


def test_an_empty_list_has_no_figure(cast: Cast, asha: Client) -> None:
    page = asha.get(at(cast.asha, "training")).content.decode()

    assert "Nobody to count" in page
    assert "there is nothing to measure" in page


@pytest.mark.parametrize(
    ("said", "counts", "message"),
    [
        (ELEARNING, True, "so it counts"),
        (ELEARNING | {"modules_done": "3"}, False, "3 of 4 modules are done"),
        (DONE | {"what": "assessment", "quiz_percent": "80"}, True, "so it counts"),
        (DONE | {"what": "assessment", "quiz_percent": "78"}, False, "so they need to try again"),
        (
            DONE | {"what": "discussion", "covers": ["responsibility", "law", "threats", "breaches"]},
            True,
            "so it counts",
        ),
        (DONE | {"what": "own_course", "course": "GDPR", "proof": "certificate"}, False, "It does not cover"),
    ],
    ids=["e-learning", "three modules", "80%", "78%", "discussion", "another course"],
)
def test_training_is_recorded_and_judged(
    cast: Cast, asha: Client, said: dict[str, str], counts: bool, message: str
) -> None:
    person_id = somebody(cast.asha)

    asha.post(at(cast.asha, "training-record"), said | {"people": [str(person_id)]})
    page = asha.get(at(cast.asha, "person", person_id=person_id)).content.decode()

    assert TrainingCompletion.objects.get().is_valid is counts
    assert message in page


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({}, "Choose at least one person"),
        (DONE | {"what": "own_course"}, "Enter the name of the course"),
        (DONE | {"what": "assessment"}, "Enter the mark"),
        (DONE | {"what": "elearning"}, "Choose what shows it"),
        (ELEARNING | {"completed_on-year": "2027"}, "has not come yet"),
    ],
    ids=["nothing", "no course", "no mark", "nothing shows it", "in the future"],
)
def test_what_is_missing_is_said_in_words(cast: Cast, asha: Client, said: dict[str, str], problem: str) -> None:
    person_id = somebody(cast.asha)
    chosen = {"people": [str(person_id)]} if said else {}

    page = asha.post(at(cast.asha, "training-record"), said | chosen).content.decode()

    assert problem in page
    assert not TrainingCompletion.objects.exists()


def test_a_record_is_corrected_and_the_old_one_kept(cast: Cast, asha: Client) -> None:
    person_id = somebody(cast.asha, trained_on=date(2026, 3, 1))
    old = TrainingCompletion.objects.get()
    address = at(cast.asha, "training-correct", completion_id=old.pk)

    shown = asha.get(address)
    asha.post(address, ELEARNING | {"reason": "Wrong date"})
    page = asha.get(at(cast.asha, "person", person_id=person_id)).content.decode()

    assert shown.status_code == 200
    assert TrainingCompletion.objects.get(withdrawn_at=None).completed_on == date(2026, 9, 1)
    assert "Wrong date" in page
    assert asha.get(address).status_code == 404


def test_a_record_is_taken_out_with_a_reason(cast: Cast, asha: Client) -> None:
    somebody(cast.asha, trained_on=date(2026, 3, 1))
    address = at(cast.asha, "training-withdraw", completion_id=TrainingCompletion.objects.get().pk)

    empty = asha.post(address, {})
    asha.post(address, {"reason": "Somebody else's certificate"})

    assert "There is a problem" in empty.content.decode()
    assert TrainingCompletion.objects.get().withdrawn_reason == "Somebody else's certificate"


def test_needs_are_decided_job_by_job_and_approved(cast: Cast, asha: Client) -> None:
    somebody(cast.asha)
    approved = {
        "approved_by": "Asha Owner",
        "approved_on-day": "1",
        "approved_on-month": "11",
        "approved_on-year": "2026",
        "job-0": "L2",
    }

    empty = asha.post(at(cast.asha, "training-needs"), {"job-0": "L1"}).content.decode()
    asha.post(at(cast.asha, "training-needs"), approved)
    page = asha.get(at(cast.asha, "training-needs")).content.decode()

    assert "Enter who approved it" in empty
    assert TrainingNeeds.objects.get().levels == {"Care worker": "L2"}
    assert "Approved by Asha Owner on 1 November 2026" in page


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_training_records_can_be_kept(cast: Cast, asha: Client, form: str) -> None:
    somebody(cast.asha, trained_on=date(2026, 3, 1))

    response = asha.get(at(cast.asha, "training-export", form=form))

    assert "attachment" in response.headers["Content-Disposition"]
    assert asha.get(at(cast.asha, "training-export", form="pdf")).status_code == 404
