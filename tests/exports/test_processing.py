"""The record of processing going out: every column of Article 30, nothing unchecked, and gaps told."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import openpyxl
import pytest

from guardbook.exports import documents, processing, sheets
from guardbook.exports.documents import word
from guardbook.exports.processing import NOT_SAID
from guardbook.queries.registers.record import Organisation, Row
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis, Condition, Paragraph, Work
from guardbook.rules.registers.processing import Paper, Part, Processing

TODAY = date(2026, 11, 22)
ROSE = Organisation("Rose House", "01632 960123", "Cleo Clerk, 01632 960456", "ZA123456")
CARE = Processing(
    name="Planning care",
    part=Part.JOINT,
    with_whom="The council",
    work=Work.CARE,
    purpose="To give care safely.",
    people=(People.SUPPORTED, People.FAMILY),
    data=(Data.CARE,),
    came_from="The person",
    bases=(Basis.CONTRACT,),
    conditions=(Condition.HEALTH_CARE,),
    paragraphs=(Paragraph.HEALTH_CARE,),
    papers=(Paper.DPIA,),
    papers_at="DPIA 3",
    recipients=("The GP", "Hospitals"),
    leaves_uk=True,
    abroad="Ireland, a safe country",
    security="Locked and encrypted.",
    reviewed_on=date(2026, 9, 1),
)
ROW = Row(CARE, ("Care records system",), ("Care records",), "Asha Khan")
HOSTED = Row(Processing(name="Records of Sister Care", part=Part.FOR_OTHERS, with_whom="Sister Care", leaves_uk=False))
BARE = Row(Processing(name="Visitor book"))
STARTER = Row(Processing(name="Cameras", is_checked=False))


def pairs(document: documents.Document, section: int) -> dict[str, str]:
    """Labels and words of one section."""
    (facts,) = document.sections[section].blocks
    assert isinstance(facts, documents.Facts)
    return dict(facts.pairs)


def test_a_row_says_all_that_article_30_asks_for() -> None:
    found = pairs(processing.document(ROSE, [ROW], TODAY), 0)

    assert found == {
        "Who decides": "We do, together with another organisation: The council",
        "What it is for": "To give care safely.",
        "Whom it is about": "People we support; Families and friends of people we support",
        "Kinds of information": "Health and care",
        "Who gets it": "The GP; Hospitals",
        "Outside the United Kingdom": "Ireland, a safe country",
        "How long it is kept": "Care records",
        "How it is kept safe": "Locked and encrypted.",
        "Why the law allows it": "A contract with the person (b)",
        "Second reason, for sensitive information": "Health or social care, 9(2)(h); Health or social care, paragraph 2",
        "Where it comes from": "The person",
        "Where it is kept": "Care records system",
        "Papers": "A risk assessment (DPIA) (DPIA 3)",
        "Who looks after it": "Asha Khan",
        "Last looked at": "1 September 2026",
    }


def test_what_is_done_for_others_stands_at_the_end_with_fewer_facts() -> None:
    document = processing.document(ROSE, [HOSTED, ROW], TODAY)

    assert [each.title for each in document.sections] == ["Planning care", "For others: Records of Sister Care"]
    assert pairs(document, 1) == {
        "For which organisation": "Sister Care",
        "What is done with it": NOT_SAID,
        "Outside the United Kingdom": "No",
        "How it is kept safe": NOT_SAID,
        "Last looked at": "Never",
    }


def test_what_the_law_asks_for_and_nobody_said_is_told() -> None:
    found = pairs(processing.document(ROSE, [BARE], TODAY), 0)

    missing = [title for title, text in found.items() if text == NOT_SAID]
    assert len(missing) == 9
    assert "Papers" not in found


@pytest.mark.parametrize(
    ("starters", "note"),
    [([STARTER], "1 starter row is left out"), ([STARTER, STARTER], "2 starter rows are left out")],
)
def test_starter_rows_that_nobody_checked_are_left_out_and_counted(starters: list[Row], note: str) -> None:
    document = processing.document(ROSE, [ROW, *starters], TODAY)

    assert [each.title for each in document.sections] == ["Planning care"]
    assert note in repr(document.summary)
    assert "Cameras" not in repr(document)


def test_who_keeps_the_record_stands_first() -> None:
    known, unknown = (processing.document(each, [ROW], TODAY).summary[0] for each in (ROSE, Organisation("Rose House")))

    assert "Cleo Clerk" in repr(known)
    assert "None appointed" in repr(unknown)


@pytest.mark.parametrize(
    ("entry", "title", "text"),
    [
        (replace(CARE, with_whom=""), "Who decides", "We do, together with another organisation"),
        (replace(CARE, abroad=""), "Outside the United Kingdom", "Yes"),
        (replace(CARE, papers=()), "Papers", "DPIA 3"),
        (replace(CARE, papers_at=""), "Papers", "A risk assessment (DPIA)"),
    ],
    ids=["not with whom", "not where abroad", "papers not ticked", "papers without a place"],
)
def test_half_an_answer_is_shown_as_it_is(entry: Processing, title: str, text: str) -> None:
    assert pairs(processing.document(ROSE, [replace(ROW, entry=entry)], TODAY), 0)[title] == text


def test_it_opens_in_word_with_a_heading_for_each_use() -> None:
    file = docx.Document(io.BytesIO(word.word(processing.document(ROSE, [ROW, HOSTED, BARE], TODAY))))

    headings = [each.text for each in file.paragraphs if each.style and each.style.name.startswith("Heading")]
    assert headings == ["Record of processing", "Planning care", "Visitor book", "For others: Records of Sister Care"]


def test_it_opens_as_a_workbook_with_a_sheet_for_each_kind_of_row() -> None:
    made = sheets.xlsx(
        "Record", processing.sheets([ROW, HOSTED, STARTER]), made_at=datetime(2026, 11, 22, 9, tzinfo=UTC)
    )

    book = openpyxl.load_workbook(io.BytesIO(made))

    ours, for_others = book.worksheets
    assert (ours.title, for_others.title) == ("What we do", "What we do for others")
    assert [row[0].value for row in ours.iter_rows(min_row=2)] == ["Planning care"]
    assert [row[0].value for row in for_others.iter_rows(min_row=2)] == ["Records of Sister Care"]
    assert ours.cell(2, ours.max_column).value == datetime(2026, 9, 1)
