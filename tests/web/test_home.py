"""The home page at each stage of the year, and the small pages around an assessment when something is refused."""

import re
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guardbook.actions.assessment import publishing, starting
from guardbook.queries.access import Context
from guardbook.records import scope
from guardbook.records.models import Appointment, Profile
from guardbook.rules.assessment.status import Goal
from tests.cast import Cast, user
from tests.factories import assessment as factory

LONG_AGO = {"planned_on-day": "1", "planned_on-month": "1", "planned_on-year": "2020"}
NEXT_MONTH = {"planned_on-day": "24", "planned_on-month": "12", "planned_on-year": "2026"}


class Answered(Protocol):
    """What a test reads of a response."""

    content: bytes


@pytest.fixture(autouse=True)
def _the_clock_stands_still(tmp_path: Path, settings: Settings, now: datetime) -> None:
    settings.CLOCK_FILE = tmp_path / "clock"
    settings.CLOCK_FILE.write_text(now.isoformat())


@pytest.fixture
def asha(cast: Cast, client: Client) -> Context:
    factory.staffed(cast.asha.organisation_id)
    client.force_login(user(cast.asha))
    return cast.asha


def to(context: Context, name: str) -> str:
    parts = {"organisation": context.organisation_id}
    return reverse(name, kwargs=parts if name == "home" else {**parts, "framework": "dspt", "version": "8"})


def text(response: Answered) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def wizard_done(context: Context, *, lead: bool) -> None:
    with scope.writing("action"):
        Profile.objects.filter(organisation_id=context.organisation_id).update(wizard_done_at=context.now)
        if not lead:
            Appointment.objects.filter(organisation_id=context.organisation_id).delete()


def test_a_vacant_role_is_something_to_do(asha: Context, client: Client) -> None:
    wizard_done(asha, lead=False)

    shown = text(client.get(to(asha, "home")))

    assert "Appoint a Data Security and Protection Lead" in shown
    assert "Answer a few questions about your service" not in shown


def test_a_role_that_is_held_is_not(asha: Context, client: Client) -> None:
    wizard_done(asha, lead=True)

    assert "Appoint a Data Security and Protection Lead" not in text(client.get(to(asha, "home")))


def test_an_empty_home_is_asked_for_its_staff(cast: Cast, client: Client) -> None:
    client.force_login(user(cast.carol))

    assert "Add your staff" in text(client.get(to(cast.carol, "home")))


def test_home_leads_on_from_ready_to_frozen_to_published(asha: Context, client: Client) -> None:
    factory.started(asha)
    wizard_done(asha, lead=True)
    factory.answered(asha)

    ready = text(client.get(to(asha, "home")))
    publishing.freeze(asha, framework="dspt", version="8", goal=Goal.STANDARDS_MET)
    frozen = text(client.get(to(asha, "home")))
    publishing.record_publication(asha, framework="dspt", version="8", goal=Goal.STANDARDS_MET, on=factory.TODAY)
    published = text(client.get(to(asha, "home")))

    assert "Ready, on a rebuilt list" in ready
    assert "Check and freeze your answers" in ready
    assert "Copy your answers to the NHS portal" in frozen
    assert "Frozen here. Not yet published on the NHS portal." in frozen
    assert "Copy your answers to the NHS portal" not in published
    assert "2026-27: Standards Met, published on 22 November 2026" in published


def test_a_reader_is_offered_nothing_they_may_not_do(cast: Cast, asha: Context, client: Client) -> None:
    factory.started(asha)
    factory.answered(asha)
    client.force_login(user(cast.rhea))

    shown = text(client.get(to(asha, "home")))

    assert "Check and freeze your answers" not in shown
    assert "Answer a few questions about your service" not in shown


def test_a_day_that_has_passed_is_refused_where_it_was_typed(asha: Context, client: Client) -> None:
    start = client.post(to(asha, "toolkit-start"), LONG_AGO)
    factory.started(asha)
    plan = client.post(to(asha, "toolkit-plan"), LONG_AGO)

    assert "Choose a day that has not passed." in text(start)
    assert "Choose a day that has not passed." in text(plan)
    assert client.get(to(asha, "toolkit-plan")).status_code == 200


def test_the_planned_day_is_changed(asha: Context, client: Client) -> None:
    factory.started(asha)

    shown = client.post(to(asha, "toolkit-plan"), NEXT_MONTH, follow=True)

    assert "Every date is judged on the new day." in text(shown)
    assert "24 December 2026" in text(shown)


@pytest.mark.parametrize("name", ["toolkit-overview", "toolkit-item"])
def test_before_the_start_every_page_leads_there(asha: Context, client: Client, name: str) -> None:
    parts = {"organisation": asha.organisation_id, "framework": "dspt", "version": "8"}
    address = reverse(name, kwargs={**parts, "ref": "1.1.1"} if name == "toolkit-item" else parts)

    assert client.get(address).headers["Location"] == to(asha, "toolkit-start")


def test_a_level_that_went_stale_meanwhile_is_refused_with_what_is_missing(asha: Context, client: Client) -> None:
    factory.started(asha)
    factory.answered(asha)
    starting.plan(asha, framework="dspt", version="8", planned_on=factory.TODAY.replace(year=2027, month=7))

    shown = text(client.post(to(asha, "toolkit-publish"), {"goal": "standards_met", "sure": "on"}))

    assert "There is a problem" in shown
    assert "Choose one of the answers on this page" in shown


def test_a_publication_to_come_is_refused_where_it_was_typed(asha: Context, client: Client) -> None:
    factory.started(asha)
    on = {"on-day": "1", "on-month": "1", "on-year": "2027", "goal": "standards_met"}

    assert "not in the future" in text(client.post(to(asha, "toolkit-published"), on))
