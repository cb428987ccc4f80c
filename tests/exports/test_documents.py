# ruff: noqa: SLF001 (python-docx shows a table's own XML under these names only)
"""Documents going out as Word and PDF: the words, and what a screen reader needs."""

import io
import re
from datetime import date

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from guardbook.exports import documents
from guardbook.exports.documents import pages, pdf, word
from guardbook.kernel.errors import Refused

LETTER = documents.Document(
    title="Appointment letter: <data> & security lead",
    organisation="Meadow & Sons",
    issued_on=date(2026, 3, 31),
    reference="Letter 7, version 2",
    summary=(documents.Paragraph("You are appointed."), documents.Paragraph("Rebuilt list.", is_note=True)),
    sections=(
        documents.Section(
            "What you do",
            (
                documents.Bullets(("Check the toolkit", "Tell the owner"), is_numbered=True),
                documents.Bullets(("First again",), is_numbered=True),
                documents.Bullets(("Keep calm",)),
            ),
        ),
        documents.Section(
            "Dates",
            (
                documents.Table("Reviews", ("When", "What"), (("1 April", "Review"), ("1 May", "Report"))),
                documents.Facts("About you", (("Name", "Asha"), ("Role", "Lead"))),
                documents.Signature("For the provider", "Ben"),
            ),
        ),
    ),
)


@pytest.fixture(scope="module")
def word_file() -> "docx.document.Document":
    """The letter, written as Word and opened again."""
    return docx.Document(io.BytesIO(word.word(LETTER)))


@pytest.fixture(scope="module")
def pdf_bytes() -> bytes:
    """The letter as PDF."""
    if not pdf.is_available():
        pytest.skip("the Pango system library is not installed, so PDFs cannot be made here")
    return pdf.pdf(LETTER)


def test_word_has_real_headings_in_order(word_file: "docx.document.Document") -> None:
    headings = [(p.style.name, p.text) for p in word_file.paragraphs if p.style and p.style.name.startswith("Heading")]

    assert headings == [
        ("Heading 1", "Appointment letter: <data> & security lead"),
        ("Heading 2", "What you do"),
        ("Heading 2", "Dates"),
    ]


def test_word_says_who_when_and_that_it_is_not_official(word_file: "docx.document.Document") -> None:
    assert word_file.paragraphs[1].text == "Meadow & Sons, 31 March 2026"
    foot = word_file.sections[0].footer.paragraphs[0].text
    assert documents.FOOT in foot
    assert "Letter 7, version 2" in foot


def test_word_tables_have_a_heading_row_and_words_for_a_screen_reader(word_file: "docx.document.Document") -> None:
    table = word_file.tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["When", "What"],
        ["1 April", "Review"],
        ["1 May", "Report"],
    ]
    assert table._tbl.findall(".//" + qn("w:tblHeader"))
    assert table._tbl.find(".//" + qn("w:tblCaption")).get(qn("w:val")) == "Reviews"


def test_word_numbers_each_list_from_one(word_file: "docx.document.Document") -> None:
    numbers = [
        paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
        for paragraph in word_file.paragraphs
        if paragraph.style and paragraph.style.name == "List Number"
    ]

    assert numbers[0]
    assert numbers[0] == numbers[1] != numbers[2]


def test_word_is_in_british_english(word_file: "docx.document.Document") -> None:
    languages = {node.get(qn("w:val")) for node in word_file.styles.element.iter(qn("w:lang"))}

    assert languages == {"en-GB"}
    assert word_file.core_properties.title == LETTER.title


def test_letters_that_a_document_cannot_hold_are_left_out() -> None:
    letter = documents.Document("T\x00itle\x0b", "Us", date(2026, 1, 1), (), (documents.Paragraph("a\x07b\ufffe"),))

    opened = docx.Document(io.BytesIO(word.word(letter)))

    assert opened.paragraphs[0].text == "Title"
    assert opened.paragraphs[2].text == "ab"
    assert "<p>ab</p>" in pages.html(letter)


def test_the_page_escapes_every_word() -> None:
    page = pages.html(LETTER)

    assert "&lt;data&gt; &amp; security lead" in page
    assert "<data>" not in page
    assert '<html lang="en-GB">' in page


def test_the_pdf_is_tagged_titled_and_in_british_english(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in file.Root
        with file.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == LETTER.title


def test_the_pdf_has_headings_lists_and_table_headings(pdf_bytes: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes)) as file:
        kinds = {str(node.S) for node in file.objects if isinstance(node, pikepdf.Dictionary) and "/S" in node}

    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD"} <= kinds


def test_the_pdf_holds_the_words(pdf_bytes: bytes) -> None:
    # The words are drawn with cut-down fonts, so they are looked up in the tables that map them back.
    with pikepdf.open(io.BytesIO(pdf_bytes)) as file:
        assert len(file.pages) == 1
        fonts = file.pages[0].Resources.Font
        mapped = b"".join(font.ToUnicode.read_bytes() for font in fonts.values())

    letters = {int(code, 16) for code in re.findall(rb"> <([0-9a-f]{4})>", mapped)}
    assert {ord(letter) for letter in "Appointment"} <= letters


def test_where_pdfs_cannot_be_made_the_words_say_what_to_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)

    with pytest.raises(Refused, match="Word document instead"):
        pdf.pdf(LETTER)
