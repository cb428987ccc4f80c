"""The pages of those who report signed in, and of those who read reports."""

import re
from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from guardbook.actions import people
from guardbook.actions.intake import receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.queries.access import Context
from guardbook.records.models import Report
from guardbook.rules.intake.reports import About, Sort, State
from guardbook.rules.people import Kind
from tests.cast import Cast, user
from tests.factories.told import TYPED, reported, text, to


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


def test_the_home_page_says_that_reports_wait_and_only_to_those_who_may_read_them(
    asha: Client, cast: Cast, client: Client
) -> None:
    mina = people.add(cast.asha, details=people.Details(name="Mina Manager", kind=Kind.EMPLOYEE))
    reported(cast, Words(Sort.CONCERN, "About Mina", named_person_id=mina))
    seen = {}

    for person in ("asha", "mina", "cole"):
        context: Context = getattr(cast, person)
        client.force_login(user(context))
        seen[person] = "1 report waiting" in text(client.get(to(context, "home")))

    assert seen == {"asha": True, "mina": False, "cole": False}
