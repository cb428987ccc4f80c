"""Reminders, calendar addresses, and the two doors that open without signing in."""

import re
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guardbook.actions import accounts
from guardbook.actions.agenda import feeds, reminding
from guardbook.actions.agenda.feeds import Made
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.access import Context
from guardbook.queries.agenda import reminding as questions
from guardbook.records import scope
from guardbook.records.models import AuditEvent, FeedAddress, ReminderChoice, User
from guardbook.rules.agenda.calendars import Whose
from guardbook.rules.agenda.reminders import Choice
from tests.cast import Cast, user, user_id
from tests.exports import libical
from tests.factories import agenda as factory

TODAY = date(2026, 11, 22)
ADDRESS = re.compile(r"/calendar/[\w-]+/[\w-]+/[\w-]+/guardbook\.ics")


class Answered(Protocol):
    """What a test reads of a response."""

    content: bytes


def text(response: Answered) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def to(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def address(context: Context, made: Made) -> str:
    return to(context, "calendar-feed", feed_id=made.feed_id, secret=made.secret)


def made(client: Client, context: Context, whose: str = "all") -> str:
    found = ADDRESS.search(client.post(to(context, "feed-make", whose=whose)).content.decode())
    assert found
    return found[0]


def titles(response: Answered) -> list[str]:
    return [each.summary for each in libical.events(response.content)]


@pytest.mark.parametrize("choice", Choice)
def test_somebody_chooses_how_to_be_reminded(asha: Client, cast: Cast, choice: Choice) -> None:
    for _ in range(2):
        asha.post(to(cast.asha, "reminders"), {"choice": choice.value})

    assert questions.choice(cast.asha) is choice
    assert f'value="{choice.value}" checked' in asha.get(to(cast.asha, "reminders")).content.decode()
    assert questions.choice(cast.mina) is Choice.EACH


def test_an_empty_choice_is_asked_for(asha: Client, cast: Cast) -> None:
    assert "Choose how you want to be reminded" in text(asha.post(to(cast.asha, "reminders"), {}))


def test_the_page_says_why_no_mail_comes(asha: Client, cast: Cast, settings: Settings) -> None:
    without_server = text(asha.get(to(cast.asha, "reminders")))
    settings.MAIL = settings.MAIL.__class__(**{**vars_of(settings.MAIL), "host": "mail.example"})
    with_server = text(asha.get(to(cast.asha, "reminders")))
    with scope.writing("action"):
        User.objects.filter(pk=user_id(cast.asha)).update(email=None)

    assert "Mail is not set up on this computer" in without_server
    assert "Reminders go to asha@rose.example." in with_server
    assert "You have no email address here" in text(asha.get(to(cast.asha, "reminders")))


def vars_of(mail: object) -> dict[str, object]:
    return {name: getattr(mail, name) for name in mail.__dataclass_fields__}  # type: ignore[attr-defined]  # a dataclass


def test_an_address_is_made_opened_replaced_and_ended(asha: Client, cast: Cast) -> None:
    factory.task(cast.asha, due_on=TODAY)
    stranger = Client()

    first = made(asha, cast.asha)
    opened = stranger.get(first)
    second = made(asha, cast.asha)
    codes = [stranger.get(first).status_code, stranger.get(second).status_code]
    asha.post(to(cast.asha, "feed-end", whose="all"))

    assert "A task that you or a colleague wrote down" in titles(opened)
    assert codes == [404, 200]
    assert stranger.get(second).status_code == 404
    assert "It has no address yet." in text(asha.get(to(cast.asha, "reminders")))


def test_what_a_calendar_is_told_about_its_file(asha: Client, cast: Cast) -> None:
    answer = Client().get(made(asha, cast.asha))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert str(icalendar.Calendar.from_ical(answer.content)["prodid"]) == "-//Guardbook//What next//EN"
    assert not answer.cookies


def test_a_calendar_holds_everything_or_only_what_is_mine(asha: Client, cast: Cast) -> None:
    factory.task(cast.asha, due_on=TODAY, user_id=user_id(cast.asha))
    factory.task(cast.asha, due_on=TODAY + timedelta(days=1), user_id=user_id(cast.mina))

    everything, mine = (titles(Client().get(made(asha, cast.asha, whose))) for whose in ("all", "mine"))

    tasks = [each for each in everything if each.startswith("A task")]
    assert (len(tasks), mine) == (2, tasks[:1])
    assert "Look for devices and software that get no more updates" in everything


def test_nothing_that_anybody_typed_is_in_a_calendar(asha: Client, cast: Cast) -> None:
    factory.contradicted(cast.asha)
    factory.task(cast.asha, "Move the file of Mrs Example", TODAY)

    shown = Client().get(made(asha, cast.asha)).content.decode()

    assert "Example" not in shown
    assert not re.search("Person 0|The lock sticks|Asha", shown)


@pytest.mark.parametrize("what", ["secret", "feed", "provider"])
def test_an_address_with_anything_wrong_in_it_is_not_there(cast: Cast, client: Client, what: str) -> None:
    found = feeds.make_feed(cast.asha, whose=Whose.ALL)
    wrong = {
        "secret": address(cast.asha, Made(found.feed_id, found.secret[:-1])),
        "feed": address(cast.asha, Made(uuid7(), found.secret)),
        "provider": address(cast.carol, found),
    }

    answers = [client.get(wrong[what]), client.get(to(cast.asha, "calendar-feed", feed_id=uuid7(), secret="x"))]

    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert b"Rose House" not in answers[0].content


def test_the_address_of_somebody_who_has_gone_is_not_there(cast: Cast, client: Client, still_clock: None) -> None:
    found = feeds.make_feed(cast.mina, whose=Whose.ALL)
    accounts.change_access(cast.asha, user_id=user_id(cast.mina), role=None)

    assert client.get(address(cast.mina, found)).status_code == 404


def test_the_address_of_an_account_that_was_closed_is_not_there(cast: Cast, client: Client) -> None:
    found = feeds.make_feed(cast.mina, whose=Whose.ALL)
    with scope.writing("action"):
        User.objects.filter(pk=user_id(cast.mina)).update(is_active=False)

    assert client.get(address(cast.mina, found)).status_code == 404


def test_a_calendar_shows_no_more_than_its_owner_may_open(cast: Cast, client: Client, still_clock: None) -> None:
    factory.contradicted(cast.asha)
    assert FeedAddress.objects.count() == 0
    found = feeds.make_feed(cast.rhea, whose=Whose.ALL)

    assert [each for each in titles(client.get(address(cast.rhea, found))) if "Appoint" in each] == []


def test_there_is_no_other_kind_of_calendar(asha: Client, cast: Cast) -> None:
    assert asha.post(to(cast.asha, "feed-make", whose="yours")).status_code == 404
    assert asha.post(to(cast.asha, "feed-end", whose="mine")).status_code == 404


def test_whoever_holds_a_letter_stops_the_letters_with_one_button(cast: Cast, client: Client) -> None:
    token = reminding.off_token(cast.asha.organisation_id, user_id(cast.mina))
    page = reverse("reminders-off", kwargs={"token": token})

    asked_for = client.get(page)
    before = ReminderChoice.objects.count()
    stopped = client.post(page)
    again = client.post(page)

    assert "no more reminder emails about Rose House" in text(asked_for)
    assert before == 0
    assert "Reminders are stopped" in text(stopped)
    assert again.status_code == 200
    assert questions.choice(cast.mina) is Choice.OFF
    assert AuditEvent.objects.filter(event="agenda.reminders.chosen").count() == 2


def bad_tokens(cast: Cast) -> list[str]:
    good = reminding.off_token(cast.asha.organisation_id, user_id(cast.mina))
    return [good[:-1], "x", reminding.off_token(UUID(int=9), user_id(cast.mina))]


def test_an_address_that_we_did_not_write_stops_nothing(cast: Cast, client: Client) -> None:
    for token in bad_tokens(cast):
        assert client.get(reverse("reminders-off", kwargs={"token": token})).status_code == 404
        assert client.post(reverse("reminders-off", kwargs={"token": token})).status_code == 404
    stranger = reminding.off_token(cast.asha.organisation_id, user_id(cast.carol))
    assert client.post(reverse("reminders-off", kwargs={"token": stranger})).status_code == 404
    assert not ReminderChoice.objects.exists()


def test_a_signed_word_that_names_nobody_stops_nothing(cast: Cast, now: datetime) -> None:
    from django.core import signing

    from guardbook.kernel.errors import NotFound

    with pytest.raises(NotFound):
        reminding.off_for(signing.Signer(salt="guardbook.reminders.off").sign("nobody"))


def test_the_machine_chooses_for_nobody(cast: Cast) -> None:
    from guardbook.kernel.errors import NotFound
    from guardbook.queries import access

    with pytest.raises(NotFound):
        reminding.choose(access.system("x", cast.asha.organisation_id, cast.asha.now), choice=Choice.OFF)


def test_the_settings_lead_here(asha: Client, cast: Cast) -> None:
    assert to(cast.asha, "reminders") in asha.get(to(cast.asha, "settings")).content.decode()


def test_a_stranger_has_no_calendar_to_end(asha: Client, cast: Cast, client: Client) -> None:
    client.force_login(user(cast.carol))

    assert client.post(to(cast.asha, "feed-make", whose="all")).status_code == 404
