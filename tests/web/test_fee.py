"""The page that works out the data protection fee."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions import organisations, people
from guardbook.queries.access import Context
from guardbook.queries.registers import fee
from guardbook.rules.organisations import Owner, Question
from guardbook.rules.people import Kind
from tests.cast import Cast, user


def at(context: Context) -> str:
    return reverse("fee", kwargs={"organisation": context.organisation_id})


def text(response: Any) -> str:
    return " ".join(str(response.content.decode()).split())


def staff(cast: Cast, number: int, kind: Kind = Kind.EMPLOYEE) -> None:
    for each in range(number):
        details = people.Details(name=f"{kind} {each}", kind=kind, started_on=date(2024, 1, 1))
        people.add(cast.asha, details=details)


@pytest.fixture
def paid(cast: Cast) -> Cast:
    organisations.answer_question(cast.asha, question=Question.OWNED_BY, answer=Owner.INDEPENDENT)
    organisations.say_details(cast.asha, details={"ico_number": "ZA123456", "ico_expires_on": date(2026, 11, 30)})
    return cast


def test_with_nothing_recorded_it_says_what_is_missing(asha: Client, cast: Cast) -> None:
    shown = text(asha.get(at(cast.asha)))

    assert "We cannot say yet what you pay." in shown
    assert "Add your staff list" in shown
    assert "Add the day your registration runs out to your details." in shown
    assert "How we counted your staff" not in shown


def test_a_small_home_pays_the_first_tier_by_the_twenty_first_day(asha: Client, paid: Cast) -> None:
    staff(paid, 9)

    shown = text(asha.get(at(paid.asha)))

    assert "You pay £52 by 21 December 2026." in shown
    assert "you have 10 staff or fewer" in shown
    assert "April 2025" in shown
    assert "March 2026" in shown


def test_a_larger_home_is_asked_for_its_turnover(asha: Client, paid: Cast) -> None:
    staff(paid, 12)
    staff(paid, 3, Kind.VOLUNTEER)

    assert "Choose your turnover." in text(asha.get(at(paid.asha)))
    shown = text(asha.get(at(paid.asha), {"turnover": "medium", "charity": "no", "direct_debit": "yes"}))

    assert "You pay £73 by 21 December 2026." in shown
    assert re.search(r"Staff, on average</dt> <dd[^>]*> ?12 ?</dd>", shown)
    assert "Direct debit takes £5 off. Please check this." not in shown  # read at second hand is read


def test_what_is_chosen_wins_over_the_list_and_is_not_kept(asha: Client, paid: Cast) -> None:
    staff(paid, 9)

    shown = text(asha.get(at(paid.asha), {"staff": "300", "turnover": "large", "charity": "no", "first_month": "1"}))
    again = text(asha.get(at(paid.asha)))

    assert "£3,763" in shown
    assert "January 2025" in shown
    assert "£52" in again


def test_a_paper_only_service_is_asked_the_checklist(asha: Client, paid: Cast) -> None:
    shown = text(asha.get(at(paid.asha), {"on_computer": "no", "cctv": "no"}))

    assert "You may not have to pay." in shown
    assert "no video doorbell" in shown


def test_a_number_that_is_none_is_told(asha: Client, paid: Cast) -> None:
    assert "There is a problem" in text(asha.get(at(paid.asha), {"staff": "many"}))


@pytest.mark.parametrize(
    ("owner", "said", "public"),
    [
        (Owner.COUNCIL, None, True),
        (Owner.NHS, None, True),
        (Owner.PART_PUBLIC, True, True),
        (Owner.PART_PUBLIC, None, None),
        (None, None, None),
    ],
)
def test_who_owns_it_says_whether_it_is_a_public_authority(
    cast: Cast, owner: Owner | None, said: bool | None, public: bool | None
) -> None:
    if owner:
        organisations.answer_question(cast.asha, question=Question.OWNED_BY, answer=owner)
    if said is not None:
        organisations.answer_question(cast.asha, question=Question.PUBLIC_AUTHORITY, answer=said)

    assert fee.payer(cast.asha, 4).public_authority is public


def test_a_reader_is_not_sent_to_a_page_they_cannot_open(still_clock: None, client: Client, cast: Cast) -> None:
    client.force_login(user(cast.rhea))

    assert "Change your details" not in text(client.get(at(cast.asha)))


def test_strangers_and_staff_see_nothing(still_clock: None, client: Client, cast: Cast) -> None:
    client.force_login(user(cast.carol))
    assert client.get(at(cast.asha)).status_code == 404
    client.force_login(user(cast.ben))
    assert client.get(at(cast.asha)).status_code == 403
