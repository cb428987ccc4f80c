"""A staff list comes in whole or not at all, and twice is the same as once."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staff import STAFF
from guardbook.actions.imports.targets import Answer
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.records.models import AuditEvent, ImportRow, ImportRun, Person, Revision
from guardbook.rules.imports.runs import Decision
from guardbook.rules.people import Kind
from tests import sheets
from tests.cast import Cast

SMALL = ("Name", "Start date", "Job title")


def staged(ctx: Context, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> UUID:
    """Start an import and check it by the columns that were guessed."""
    run_id = staging.start(ctx, STAFF, sheets.source(headings, rows))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(ctx, STAFF, run_id=run_id, matching=matching, options={})
    while runs.check_next(ctx, STAFF, run_id=run_id):
        pass
    return run_id


def counts(run_id: UUID) -> dict[str, int]:
    found = ImportRun.objects.get(pk=run_id).counts
    assert isinstance(found, dict)
    return found


def test_sixty_people_come_in_with_what_the_file_says(cast: Cast) -> None:
    run_id = staged(cast.asha, sheets.HEADINGS, sheets.staff_rows())

    runs.apply(cast.asha, STAFF, run_id=run_id)

    first = Person.objects.get(works_number="P0000")
    assert Person.objects.count() == 60
    assert (first.name, first.kind, first.started_on) == ("Ana Adeyemi", Kind.EMPLOYEE, date(2019, 1, 7))
    assert first.induction_on == date(2019, 1, 9)
    assert AuditEvent.objects.filter(event="imports.staff.applied").count() == 1


def test_nothing_private_is_kept_even_while_it_waits(cast: Cast) -> None:
    run_id = staged(cast.asha, sheets.HEADINGS, sheets.staff_rows(3))

    waiting = str(list(ImportRow.objects.values_list("cells", "values")))
    runs.apply(cast.asha, STAFF, run_id=run_id)

    assert "QQ123456C" not in waiting
    assert "QQ123456C" not in str(list(Revision.objects.values_list("data")))
    assert not ImportRow.objects.exists()


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    runs.apply(cast.asha, STAFF, run_id=staged(cast.asha, sheets.HEADINGS, sheets.staff_rows()))
    before = list(Person.objects.order_by("id").values())

    again = staged(cast.asha, sheets.HEADINGS, sheets.staff_rows())
    said = counts(again)
    runs.apply(cast.asha, STAFF, run_id=again)

    assert said == {"unchanged": 60}
    assert list(Person.objects.order_by("id").values()) == before


def test_a_changed_row_changes_only_what_it_says(cast: Cast) -> None:
    runs.apply(cast.asha, STAFF, run_id=staged(cast.asha, sheets.HEADINGS, sheets.staff_rows(2)))

    run_id = staged(cast.asha, ("Payroll No", "Name", "Start date", "Role"), [("P0001", "Ben Adeyemi", "", "Cook")])
    row = ImportRow.objects.get(run_id=run_id)
    runs.apply(cast.asha, STAFF, run_id=run_id)

    person = Person.objects.get(works_number="P0001")
    assert row.reasons == ["Job title: Care worker → Cook"]
    assert (person.job_title, person.kind, person.induction_on) == ("Cook", Kind.BANK, date(2019, 1, 16))


def test_wrong_rows_are_named_and_left_out(cast: Cast) -> None:
    rows = [("Ana Lopez", "1/6/2020", ""), ("Ben Ode", "31/2/2026", ""), ("", "1/6/2020", "Cook")]
    run_id = staged(cast.asha, SMALL, rows)

    wrong = [reason for row in ImportRow.objects.filter(outcome="wrong").order_by("number") for reason in row.reasons]
    runs.apply(cast.asha, STAFF, run_id=run_id)

    assert wrong[0].startswith("Row 3, Start date: “31/2/2026” does not exist: February 2026 has 28 days.")
    assert wrong[-1] == "Row 4, Full name: There is no name."
    assert [person.name for person in Person.objects.all()] == ["Ana Lopez"]


def test_a_second_row_about_the_same_person_is_left_out(cast: Cast) -> None:
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2020", ""), ("ana lopez", "01.06.20", "Cook")])

    assert counts(run_id) == {"new": 1, "skipped": 1}
    assert ImportRow.objects.get(number=3).reasons == [
        "Row 2 is about the same person or record, so this row is left out."
    ]


def test_a_namesake_with_another_start_date_is_a_question(cast: Cast) -> None:
    known = people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2021", "Cook")])

    with pytest.raises(Refused, match="still need your answer"):
        runs.apply(cast.asha, STAFF, run_id=run_id)
    runs.answer(cast.asha, STAFF, run_id=run_id, answers={2: Answer(Decision.SAME, known)})
    runs.apply(cast.asha, STAFF, run_id=run_id)

    person = Person.objects.get()
    assert (person.pk, person.started_on, person.job_title) == (known, date(2021, 6, 1), "Cook")


@pytest.mark.parametrize(
    ("decision", "people_after"), [(Decision.NEW, 2), (Decision.LEAVE_OUT, 1)], ids=["somebody new", "left out"]
)
def test_the_answer_decides(cast: Cast, decision: Decision, people_after: int) -> None:
    people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    rows = [("Ana Lopez", "1/6/2021", "Cook"), ("Cy Fox", "1/6/2021", "")]
    run_id = staged(cast.asha, SMALL, rows[: 1 if decision is Decision.NEW else 2])

    runs.answer(cast.asha, STAFF, run_id=run_id, answers={2: Answer(decision)})
    runs.apply(cast.asha, STAFF, run_id=run_id)

    assert Person.objects.filter(name="Ana Lopez").count() == people_after


def test_somebody_who_was_not_offered_cannot_be_chosen(cast: Cast) -> None:
    people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))
    other = people.add(cast.asha, details=people.Details("Ben Ode", Kind.EMPLOYEE))
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2021", "Cook")])

    with pytest.raises(Refused, match="one of the people offered"):
        runs.answer(cast.asha, STAFF, run_id=run_id, answers={2: Answer(Decision.SAME, other)})


def test_records_that_moved_on_are_never_overwritten_unseen(cast: Cast) -> None:
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2020", "Cook")])
    people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, 1)))

    with pytest.raises(Refused, match="The records have changed"):
        runs.apply(cast.asha, STAFF, run_id=run_id)
    runs.check_again(cast.asha, STAFF, run_id=run_id)

    assert counts(run_id) == {"changed": 1}


def test_an_import_that_breaks_at_the_last_step_leaves_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    run_id = staged(cast.asha, sheets.HEADINGS, sheets.staff_rows(5))
    monkeypatch.setattr(runs, "_finish", lambda *_: (_ for _ in ()).throw(MemoryError))

    with pytest.raises(MemoryError):
        runs.apply(cast.asha, STAFF, run_id=run_id)

    assert not Person.objects.exists()
    assert ImportRow.objects.filter(outcome="new").count() == 5
    assert ImportRun.objects.get(pk=run_id).state == "ready"


def test_an_import_that_is_not_checked_cannot_be_applied(cast: Cast) -> None:
    run_id = staging.start(cast.asha, STAFF, sheets.source(SMALL, [("Ana", "1/6/2020", "")]))

    with pytest.raises(Refused, match="not ready"):
        runs.apply(cast.asha, STAFF, run_id=run_id)


@pytest.mark.parametrize(
    ("started", "left", "said"),
    [
        ("soon", "", "“soon” is not a date we can read"),
        ("", "1/5/2020", "1 May 2020 is before the start date, 1 June 2020"),
    ],
    ids=["a date nobody can read", "leaving before the start we know"],
)
def test_a_row_about_somebody_known_can_be_wrong(cast: Cast, started: str, left: str, said: str) -> None:
    details = people.Details("Ana Lopez", Kind.EMPLOYEE, works_number="7", started_on=date(2020, 6, 1))
    people.add(cast.asha, details=details)

    run_id = staged(cast.asha, ("Staff number", "Name", "Start date", "Left"), [("7", "Ana Lopez", started, left)])

    assert counts(run_id) == {"wrong": 1}
    assert said in ImportRow.objects.get().reasons[0]


def test_somebody_new_needs_a_start_date(cast: Cast) -> None:
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "", "Cook")])

    assert ImportRow.objects.get(run_id=run_id).reasons == ["Row 2, Start date: Enter the day they started."]


def test_somebody_chosen_who_has_gone_since_is_a_question_again(cast: Cast) -> None:
    first, second = (
        people.add(cast.asha, details=people.Details("Ana Lopez", Kind.EMPLOYEE, started_on=date(2020, 6, day)))
        for day in (1, 2)
    )
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2021", "Cook")])
    runs.answer(cast.asha, STAFF, run_id=run_id, answers={2: Answer(Decision.SAME, first)})
    renamed = people.Details("Ana Married", Kind.EMPLOYEE, started_on=date(2020, 6, 1))
    people.amend(cast.asha, person_id=first, details=renamed)

    runs.check_again(cast.asha, STAFF, run_id=run_id)

    row = ImportRow.objects.get(run_id=run_id)
    assert row.outcome == "ask"
    assert row.values is not None
    assert row.values["candidates"] == [str(second)]


def test_a_match_without_a_name_is_refused(cast: Cast) -> None:
    run_id = staging.start(cast.asha, STAFF, sheets.source(SMALL, [("Ana", "1/6/2020", "")]))

    with pytest.raises(Refused, match="Choose which column has the name"):
        runs.match(cast.asha, STAFF, run_id=run_id, matching=("", "started_on", ""), options={})


def test_an_import_can_be_dropped_and_leaves_nothing(cast: Cast) -> None:
    run_id = staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2020", "Cook")])

    runs.abandon(cast.asha, run_id=run_id)

    assert not ImportRow.objects.exists()
    assert not Person.objects.exists()
    with pytest.raises(Refused, match="This import is over"):
        runs.abandon(cast.asha, run_id=run_id)


def test_an_import_nobody_finished_is_forgotten_after_a_week(cast: Cast) -> None:
    staged(cast.asha, SMALL, [("Ana Lopez", "1/6/2020", "Cook")])

    early = runs.forget_old(cast.asha.now)
    late = runs.forget_old(cast.asha.now + runs.FORGET_AFTER * 2)

    assert (early, late) == (0, 1)
    assert not ImportRow.objects.exists()


def test_strangers_and_readers_import_nothing(cast: Cast) -> None:
    source = sheets.source(SMALL, [("Ana Lopez", "1/6/2020", "Cook")])
    run_id = staging.start(cast.asha, STAFF, source)

    with pytest.raises(NotFound):
        staging.start(cast.stranger(cast.asha), STAFF, source)
    with pytest.raises(NotPermitted):
        staging.start(cast.rhea, STAFF, source)
    with pytest.raises(NotFound):
        runs.apply(cast.carol, STAFF, run_id=run_id)


def test_a_long_file_is_checked_in_steps(cast: Cast) -> None:
    rows = sheets.staff_rows(staging.CHUNK + 10)
    run_id = staging.start(cast.asha, STAFF, sheets.source(sheets.HEADINGS, rows))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)

    runs.match(cast.asha, STAFF, run_id=run_id, matching=matching, options={})
    halfway = ImportRun.objects.get(pk=run_id)
    more = runs.check_next(cast.asha, STAFF, run_id=run_id)

    assert (halfway.state, halfway.rows_done) == ("checking", staging.CHUNK)
    assert not more
    assert ImportRun.objects.get(pk=run_id).state == "ready"
