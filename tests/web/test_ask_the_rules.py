"""The page on which a governance reviewer asks any rule."""

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.content import ask
from tests.cast import Cast, user


@pytest.fixture
def reader(client: Client, cast: Cast) -> Client:
    client.force_login(user(cast.rhea))
    return client


def test_every_rule_is_listed_with_its_question(reader: Client) -> None:
    page = reader.get(reverse("rules")).content.decode()

    assert all(reverse("rule", args=[name]) in page for name in ask.names())


def test_a_verdict_comes_back_with_its_reason_and_the_facts_stay(reader: Client) -> None:
    asked = reader.post(reverse("rule", args=["roles.title"]), {"facts": '{"title": "DPO", "role": "dsp_lead"}'})

    page = asked.content.decode()
    assert "&#34;accepted&#34;: false" in page
    assert "dsp_lead" in page


def test_facts_that_cannot_be_read_are_named(reader: Client) -> None:
    asked = reader.post(reverse("rule", args=["roles.kind"]), {"facts": '{"sitess": 1}'})

    assert "Did you mean “sites”?" in asked.content.decode()


def test_a_rule_that_is_none_is_not_found(reader: Client) -> None:
    assert reader.get(reverse("rule", args=["weather"])).status_code == 404


def test_the_signed_out_are_asked_to_sign_in(client: Client, db: None) -> None:
    assert client.get(reverse("rules")).status_code == 302
