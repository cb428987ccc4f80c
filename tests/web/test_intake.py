"""The pages on which people tell us something without signing in, and see later what was done."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guardbook.actions.intake import deciding
from guardbook.outside import throttle
from guardbook.records.models import Report
from guardbook.rules.intake import sending
from guardbook.rules.intake.reports import Purpose
from tests.cast import Cast
from tests.factories.told import PHONE, TYPED, address, council, text


@pytest.fixture(autouse=True)
def no_counts_left(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def clock(still_clock: None, settings: LazySettings, now: datetime) -> Callable[[timedelta], None]:
    """Moves the clock of the pages on from the start of the test."""

    def move(by: timedelta) -> None:
        Path(str(settings.CLOCK_FILE)).write_text((now + by).isoformat())

    return move


def carried(response: Any) -> dict[str, str]:
    page = response.content.decode()
    return {
        name: found[1]
        for name in ("mark", "kept_photo")
        if (found := re.search(rf'name="{name}" value="([^"]*)"', page))
    }


def sent(client: Client, where: str, clock: Callable[[timedelta], None], **typed: Any) -> Any:
    """Open a page, take a minute, and send it, as a phone that keeps no cookies."""
    opened = client.get(where, headers={"user-agent": PHONE})
    clock(timedelta(minutes=1))
    client.cookies.clear()
    return client.post(where, {**carried(opened), **TYPED, **typed})


@pytest.fixture
def phone() -> Client:
    """A phone whose browser refuses every form without a token, where a page asks for one."""
    return Client(enforce_csrf_checks=True)


def test_a_phone_without_cookies_or_sign_in_reports_in_one_page(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    council(cast)
    where = address(cast)
    opened = text(phone.get(where))

    thanks = text(sent(phone, where, clock))

    row = Report.objects.get()
    assert "Someone in danger?" in opened
    assert "Council safeguarding: 01632 960999" in opened
    assert "Thank you for telling us" in thanks
    assert f"{row.number[:4]}-{row.number[4:]}".upper() in thanks
    assert not phone.cookies


def test_nothing_said_is_asked_for_and_the_rest_stays(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    response = sent(phone, address(cast), clock, what="", place="The office")

    assert "Say what happened, in your own words" in text(response)
    assert 'value="The office"' in response.content.decode()
    assert not Report.objects.exists()


def test_what_a_machine_would_send_is_kept_and_taken_at_the_second_press(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    where = address(cast)

    first = sent(phone, where, clock, website="http://buy.example")
    second = phone.post(where, {**carried(first), **TYPED})

    assert "Please press the button once more" in text(first)
    assert TYPED["what"] in first.content.decode()
    assert "Thank you for telling us" in text(second)


def test_a_form_without_our_mark_is_taken_at_the_second_press(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    where = address(cast)

    first = phone.post(where, TYPED)
    clock(timedelta(seconds=10))
    second = phone.post(where, {**carried(first), **TYPED})

    assert "press the button once more" in text(first)
    assert "Thank you for telling us" in text(second)


def test_a_page_left_open_for_days_is_taken_at_the_second_press(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    where = address(cast)
    opened = carried(phone.get(where))
    clock(timedelta(days=3))

    first = phone.post(where, {**opened, **TYPED})
    clock(timedelta(days=3, seconds=10))
    second = phone.post(where, {**carried(first), **TYPED})

    assert "open for a long time" in text(first)
    assert "Thank you for telling us" in text(second)


def test_after_too_many_the_page_keeps_the_words_and_gives_a_number_to_ring(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None], now: datetime
) -> None:
    council(cast)
    where = address(cast)
    for _ in range(sending.PER_HOUR_FROM_ONE_PLACE):
        throttle.count(throttle.place("127.0.0.1", now), now)

    response = sent(phone, where, clock)
    clock(timedelta(hours=1, minutes=1))
    later = phone.post(where, {**carried(response), **TYPED})

    assert response.status_code == 429
    assert "has to wait" in text(response)
    assert TYPED["what"] in response.content.decode()
    assert "Rather talk to a person? Council safeguarding: 01632 960999" in text(response)
    assert later.status_code == 200
    assert Report.objects.count() == 1


def test_a_photo_stays_kept_when_something_else_has_to_be_put_right(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    made = BytesIO()
    Image.new("RGB", (20, 20), "blue").save(made, "PNG")
    where = address(cast)

    first = sent(phone, where, clock, what="", photo=SimpleUploadedFile("door.png", made.getvalue(), "image/png"))
    phone.post(where, {**carried(first), **TYPED})

    assert "Your photo “door.png” is kept" in text(first)
    assert Report.objects.get().photo_name == "door.png"


def test_a_photo_that_is_none_is_refused_beside_its_field_and_the_words_stay(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    response = sent(phone, address(cast), clock, photo=SimpleUploadedFile("list.csv", b"name,room", "text/csv"))

    assert "Only a photo can be sent here" in text(response)
    assert TYPED["what"] in response.content.decode()


def test_a_worry_about_whoever_reads_it_is_first_shown_whom_to_tell_outside(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    thanks = text(sent(phone, address(cast), clock, about="reader"))

    assert "Tell somebody outside as well" in thanks
    for name in ("Care Quality Commission", "Protect", "Information Commissioner"):
        assert name in thanks
    assert "Nobody has rung this number lately to check it." in thanks


def test_an_address_that_nobody_made_says_nothing(phone: Client, cast: Cast) -> None:
    assert phone.get(reverse("tell", kwargs={"code": "aaaa-bbbb"})).status_code == 404


def test_the_public_page_takes_a_request_and_asks_where_to_answer(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    where = address(cast, Purpose.PUBLIC)
    asked = {"sort": "copy", "what": "My mother's care plan", "affected": "My mother", "name": "Ann"}

    refused = sent(phone, where, clock, **asked)
    taken = phone.post(where, {**carried(refused), **asked, "contact": "01632 960111"})

    assert "Say how we can reach you" in text(refused)
    assert "The time that the law gives us to answer usually counts from today" in text(taken)
    assert (Report.objects.get().kind, Report.objects.get().reporter_contact) == ("request", "01632 960111")


def test_a_reporter_sees_what_was_done_with_number_and_code(
    phone: Client, cast: Cast, clock: Callable[[timedelta], None]
) -> None:
    thanks = sent(phone, address(cast), clock).content.decode()
    number, code = re.findall(r"<dd[^>]*><strong>([^<]+)</strong>", thanks)
    deciding.close(cast.mina, report_id=Report.objects.get().pk, outcome="We now check twice.", version=1)

    wrong = phone.post(reverse("report-status"), {"number": number, "code": "2222-2222-2222"})
    right = phone.post(reverse("report-status"), {"number": number, "code": code.lower()})

    assert "No report has this number and this code" in text(wrong)
    assert "We now check twice." in text(right)
    assert TYPED["what"] not in text(right)


def test_guessing_codes_has_to_wait(phone: Client, cast: Cast, still_clock: None) -> None:
    guess = {"number": "2222-2222", "code": "3333-3333-3333"}
    for _ in range(sending.PER_HOUR_FROM_ONE_PLACE):
        phone.post(reverse("report-status"), guess)

    assert "tried many times" in text(phone.post(reverse("report-status"), guess))
