"""The cells of a workbook as plain text, merged cells filled in, whatever state the file is in.

Read-only mode keeps a hostile file from filling memory, but knows nothing of merged cells, so their ranges
are taken from the sheet's own XML.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from openpyxl.utils import get_column_letter, range_boundaries

from guardbook.content.faults import Fault, Unsound

MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_SHEETS = 60
_MAX_UNPACKED = 60_000_000  # bytes; the publisher's file is well under a tenth of this
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    OSError,
    EOFError,
    ParseError,
    DefusedXmlException,
    IndexError,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. ``text`` has plain spaces; ``was_date`` and ``was_number`` say what Excel made of it."""

    row: int
    column: int
    text: str
    was_date: date | None = None
    was_number: bool = False

    @property
    def letter(self) -> str:
        """The column as a spreadsheet shows it."""
        return get_column_letter(self.column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its rows that hold anything, as cells by column."""

    name: str
    rows: tuple[dict[int, Cell], ...]
    is_cut: bool = False


def sheets(data: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Every sheet of the workbook. Unsound, in words, where the file is not a workbook we can read."""
    try:
        _check_size(data, file_name)
        merged = _merged(data)
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        names = book.sheetnames[:MAX_SHEETS]
        return tuple(
            _sheet(book[name], name, merged.get(name, [])) for name in names if hasattr(book[name], "iter_rows")
        )
    except _BROKEN as error:
        sentence = (
            "this is not an Excel workbook (.xlsx) that can be read. Save it again from Excel, and try that copy."
        )
        raise Unsound([Fault(file_name, "", sentence)]) from error


def _check_size(data: bytes, file_name: str) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > _MAX_UNPACKED:
        raise Unsound([Fault(file_name, "", "this workbook is far bigger than any list of evidence items.")])


def _sheet(sheet: Any, name: str, merged: list[str]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    grid = sheet.iter_rows(min_row=1, max_row=MAX_ROWS, min_col=1, max_col=MAX_COLUMNS, values_only=True)
    for number, values in enumerate(grid, start=1):
        cells = {place: _cell(number, place, value) for place, value in enumerate(values, start=1)}
        filled = {place: cell for place, cell in cells.items() if cell is not None}
        if filled:
            rows[number] = filled
    for area in merged:
        _fill(rows, area)
    is_cut = isinstance(sheet.max_row, int) and sheet.max_row > MAX_ROWS and MAX_ROWS in rows
    return Sheet(name, tuple(rows[number] for number in sorted(rows)), is_cut)


def _cell(row: int, column: int, value: object) -> Cell | None:
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(row, column, f"{day.day} {day:%B %Y}", was_date=day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(row, column, f"{value:g}", was_number=True)
    text = " ".join(str(value).split()) if value is not None else ""  # split() also takes non-breaking spaces
    return Cell(row, column, text) if text else None


def _fill(rows: dict[int, dict[int, Cell]], area: str) -> None:
    """Repeat the top-left value of a merged area in the cells of rows that hold something else."""
    left, top, right, bottom = (edge or 0 for edge in range_boundaries(area))
    source = rows.get(top, {}).get(left)
    if source is None:
        return
    for number in range(top, min(bottom, MAX_ROWS) + 1):
        if number not in rows:
            continue
        for place in range(left, min(right, MAX_COLUMNS) + 1):
            rows[number].setdefault(place, Cell(number, place, source.text, source.was_date, source.was_number))


def _merged(data: bytes) -> dict[str, list[str]]:
    """The merged areas of each sheet, by the sheet's name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        return {name: list(_areas(archive, path)) for name, path in _paths(archive) if path in names}


def _paths(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name, file inside the workbook) of each sheet."""
    with archive.open("xl/_rels/workbook.xml.rels") as file:
        targets = {node.get("Id"): node.get("Target", "") for _, node in iterparse(file)}
    with archive.open("xl/workbook.xml") as file:
        for _, node in iterparse(file):
            if node.tag == f"{_SHEET}sheet":
                target = targets.get(node.get(_LINK)) or ""
                yield node.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _areas(archive: zipfile.ZipFile, path: str) -> Iterator[str]:
    with archive.open(path) as file:
        for _, node in iterparse(file):
            if node.tag == f"{_SHEET}mergeCell":
                yield node.get("ref", "A1")
            node.clear()
