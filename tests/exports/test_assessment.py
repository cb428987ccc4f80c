"""A frozen copy as a spreadsheet and as a document to sign."""

import io
from uuid import UUID

import openpyxl
import pytest

from guardbook.actions.assessment import answering, publishing
from guardbook.actions.assessment.answering import Place
from guardbook.exports import assessment
from guardbook.exports.documents import pages, pdf
from guardbook.queries.assessment import snapshots
from guardbook.queries.assessment.snapshots import Content
from guardbook.records import scope
from guardbook.records.models import Snapshot
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.status import Goal
from guardbook.rules.frameworks.items import AnswerKind
from tests.cast import Cast
from tests.factories import assessment as factory


@pytest.fixture
def held(cast: Cast) -> Content:
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha)
    factory.answered(cast.asha, without=("1.1.5", "1.3.14"))
    formula = Answer(AnswerKind.TEXT, text="=1+1 is not how our manager counts")
    answering.answer_item(cast.asha, place=Place("dspt", "8", "1.1.5"), answer=formula, seen_version=0)
    no_phones = Answer(AnswerKind.TEXT, not_applicable_because="nobody uses a work phone")
    answering.answer_item(cast.asha, place=Place("dspt", "8", "1.3.14"), answer=no_phones, seen_version=0)
    frozen = publishing.freeze(cast.asha, framework="dspt", version="8", goal=Goal.STANDARDS_MET)
    return snapshots.content(cast.asha, frozen.snapshot_id)


def rows(held: Content, sheet: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(assessment.workbook(held)))
    return list(book[sheet].iter_rows(values_only=True))


def test_the_spreadsheet_has_every_question_in_order_and_no_formula(held: Content) -> None:
    answers = rows(held, "Answers")

    by_ref = {row[0]: row for row in answers[1:]}
    assert len(by_ref) == 57
    assert [row[0] for row in answers[1:4]] == ["1.1.1", "1.1.2", "1.1.3"]
    assert by_ref["1.1.5"][3] == "=1+1 is not how our manager counts"
    assert openpyxl.load_workbook(io.BytesIO(assessment.workbook(held)))["Answers"]["D5"].data_type == "s"
    assert by_ref["1.3.14"][2:6] == ("Does not apply", "Not applicable", "", "nobody uses a work phone")
    assert by_ref["1.1.2"][9] == "The blue folder in the office"


def test_the_second_sheet_says_what_was_frozen(held: Content) -> None:
    about = {row[0]: row[1] for row in rows(held, "About this copy")}

    assert about["Fingerprint of this copy"] == held.frozen.digest
    assert about["List of questions"] == "dspt version 8 (rebuilt)"


def test_the_document_has_answers_places_to_sign_and_no_claim(held: Content) -> None:
    text = pages.html(assessment.document(held))

    for words in (
        "It is not a certificate",
        "rebuilt from public pages",
        "Director or owner",
        "nobody uses a work phone",
    ):
        assert words in text


@pytest.mark.skipif(not pdf.is_available(), reason="this computer lacks the library that writes PDF files")
def test_the_document_becomes_a_pdf(held: Content) -> None:
    assert assessment.pdf(held).startswith(b"%PDF")


def test_a_copy_that_was_changed_says_so(held: Content, cast: Cast) -> None:
    key: UUID = held.frozen.snapshot_id
    with scope.writing("action"):
        row = Snapshot.objects.get(pk=key)
        row.body["items"][0]["answer"] = "ZA999999"
        row.save()

    changed = snapshots.content(cast.asha, key)

    assert not changed.is_whole
    assert "no longer matches its fingerprint" in pages.html(assessment.document(changed))
