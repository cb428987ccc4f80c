"""The emergency contacts on one page to print, and the note that they were."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries, printing, whole
from guardbook.kernel.errors import NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.rules.registers import contacts
from guardbook.rules.registers.contacts import Contact
from tests.cast import Cast, user
from tests.rules.assessment.cases_continuity import CONTACT


def at(context: Context, name: str = "phone-list") -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id})


def text(response: Any) -> str:
    return str(response.content.decode())


def printed(context: Context) -> list[date | None]:
    found: list[Contact] = [each.entry for each in listing.page(context, contacts.REGISTER, Asked()).found]
    return [each.printed_on for each in found]


@pytest.fixture
def rung(cast: Cast) -> Cast:
    for name in ("Fernbank IT", "On-call manager"):
        entry = replace(CONTACT, name=name, printed_on=None, email="help@fernbank.example", account="A-17")
        entries.add(cast.asha, register=contacts.REGISTER, entry=entry)
    return cast


def test_the_list_shows_everybody_and_what_they_ask_for(asha: Client, rung: Cast) -> None:
    shown = text(asha.get(at(rung.asha)))

    for words in ("Made on 22 November 2026", "On-call manager", "01632 960456", "help@fernbank.example", "A-17"):
        assert words in shown


def test_the_register_leads_to_the_list(asha: Client, rung: Cast) -> None:
    register = reverse("register-list", kwargs={"organisation": rung.asha.organisation_id, "slug": "contacts"})

    assert at(rung.asha) in text(asha.get(register))


def test_one_button_notes_that_all_of_it_was_printed(asha: Client, rung: Cast) -> None:
    response = asha.post(at(rung.asha, "phone-list-printed"), follow=True)

    assert "2 numbers on paper from today" in text(response)
    assert printed(rung.asha) == [date(2026, 11, 22)] * 2


def test_starter_rows_are_not_printed_until_somebody_checked_them(asha: Client, cast: Cast) -> None:
    whole.add_starters(cast.asha, register=contacts.REGISTER, keys=["it"])

    assert "nobody on the list yet" in text(asha.get(at(cast.asha)))
    assert "Add your emergency contacts first" in text(asha.post(at(cast.asha, "phone-list-printed"), follow=True))


def test_a_reader_is_offered_no_button_and_may_not_press_it(still_clock: None, client: Client, rung: Cast) -> None:
    client.force_login(user(rung.rhea))

    assert "I have printed it" not in text(client.get(at(rung.asha)))
    with pytest.raises(NotPermitted):
        printing.phone_list_printed(rung.rhea)


def test_somebody_elses_list_is_their_own(still_clock: None, client: Client, rung: Cast) -> None:
    client.force_login(user(rung.carol))

    assert client.get(at(rung.asha)).status_code == 404
    with pytest.raises(Refused):
        printing.phone_list_printed(rung.carol)
    assert printed(rung.asha) == [None, None]
