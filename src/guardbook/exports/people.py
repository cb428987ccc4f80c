"""The staff list as a spreadsheet, which reads back in through the import."""

from collections.abc import Iterable

from guardbook.exports.sheets import Cell, Column, Kind, Sheet
from guardbook.queries.people import Entry

_COLUMNS = (
    Column("Staff number", width=14),
    Column("Full name"),
    Column("Job title"),
    Column("Kind of staff", width=14),
    Column("Email"),
    Column("Start date", Kind.DATE, 14),
    Column("Leaving date", Kind.DATE, 14),
    Column("Contract clause signed", Kind.DATE, 14),
    Column("Induction done", Kind.DATE, 14),
    Column("Access removed", Kind.DATE, 14),
)


def staff(entries: Iterable[Entry]) -> Sheet:
    """Return the sheet of these people, one row each."""
    return Sheet("Staff", _COLUMNS, (_row(entry) for entry in entries))


def _row(entry: Entry) -> tuple[Cell, ...]:
    return (
        entry.works_number,
        entry.name,
        entry.job_title,
        entry.kind.label,
        entry.email,
        entry.started_on,
        entry.left_on,
        entry.clause_signed_on,
        entry.induction_on,
        entry.access_removed_on,
    )
