"""Questions about an import on its way: where it stands, its rows, and what it still asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.kernel.errors import NotFound
from guardbook.queries import people
from guardbook.queries.access import Context, question
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.access import Permission
from guardbook.rules.imports.cells import Kept
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.runs import State

PAGE = 50
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """One import: the file, how its columns are matched, and how far it has got."""

    id: UUID
    kind: str
    is_workforce: bool
    state: State
    file_name: str
    headings: tuple[str, ...]
    matching: tuple[str, ...]
    options: Mapping[str, str]
    rows_total: int
    rows_done: int
    counts: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the check shows it: its number, whom it names, what becomes of it, why, and what it says."""

    number: int
    who: str
    outcome: Outcome
    reasons: tuple[str, ...]
    said: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class LinePage:
    """Some rows in order; ``next_after`` is the last number when there are more."""

    lines: tuple[Line, ...]
    next_after: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """A row that may be one of these people."""

    number: int
    who: str
    reasons: tuple[str, ...]
    candidates: tuple[people.Entry, ...]


@question(Permission.PEOPLE_IMPORT)
def run(ctx: Context, kind: str, run_id: UUID) -> Run:
    """Return an import of this kind. Raises NotFound when there is none here. One query."""
    found = ImportRun.objects.of(ctx.organisation_id).filter(kind=kind, pk=run_id).first()
    if found is None:
        raise NotFound
    return Run(
        id=found.pk,
        kind=found.kind,
        is_workforce=bool(found.layout),
        state=State(found.state),
        file_name=found.file_name,
        headings=tuple(found.headings),
        matching=tuple(found.matching),
        options=found.options,
        rows_total=found.rows_total,
        rows_done=found.rows_done,
        counts={Outcome(outcome): number for outcome, number in found.counts.items()},
    )


@question(Permission.PEOPLE_IMPORT)
def samples(ctx: Context, run_id: UUID) -> tuple[tuple[str, ...], ...]:
    """Return what the first rows have in each column, as text. One query."""
    rows = ImportRow.objects.of(ctx.organisation_id).filter(run_id=run_id).order_by("number")
    cells = list(rows.values_list("cells", flat=True)[:_SAMPLES])
    width = max((len(row) for row in cells), default=0)
    return tuple(
        tuple(dict.fromkeys(str(row[at]) for row in cells if at < len(row) and row[at] not in {None, ""}))
        for at in range(width)
    )


@question(Permission.PEOPLE_IMPORT)
def lines(ctx: Context, run_id: UUID, outcome: Outcome | None, after: int = 0) -> LinePage:
    """Return the next rows of an import, of one outcome or all. One query."""
    rows = ImportRow.objects.of(ctx.organisation_id).filter(run_id=run_id, number__gt=after)
    if outcome is not None:
        rows = rows.filter(outcome=outcome)
    found = [_line(row) for row in rows.order_by("number")[: PAGE + 1]]
    return LinePage(tuple(found[:PAGE]), found[PAGE - 1].number if len(found) > PAGE else None)


@question(Permission.PEOPLE_IMPORT)
def questions(ctx: Context, run_id: UUID) -> tuple[Question, ...]:
    """Return the first rows that wait for an answer, with the people they may be. Two queries."""
    rows = ImportRow.objects.of(ctx.organisation_id).filter(run_id=run_id, outcome=Outcome.ASK).order_by("number")
    asked = list(rows[:PAGE])
    if not asked:
        return ()
    known = {entry.id: entry for entry in people.everybody(ctx)}
    return tuple(
        Question(row.number, _who(row), tuple(row.reasons), _candidates(known, _kept(row)["candidates"]))
        for row in asked
    )


@question(Permission.PEOPLE_IMPORT)
def applied_before(ctx: Context, run_id: UUID) -> datetime | None:
    """Return when the very same file was imported last, or None. One query."""
    this = ImportRun.objects.of(ctx.organisation_id).filter(pk=run_id).values("fingerprint", "kind")
    same = ImportRun.objects.of(ctx.organisation_id).filter(
        state=State.APPLIED, fingerprint__in=this.values("fingerprint"), kind__in=this.values("kind")
    )
    return same.order_by("-applied_at").values_list("applied_at", flat=True).first()


def _line(row: ImportRow) -> Line:
    said: Mapping[str, Kept] = _kept(row).get("said", {})
    return Line(row.number, _who(row), Outcome(row.outcome or Outcome.SKIPPED), tuple(row.reasons), said)


def _kept(row: ImportRow) -> dict[str, Any]:
    return dict(row.values or {})


def _who(row: ImportRow) -> str:
    """The name a row gives, else another of its words; a row that was never read shows its first cell."""
    said: Mapping[str, Any] = _kept(row).get("said", {})
    first = next((str(cell) for cell in row.cells if cell not in {None, ""}), "")
    return str(said.get("name") or said.get("works_number") or said.get("email") or first)[:80]


def _candidates(known: Mapping[UUID, people.Entry], ids: Sequence[str]) -> tuple[people.Entry, ...]:
    return tuple(known[UUID(each)] for each in ids if UUID(each) in known)
