"""Training records come in for the people they name, once, and are judged as they come."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staff import STAFF
from guardbook.actions.imports.targets import Answer
from guardbook.actions.people import Details
from guardbook.actions.training.importing import TRAINING
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.records.models import ImportRow, ImportRun, TrainingCompletion
from guardbook.rules.imports.runs import Decision
from guardbook.rules.people import Kind
from tests import sheets
from tests.cast import Cast

HEADINGS = ("Staff number", "Name", "Course", "Completed")
ELEARNING = {"meaning": "elearning", "proof": "certificate"}
WORKFORCE = ["LOCALESTID", "UNIQUEWORKERID", "CATEGORY", "TRAININGNAME", "DATECOMPLETED", "NOTES"]
WORKERS = [
    "LOCALESTID",
    "UNIQUEWORKERID",
    "STATUS",
    "DISPLAYID",
    "NINUMBER",
    "STARTDATE",
    "EMPLSTATUS",
    "MAINJOBROLE",
    "MAINJRDESC",
]


@pytest.fixture
def ana(cast: Cast) -> UUID:
    return people.add(cast.asha, details=Details("Ana Lopez", Kind.EMPLOYEE, works_number="HOME01/W1"))


def staged(
    ctx: Context, headings: Sequence[str], rows: Sequence[Sequence[str]], options: dict[str, str] | None = None
) -> UUID:
    run_id = staging.start(ctx, TRAINING, sheets.source(headings, rows, "training.csv"))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(ctx, TRAINING, run_id=run_id, matching=matching, options=options or ELEARNING)
    return run_id


def outcomes(run_id: UUID) -> list[str]:
    return list(ImportRow.objects.filter(run_id=run_id).order_by("number").values_list("outcome", flat=True))


def test_records_come_in_once(cast: Cast, ana: UUID) -> None:
    rows = [("HOME01/W1", "", "", "1/9/2026"), ("", "Ana Lopez", "", "1.9.26"), ("", "Cy Fox", "", "1/9/2026")]

    first = staged(cast.asha, HEADINGS, rows)
    planned = outcomes(first)
    runs.apply(cast.asha, TRAINING, run_id=first)
    again = staged(cast.asha, HEADINGS, rows)

    completion = TrainingCompletion.objects.get()
    assert planned == ["new", "skipped", "wrong"]
    assert (completion.person_id, completion.modules_done, completion.is_valid) == (ana, 4, True)
    assert outcomes(again) == ["unchanged", "skipped", "wrong"]


@pytest.mark.parametrize(("meaning", "counts"), [("elearning", True), ("mapped", True), ("unknown", False)], ids=str)
def test_what_the_records_are_decides_whether_they_count(cast: Cast, ana: UUID, meaning: str, counts: bool) -> None:
    run_id = staged(
        cast.asha, HEADINGS, [("", "Ana Lopez", "GDPR", "1/9/2026")], {"meaning": meaning, "proof": "system_record"}
    )
    reasons = ImportRow.objects.get().reasons

    runs.apply(cast.asha, TRAINING, run_id=run_id)

    assert TrainingCompletion.objects.get().is_valid is counts
    assert bool(reasons) is not counts


def test_a_name_that_fits_two_people_is_a_question(cast: Cast, ana: UUID) -> None:
    people.add(cast.asha, details=Details("Ana Lopez", Kind.VOLUNTEER))
    rows = [("", "Ana Lopez", "", "1/9/2026"), ("", "Ana Lopez", "", "2/9/2026")]
    run_id = staged(cast.asha, HEADINGS, rows)

    with pytest.raises(Refused, match="still need your answer"):
        runs.apply(cast.asha, TRAINING, run_id=run_id)
    answers = {2: Answer(Decision.SAME, ana), 3: Answer(Decision.LEAVE_OUT)}
    runs.answer(cast.asha, TRAINING, run_id=run_id, answers=answers)
    runs.apply(cast.asha, TRAINING, run_id=run_id)

    assert TrainingCompletion.objects.get().person_id == ana


def test_a_skills_for_care_file_brings_only_training_on_data_security(cast: Cast, ana: UUID) -> None:
    rows = [
        ("HOME01", "W1", "26", "", "14/03/2026", "a private note"),
        ("HOME01", "W1", "49", "", "15/03/2026", ""),
        ("HOME01", "W1", "20", "Safeguarding", "16/03/2026", ""),
    ]

    run_id = staged(cast.asha, WORKFORCE, rows)
    waiting = str(list(ImportRow.objects.values_list("cells", flat=True)))
    runs.apply(cast.asha, TRAINING, run_id=run_id)

    assert "a private note" not in waiting
    found = TrainingCompletion.objects.order_by("completed_on").values_list("completed_on", "is_valid")
    assert list(found) == [(date(2026, 3, 14), True), (date(2026, 3, 15), False)]


def test_a_file_of_the_other_kind_is_refused(cast: Cast) -> None:
    worker = ("HOME01", "W1", "NEW", "Ana Lopez", "QQ123456C", "1/6/2020", "1", "8", "")

    with pytest.raises(Refused, match="of another kind"):
        staging.start(cast.asha, TRAINING, sheets.source(WORKERS, [worker]))
    run_id = staging.start(cast.asha, STAFF, sheets.source(WORKERS, [worker]))

    assert ImportRow.objects.get(run_id=run_id).cells == [
        "HOME01/W1",
        "Ana Lopez",
        "1/6/2020",
        "employee",
        "Care worker",
    ]


def test_a_file_with_nothing_for_us_is_ready_at_once(cast: Cast, ana: UUID) -> None:
    run_id = staged(cast.asha, WORKFORCE, [("HOME01", "W1", "20", "Safeguarding", "16/03/2026", "")])

    assert ImportRun.objects.get(pk=run_id).counts == {"skipped": 1}
    assert runs.apply(cast.asha, TRAINING, run_id=run_id) == {"skipped": 1}


def test_a_row_without_a_date_is_wrong(cast: Cast, ana: UUID) -> None:
    run_id = staged(cast.asha, HEADINGS, [("", "Ana Lopez", "GDPR", "")])

    assert outcomes(run_id) == ["wrong"]
