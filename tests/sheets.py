"""Spreadsheets of people who do not exist, built for tests."""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta

import openpyxl

from guardbook.actions.imports.staging import Source
from guardbook.rules.imports.written import Cell

HEADINGS = ("Payroll No", "Full name", "Job Title", "Contract type", "Date started", "NI Number", "Induction")
FIRST = ["Ana", "Ben", "Cara", "Dev", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon"]
LAST = ["Adeyemi", "Brown", "Clarke", "Davies", "Evans", "Foster"]
KINDS = ("Permanent", "Bank", "Agency", "Volunteer")


def staff_rows(count: int = 60) -> list[tuple[str, ...]]:
    """So many people, each different, every time the same."""
    return [
        (
            f"P{number:04}",
            f"{FIRST[number % 10]} {LAST[number // 10 % 6]}{'' if number < 60 else f' {number}'}",
            "Care worker" if number % 5 else "Senior carer",
            KINDS[number % 4],
            f"{date(2019, 1, 7) + timedelta(days=number * 7 % 2000):%d/%m/%Y}",
            "QQ123456C",
            f"{date(2019, 1, 9) + timedelta(days=number * 7 % 2000):%d.%m.%y}",
        )
        for number in range(count)
    ]


def source(headings: Sequence[str], rows: Sequence[Sequence[Cell]], name: str = "staff.csv") -> Source:
    """A file as the reader gives it: headings in row 1."""
    return Source(name, "0" * 64, tuple(headings), tuple((at, tuple(row)) for at, row in enumerate(rows, start=2)))


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """The bytes of a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows(rows)
    return out.getvalue().encode()


def as_xlsx(rows: Sequence[Sequence[Cell]], title: str = "Staff") -> bytes:
    """The bytes of a workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
