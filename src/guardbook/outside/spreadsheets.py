"""Reads a spreadsheet that was let in: CSV in any alphabet Excel writes, or a sheet of XLSX, row by row."""

import csv
import io
import itertools
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zipfile import BadZipFile

import openpyxl
from defusedxml import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from guardbook.kernel.errors import Refused
from guardbook.outside.uploads import texts
from guardbook.outside.uploads.kinds import Kind

Cell = str | int | float | bool | date | datetime | None

MAX_ROWS = 20_000
MAX_COLUMNS = 200
_LOOK_FOR_HEADINGS_IN = 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes a character that XML cannot hold
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 32_767  # what a cell of a spreadsheet can hold
_MOST_TEXT = 20_000_000  # characters in all: one long text can stand in many cells
_BROKEN = "This spreadsheet cannot be opened. Save it again in Excel, or as CSV, and send that."
_NO_HEADINGS = "This file has no row of headings. Put a heading above each column, such as Name and Start date."


@dataclass(frozen=True, slots=True)
class Line:
    """One row; ``number`` is the one the spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its row of headings found, and the rows below it that are not empty."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def names(content: bytes, kind: Kind) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook; one empty name for a text file.

    Raises:
        Refused: the workbook cannot be opened.
    """
    if kind is not Kind.XLSX:
        return ("",)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells about drawings and checks it leaves out
        book = _book(content)
        try:
            return tuple(sheet.title for sheet in book.worksheets)
        finally:
            book.close()


def read(content: bytes, kind: Kind, sheet: str = "") -> Sheet:
    """Read one sheet: the one named, else the first.

    Raises:
        Refused: it cannot be read, has no headings, no rows, or too many of either.
    """
    if kind is Kind.XLSX:
        lines = _workbook_lines(content, sheet)
    elif kind in {Kind.CSV, Kind.TXT}:
        lines = _text_lines(content)
    else:
        raise Refused("This is not a spreadsheet. Choose a file that ends in .xlsx or .csv.")
    return _with_headings(sheet, lines)


def _with_headings(name: str, lines: Iterable[Line]) -> Sheet:
    rest = iter(lines)
    first = list(itertools.islice(rest, _LOOK_FOR_HEADINGS_IN))
    widest = max((_filled(line) for line in first), default=0)
    at = next((index for index, line in enumerate(first) if _can_be_headings(line, widest)), None)
    if at is None:
        raise Refused(_NO_HEADINGS)
    headings = _headings(first[at])
    kept = [
        Line(line.number, line.cells[: len(headings)])
        for line in itertools.islice(_bounded(itertools.chain(first[at + 1 :], rest)), MAX_ROWS * 2)
        if _filled(line)
    ]
    if len(kept) > MAX_ROWS:
        raise Refused(f"This file has more than {MAX_ROWS:,} rows. Split it and import the parts.")
    if not kept:
        raise Refused("This file has headings and no rows below them. Choose the file with the list in it.")
    return Sheet(name, headings, tuple(kept))


def _bounded(lines: Iterable[Line]) -> Iterator[Line]:
    """The same lines, while their text is no more than a list of records can have."""
    held = 0
    for line in lines:
        held += sum(len(cell) for cell in line.cells if isinstance(cell, str))
        if held > _MOST_TEXT:
            raise Refused("There is too much text in this file. Keep the columns you need and send it again.")
        yield line


def _filled(line: Line) -> int:
    return sum(cell not in {None, ""} for cell in line.cells)


def _can_be_headings(line: Line, widest: int) -> bool:
    """Return whether a row can head the columns: words only, and not a title above a wider list."""
    filled = [cell for cell in line.cells if cell not in {None, ""}]
    return len(filled) >= 2 and len(filled) * 2 > widest and all(_is_words(cell) for cell in filled)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and any(character.isalpha() for character in cell)


def _headings(line: Line) -> tuple[str, ...]:
    cells = ["" if cell is None else " ".join(str(cell).split())[:200] for cell in line.cells]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise Refused(f"This file has more than {MAX_COLUMNS} columns. Keep the ones you need and send it again.")
    return tuple(cells)


def _workbook_lines(content: bytes, wanted: str) -> Iterator[Line]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = _book(content)
        try:
            sheets = {sheet.title: sheet for sheet in book.worksheets}
            sheet = _chosen(sheets, wanted)
            sheet.reset_dimensions()  # type: ignore[attr-defined]  # read-only sheets have it; some programs write a wrong size
            rows = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1)
            for number, row in enumerate(rows, start=1):
                yield Line(number, tuple(_cell(cell) for cell in row))
        except (ValueError, KeyError, TypeError, BadZipFile, SyntaxError, DefusedXmlException) as fault:
            raise Refused(_BROKEN) from fault
        finally:
            book.close()


def _chosen(sheets: Mapping[str, Worksheet], wanted: str) -> Worksheet:
    if wanted and wanted not in sheets:
        raise Refused(f"There is no sheet called “{wanted}”. The sheets are: {', '.join(sheets)}.")
    if not sheets:
        raise Refused("This workbook has no sheet with rows. Choose another file.")
    return sheets[wanted] if wanted else next(iter(sheets.values()))


def _book(content: bytes) -> openpyxl.Workbook:
    try:
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except (
        InvalidFileException,
        ValueError,
        KeyError,
        TypeError,
        OSError,
        BadZipFile,
        SyntaxError,
        DefusedXmlException,
    ) as fault:
        raise Refused(_BROKEN) from fault


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, int | float | bool | date | datetime):
        return value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))[:_LONGEST_CELL]


def _text_lines(content: bytes) -> Iterator[Line]:
    text = texts.decode(content)
    if text is None:
        raise Refused("This file cannot be read as text. Save it as CSV (UTF-8) and send that.")
    text, delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, start=1):
            yield Line(number, tuple(cell[:_LONGEST_CELL] for cell in row))
    except csv.Error as fault:
        raise Refused("A row of this file cannot be read. A quotation mark may be missing.") from fault


def _delimiter(text: str) -> tuple[str, str]:
    """Return the text, without Excel's "sep=" line, and what stands between its cells."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return rest, first.strip()[-1]
    sample = text[:20_000]
    return text, max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows have the same number of cells, more than one, and that number."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row][:10]
    except csv.Error:
        return (0, 0)
    return _commonest([len(row) for row in rows])


def _commonest(widths: Sequence[int]) -> tuple[int, int]:
    several = [width for width in widths if width > 1]
    width = max(set(several), key=several.count, default=0)
    return (several.count(width), width)
