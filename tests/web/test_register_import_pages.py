"""A register comes in on three pages and goes out as a file, each as its description says. Suppliers stand for all."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.records.models import ImportRun
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import Supplier
from tests import sheets
from tests.cast import Cast, user

HEADINGS = ("Phone", "Company", "Service", "Notes on fridge")
ROWS = (("01632 960123", "Harbour Payroll", "Pays our staff", "x"), ("", "Oak Laundry", "Washes", ""))
PAYROLL = Supplier(name="Harbour Payroll", does="Pays our staff", handles_personal=True, contact="01632 960123")


def at(context: Context, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, "slug": "suppliers"} | parts)


def sent(client: Client, context: Context, content: bytes, name: str = "suppliers.csv") -> UUID:
    """Send a file and return its import."""
    client.post(at(context, "register-import"), {"file": SimpleUploadedFile(name, content)})
    return ImportRun.objects.latest("started_at").pk


def chosen(run_id: UUID) -> dict[str, str]:
    """The answers of the page of columns, as guessed."""
    return {f"column-{n}": key or "-" for n, key in enumerate(ImportRun.objects.get(pk=run_id).matching)}


def names(context: Context) -> list[str]:
    return [each.entry.name for each in listing.page(context, REGISTER, Asked()).found]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_comes_in_on_three_pages(cast: Cast, asha: Client, form: str) -> None:
    content = sheets.as_csv(HEADINGS, ROWS) if form == "csv" else sheets.as_xlsx([HEADINGS, *ROWS])

    start = asha.get(at(cast.asha, "register-import")).content.decode()
    run_id = sent(asha, cast.asha, content, f"suppliers.{form}")
    columns = asha.get(at(cast.asha, "register-import-columns", run_id=run_id)).content.decode()
    asha.post(at(cast.asha, "register-import-columns", run_id=run_id), chosen(run_id) | {"handles_personal": "no"})
    check = asha.get(at(cast.asha, "register-import-check", run_id=run_id)).content.decode()
    done = asha.post(at(cast.asha, "register-import-check", run_id=run_id), follow=True).content.decode()

    assert "Import your suppliers" in start
    assert "For new rows of the file that do not say." in columns
    assert "How do you reach them?: 01632 960123" in check
    assert "2 rows added, 0 rows changed." in done
    assert names(cast.asha) == ["Harbour Payroll", "Oak Laundry"]


def test_rows_that_cannot_be_read_are_shown_first(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(HEADINGS, [*ROWS, ("1", "Elm", "", "")]))
    asha.post(at(cast.asha, "register-import-columns", run_id=run_id), chosen(run_id) | {"handles_personal": "yes"})

    check = asha.get(at(cast.asha, "register-import-check", run_id=run_id)).content.decode()

    assert "Row 4: Answer the question: What do they do for you?" in check
    assert "Harbour Payroll" not in check
    assert "1 row cannot be read and will be left out." in check


def test_a_file_without_the_name_is_refused_on_its_page(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(["When", "Who pays"], [("x", "y")]))

    page = asha.post(at(cast.asha, "register-import-columns", run_id=run_id), chosen(run_id)).content.decode()

    assert "Choose which column has “Supplier”. It tells us which supplier a row is about." in page


def test_another_kind_of_file_is_refused_in_words(cast: Cast, asha: Client) -> None:
    workers = sheets.as_csv(["LOCALESTID", "UNIQUEWORKERID", "STATUS", "DISPLAYID", "MAINJOBROLE"], [("1",) * 5])

    page = asha.post(at(cast.asha, "register-import"), {"file": SimpleUploadedFile("w.csv", workers)}).content.decode()

    assert "This is a Skills for Care file of another kind." in page


def test_a_dropped_import_leads_back_to_the_register(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(HEADINGS, ROWS))

    response = asha.post(at(cast.asha, "register-import-drop", run_id=run_id))

    assert response.headers["Location"] == at(cast.asha, "register-list")
    assert names(cast.asha) == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_we_wrote_reads_back_in(cast: Cast, asha: Client, form: str) -> None:
    for name in ("=1+1", "-Not a formula", "Harbour Payroll"):
        entries.add(cast.asha, register=REGISTER, entry=Supplier(name=name, does="x", handles_personal=False))
    content = asha.get(at(cast.asha, "register-export", form=form)).content

    run_id = sent(asha, cast.asha, content, f"suppliers.{form}")
    asha.post(at(cast.asha, "register-import-columns", run_id=run_id), chosen(run_id))

    assert ImportRun.objects.get(pk=run_id).counts == {"unchanged": 3}


def test_the_download_is_what_the_list_shows(cast: Cast, asha: Client) -> None:
    for name in ("Harbour Payroll", "Oak Laundry"):
        entries.add(cast.asha, register=REGISTER, entry=Supplier(name=name, does="x", handles_personal=False))

    page = asha.get(at(cast.asha, "register-list"), {"search": "oak"}).content.decode()
    response = asha.get(at(cast.asha, "register-export", form="csv"), {"search": "oak"})

    assert f"{at(cast.asha, 'register-export', form='csv')}?search=oak" in page
    assert response.headers["Content-Disposition"] == 'attachment; filename="suppliers-2026-11-22.csv"'
    assert "Oak Laundry" in response.content.decode()
    assert "Harbour" not in response.content.decode()
    assert asha.get(at(cast.asha, "register-export", form="pdf")).status_code == 404


def test_an_import_of_one_register_is_not_there_in_another(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(HEADINGS, ROWS))
    other = {"organisation": cast.asha.organisation_id, "slug": "no-such-register"}

    assert asha.get(reverse("register-import", kwargs=other)).status_code == 404
    assert asha.get(reverse("register-import-columns", kwargs=other | {"run_id": run_id})).status_code == 404
    assert (
        asha.get(
            reverse("people-import-columns", kwargs={"organisation": other["organisation"], "run_id": run_id})
        ).status_code
        == 404
    )


def test_who_may_not_import_is_told_and_strangers_find_nothing(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(HEADINGS, ROWS))
    address = at(cast.asha, "register-import-check", run_id=run_id)
    reader, stranger = Client(), Client()
    reader.force_login(user(cast.rhea))
    stranger.force_login(user(cast.carol))

    assert reader.post(address).status_code == 403
    assert stranger.post(address).status_code == 404
    assert stranger.get(at(cast.asha, "register-export", form="csv")).status_code == 404
    assert reader.get(at(cast.asha, "register-export", form="csv")).status_code == 403
    assert names(cast.asha) == []
