"""Addresses switched on, tried, replaced and off; the poster and the paper form."""

from uuid import UUID

import pytest
from django.conf import LazySettings
from django.test import Client

from guardbook.exports.documents import pdf
from guardbook.records.models import ReportAddress, Site
from tests.cast import Cast
from tests.factories.told import PHONE, address, council, text, to


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
