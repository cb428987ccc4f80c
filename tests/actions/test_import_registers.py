"""A register comes in from a spreadsheet whole or not at all, and twice is the same as once. Suppliers stand for all."""

from collections.abc import Sequence
from uuid import UUID

from guardbook.actions.imports import runs, staging
from guardbook.actions.registers import importing
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.imports.written import Cell
from guardbook.rules.registers.suppliers import REGISTER
from guardbook.rules.registers.suppliers.entry import Supplier
from tests import sheets
from tests.cast import Cast

SUPPLIERS = importing.target(REGISTER)
HEADINGS = ("Company", "Service", "Phone", "Personal data?", "Owner")
ROWS = (("Harbour Payroll", "Pays our staff", "01632 960123", "Y", ""), ("Oak Laundry", "Washes", "", "N", ""))


def staged(ctx: Context, headings: Sequence[str], rows: Sequence[Sequence[Cell]], **once: str) -> UUID:
    run_id = staging.start(ctx, SUPPLIERS, sheets.source(headings, rows, "suppliers.csv"))
    matching = tuple(ImportRun.objects.get(pk=run_id).matching)
    runs.match(ctx, SUPPLIERS, run_id=run_id, matching=matching, options=once)
    while runs.check_next(ctx, SUPPLIERS, run_id=run_id):
        pass
    return run_id


def counts(run_id: UUID) -> dict[str, int]:
    return dict(ImportRun.objects.get(pk=run_id).counts)


def reasons(run_id: UUID, number: int) -> str:
    return " ".join(ImportRow.objects.get(run_id=run_id, number=number).reasons)


def suppliers(ctx: Context) -> list[Supplier]:
    return [found.entry for found in listing.page(ctx, REGISTER, Asked()).found]


def test_entries_come_in_as_the_file_says(cast: Cast) -> None:
    run_id = staged(cast.asha, HEADINGS, ROWS)

    assert counts(run_id) == {"new": 2}, list(ImportRow.objects.values_list("reasons", flat=True))
    runs.apply(cast.asha, SUPPLIERS, run_id=run_id)

    payroll, laundry = suppliers(cast.asha)
    assert (payroll.contact, payroll.handles_personal, laundry.handles_personal) == ("01632 960123", True, False)
