"""The settings of a provider."""

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.records import scope
from guardbook.records.models import OutboxMessage, Profile, Site
from tests.cast import Cast, user


def page(client: Client, cast: Cast, person: str = "asha", name: str = "settings") -> str:
    context = getattr(cast, person)
    client.force_login(user(context))
    return client.get(reverse(name, kwargs={"organisation": context.organisation_id})).content.decode()


def test_what_was_said_about_the_provider_is_kept_and_shown(client: Client, cast: Cast) -> None:
    client.force_login(user(cast.asha))
    typed = {"name": "Rose House", "ico_number": "ZA123456", "ico_expires_on-day": "5"}
    typed |= {"ico_expires_on-month": "2", "ico_expires_on-year": "2027", "nhsmail_only": "yes"}

    client.post(reverse("details", kwargs={"organisation": cast.asha.organisation_id}), typed)

    shown = page(client, cast)
    assert Profile.objects.of(cast.asha.organisation_id).get().ico_number == "ZA123456"
    assert "ZA123456, until 5 February 2027" in shown


def test_a_site_is_added_once(client: Client, cast: Cast) -> None:
    client.force_login(user(cast.asha))
    address = reverse("site-add", kwargs={"organisation": cast.asha.organisation_id})
    client.post(address, {"name": "The Annexe"})

    again = client.post(address, {"name": "the annexe"})

    assert "There is a site of that name already" in again.content.decode()
    assert Site.objects.count() == 1


def test_a_manager_sees_mail_that_could_not_be_sent(client: Client, cast: Cast) -> None:
    with scope.writing("action"):
        OutboxMessage.objects.create(
            organisation_id=cast.asha.organisation_id,
            to="zed@rose.example",
            subject="A link",
            body="",
            message_id="<1@guardbook>",
            created_at=cast.asha.now,
            next_attempt_at=cast.asha.now,
            given_up_at=cast.asha.now,
            last_error="The address does not exist",
        )

    assert "The address does not exist" in page(client, cast)


@pytest.mark.parametrize("words", ["Change these details", "Add a site", "Colleagues with access", ">Mail<"])
def test_a_reader_is_not_offered_what_they_may_not_do(client: Client, cast: Cast, words: str) -> None:
    assert words in page(client, cast)
    assert words not in page(client, cast, "rhea")
