"""Skills for Care files are recognised, and nothing private is taken out of them."""

import csv
from pathlib import Path

import pytest

from guardbook.content import imports
from guardbook.rules.imports import rows, staff, workforce
from guardbook.rules.imports.workforce import File

CODES = imports.workforce_codes()
SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "asc-wds"
WORKER = [
    "LOCALESTID",
    "UNIQUEWORKERID",
    "STATUS",
    "DISPLAYID",
    "NINUMBER",
    "POSTCODE",
    "DOB",
    "ETHNICITY",
    "DISABLED",
    "STARTDATE",
    "EMPLSTATUS",
    "MAINJOBROLE",
    "MAINJRDESC",
]
TRAINING = ["LOCALESTID", "UNIQUEWORKERID", "CATEGORY", "TRAININGNAME", "DATECOMPLETED", "NOTES"]


@pytest.mark.parametrize(
    ("headings", "file"),
    [
        (WORKER, File.WORKERS),
        ([name.lower() for name in reversed(WORKER)], File.WORKERS),
        (TRAINING, File.TRAINING),
        (["LOCALESTID", "STATUS", "ESTNAME", "MAINSERVICE"], File.WORKPLACES),
        (["LOCALESTID", "STATUS"], None),
        (["Name", "Start date", "STATUS"], None),
    ],
    ids=["workers", "workers in another order", "training", "workplaces", "too little", "an ordinary list"],
)
def test_files_are_known_by_their_headings(headings: list[str], file: File | None) -> None:
    assert workforce.recognise(headings) is file


def test_a_worker_keeps_only_what_is_needed() -> None:
    row = ["HOME01", "W7", "UPDATE", "Ana Lopez", "QQ123456C", "LS1 1AA", "10/12/1982", "31", "1", "12/11/2021", "3"]

    taken = workforce.worker(WORKER, [*row, "8", ""], CODES)

    assert taken.cells == ("HOME01/W7", "Ana Lopez", "12/11/2021", "bank", "Care worker")
    assert taken.left_out == ""


@pytest.mark.parametrize(
    ("job", "described", "title"),
    [("25", "", "Administrator"), ("27", "Gardener", "Gardener"), ("999", "", "")],
    ids=["a code", "in their own words", "an unknown code"],
)
def test_job_titles_come_from_codes_or_words(job: str, described: str, title: str) -> None:
    row = ["HOME01", "W7", "NEW", "Ana", "", "", "", "", "", "12/11/2021", "7", job, described]

    assert workforce.worker(WORKER, row, CODES).cells[-1] == title


def test_a_deleted_worker_is_left_out_with_the_reason() -> None:
    taken = workforce.worker(WORKER, ["HOME01", "W7", "delete", "Ana"], CODES)

    assert taken.left_out == "Its STATUS is DELETE, so nothing is done. If this person left, record their last day."


@pytest.mark.parametrize(
    ("category", "left_out"),
    [
        ("26", ""),
        ("49", ""),
        ("6", "This is about Fire safety, not data security."),
        ("", "This is about something else, not data security."),
    ],
    ids=["data protection", "online safety", "fire", "none"],
)
def test_only_training_on_data_security_is_taken(category: str, left_out: str) -> None:
    taken = workforce.training(TRAINING, ["HOME01", "W7", category, "", "14/03/2026", "private note"], CODES)

    assert taken.left_out == left_out
    assert taken.cells[0] == "HOME01/W7"
    assert "private note" not in taken.cells


def test_the_published_sample_reads_without_a_problem() -> None:
    sample = SAMPLES / "sample_worker.csv"
    if not sample.exists():
        pytest.skip("the sample files are not beside this checkout")
    headings, *lines = csv.reader(sample.read_text(encoding="utf-8").splitlines())

    taken = [workforce.worker(headings, line, CODES).cells for line in lines]

    read = [staff.complete(rows.read(2, cells, workforce.WORKER_COLUMNS, staff.STAFF)) for cells in taken]
    assert [row.values["works_number"] for row in read] == ["HOME01/W001", "HOME01/W002", "HOME02/W001"]
    assert [row.problems for row in read] == [(), (), ()]
