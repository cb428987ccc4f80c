"""The three pages of an import, for staff and for training."""

from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guardbook.actions import people
from guardbook.jobs import registry
from guardbook.queries.access import Context
from guardbook.records.models import ImportRow, ImportRun, Person, TrainingCompletion
from guardbook.rules.people import Kind
from tests import sheets
from tests.cast import Cast


def at(context: Context, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id} | parts)


def sent(client: Client, context: Context, content: bytes, name: str = "staff.csv", kind: str = "people") -> UUID:
    """Send a file and return its import."""
    file = SimpleUploadedFile(name, content)
    client.post(at(context, f"{kind}-import"), {"file": file})
    return ImportRun.objects.latest("started_at").pk


def chosen(run_id: UUID) -> dict[str, str]:
    """The answers of the page of columns, as guessed."""
    return {f"column-{n}": key or "-" for n, key in enumerate(ImportRun.objects.get(pk=run_id).matching)}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_sixty_people_in_three_pages(cast: Cast, asha: Client, form: str) -> None:
    rows = [sheets.HEADINGS, *sheets.staff_rows()]
    content = sheets.as_csv(rows[0], rows[1:]) if form == "csv" else sheets.as_xlsx(rows)
    run_id = sent(asha, cast.asha, content, f"staff.{form}")

    columns = asha.get(at(cast.asha, "people-import-columns", run_id=run_id)).content.decode()
    asha.post(at(cast.asha, "people-import-columns", run_id=run_id), chosen(run_id))
    check = asha.get(at(cast.asha, "people-import-check", run_id=run_id)).content.decode()
    asha.post(at(cast.asha, "people-import-check", run_id=run_id))

    assert "Never kept: NI Number." in columns
    assert "Import 60 rows" in check
    assert "QQ123456C" not in columns + check
    assert Person.objects.count() == 60


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("staff.pdf", b"%PDF-1.7 %%EOF", "This is not a spreadsheet."),
        ("staff.csv", b"Name,Start date\n", "This file has headings and no rows below them."),
        ("staff.csv", b"1,2\n3,4\n", "This file has no row of headings."),
        ("staff.csv", b"", "This file is empty."),
        ("staff.xlsx", b"PK\x03\x04 nonsense", ""),
    ],
    ids=["another kind", "no rows", "no headings", "empty", "broken"],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    cast: Cast, asha: Client, name: str, content: bytes, said: str
) -> None:
    response = asha.post(at(cast.asha, "people-import"), {"file": SimpleUploadedFile(name, content)})

    assert "There is a problem" in response.content.decode()
    assert said in response.content.decode()
    assert not ImportRun.objects.exists()


def test_columns_can_be_changed_and_must_be_usable(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(["Who", "When", "X"], [("Ana Lopez", "1/6/2020", "Cook")]))
    address = at(cast.asha, "people-import-columns", run_id=run_id)

    refused = asha.post(address, {"column-0": "-", "column-1": "started_on", "column-2": "-"})
    asha.post(address, {"column-0": "name", "column-1": "started_on", "column-2": "job_title"})

    assert "Choose which column has the name" in refused.content.decode()
    assert ImportRow.objects.get().outcome == "new"


def test_a_namesake_is_asked_about_on_the_page(cast: Cast, asha: Client) -> None:
    known = people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    run_id = sent(asha, cast.asha, sheets.as_csv(["Name", "Start date"], [("Ana Lopez", "1/7/2021")]))
    asha.post(at(cast.asha, "people-import-columns", run_id=run_id), chosen(run_id))
    address = at(cast.asha, "people-import-check", run_id=run_id)

    asked = asha.get(address).content.decode()
    empty = asha.post(address, {})
    asha.post(address, {"row-2": f"same:{known}"})
    asha.post(address)

    assert "It is somebody new" in asked
    assert empty.status_code == 200
    assert Person.objects.get().started_on == date(2021, 7, 1)


def test_a_long_file_shows_its_progress_and_goes_on_by_itself(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(sheets.HEADINGS, sheets.staff_rows(700)))
    asha.post(at(cast.asha, "people-import-columns", run_id=run_id), chosen(run_id))
    address = at(cast.asha, "people-import-check", run_id=run_id)

    waiting = asha.get(address)
    registry.run("imports.check_staff", {"organisation_id": str(cast.asha.organisation_id), "run_id": str(run_id)})
    ready = asha.get(address, {"show": "new", "after": "60"}).content.decode()

    assert "Rows checked: 500 of 700" in waiting.content.decode()
    assert waiting.headers["Refresh"] == "3"
    assert "Import 700 rows" in ready


def test_records_that_moved_on_lead_back_to_the_check(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(["Name", "Start date"], [("Ana Lopez", "1/6/2020")]))
    asha.post(at(cast.asha, "people-import-columns", run_id=run_id), chosen(run_id))
    people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))

    page = asha.post(at(cast.asha, "people-import-check", run_id=run_id), follow=True).content.decode()

    assert "The records have changed since this file was checked." in page
    assert "Finish: there is nothing to change" in page


def test_a_dropped_import_is_over(cast: Cast, asha: Client) -> None:
    run_id = sent(asha, cast.asha, sheets.as_csv(["Name", "Start date"], [("Ana Lopez", "1/6/2020")]))

    asha.post(at(cast.asha, "people-import-drop", run_id=run_id))
    again = asha.post(at(cast.asha, "people-import-drop", run_id=run_id), follow=True).content.decode()
    page = asha.get(at(cast.asha, "people-import-check", run_id=run_id), follow=True).content.decode()

    assert not ImportRow.objects.exists()
    assert "This import is over." in again
    assert "Start a new one" in page


def test_training_comes_in_for_the_people_it_names(cast: Cast, asha: Client) -> None:
    people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    rows = [("Ana Lopez", "GDPR", "1/9/2026"), ("Nobody Here", "GDPR", "1/9/2026")]
    run_id = sent(
        asha, cast.asha, sheets.as_csv(["Name", "Course", "Date completed"], rows), "training.csv", "training"
    )

    said = chosen(run_id) | {"meaning": "mapped", "proof": "system_record"}
    asha.post(at(cast.asha, "training-import-columns", run_id=run_id), said)
    check = asha.get(at(cast.asha, "training-import-check", run_id=run_id)).content.decode()
    asha.post(at(cast.asha, "training-import-check", run_id=run_id))

    completion = TrainingCompletion.objects.get()
    assert "Nobody Here is not on the staff list." in check
    assert (completion.course, completion.completed_on, completion.is_valid) == ("GDPR", date(2026, 9, 1), True)


def test_what_we_wrote_reads_back_in(cast: Cast, asha: Client) -> None:
    for name in ("=1+1", "-Not a formula", "Ana Lopez"):
        people.add(cast.asha, details=people.Details(name, Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    content = asha.get(at(cast.asha, "people-export", form="csv")).content

    run_id = sent(asha, cast.asha, content)
    asha.post(at(cast.asha, "people-import-columns", run_id=run_id), chosen(run_id))

    assert ImportRun.objects.get(pk=run_id).counts == {"unchanged": 3}
