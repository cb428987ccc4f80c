"""Training records as a spreadsheet: who did what, when, what shows it, and whether it counts."""

from collections.abc import Iterable

from guardbook.exports.sheets import Cell, Column, Kind, Sheet
from guardbook.queries.people import Entry
from guardbook.queries.training import Completion

_COLUMNS = (
    Column("Staff number", width=14),
    Column("Full name"),
    Column("Job title"),
    Column("Course", width=40),
    Column("Date completed", Kind.DATE, 14),
    Column("Mark", Kind.NUMBER, 8),
    Column("What shows it"),
    Column("Counts", width=50),
)


def completions(rows: Iterable[tuple[Entry, Completion]]) -> Sheet:
    """Return the sheet of these training records, one row each."""
    return Sheet("Training", _COLUMNS, (_row(entry, completion) for entry, completion in rows))


def _row(entry: Entry, completion: Completion) -> tuple[Cell, ...]:
    stored, verdict = completion.stored, completion.validity
    return (
        entry.works_number,
        entry.name,
        entry.job_title,
        stored.course,
        stored.completed_on,
        stored.quiz_percent,
        stored.proof.label,
        "Yes" if verdict.counts else f"No. {verdict.reason.text}",
    )
