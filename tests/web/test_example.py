"""Looking round the made-up provider from an empty installation, and taking it away."""

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.demo import story
from guardbook.queries import demo
from tests.cast import Cast, user

LOOK_ROUND = reverse("example-look-round")


@pytest.fixture
def browser() -> Client:
    """A browser on the computer that runs Guardbook."""
    return Client()


def test_an_empty_installation_offers_to_look_round(db: None, browser: Client) -> None:
    shown = browser.get(reverse("first-run"))

    assert LOOK_ROUND in shown.text


def test_looking_round_opens_the_example_and_says_that_it_is_one(db: None, browser: Client) -> None:
    opened = browser.post(LOOK_ROUND, follow=True)

    assert opened.status_code == 200
    assert story.NAME in opened.text
    assert "Remove this example" in opened.text


def test_looking_round_twice_builds_one_example(db: None, browser: Client) -> None:
    browser.post(LOOK_ROUND)
    browser.post(LOOK_ROUND)

    assert len(demo.made_up()) == 1


def test_removing_it_leads_back_to_the_first_page(db: None, browser: Client) -> None:
    browser.post(LOOK_ROUND)
    ((organisation, _),) = demo.made_up()
    address = reverse("example-remove", kwargs={"organisation": organisation})

    asked = browser.get(address)
    after = browser.post(address, follow=True)

    assert "Your own records are not touched" in asked.text
    assert demo.made_up() == []
    assert after.redirect_chain[-1][0] == reverse("first-run")


def test_nobody_looks_round_once_a_provider_is_set_up(cast: Cast, browser: Client) -> None:
    assert browser.post(LOOK_ROUND).status_code == 404


def test_nobody_looks_round_from_afar_without_the_code(db: None) -> None:
    afar = Client(REMOTE_ADDR="203.0.113.9")

    assert afar.post(LOOK_ROUND).status_code == 404
    assert demo.made_up() == []


def test_a_real_provider_cannot_be_removed_like_this(cast: Cast, browser: Client) -> None:
    browser.force_login(user(cast.asha))

    answer = browser.post(reverse("example-remove", kwargs={"organisation": cast.asha.organisation_id}))

    assert answer.status_code == 404
