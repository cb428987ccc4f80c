"""The spreadsheets a made-up home brings: sixty people and their training."""

import csv
from datetime import date, timedelta
from pathlib import Path

import openpyxl

FIRST = "Ada Bram Cleo Dara Elsa Finn Gwen Hugh Ines Jude Kira Levi Mara Niko Olga Petra Quin Rhys Suki Theo".split()  # noqa: SIM905 - names read best in a line
LAST = ("Ashdown", "Birkett", "Crane")
MANAGER, NURSE, DIRECTOR = "Ada Ashdown", "Bram Ashdown", "Cleo Ashdown"
JOBS = {MANAGER: "Registered manager", NURSE: "Clinical lead nurse", DIRECTOR: "Director"}
KINDS = {DIRECTOR: "Director", "Theo Crane": "Volunteer", "Suki Crane": "Agency"}
UNTRAINED = {"Quin Crane", "Rhys Crane"}
PEOPLE = 60


def names() -> list[str]:
    """All sixty, in the order of the file."""
    return [f"{first} {last}" for last in LAST for first in FIRST]


def staff(folder: Path, today: date) -> Path:
    """Write the staff list as a spreadsheet and return it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Full name", "Job title", "Type", "Start date", "Contract signed", "Induction completed"])
    for place, name in enumerate(names()):
        began = today - timedelta(days=400 + place * 11)
        sheet.append(
            [
                name,
                JOBS.get(name, "Care assistant"),
                KINDS.get(name, "Employee"),
                began,
                began,
                began + timedelta(days=3),
            ]
        )
    file = folder / "staff.xlsx"
    book.save(file)
    return file


def training(folder: Path, today: date) -> Path:
    """Write the training records as text with commas and return the file."""
    file = folder / "training.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Name", "Course", "Date completed"])
        for place, name in enumerate(names()):
            if name not in UNTRAINED:
                done = today - timedelta(days=20 + place)
                writer.writerow([name, "Data security awareness", done.strftime("%d/%m/%Y")])
    return file
