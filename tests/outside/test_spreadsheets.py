"""Spreadsheets as people save them, and sentences for those that cannot be read."""

from datetime import date, datetime

import pytest

from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets
from guardbook.outside.spreadsheets import Cell, Sheet
from guardbook.outside.uploads.kinds import Kind
from tests import sheets

ROWS = [["Name", "Started"], ["Zoë O’Hara", "1/6/2020"], ["Ben", "2/6/2020"]]


def text_of(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(row) for row in ROWS)


def names(sheet: Sheet) -> list[object]:
    return [line.cells[0] for line in sheet.lines]


@pytest.mark.parametrize(
    "content",
    [
        text_of(",").encode(),
        text_of(",").encode("utf-8-sig"),
        text_of(";").encode("cp1252"),
        text_of("\t").encode("utf-16"),
        ("sep=|\r\n" + text_of("|")).encode(),
        sheets.as_xlsx(ROWS),
    ],
    ids=["utf-8", "with a mark", "Windows, semicolons", "tabs in utf-16", "sep=", "Excel"],
)
def test_the_same_list_however_it_was_saved(content: bytes) -> None:
    sheet = spreadsheets.read(content, Kind.XLSX if content.startswith(b"PK") else Kind.CSV)

    assert sheet.headings == ("Name", "Started")
    assert names(sheet) == ["Zoë O’Hara", "Ben"]


def test_titles_and_empty_rows_above_the_headings_are_passed_over() -> None:
    rows = [["Staff list", "November"], [], ["Name", "Job", "Started", "Email"], ["Ana", "Cook", "1/6/2020", ""]]

    sheet = spreadsheets.read(sheets.as_xlsx(rows), Kind.XLSX)

    assert sheet.headings == ("Name", "Job", "Started", "Email")
    assert [line.number for line in sheet.lines] == [4]


def test_rows_keep_the_numbers_the_spreadsheet_shows() -> None:
    content = b'Name,Note\r\nAna,"two\r\nlines"\r\n\r\nBen,x\r\n'

    assert [line.number for line in spreadsheets.read(content, Kind.CSV).lines] == [2, 4]


def test_dates_of_excel_stay_dates() -> None:
    rows: list[list[Cell]] = [["Name", "Started"], ["Ana", datetime(2020, 6, 1)]]

    (line,) = spreadsheets.read(sheets.as_xlsx(rows), Kind.XLSX).lines

    assert isinstance(line.cells[1], date)


def test_a_sheet_is_chosen_by_its_name_and_otherwise_the_first() -> None:
    content = sheets.as_xlsx(ROWS, "People")

    assert spreadsheets.names(content, Kind.XLSX) == ("People",)
    assert spreadsheets.read(content, Kind.XLSX, "People").name == "People"
    assert spreadsheets.names(b"Name", Kind.CSV) == ("",)


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", Kind.PDF, "This is not a spreadsheet."),
        (b"PK nonsense", Kind.XLSX, "This spreadsheet cannot be opened."),
        (b"Name,Started\r\n", Kind.CSV, "This file has headings and no rows below them."),
        (b"1,2\r\n3,4", Kind.CSV, "This file has no row of headings."),
        (b"\xff\xfe\x00", Kind.CSV, "This file cannot be read as text."),
        (b'Name,X\r\n"' + b"a" * 140_000 + b'",b', Kind.CSV, "A row of this file cannot be read."),
        (("N," * 300 + "\r\n" + "x," * 300).encode(), Kind.CSV, "This file has more than 200 columns."),
        (b"Name,X\r\n" + b"a,b\r\n" * 20_001, Kind.CSV, "This file has more than 20,000 rows."),
    ],
    ids=["a PDF", "broken", "no rows", "no headings", "no text", "an endless cell", "too wide", "too long"],
)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, kind: Kind, said: str) -> None:
    with pytest.raises(Refused) as refused:
        spreadsheets.read(content, kind)

    assert refused.value.reasons[0].startswith(said)


def test_a_sheet_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"no sheet called “Rota”\. The sheets are: People\."):
        spreadsheets.read(sheets.as_xlsx(ROWS, "People"), Kind.XLSX, "Rota")
