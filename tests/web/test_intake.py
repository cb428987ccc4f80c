"""The pages on which people tell us something, and those of the people who read it."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guardbook.actions import people
from guardbook.actions.intake import addresses, deciding, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.actions.registers import entries
from guardbook.exports.documents import pdf
from guardbook.outside import throttle
from guardbook.queries.access import Context
from guardbook.records.models import Report, ReportAddress, Site
from guardbook.rules.intake import sending
from guardbook.rules.intake.reports import About, Purpose, Sort, State
from guardbook.rules.people import Kind
from guardbook.rules.registers import contacts
from guardbook.rules.registers.contacts import Contact, For
from tests.cast import Cast, user

PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile)"
TYPED = {"sort": "mistake", "what": "A letter went into the wrong envelope."}


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


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def to(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def address(cast: Cast, purpose: Purpose = Purpose.MISTAKES) -> str:
    key = addresses.switch_on(cast.mina, purpose=purpose, browser="Desk")
    return reverse("tell", kwargs={"code": ReportAddress.objects.get(pk=key).code})


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


def reported(cast: Cast, words: Words | None = None, mark: str = "a") -> Report:
    receiving.signed_in(cast.cole, words or Words(Sort.MISTAKE, TYPED["what"]), Sent(mark), keeps_name=True)
    return Report.objects.latest("received_at", "id")


def council(cast: Cast) -> None:
    kept = Contact(name="Council safeguarding", phone="01632 960999", rung_for=(For.COUNCIL, For.STAFF))
    entries.add(cast.asha, register=contacts.REGISTER, entry=kept)


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


def test_another_device_opens_the_address_before_the_poster_prints(
    asha: Client, cast: Cast, settings: LazySettings
) -> None:
    where = address(cast)
    key = ReportAddress.objects.get().pk
    poster, file = to(cast.asha, "report-poster", address_id=key), to(cast.asha, "report-poster-pdf", address_id=key)
    asha.get(where)  # signed in
    Client().get(where)  # on the computer itself

    before, refused = text(asha.get(poster)), asha.get(file)
    Client(REMOTE_ADDR="10.0.0.7").get(where, headers={"user-agent": PHONE})
    after, made = text(asha.get(poster)), asha.get(file)

    assert "Try it first" in before
    assert refused.status_code == 400
    assert "First opened on a phone or tablet" in after
    assert made.content.startswith(b"%PDF")


def test_behind_a_proxy_another_browser_counts_and_places_are_told_apart(
    cast: Cast, settings: LazySettings, still_clock: None
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    where = address(cast)

    Client().get(where, headers={"user-agent": PHONE, "x-forwarded-for": "203.0.113.9, 198.51.100.2"})

    assert ReportAddress.objects.get().tried_with == "a phone or tablet"


def test_the_paper_form_is_one_page_and_needs_no_address(asha: Client, cast: Cast) -> None:
    council(cast)

    shown, file = text(asha.get(to(cast.asha, "report-paper"))), asha.get(to(cast.asha, "report-paper-pdf"))

    assert "Council safeguarding: 01632 960999" in shown
    assert file.content.startswith(b"%PDF")


def test_a_machine_without_pdf_says_what_to_do_instead(
    asha: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)

    response = asha.get(to(cast.asha, "report-paper-pdf"))

    assert response.status_code == 400
    assert "print it to PDF from your browser" in text(response)


def test_a_manager_switches_addresses_on_replaced_and_off(asha: Client, cast: Cast) -> None:
    listed = to(cast.asha, "report-addresses")
    on = to(cast.asha, "report-address-on", purpose="mistakes")

    asha.post(on)
    again = asha.post(on, follow=True)
    first = ReportAddress.objects.get()
    asha.post(to(cast.asha, "report-address-replace", address_id=first.pk))
    second = ReportAddress.objects.get(ended_at=None)
    shown = text(asha.get(listed))
    asha.post(to(cast.asha, "report-address-off", address_id=second.pk))

    assert "switched on already" in text(again)
    assert second.code != first.code
    assert f"/r/{second.code[:4]}-{second.code[4:]}/" in shown
    assert not ReportAddress.objects.filter(ended_at=None).exists()


def test_each_site_has_an_address_of_its_own(asha: Client, cast: Cast) -> None:
    asha.post(to(cast.asha, "site-add"), {"name": "The Lodge"})
    site = Site.objects.get()

    asha.post(to(cast.asha, "report-address-on", purpose="mistakes") + f"?site={site.pk}")

    assert ReportAddress.objects.get().site_id == site.pk


@pytest.mark.parametrize("wrong", ["?site=nonsense", f"?site={UUID(int=7)}"])
def test_a_site_that_is_not_there_has_none(asha: Client, cast: Cast, wrong: str) -> None:
    assert asha.post(to(cast.asha, "report-address-on", purpose="mistakes") + wrong).status_code == 404


def test_an_address_for_nothing_is_not_made(asha: Client, cast: Cast) -> None:
    assert asha.post(to(cast.asha, "report-address-on", purpose="fun")).status_code == 404


def test_staff_land_on_what_they_may_open_and_report_from_there(cast: Cast, client: Client, still_clock: None) -> None:
    client.force_login(user(cast.ben))

    landed = client.get("/", follow=True)
    thanks = client.post(to(cast.ben, "report-mistake"), {**TYPED, "keep": "no"})

    assert landed.redirect_chain == [(to(cast.ben, "to-read"), 302)]
    assert "Report a mistake, a near miss or a worry" in text(landed)
    assert "Settings" not in text(landed)
    assert "Thank you for telling us" in text(thanks)
    assert Report.objects.get().reporter_id is None


def test_somebody_signed_in_says_whom_it_is_about_and_that_person_does_not_see_it(
    cast: Cast, client: Client, still_clock: None
) -> None:
    mina = people.add(cast.asha, details=people.Details(name="Mina Manager", kind=Kind.EMPLOYEE))
    client.force_login(user(cast.cole))

    thanks = client.post(to(cast.cole, "report-mistake"), {**TYPED, "keep": "yes", "named": str(mina)})
    refused = client.post(to(cast.cole, "report-mistake"), {**TYPED, "named": str(mina)})

    assert "The person you named does not see your report." in text(thanks)
    assert "Say whether we may keep your name" in text(refused)
    assert Report.objects.get().reporter_name == "Cole Contributor"


def test_a_paper_form_is_typed_in_with_the_name_on_it(asha: Client, cast: Cast) -> None:
    asha.post(to(cast.asha, "report-mistake"), {**TYPED, "keep": "paper", "name": "A night nurse"})

    row = Report.objects.get()
    assert (row.came_by, row.reporter_name, row.reporter_id) == ("paper", "A night nurse", None)


def test_readers_see_what_waits_and_read_it(asha: Client, cast: Cast) -> None:
    row = reported(cast, Words(Sort.CONCERN, "Doors are left open", place="The office", about=About.READER))

    listed = text(asha.get(to(cast.asha, "reported")))
    read = text(asha.get(to(cast.asha, "report-read", report_id=row.pk)))
    after = text(asha.get(to(cast.asha, "reported")))

    assert "Waiting (1)" in listed
    assert "New" in listed
    assert "Doors are left open" in read
    assert "Say who it is about before anything else" in read
    assert "New" not in after


def test_an_empty_list_says_what_comes_there(asha: Client, cast: Cast) -> None:
    for state in State:
        assert "report" in text(asha.get(to(cast.asha, "reported") + f"?show={state}&before=nonsense"))


def test_a_long_list_goes_on(asha: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardbook.queries.intake.reports.PAGE", 1)
    reported(cast)
    reported(cast, Words(Sort.CONCERN, "Something else"), "b")

    first = asha.get(to(cast.asha, "reported")).content.decode()
    older = re.search(r'href="([^"]*before=[^"]*)"', first)

    assert older is not None
    assert asha.get(older[1].replace("&amp;", "&")).status_code == 200


def test_a_request_shows_whose_information_it_is_about(asha: Client, cast: Cast) -> None:
    row = reported(cast, Words(Sort.COPY, "The care plan", affected="My mother", name="Ann", contact="01632 960111"))

    assert "My mother" in text(asha.get(to(cast.asha, "report-read", report_id=row.pk)))


def test_a_reader_closes_a_report_with_a_word_back(asha: Client, cast: Cast) -> None:
    row = reported(cast)
    close = to(cast.asha, "report-close", report_id=row.pk)

    empty = asha.post(close, {"outcome": "", "version": "1"})
    stale = asha.post(close, {"outcome": "Done", "version": "x"})
    asha.post(close, {"outcome": "We talked about it.", "version": "1"})
    again = asha.post(close, {"outcome": "Once more", "version": "2"})
    read = text(asha.get(to(cast.asha, "report-read", report_id=row.pk)))

    assert "Say what was done" in text(empty)
    assert "Somebody else changed this" in text(stale)
    assert "dealt with this report already" in text(again)
    assert "We talked about it." in read
    assert "What now?" not in read


def test_a_reader_says_whom_it_is_about(asha: Client, cast: Cast) -> None:
    row = reported(cast)
    dee = people.add(cast.asha, details=people.Details(name="Dee Officer", kind=Kind.EMPLOYEE))
    own = people.add(cast.asha, details=people.Details(name="Asha Owner", kind=Kind.EMPLOYEE))
    who = to(cast.asha, "report-who", report_id=row.pk)

    refused = asha.post(who, {"person": str(own), "version": "1"})
    asha.post(who, {"person": str(dee), "version": "1"})

    assert "cannot hide a report from yourself" in text(refused)
    assert "Dee Officer, who does not see this report" in text(asha.get(to(cast.asha, "report-read", report_id=row.pk)))


def test_a_reader_joins_two_reports(asha: Client, cast: Cast) -> None:
    first = reported(cast)
    second = reported(cast, Words(Sort.CONCERN, "The same thing"), "b")

    asha.post(to(cast.asha, "report-join", report_id=second.pk), {"other": str(first.pk), "version": "1"})

    assert "Joined to" in text(asha.get(to(cast.asha, "report-read", report_id=second.pk)))


def test_a_photo_is_handed_out_to_be_saved_and_never_run(asha: Client, cast: Cast) -> None:
    made = BytesIO()
    Image.new("RGB", (20, 20), "blue").save(made, "PNG")
    photo = receiving.keep_photo("door.png", BytesIO(made.getvalue()))
    receiving.signed_in(cast.cole, Words(Sort.MISTAKE, "See the photo"), Sent("p", photo), keeps_name=True)
    row = Report.objects.get()

    read = asha.get(to(cast.asha, "report-read", report_id=row.pk))
    file = asha.get(to(cast.asha, "report-photo", report_id=row.pk))

    assert "Save the photo that came with it" in text(read)
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.headers["Content-Security-Policy"].startswith("sandbox")


def test_an_officer_reads_and_sees_no_button_to_decide(cast: Cast, client: Client, still_clock: None) -> None:
    row = reported(cast)
    client.force_login(user(cast.dee))

    read = text(client.get(to(cast.dee, "report-read", report_id=row.pk)))

    assert TYPED["what"] in read
    assert "Close it" not in read
    assert "Say who it is about" not in read


def test_a_report_is_put_in_the_log_of_incidents_with_its_own_words(asha: Client, cast: Cast, now: datetime) -> None:
    row = reported(cast)
    read = to(cast.asha, "report-read", report_id=row.pk)
    start = to(cast.asha, "incident-log") + f"?report={row.pk}"
    when = {"found_on-day": "22", "found_on-month": "11", "found_on-year": "2026"}
    sure = {name.replace("found", "certain"): value for name, value in when.items()} | {"certain_at": "9:30"}

    offered = asha.get(read).content.decode()
    shown = asha.get(start).content.decode()
    asha.post(start, {"title": "Wrong envelope", "story": row.what, **when, **sure})
    after = text(asha.get(read))

    assert start in offered
    assert row.what in shown
    assert "The incident it became" in after
