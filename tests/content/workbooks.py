"""Makes workbooks in the manner of the publisher's, tidy and untidy. The words in them are ours."""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

import openpyxl

from guardbook.content import packs
from guardbook.rules.frameworks.items import Item, Level

Grid = Iterable[Sequence[object]]

TIDY = ("Standard", "Assertion", "Evidence item ref", "Evidence item text", "Tool tip", "Category 3")
_MARKS = {
    Level.APPROACHING: "Mandatory (Approaching)",
    Level.STANDARDS_MET: "Mandatory",
    Level.OPTIONAL: "Optional",
}


def book(sheets: Mapping[str, Grid], merged: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """The bytes of an .xlsx file with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, grid in sheets.items():
        sheet = made.create_sheet(name)
        for row in grid:
            sheet.append(list(row))
        for area in (merged or {}).get(name, ()):
            sheet.merge_cells(area)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def altered(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with some words of one of its inner files replaced, as no honest program would write it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return out.getvalue()


def rows(items: Iterable[Item] | None = None) -> list[list[object]]:
    """One row for each question of our own list, in the order of ``TIDY``."""
    chosen = packs.load("dspt", "8").items if items is None else items
    return [
        [each.standard, each.assertion, each.ref, each.question, f"Help for {each.ref}", _MARKS[each.level]]
        for each in chosen
    ]


def tidy(name: str = "v8 2025-26") -> bytes:
    """A workbook that says just what our own list says."""
    return book({name: [TIDY, *rows()]})


def small(*extra: Sequence[object], head: Sequence[object] = TIDY, name: str = "v8") -> bytes:
    """One good question, and then whatever a test adds."""
    return book({name: [head, *rows(packs.load("dspt", "8").items[:1]), *extra]})
