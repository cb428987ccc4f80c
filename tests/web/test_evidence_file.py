"""The page that hands out a stored file."""

import io
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions import evidence
from guardbook.rules.evidence import About
from tests.cast import Cast, user
from tests.outside import samples


@pytest.fixture
def address(cast: Cast) -> str:
    """The address of a file of Rose House."""
    sent = io.BytesIO(samples.PDF)
    attached = evidence.attach_upload(cast.asha, file_name="Größe.pdf", stream=sent, about=About("Policy"))
    return file_address(cast.asha.organisation_id, attached.evidence_id)


def file_address(organisation: UUID, evidence_id: UUID) -> str:
    """Where the file is."""
    return reverse("evidence-file", kwargs={"organisation": organisation, "evidence_id": evidence_id})


def test_a_file_is_sent_to_be_saved_and_can_run_nothing(client: Client, cast: Cast, address: str) -> None:
    client.force_login(user(cast.rhea))

    response = client.get(address)

    assert response.content == samples.PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-cache"


def test_an_unchanged_file_is_not_sent_again(client: Client, cast: Cast, address: str) -> None:
    client.force_login(user(cast.rhea))
    tag = client.get(address)["ETag"]

    response = client.get(address, headers={"If-None-Match": tag})

    assert response.status_code == 304


def test_a_stranger_gets_not_found(client: Client, cast: Cast, address: str) -> None:
    client.force_login(user(cast.carol))

    assert client.get(address).status_code == 404


def test_a_file_is_not_found_under_another_providers_address(client: Client, cast: Cast, address: str) -> None:
    client.force_login(user(cast.carol))
    evidence_id = UUID(address.split("/")[4])

    assert client.get(file_address(cast.carol.organisation_id, evidence_id)).status_code == 404


def test_a_member_without_permission_is_not_allowed(client: Client, cast: Cast, address: str) -> None:
    client.force_login(user(cast.ben))

    assert client.get(address).status_code == 403


def test_the_signed_out_are_asked_to_sign_in(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 302
    assert "next=" in response["Location"]
