"""Reads the official workbook as a whole: which sheets count, which version it is, and every question in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guardbook.content.faults import Fault, Unsound
from guardbook.content.official import cells, headings, rows
from guardbook.content.official.cells import Sheet
from guardbook.content.official.headings import Column, Heading

CATEGORY = "3"  # adult social care
_VERSION = re.compile(r"\bv(?:ersion)?\.?\s*(\d{1,2})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20(\d\d)\s*[-–/_]\s*(?:20)?(\d\d)\b|\b(\d\d)\s*[-–/]\s*(\d\d)\b")
_FIRST_YEAR = 17  # version 8 is 2025-26: the year's last digits less seventeen


@dataclass(frozen=True, slots=True)
class OfficialList:
    """What the workbook says about one category. ``faults`` are rows to put right; ``notes`` say what was used."""

    version: str
    rows: tuple[rows.Row, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    sheet: Sheet
    head: Heading
    version: str | None
    is_named: bool


def read(data: bytes, file_name: str, version: str | None = None) -> OfficialList:
    """Read the questions for adult social care from an .xlsx workbook.

    ``version`` ("9") is needed only where the workbook does not say which one it is. Unsound, with sheet, row and
    column where there is one, when nothing can be used.
    """
    sheets = cells.sheets(data, file_name)
    chosen, number = _chosen(sheets, file_name, version)
    found: dict[str, tuple[rows.Row, str]] = {}
    faults: list[Fault] = [_cut(each.sheet) for each in chosen if each.sheet.is_cut]
    for each in chosen:
        for row, more in _rows(each):
            faults += more
            if row is not None:
                faults += _add(found, row, each.sheet.name)
    asked = tuple(row for row, _ in found.values() if row.level is not None)
    if not asked:
        raise Unsound([*faults, Fault(file_name, "", "no question for adult social care (category 3) was found.")])
    return OfficialList(number, asked, tuple(faults), tuple(_notes(chosen, len(found) - len(asked))))


def version_in(text: str) -> str | None:
    """The version a title names, by number ("v8") or by toolkit year ("2025-26")."""
    numbered = _VERSION.search(text.replace("_", " "))
    if numbered:
        return str(int(numbered[1]))
    for first, second, short, short_second in _YEAR.findall(text):
        start, end = int(first or short), int(second or short_second)
        if end == start + 1 and start > _FIRST_YEAR:
            return str(start - _FIRST_YEAR)
    return None


def _chosen(sheets: tuple[Sheet, ...], file_name: str, version: str | None) -> tuple[list[_Candidate], str]:
    """The sheets to read and the version they hold."""
    headed = [each for each in map(_candidate, sheets) if each is not None]
    if not headed:
        text = "no sheet has a row of headings for the number and the words of evidence items."
        raise Unsound([Fault(file_name, "", f"{text} We looked in: {', '.join(each.name for each in sheets)}.")])
    marked = [each for each in headed if Column.LEVEL in each.head.columns]
    if not marked:
        raise Unsound(_no_level(each) for each in headed)
    number = _number(marked, file_name, version)
    of_version = [each for each in marked if each.version in {number, None}]
    if not of_version:
        raise Unsound([Fault(file_name, "", f"this workbook holds no sheet for version {number}.")])
    named = [each for each in of_version if each.is_named]
    return named or of_version, number


def _number(marked: list[_Candidate], file_name: str, version: str | None) -> str:
    told = [each.version for each in marked if each.version]
    number = version or max(told, key=int, default=None) or version_in(file_name)
    if number is None:
        text = "the workbook does not say which version it is. Say it when you import, for example 9 for 2026-27."
        raise Unsound([Fault(file_name, "", text)])
    return number


def _candidate(sheet: Sheet) -> _Candidate | None:
    named = headings.categories(sheet.name)
    head = headings.heading(sheet, CATEGORY)
    if head is None or (named and CATEGORY not in named):
        return None
    titles = [cell.text for row in sheet.rows for cell in row.values() if cell.row < head.row]
    version = next(filter(None, map(version_in, [sheet.name, *titles])), None)
    return _Candidate(sheet, head, version, CATEGORY in named)


def _no_level(each: _Candidate) -> Fault:
    text = "there is no column that says what adult social care (category 3) must answer."
    return Fault(f"sheet “{each.sheet.name}”", f"row {each.head.row}", text)


def _cut(sheet: Sheet) -> Fault:
    return Fault(f"sheet “{sheet.name}”", "", f"only the first {cells.MAX_ROWS:,} rows were read.")


def _rows(each: _Candidate) -> Iterator[tuple[rows.Row | None, list[Fault]]]:
    for row in each.sheet.rows:
        if next(iter(row.values())).row > each.head.row and not headings.repeats(row, each.head):
            yield rows.row(each.sheet, row, each.head, CATEGORY)


def _add(found: dict[str, tuple[rows.Row, str]], row: rows.Row, sheet: str) -> list[Fault]:
    """Keep the question unless its number was seen before; say so where the two differ."""
    before, where = found.setdefault(row.ref, (row, sheet))
    if before is row or (before.question, before.level) == (row.question, row.level):
        return []
    text = f"question {row.ref} stands here with other words or another level than in sheet “{where}”, {before.place}."
    return [Fault(f"sheet “{sheet}”", row.place, f"{text} The first one was used.")]


def _notes(chosen: list[_Candidate], left_out: int) -> Iterator[str]:
    yield "Read from " + " and ".join(f"sheet “{each.sheet.name}”" for each in chosen) + "."
    if left_out:
        yield f"{left_out} questions are not asked of adult social care, and were left out."
