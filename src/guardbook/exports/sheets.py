"""Writes spreadsheets: one description of columns and rows, as XLSX or CSV, in which no cell can run as a formula."""

import csv as csv_format
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import xlsxwriter

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | Decimal | bool | date | datetime | None

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"
LONGEST = 32_767  # characters that a cell of a spreadsheet can hold
_CUT = " … (cut here: a spreadsheet cell holds no more)"
_UK = ZoneInfo("Europe/London")

# Signs that start a formula in some spreadsheet, the wide forms that become them, and what may stand before.
_FORMULA = re.compile(r"[\s\x00\"']*(%00)?[=+\-@＝＋－＠]|[\t\r\n]")


class Kind(StrEnum):
    """What a column holds; decides how the cells look."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it holds, and its width in characters."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 24


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Rows may be an iterator: they are written one by one and never all held."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]


def xlsx(title: str, sheets: Iterable[Sheet], *, made_at: datetime) -> bytes:
    """Return a workbook with a bold first row that stays in sight. ``made_at`` is aware."""
    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        created = made_at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "author": "Guardbook", "created": created})
        formats = {
            Kind.TEXT: book.add_format({"text_wrap": True, "valign": "top"}),
            Kind.NUMBER: book.add_format({"valign": "top"}),
            Kind.MONEY: book.add_format({"num_format": "£#,##0.00", "valign": "top"}),
            Kind.DATE: book.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"}),
            Kind.INSTANT: book.add_format({"num_format": "d mmm yyyy hh:mm", "valign": "top", "align": "left"}),
        }
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        used: set[str] = set()
        for sheet in sheets:
            _fill(book.add_worksheet(_sheet_name(sheet.title, used)), sheet, heading, formats)
    return out.getvalue()


def csv(sheet: Sheet) -> bytes:
    """Return the sheet as CSV in UTF-8 with a mark that Excel understands; dates are 2026-03-31, instants UK time."""
    out = io.StringIO()
    writer = csv_format.writer(out)
    writer.writerow([plain(column.title) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def plain(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet could take for a formula. ``original`` undoes it."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(text: str) -> str:
    """Return what ``plain`` was given, so that a sheet of ours reads back unchanged."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _csv_cell(cell: Cell) -> str | int | float | Decimal:
    match cell:
        case None:
            return ""
        case bool():
            return "Yes" if cell else "No"
        case str():
            return plain(cell)
        case datetime():
            return cell.astimezone(_UK).strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case int() | float() | Decimal():
            return cell


def _sheet_name(title: str, used: set[str]) -> str:
    cleaned = re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")[:31].strip() or "Sheet"
    name, number = cleaned, 2
    while name.lower() in used:
        name, number = f"{cleaned[:27]} {number}", number + 1
    used.add(name.lower())
    return name


def _fill(page: "Worksheet", sheet: Sheet, heading: "Format", formats: dict[Kind, "Format"]) -> None:
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
        page.write_string(0, index, column.title, heading)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        for index, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, last, index, cell, formats[column.kind])
    page.autofilter(0, 0, last, max(len(sheet.columns) - 1, 0))


def _write(page: "Worksheet", row: int, index: int, cell: Cell, form: "Format") -> None:
    match cell:
        case None:
            page.write_blank(row, index, None, form)
        case bool():
            page.write_string(row, index, "Yes" if cell else "No", form)
        case str():
            page.write_string(row, index, _fitting(_marked(cell)), form)
        case datetime():
            page.write_datetime(row, index, cell.astimezone(_UK).replace(tzinfo=None), form)
        case date():
            page.write_datetime(row, index, cell, form)
        case int() | float() | Decimal():
            page.write_number(row, index, cell, form)


def _marked(text: str) -> str:
    """Text of a workbook cell, which never runs: only what ``original`` would take a sign from gets one."""
    return text if original(text) == text else f"'{text}"


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT
