"""Spreadsheets going out: the right cells, and none that runs."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from guardbook.exports import sheets
from guardbook.exports.sheets import Column, Kind, Sheet

SHARED = Path(__file__).parents[3] / "shared" / "data" / "security" / "formula-injection.json"
MADE_AT = datetime(2026, 6, 30, 8, tzinfo=UTC)
DANGEROUS = ["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1", "\n=1", "  =1+1", '"=1+1', "'=1+1", "＝1+1"]
HARMLESS = ["Asha", "1 April 2024", "it's", "50% = half", "a-b", "", "'quoted'"]


def sheet(*cells: sheets.Cell, kind: Kind = Kind.TEXT) -> Sheet:
    """One column of cells."""
    return Sheet("Staff", (Column("Name", kind),), [(cell,) for cell in cells])


def opened(content: bytes) -> Worksheet:
    """The first sheet of a workbook, with formulas as they stand."""
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def read_csv(content: bytes) -> list[list[str]]:
    """The rows after the headings."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


def test_cells_keep_their_types() -> None:
    columns = (Column("Name"), Column("Share", Kind.NUMBER), Column("Start", Kind.DATE), Column("Said", Kind.INSTANT))
    row = ("Asha", Decimal("95.5"), date(2024, 4, 1), datetime(2024, 7, 1, 12, tzinfo=UTC))

    page = opened(sheets.xlsx("Staff", [Sheet("Staff", columns, [row])], made_at=MADE_AT))

    assert [cell.value for cell in page[1]] == ["Name", "Share", "Start", "Said"]
    assert [cell.value for cell in page[2]] == ["Asha", 95.5, datetime(2024, 4, 1), datetime(2024, 7, 1, 13)]
    assert page[1][0].font.bold
    assert page.freeze_panes == "A2"


def test_empty_cells_and_answers_are_words_people_read() -> None:
    page = opened(sheets.xlsx("Staff", [sheet(None, True, False)], made_at=MADE_AT))

    assert [page.cell(row, 1).value for row in (2, 3, 4)] == [None, "Yes", "No"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    page = opened(sheets.xlsx("Staff", [sheet(text)], made_at=MADE_AT))

    assert page.cell(2, 1).data_type == "s"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_starts_like_a_formula(text: str) -> None:
    (cell,) = read_csv(sheets.csv(sheet(text)))[0]

    assert cell == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert sheets.plain(text) == text


@given(st.text())
def test_what_was_made_plain_reads_back_unchanged(text: str) -> None:
    assert sheets.original(sheets.plain(text)) == text


@given(st.text())
def test_plain_text_never_starts_a_formula(text: str) -> None:
    assert not sheets.plain(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_numbers_and_dates_in_a_csv_are_not_made_text() -> None:
    content = sheets.csv(
        sheet(-5, Decimal("1.50"), date(2026, 3, 31), datetime(2026, 7, 1, 12, tzinfo=UTC), True, None)
    )

    assert [row[0] if row else "" for row in read_csv(content)] == [
        "-5",
        "1.50",
        "2026-03-31",
        "2026-07-01 13:00",
        "Yes",
        "",
    ]


def test_sheet_names_are_made_to_fit_and_stay_apart() -> None:
    titles = ["A/B: a very long name of a sheet indeed", "a b  a very long name of a sheet", ""]

    content = sheets.xlsx("Staff", [Sheet(title, (Column("x"),), []) for title in titles], made_at=MADE_AT)

    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert len({name.lower() for name in names}) == 3
    assert all(0 < len(name) <= 31 for name in names)


def test_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    page = opened(sheets.xlsx("Staff", [sheet("a" * 40_000)], made_at=MADE_AT))

    value = str(page.cell(2, 1).value)
    assert len(value) == sheets.LONGEST
    assert value.endswith("(cut here: a spreadsheet cell holds no more)")


def test_a_row_with_the_wrong_number_of_cells_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        sheets.xlsx("Staff", [Sheet("Staff", (Column("x"),), [("a", "b")])], made_at=MADE_AT)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared list of formulas is not beside this checkout")
def test_the_shared_list_of_formulas_goes_out_as_text_and_comes_back() -> None:
    cells = json.loads(SHARED.read_text("utf-8"))["cells"]

    page = opened(sheets.xlsx("Staff", [sheet(*cells)], made_at=MADE_AT))
    rows = read_csv(sheets.csv(sheet(*cells)))

    assert all(page.cell(number, 1).data_type == "s" for number in range(2, len(cells) + 2))
    assert [sheets.original(row[0]) for row in rows] == cells
    assert not [row[0] for row in rows if row[0].startswith(tuple("=+-@\t\r\n＝＋－＠"))]
