# ruff: noqa: SLF001 (python-docx gives the XML of a paragraph or table under these names only)
"""Writes a document as Word, with real headings, lists and tables that a screen reader can follow."""

import io
from datetime import UTC, datetime, time

import docx
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from guardbook.exports import documents

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word(document: documents.Document) -> bytes:
    """Return the document as a .docx file in British English."""
    file = docx.Document()
    _prepare(file, document)
    file.add_heading(documents.readable(document.title), level=1)
    file.add_paragraph(documents.readable(f"{document.organisation}, {documents.day(document.issued_on)}"))
    for block in document.summary:
        _add(file, block)
    for section in document.sections:
        file.add_heading(documents.readable(section.title), level=2)
        for block in section.blocks:
            _add(file, block)
    _foot(file, document)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _prepare(file: WordFile, document: documents.Document) -> None:
    about = file.core_properties
    about.title, about.author = (
        documents.readable(document.title)[:255],
        documents.readable(document.organisation)[:255],
    )
    about.language = "en-GB"
    about.comments, about.created = "", datetime.combine(document.issued_on, time(), UTC)
    about.modified = about.created
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(9.5 if document.is_short else 11)
    if document.is_short:
        normal.paragraph_format.space_after = Pt(3)
        for section in file.sections:
            section.top_margin = section.bottom_margin = Pt(40)
    for style in file.styles:
        for language in style.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
    defaults = file.styles.element.find(qn("w:docDefaults"))
    if defaults is not None:
        for language in defaults.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")


def _add(file: WordFile, block: documents.Block) -> None:
    match block:
        case documents.Paragraph(text, is_note):
            file.add_paragraph(documents.readable(text), style="Intense Quote" if is_note else None)
        case documents.Bullets(items, is_numbered):
            _list(file, items, is_numbered=is_numbered)
        case documents.Table(caption, headings, rows):
            _table(file, caption, (headings, *rows), has_headings=True)
        case documents.Facts(caption, pairs):
            _table(file, caption, pairs, has_headings=False)
        case documents.Signature(signs_as, name):
            _table(file, signs_as, (("Name", name), ("Signature", ""), ("Date", "")), has_headings=False)


def _list(file: WordFile, items: tuple[str, ...], *, is_numbered: bool) -> None:
    number = _fresh_numbering(file) if is_numbered else None
    for item in items:
        paragraph = file.add_paragraph(documents.readable(item), style="List Number" if is_numbered else "List Bullet")
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number


def _fresh_numbering(file: WordFile) -> int:
    # Without a numbering of its own, the second list of a document would go on counting from the first.
    style = file.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    numbering = file.part.numbering_part.element
    shape = numbering.num_having_numId(used).abstractNumId.val
    number = numbering.add_num(shape)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _table(file: WordFile, caption: str, rows: tuple[tuple[str, ...], ...], *, has_headings: bool) -> None:
    title = file.add_paragraph()
    title.add_run(documents.readable(caption)).bold = True
    title.paragraph_format.keep_with_next = True
    table = file.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = documents.readable(text)
        _never_split(row._tr)
    _mark_headings(table, has_headings=has_headings)
    _describe(table, caption)
    file.add_paragraph()


def _mark_headings(table: WordTable, *, has_headings: bool) -> None:
    cells = table.rows[0].cells if has_headings else table.columns[0].cells
    for cell in cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    if has_headings:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _never_split(row: "docx.oxml.table.CT_Row") -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _describe(table: WordTable, caption: str) -> None:
    # The words a screen reader says for the table; the schema wants them last among its properties.
    for tag in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(tag)
        element.set(qn("w:val"), documents.readable(caption))
        table._tbl.tblPr.append(element)


def _foot(file: WordFile, document: documents.Document) -> None:
    footer = file.sections[0].footer
    paragraph = footer.paragraphs[0]
    words = f"{documents.FOOT} {document.reference}".strip()
    paragraph.add_run(f"{documents.readable(words)} Page ")
    _field(paragraph, "PAGE")
    for run in paragraph.runs:
        run.font.size = Pt(9)


def _field(paragraph: WordParagraph, name: str) -> None:
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), name)
    paragraph._p.append(element)
