"""The whole record of processing in one click: as Word, Excel and PDF, and in the background where it is long."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries, whole
from guardbook.exports.documents import pdf
from guardbook.jobs import worker
from guardbook.queries import evidence
from guardbook.queries.registers import record
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers import assets, processing, retention
from guardbook.web.registers.own import record as views
from tests.cast import Cast, user
from tests.web.test_registers import at, example, text

Counted = Callable[[int], AbstractContextManager[object]]
NAMED = 'attachment; filename="record-of-processing-2026-11-22.'


def address(cast: Cast, form: str) -> str:
    return reverse("record-download", kwargs={"organisation": cast.asha.organisation_id, "form": form})


def background(cast: Cast) -> str:
    return reverse("record-pdf", kwargs={"organisation": cast.asha.organisation_id})


@pytest.fixture
def use(cast: Cast) -> None:
    """One use of information, with the place and the keeping time it leads to."""
    place = entries.add(cast.asha, register=assets.REGISTER, entry=example(assets.REGISTER, "Grey cabinet"))
    line = entries.add(cast.asha, register=retention.REGISTER, entry=example(retention.REGISTER, "Care records"))
    entry = replace(example(processing.REGISTER, "Planning care"), assets=(place,), retention=(line,))
    entries.add(cast.asha, register=processing.REGISTER, entry=entry)


def test_word_holds_every_use_with_the_names_it_leads_to(asha: Client, cast: Cast, use: None) -> None:
    response = asha.get(address(cast, "docx"))

    file = docx.Document(io.BytesIO(response.content))
    said = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert response["Content-Disposition"] == f'{NAMED}docx"'
    assert "Planning care" in [each.text for each in file.paragraphs]
    assert {"Grey cabinet", "Care records"} <= set(said)


def test_excel_holds_every_use(asha: Client, cast: Cast, use: None) -> None:
    response = asha.get(address(cast, "xlsx"))

    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert response["Content-Disposition"] == f'{NAMED}xlsx"'
    assert book.worksheets[0].cell(2, 1).value == "Planning care"


@pytest.mark.skipif(not pdf.is_available(), reason="this machine has no Pango")
def test_a_short_record_is_a_pdf_at_once(asha: Client, cast: Cast, use: None) -> None:
    response = asha.get(address(cast, "pdf"))

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'{NAMED}pdf"'
    assert response.content.startswith(b"%PDF")


def test_the_list_leads_to_all_three(asha: Client, cast: Cast, use: None) -> None:
    shown = text(asha.get(at(cast.asha, "list", processing.REGISTER)))

    assert [form for form in ("docx", "xlsx", "pdf") if address(cast, form) not in shown] == []


def test_an_empty_record_is_refused_in_words(asha: Client, cast: Cast) -> None:
    whole.add_starters(cast.asha, register=processing.REGISTER, keys=["care"])

    responses = [asha.get(address(cast, form)) for form in ("docx", "xlsx", "pdf")] + [asha.post(background(cast))]

    assert ["There is nothing checked in your record yet" in text(each) for each in responses] == [True] * 4


def test_there_is_no_fourth_form(asha: Client, cast: Cast, use: None) -> None:
    assert asha.get(address(cast, "odt")).status_code == 404


def test_strangers_and_those_without_the_permission_get_nothing(
    still_clock: None, client: Client, cast: Cast, use: None
) -> None:
    for who, status in ((cast.carol, 404), (cast.rhea, 403), (cast.ben, 403)):
        client.force_login(user(who))
        assert client.get(address(cast, "docx")).status_code == status
        assert client.get(background(cast)).status_code == status
        assert client.post(background(cast)).status_code == status


def test_it_is_gathered_in_six_queries_however_long(cast: Cast, use: None, django_assert_num_queries: Counted) -> None:
    for number in range(5):
        entries.add(cast.asha, register=processing.REGISTER, entry=example(processing.REGISTER, f"Use {number}"))

    with django_assert_num_queries(6):
        found = record.whole(cast.asha)

    assert [each.entry.name for each in found.rows] == ["Planning care", *(f"Use {number}" for number in range(5))]
    assert found.rows[0].kept_in == ("Grey cabinet",)


def test_a_keeping_time_that_was_archived_does_not_stand_in_it(cast: Cast, use: None) -> None:
    (line,) = record.whole(cast.asha).rows[0].entry.retention
    entries.archive(cast.asha, register=retention.REGISTER, entry_id=line, reason="Gone")

    (row,) = record.whole(cast.asha).rows

    assert row.kept_for == ()


def test_a_long_record_is_written_in_the_background_and_kept(
    asha: Client, cast: Cast, use: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "AT_ONCE", 0)
    monkeypatch.setattr(pdf, "pdf", lambda _document: b"%PDF-1.7")
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    page = asha.get(address(cast, "pdf"))
    assert page["Location"] == background(cast)
    assert "Write the PDF" in text(asha.get(background(cast)))

    asha.post(background(cast))
    asha.post(background(cast))  # asking twice is asking once
    waiting = asha.get(background(cast))
    assert "We are writing your PDF" in text(waiting)
    assert waiting["Refresh"] == "3"

    assert worker.Worker().do_one()
    assert not worker.Worker().do_one()
    ready = asha.get(background(cast))
    ((proof,),) = evidence.supporting(cast.asha, SubjectKind.REGISTER).values()
    assert "Refresh" not in ready
    assert "asked for by Asha Owner" in text(ready)
    assert proof.effective_from == date(2026, 11, 22)
    href = reverse(
        "evidence-file", kwargs={"organisation": cast.asha.organisation_id, "evidence_id": proof.evidence_id}
    )
    assert asha.get(href).content == b"%PDF-1.7"


def test_a_computer_that_makes_no_pdf_says_so_before_anything_is_asked(
    asha: Client, cast: Cast, use: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)

    response = asha.post(background(cast))

    assert "Take the Word document instead" in text(response)
    assert not worker.Worker().do_one()


def test_a_pdf_that_could_not_be_written_is_told(
    asha: Client, cast: Cast, use: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    asha.post(background(cast))
    monkeypatch.setattr(pdf, "is_available", lambda: False)

    worker.Worker().do_one()

    assert "The PDF could not be written" in text(asha.get(background(cast)))
