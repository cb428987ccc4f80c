"""The questions that decide the roles: one to a page, kept as you go, changed at any time."""

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.queries import organisations
from guardbook.rules.organisations import Monitoring, Question
from tests.cast import Cast, user

ANSWERS = {
    "owned_by": "PART_PUBLIC",
    "public_authority": "not-sure",
    "sites": "2",
    "regions": "yes",
    "dedicated": ["HR", "IT"],
    "record_volume": "not-sure",
    "funding": ["SELF_FUNDED", "DIRECT_PAYMENT"],
    "monitoring": ["none"],
}


@pytest.fixture
def asha(client: Client, cast: Cast) -> Client:
    client.force_login(user(cast.asha))
    return client


def at(cast: Cast, name: str, *parts: str) -> str:
    return reverse(name, args=[cast.asha.organisation_id, *parts])


def test_the_longest_way_through_is_eight_questions_and_ends_at_the_roles(asha: Client, cast: Cast) -> None:
    address = asha.get(at(cast, "wizard")).headers["Location"]

    asked = []
    while "/wizard/" in address:
        name = address.rstrip("/").split("/")[-1]
        asked.append(name)
        address = asha.post(address, {"answer": ANSWERS[name]}).headers["Location"]

    assert asked == list(ANSWERS)
    assert len(asked) <= 9
    assert address == at(cast, "roles")


def test_what_was_answered_is_kept_as_it_was_said(asha: Client, cast: Cast) -> None:
    for name, answer in ANSWERS.items():
        asha.post(at(cast, "wizard-question", name), {"answer": answer})

    said = organisations.said(cast.asha)

    assert said.profile.sites == 2
    assert said.profile.regions == 2
    assert said.profile.record_volume is None
    assert said.profile.monitoring == frozenset[Monitoring]()
    assert said.next_question is None


def test_a_provider_that_the_nhs_owns_is_asked_one_question(asha: Client, cast: Cast) -> None:
    done = asha.post(at(cast, "wizard-question", "owned_by"), {"answer": "NHS"})

    assert done.headers["Location"] == at(cast, "roles")
    assert asha.get(at(cast, "wizard")).headers["Location"] == at(cast, "roles")
    assert asha.get(at(cast, "wizard-question", "sites")).status_code == 404


def test_one_place_is_not_asked_about_regions(asha: Client, cast: Cast) -> None:
    asha.post(at(cast, "wizard-question", "owned_by"), {"answer": "INDEPENDENT"})

    after = asha.post(at(cast, "wizard-question", "sites"), {"answer": "1"})

    assert after.headers["Location"] == at(cast, "wizard-question", "dedicated")


def test_leaving_in_the_middle_comes_back_to_the_next_question(asha: Client, cast: Cast) -> None:
    asha.post(at(cast, "wizard-question", "owned_by"), {"answer": "INDEPENDENT"})

    assert asha.get(at(cast, "wizard")).headers["Location"] == at(cast, "wizard-question", "sites")


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        ("owned_by", "COUNCIL", 'value="COUNCIL" checked'),
        ("record_volume", "not-sure", 'value="not-sure" checked'),
        ("dedicated", ["HR"], 'value="HR" checked'),
        ("monitoring", ["none"], 'value="none" checked'),
        ("funding", ["not-sure"], 'value="not-sure" checked'),
        ("sites", "3", 'value="3"'),
    ],
)
def test_an_answer_is_shown_when_the_question_is_opened_again(
    asha: Client, cast: Cast, question: str, answer: object, shown: str
) -> None:
    asha.post(at(cast, "wizard-question", question), {"answer": answer})

    assert shown in asha.get(at(cast, "wizard-question", question)).content.decode()


@pytest.mark.parametrize(("answer", "shown"), [("yes", "yes"), ("no", "no"), ("not-sure", "not-sure")])
def test_regions_are_shown_again_as_yes_no_or_not_sure(asha: Client, cast: Cast, answer: str, shown: str) -> None:
    asha.post(at(cast, "wizard-question", "sites"), {"answer": "2"})
    asha.post(at(cast, "wizard-question", "regions"), {"answer": answer})

    assert f'value="{shown}" checked' in asha.get(at(cast, "wizard-question", "regions")).content.decode()


def test_an_answer_changed_later_goes_back_to_the_roles(asha: Client, cast: Cast) -> None:
    for name, answer in ANSWERS.items():
        asha.post(at(cast, "wizard-question", name), {"answer": answer})

    changed = asha.post(at(cast, "wizard-question", "record_volume"), {"answer": "LARGE"})

    assert changed.headers["Location"] == at(cast, "roles")
    assert at(cast, "roles") in asha.get(at(cast, "wizard-question", "sites")).content.decode()


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("owned_by", "", "Who owns your organisation"),
        ("sites", "0", "Enter a number that is 1 or more"),
        ("dedicated", ["HR", "none"], "only on its own"),
        ("funding", ["SELF_FUNDED", "not-sure"], "only on its own"),
    ],
    ids=["nothing chosen", "no places", "none and one", "not sure and one"],
)
def test_an_answer_that_cannot_be_is_named_and_not_kept(
    asha: Client, cast: Cast, question: str, answer: object, words: str
) -> None:
    response = asha.post(at(cast, "wizard-question", question), {"answer": answer})

    assert words in response.content.decode()
    assert Question(question) not in organisations.said(cast.asha).answered


def test_a_question_that_is_none_is_not_found(asha: Client, cast: Cast) -> None:
    assert asha.get(at(cast, "wizard-question", "weather")).status_code == 404


@pytest.mark.parametrize("name", ["wizard", "wizard-question"])
def test_a_stranger_gets_not_found_and_a_reader_is_not_allowed(client: Client, cast: Cast, name: str) -> None:
    address = at(cast, name, *(["owned_by"] if name == "wizard-question" else []))

    client.force_login(user(cast.carol))
    assert client.get(address).status_code == 404
    client.force_login(user(cast.rhea))
    assert client.get(address).status_code == 403
