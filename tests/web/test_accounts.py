"""Signing in and out, the first run, colleagues and their links."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from guardbook.actions import accounts
from guardbook.kernel.errors import Refused
from guardbook.outside import setup_code
from guardbook.queries.access import Context
from guardbook.records import scope
from guardbook.records.models import AuditEvent, Draft, Grant, Organisation, User
from guardbook.rules.access import AccessRole
from tests.cast import PASSWORD, Cast, user, user_id

FIRST = {
    "organisation": "Rose House",
    "name": "Asha Owner",
    "email": "asha@rose.example",
    "password": PASSWORD,
}


@pytest.fixture(autouse=True)
def _no_throttle_left_over(db: None) -> None:
    cache.clear()


def signed_in(client: Client, context: Context) -> Client:
    client.force_login(user(context))
    return client


def test_an_empty_installation_leads_to_the_first_run(client: Client, db: None) -> None:
    response = client.get("/")

    assert response.headers["Location"] == reverse("first-run")


def test_the_first_run_makes_an_owner_and_signs_them_in(client: Client, everything: None) -> None:
    response = client.post(reverse("first-run"), FIRST)

    organisation = Organisation.objects.get()
    assert response.headers["Location"] == reverse("home", kwargs={"organisation": organisation.pk})
    assert Grant.objects.get().access_role == "owner"
    assert "_auth_user_id" in client.session


def test_the_first_run_is_refused_from_elsewhere(client: Client, everything: None) -> None:
    response = client.post(reverse("first-run"), FIRST, REMOTE_ADDR="192.0.2.7")

    assert b"on the computer that runs Guardbook" in response.content
    assert not Organisation.objects.exists()


def test_the_first_run_is_open_elsewhere_to_somebody_with_the_code(client: Client, everything: None) -> None:
    client.post(reverse("first-run") + f"?code={setup_code.code()}", FIRST, REMOTE_ADDR="192.0.2.7")

    assert Organisation.objects.exists()


def test_the_first_run_happens_once(client: Client, cast: Cast) -> None:
    response = client.get(reverse("first-run"))

    assert response.status_code == 404


def test_a_weak_password_is_refused_in_words_and_nothing_typed_is_lost(client: Client, everything: None) -> None:
    response = client.post(reverse("first-run"), {**FIRST, "password": "password"})

    page = response.content.decode()
    assert "at least 12 characters" in page
    assert 'value="Rose House"' in page
    assert not Organisation.objects.exists()


def test_signing_in_with_the_right_password_leads_in_and_is_audited(client: Client, cast: Cast) -> None:
    response = client.post(reverse("sign-in"), {"sign_in_name": "Asha@Rose.example", "password": PASSWORD})

    assert response.status_code == 302
    assert AuditEvent.objects.filter(event="accounts.signed_in", by_user_id=cast.asha.by.user_id).exists()


def test_a_wrong_password_says_no_more_than_that(client: Client, cast: Cast) -> None:
    known = client.post(reverse("sign-in"), {"sign_in_name": "asha@rose.example", "password": "nope"})
    unknown = client.post(reverse("sign-in"), {"sign_in_name": "nobody@rose.example", "password": "nope"})

    words = "The sign-in name or the password is not right"
    assert words in known.content.decode()
    assert words in unknown.content.decode()


def test_guessing_has_to_wait(client: Client, cast: Cast) -> None:
    for _ in range(5):
        client.post(reverse("sign-in"), {"sign_in_name": "asha@rose.example", "password": "nope"})

    response = client.post(reverse("sign-in"), {"sign_in_name": "asha@rose.example", "password": PASSWORD})

    assert "too many tries" in response.content.decode()


def test_signing_in_never_leads_to_another_site(client: Client, cast: Cast) -> None:
    address = reverse("sign-in") + "?next=https://elsewhere.example/"

    response = client.post(address, {"sign_in_name": "asha@rose.example", "password": PASSWORD})

    assert response.headers["Location"] == "/"


def test_signing_out_ends_the_session(client: Client, cast: Cast) -> None:
    signed_in(client, cast.asha).post(reverse("sign-out"))

    assert "_auth_user_id" not in client.session


def test_an_invited_colleague_chooses_a_password_and_comes_in(client: Client, cast: Cast) -> None:
    organisation = cast.asha.organisation_id
    page = signed_in(client, cast.asha).post(
        reverse("invite", kwargs={"organisation": organisation}), {"name": "Zed", "email": "", "role": "reader"}
    )
    found = re.search(r"(/invitation/[^<\s]+)", page.content.decode())
    assert found
    newcomer = Client()

    response = newcomer.post(found[1], {"sign_in_name": "zed@rose.example", "password": PASSWORD}, follow=True)

    assert response.status_code == 200
    assert Grant.objects.get(user__name="Zed").access_role == "reader"


def test_a_link_works_once(client: Client, cast: Cast) -> None:
    made = accounts.invite(
        cast.asha,
        name="Zed",
        email="",
        role=AccessRole.READER,
        link=f"/invitation/{cast.asha.organisation_id}/{{invitation}}/{{secret}}/",
    )
    client.post(made.address, {"sign_in_name": "zed@rose.example", "password": PASSWORD})

    again = Client().post(made.address, {"sign_in_name": "zoe@rose.example", "password": PASSWORD})

    assert again.status_code == 404
    assert not User.objects.filter(sign_in_name="zoe@rose.example").exists()


def test_a_link_with_a_wrong_secret_opens_nothing(client: Client, cast: Cast) -> None:
    link = f"/invitation/{cast.asha.organisation_id}/{{invitation}}/wrong/"
    made = accounts.invite(cast.asha, name="Zed", email="", role=AccessRole.READER, link=link)

    response = client.post(made.address, {"sign_in_name": "zed@rose.example", "password": PASSWORD})

    assert response.status_code == 404


def test_the_last_owner_cannot_be_removed(client: Client, cast: Cast) -> None:
    parts = {"organisation": cast.asha.organisation_id, "user_id": cast.asha.by.user_id}

    response = signed_in(client, cast.asha).post(reverse("access-change", kwargs=parts), {"role": "none"})

    assert "Someone has to be the owner" in response.content.decode()


def test_a_manager_cannot_take_over_somebody_who_also_owns_another_provider(client: Client, cast: Cast) -> None:
    link = f"/invitation/{cast.asha.organisation_id}/{{invitation}}/{{secret}}/"
    _make_member(cast)

    with pytest.raises(Refused, match="another organisation"):
        accounts.send_new_link(cast.mina, user_id=user_id(cast.carol), link=link)


def _make_member(cast: Cast) -> None:
    with scope.writing("action"):
        Grant.objects.create(
            organisation_id=cast.asha.organisation_id,
            user_id=user_id(cast.carol),
            access_role="reader",
            from_at=cast.asha.now,
        )


def test_changing_a_password_needs_the_old_one(client: Client, cast: Cast) -> None:
    response = signed_in(client, cast.asha).post(
        reverse("password"), {"old_password": "wrong", "new_password": "four loud green frogs"}
    )

    assert "is not the one you typed" in response.content.decode()


def test_a_changed_password_works_at_once(client: Client, cast: Cast) -> None:
    signed_in(client, cast.asha).post(
        reverse("password"), {"old_password": PASSWORD, "new_password": "four loud green frogs"}
    )

    assert Client().login(username="asha@rose.example", password="four loud green frogs")


def test_a_draft_comes_back_when_its_page_is_opened_again(client: Client, cast: Cast) -> None:
    address = reverse("details", kwargs={"organisation": cast.asha.organisation_id})
    signed_in(client, cast.asha).post(reverse("draft-keep"), {"form": address, "legal_name": "Rose House Limited"})

    page = client.get(address).content.decode()

    assert 'value="Rose House Limited"' in page


def test_a_draft_is_gone_once_its_form_is_sent(client: Client, cast: Cast) -> None:
    address = reverse("details", kwargs={"organisation": cast.asha.organisation_id})
    signed_in(client, cast.asha).post(reverse("draft-keep"), {"form": address, "legal_name": "Rose"})

    client.post(address, {"name": "Rose House", "legal_name": "Rose House Limited"})

    assert not Draft.objects.exists()


def test_a_form_sent_after_the_session_ended_comes_back_after_signing_in(client: Client, cast: Cast) -> None:
    address = reverse("details", kwargs={"organisation": cast.asha.organisation_id})
    sent = client.post(address, {"name": "Rose House", "legal_name": "Typed for an hour"})

    back = client.post(sent.headers["Location"], {"sign_in_name": "asha@rose.example", "password": PASSWORD})

    assert 'value="Typed for an hour"' in client.get(back.headers["Location"]).content.decode()


def test_a_form_of_an_address_without_a_page_leads_back_to_the_page_it_stood_on(client: Client, cast: Cast) -> None:
    team = reverse("team", kwargs={"organisation": cast.asha.organisation_id})
    parts = {"organisation": cast.asha.organisation_id, "user_id": user_id(cast.mina)}

    sent = client.post(reverse("new-link", kwargs=parts), headers={"referer": f"http://testserver{team}"})
    astray = client.post(reverse("new-link", kwargs=parts), headers={"referer": f"http://elsewhere.example{team}"})

    assert parse_qs(urlsplit(sent.headers["Location"]).query) == {"next": [team]}
    assert parse_qs(urlsplit(astray.headers["Location"]).query) == {"next": ["/"]}


def test_a_password_is_never_held_over_a_sign_out(client: Client, cast: Cast) -> None:
    client.post(reverse("password"), {"old_password": PASSWORD, "new_password": "four loud green frogs"})

    assert "frogs" not in str(dict(client.session))


@pytest.mark.parametrize("name", ["team", "settings", "journal"])
def test_a_stranger_gets_not_found(client: Client, cast: Cast, name: str) -> None:
    address = reverse(name, kwargs={"organisation": cast.asha.organisation_id})

    assert signed_in(client, cast.carol).get(address).status_code == 404


def test_a_member_without_permission_is_told_so(client: Client, cast: Cast) -> None:
    address = reverse("team", kwargs={"organisation": cast.asha.organisation_id})

    response = signed_in(client, cast.rhea).get(address)

    assert response.status_code == 403
    assert "see who has access" in response.content.decode()


def test_the_journal_tells_who_did_what(client: Client, cast: Cast) -> None:
    address = reverse("journal", kwargs={"organisation": cast.asha.organisation_id})

    page = signed_in(client, cast.asha).get(address).content.decode()

    assert "Colleague invited" in page
    assert "Asha Owner" in page
