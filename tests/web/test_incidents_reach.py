"""Who meets an incident and who does not, its papers, and how many questions its pages ask of the database."""

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guardbook.kernel.identifiers import uuid7
from guardbook.queries.access import Context
from guardbook.records.models import SensitiveRead
from guardbook.rules.incidents.vocabulary import Track
from guardbook.web.incidents import urls
from tests.cast import Cast, user
from tests.factories import incidents as factory
from tests.factories import roles
from tests.web.asking import text, to

pytestmark = pytest.mark.usefixtures("still_clock")


@pytest.fixture
def mina(client: Client, cast: Cast) -> Client:
    client.force_login(user(cast.mina))
    return client


def addresses(context: Context, incident_id: UUID) -> list[str]:
    alone = [
        each.name or "" for each in urls.urlpatterns if set(each.pattern.converters) == {"organisation", "incident"}
    ]
    one = [to(context, name, incident=incident_id) for name in alone if name != "incident-actions-agree"]
    papers = ("record.pdf", "deadline.ics", "letter.docx")
    return [*one, *(to(context, "incident-paper", incident=incident_id, name=name) for name in papers)]


def test_whoever_is_named_meets_it_nowhere(client: Client, cast: Cast) -> None:
    named = roles.hire(cast.asha, "Mina Manager")
    incident_id = factory.triaged(cast.asha, named=(named,), title="Something about a manager")
    client.force_login(user(cast.mina))

    assert {client.get(each).status_code for each in addresses(cast.mina, incident_id)} == {404}
    for name in ("incidents", "home", "next", "calendar", "journal"):
        shown = text(client.get(to(cast.mina, name)))
        assert "Something about a manager" not in shown
        assert "INC-2026-001" not in shown
    assert client.get(to(cast.mina, "history", subject_id=incident_id)).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("rhea", 403), ("cole", 403), ("ben", 403), ("carol", 404)])
def test_others_meet_it_nowhere_either(who: str, status: int, client: Client, cast: Cast) -> None:
    incident_id = factory.triaged(cast.asha)
    client.force_login(user(getattr(cast, who)))

    assert {client.get(each).status_code for each in addresses(cast.asha, incident_id)} == {status}
    if who in {"rhea", "cole"}:
        assert "INC-2026-001" not in text(client.get(to(cast.asha, "journal")))
        assert client.get(to(cast.asha, "history", subject_id=incident_id)).status_code == 404


def test_reading_an_incident_is_noted(mina: Client, cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    mina.get(to(cast.mina, "incident", incident=incident_id))

    (line,) = SensitiveRead.objects.filter(subject_id=incident_id)
    assert line.by_name == "Mina Manager"


def test_pages_ask_no_more_questions_for_more_incidents(mina: Client, cast: Cast) -> None:
    factory.closed(cast.mina)
    factory.decided(cast.mina)

    few = [asked(mina, address) for address in _lists(cast.mina)]
    for _ in range(3):
        factory.closed(cast.mina)
        factory.decided(cast.mina)
    many = [asked(mina, address) for address in _lists(cast.mina)]

    assert many == few
    assert max(few) < 60


def test_a_page_asks_no_more_questions_for_a_longer_story(mina: Client, cast: Cast) -> None:
    short, long = factory.logged(cast.mina), factory.closed(cast.mina)

    assert asked(mina, to(cast.mina, "incident", incident=short)) == asked(
        mina, to(cast.mina, "incident", incident=long)
    )


def _lists(context: Context) -> list[str]:
    return [to(context, "incidents"), to(context, "next"), to(context, "incidents-list", form="xlsx")]


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("number", ["", "2", "x", "0", "9" * 40])
def test_the_log_turns_its_pages(number: str, mina: Client, cast: Cast) -> None:
    from guardbook.queries.incidents import listing

    listing_page, listing.PAGE = listing.PAGE, 2
    try:
        for _ in range(3):
            factory.logged(cast.mina)
        assert mina.get(to(cast.mina, "incidents") + f"?page={number}").status_code == 200
    finally:
        listing.PAGE = listing_page


@pytest.mark.parametrize(
    "name",
    ["record.pdf", "deadline.pdf", "deadline.ics", "notice.docx", "notice.pdf", "letter.docx", "letter-easy-read.docx"],
)
def test_every_paper_comes_as_a_file(name: str, mina: Client, cast: Cast) -> None:
    response = mina.get(to(cast.mina, "incident-paper", incident=factory.decided(cast.mina), name=name))

    assert response.status_code == 200
    assert "INC-2026-001" in response["Content-Disposition"]


@pytest.mark.parametrize("name", ["record.exe", "poem.pdf", "record"])
def test_no_other_paper_is_made(name: str, mina: Client, cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    assert mina.get(to(cast.mina, "incident-paper", incident=incident_id, name=name)).status_code == 404


@pytest.mark.parametrize(("form", "status"), [("xlsx", 200), ("pdf", 200), ("doc", 404)])
def test_the_list_for_the_regulator_comes_in_two_forms(form: str, status: int, mina: Client, cast: Cast) -> None:
    factory.closed(cast.mina)

    assert mina.get(to(cast.mina, "incidents-list", form=form)).status_code == status


def test_an_unknown_incident_is_not_found(mina: Client, cast: Cast) -> None:
    assert mina.get(to(cast.mina, "incident", incident=uuid7())).status_code == 404


def test_what_is_left_to_tell_stands_on_the_page_with_its_reason(mina: Client, cast: Cast) -> None:
    shown = text(mina.get(to(cast.mina, "incident", incident=factory.triaged(cast.mina))))

    assert Track.COMMISSIONER.label in shown
    assert "Their contract says how soon to tell them." in shown
    assert "Report Fraud" in shown
