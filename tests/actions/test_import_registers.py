"""A register comes in from a spreadsheet whole or not at all, and twice is the same as once. Suppliers stand for all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from guardbook.actions import people
from guardbook.actions.imports import runs, staging
from guardbook.actions.registers import entries, importing, keeping
from guardbook.actions.shell import Change, action
from guardbook.jobs import registry
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.records import ledger
from guardbook.records.models import AuditEvent, ImportRow, ImportRun, RegisterRow
from guardbook.records.registers import table
from guardbook.rules.access import Permission
from guardbook.rules.imports.written import Cell
from guardbook.rules.people import Kind
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import Supplier
from tests import sheets
from tests.cast import Cast

SUPPLIERS = importing.target(REGISTER)
HEADINGS = ("Company", "Service", "Phone", "Personal data?", "Owner")
ROWS = (("Harbour Payroll", "Pays our staff", "01632 960123", "Y", ""), ("Oak Laundry", "Washes", "", "N", ""))
PAYROLL = Supplier(name="Harbour Payroll", does="Pays our staff", contact="01632 960123", handles_personal=True)


def staged(ctx: Context, headings: Sequence[str], rows: Sequence[Sequence[Cell]], **once: str) -> UUID:
    """Start an import and check it by the columns that were guessed."""
    run_id = staging.start(ctx, SUPPLIERS, sheets.source(headings, rows, "suppliers.csv"))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(ctx, SUPPLIERS, run_id=run_id, matching=matching, options=once)
    while runs.check_next(ctx, SUPPLIERS, run_id=run_id):
        pass
    return run_id


def counts(run_id: UUID) -> dict[str, int]:
    return dict(ImportRun.objects.get(pk=run_id).counts)


def reasons(run_id: UUID, number: int = 2) -> str:
    return " ".join(ImportRow.objects.get(run_id=run_id, number=number).reasons)


def suppliers(ctx: Context) -> list[Supplier]:
    return [found.entry for found in listing.page(ctx, REGISTER, Asked()).found]


@action(Permission.REGISTER_EDIT)
def offered(change: Change, *, entry: Supplier) -> UUID:
    """Put a starter row in, as the starter list does."""
    row = keeping.make(change, REGISTER, entry, starter="payroll")
    change.record("registers.starter.added", subject=row)
    return row.pk


def everything() -> list[Any]:
    """Every column of every supplier."""
    return list(table(REGISTER).objects.order_by("id").values())


def test_entries_come_in_as_the_file_says(cast: Cast) -> None:
    run_id = staged(cast.asha, HEADINGS, ROWS)

    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    payroll, laundry = suppliers(cast.asha)
    assert (payroll.contact, payroll.handles_personal, laundry.handles_personal) == ("01632 960123", True, False)
    assert (payroll.is_checked, payroll.reviewed_on) == (True, date(2026, 11, 22))
    assert AuditEvent.objects.filter(event="registers.entry.added").count() == 2
    assert AuditEvent.objects.filter(event="registers.import.applied").count() == 1
    assert not list(ledger.faults())


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    runs.apply(cast.asha, SUPPLIERS, run_id=staged(cast.asha, HEADINGS, ROWS))
    before = list(table(REGISTER).objects.order_by("id").values())

    again = staged(cast.asha, HEADINGS, ROWS)
    said = counts(again)
    runs.apply(cast.asha, SUPPLIERS, run_id=again)

    assert said == {"unchanged": 2}
    assert list(table(REGISTER).objects.order_by("id").values()) == before


def test_a_changed_row_changes_only_what_it_says(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    run_id = staged(cast.asha, ("Phone", "Supplier name"), [("0161 496 0000", "harbour  payroll"), ("", "")])
    said = reasons(run_id)

    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    row = table(REGISTER).objects.get(pk=key)
    assert said == "How do you reach them?: 01632 960123 → 0161 496 0000"
    assert suppliers(cast.asha) == [replace(PAYROLL, contact="0161 496 0000", reviewed_on=date(2026, 11, 22))]
    assert (row.number, counts(run_id)) == (2, {"changed": 1, "wrong": 1})


def test_rows_that_cannot_be_used_say_why_and_are_left_out(cast: Cast) -> None:
    rows = [("", "Washes", "", "N", ""), ("Oak", "", "", "N", ""), ("Elm", "Cleans", "", "maybe", "Nobody")]
    run_id = staged(cast.asha, HEADINGS, [*rows, *ROWS])
    said = [reasons(run_id, number) for number in (2, 3, 4)]

    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    assert said[0] == "Row 2: It does not say which supplier it is about."
    assert said[1] == "Row 3: Answer the question: What do they do for you?"
    assert "Row 4, Do they handle information about people?: “maybe” is neither yes nor no." in said[2]
    assert "Row 4, Who looks after this?: “Nobody” is not in your staff list." in said[2]
    assert len(suppliers(cast.asha)) == 2


def test_a_second_row_about_the_same_entry_is_left_out(cast: Cast) -> None:
    run_id = staged(cast.asha, HEADINGS, [ROWS[0], ("HARBOUR PAYROLL", "Other", "", "N", "")])

    assert counts(run_id) == {"new": 1, "skipped": 1}
    assert reasons(run_id, 3) == "Row 2 is about the same person or record, so this row is left out."


def test_what_no_row_says_can_be_said_once(cast: Cast) -> None:
    entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    rows = [("Harbour Payroll", "Pays our staff"), ("Oak Laundry", "Washes")]

    run_id = staged(cast.asha, ("Company", "Service"), rows, handles_personal="no")
    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    assert counts(run_id) == {"unchanged": 1, "new": 1}
    assert [each.handles_personal for each in suppliers(cast.asha)] == [True, False]


def test_an_owner_is_found_by_name_or_email_and_never_guessed(cast: Cast) -> None:
    for number, job in enumerate(("Cook", "Nurse")):
        details = people.Details("Ana Lopez", Kind.EMPLOYEE, job_title=job, email=f"ana{number}@rose.example")
        people.add(cast.asha, details=details)
    rows = [
        ("A", "x", "", "N", "ana lopez"),
        ("B", "x", "", "N", "Lopez, Ana (nurse)"),
        ("C", "x", "", "N", "Ana Lopes"),
    ]
    rows += [("D", "x", "", "N", "ANA1@rose.example"), ("E", "x", "", "N", "Ana Lopez (Nurse)")]

    run_id = staged(cast.asha, HEADINGS, rows)

    assert "Ana Lopez (Cook) or Ana Lopez (Nurse). Say which." in reasons(run_id, 2)
    assert "Did you mean Ana Lopez" in reasons(run_id, 4)
    assert list(ImportRow.objects.filter(outcome="new").values_list("number", flat=True)) == [5, 6]


def test_a_starter_row_is_checked_only_by_a_row_that_says_more(cast: Cast) -> None:
    key = offered(cast.asha, entry=replace(PAYROLL, is_checked=False))

    same = staged(cast.asha, ("Company",), [("Harbour Payroll", "")])
    more = staged(cast.asha, HEADINGS, [("Harbour Payroll", "", "0161 496 0000", "", "")])
    note = reasons(same)
    runs.apply(cast.asha, SUPPLIERS, run_id=more)

    row = table(REGISTER).objects.get(pk=key)
    assert note == "Not checked here yet: say on its page whether it is true of your service."
    assert (row.is_checked, row.checked_by) == (True, "Asha Owner")


def test_an_archived_entry_is_named_and_comes_in_as_a_new_one(cast: Cast) -> None:
    key = entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    entries.archive(cast.asha, register=REGISTER, entry_id=key, reason="Contract ended")

    by_name = staged(cast.asha, HEADINGS, ROWS[:1])
    by_reference = staged(cast.asha, ("Guardbook reference", "Company"), [(str(key), "Harbour Payroll")])

    assert counts(by_name) == {"new": 1}
    assert reasons(by_name).startswith("Harbour Payroll was archived on 22 November 2026.")
    assert reasons(by_reference) == "Row 2: Harbour Payroll is archived. Bring it back first, or leave this row out."


def test_entries_of_one_name_are_told_apart_only_by_our_reference(cast: Cast) -> None:
    first, second = (entries.add(cast.asha, register=REGISTER, entry=PAYROLL) for _ in range(2))
    run_id = staged(cast.asha, HEADINGS, ROWS[:1])
    headings, rows = ("Guardbook reference", "Company", "Phone"), [(str(second), "Harbour", ""), (str(first), "", "1")]

    runs.apply(cast.asha, SUPPLIERS, run_id=staged(cast.asha, headings, rows))

    assert "“Harbour Payroll” is in the register 2 times." in reasons(run_id)
    assert [(each.name, each.contact) for each in suppliers(cast.asha)] == [
        ("Harbour", "01632 960123"),
        ("Harbour Payroll", "1"),
    ]


def test_records_that_moved_on_refuse_the_import(cast: Cast) -> None:
    run_id = staged(cast.asha, HEADINGS, ROWS)
    entries.add(cast.asha, register=REGISTER, entry=PAYROLL)

    with pytest.raises(Refused, match="have changed since"):
        runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    assert len(suppliers(cast.asha)) == 1


def test_a_kill_in_the_middle_leaves_nothing_half_done(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    entries.add(cast.asha, register=REGISTER, entry=PAYROLL)
    run_id = staged(cast.asha, HEADINGS, [("Harbour Payroll", "", "1", "", ""), ROWS[1]])
    before, events = everything(), AuditEvent.objects.count()

    def killed(*_: object, **__: object) -> list[RegisterRow]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "keep_many", killed)
        with pytest.raises(KeyboardInterrupt):
            runs.apply(cast.asha, SUPPLIERS, run_id=run_id)
    assert (everything(), AuditEvent.objects.count()) == (before, events)

    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)
    assert suppliers(cast.asha)[0].contact == "1"
    assert len(suppliers(cast.asha)) == 2


def test_only_who_may_import_imports_and_strangers_find_nothing(cast: Cast) -> None:
    run_id = staged(cast.asha, HEADINGS, ROWS)

    with pytest.raises(NotPermitted):
        staging.start(cast.rhea, SUPPLIERS, sheets.source(HEADINGS, ROWS))
    with pytest.raises(NotPermitted):
        runs.apply(cast.rhea, SUPPLIERS, run_id=run_id)
    with pytest.raises(NotFound):
        runs.apply(cast.stranger(to=cast.asha), SUPPLIERS, run_id=run_id)
    with pytest.raises(NotFound):
        runs.apply(cast.carol, SUPPLIERS, run_id=run_id)
    assert not suppliers(cast.asha)


def test_a_long_file_is_checked_to_its_end_by_a_job(cast: Cast) -> None:
    rows = [(f"Supplier {number}", "Helps", "", "N", "") for number in range(1100)]
    run_id = staging.start(cast.asha, SUPPLIERS, sheets.source(HEADINGS, rows))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(cast.asha, SUPPLIERS, run_id=run_id, matching=matching, options={})

    about = {"organisation_id": str(cast.asha.organisation_id), "run_id": str(run_id), "kind": "suppliers"}
    registry.run(SUPPLIERS.job, about)

    assert counts(run_id) == {"new": 1100}
