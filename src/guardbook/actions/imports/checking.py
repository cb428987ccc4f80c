"""Reads staged rows against what is stored now, and keeps what would become of each."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions.imports.targets import Answer, Planned, Target
from guardbook.kernel import clock
from guardbook.kernel.errors import Refused
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.imports import cells, rows
from guardbook.rules.imports.layouts import Layout
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.rows import Row
from guardbook.rules.imports.runs import Decision
from guardbook.rules.imports.written import Cell

CHUNK = 500
_UNKEPT = re.compile(r"[\x00\ud800-\udfff]")  # halves of characters, and the one that ends text elsewhere


def plan(ctx: Context, run: ImportRun, target: Target, chunk: Sequence[ImportRow]) -> None:
    """Part of upkeep: read these rows and store what would become of each."""
    planner, today = target.planner(run.organisation_id, _sites(ctx, run), run.options), clock.uk_today(ctx.now)
    taken = _claims(run, leaving_out={row.number for row in chunk})
    for row in chunk:
        read = rows.read(row.number, row.cells, tuple(run.matching), target.layout)
        planned = planner.plan(target.complete(read, today), answered(row))
        first = min((taken[claim] for claim in planned.claims if claim in taken), default=0)
        if first:
            reason = f"Row {first} is about the same person or record, so this row is left out."
            planned = Planned(planned.row, Outcome.SKIPPED, reasons=(reason,))
        taken.update(dict.fromkeys(planned.claims, row.number))
        _put(row, planned)
    ImportRow.objects.bulk_create(
        chunk,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["values", "outcome", "reasons", "target_id"],
        batch_size=CHUNK,
    )


def _sites(ctx: Context, run: ImportRun) -> frozenset[UUID] | None:
    """The sites whose records the rows are read against: a job may see no more than whoever started the import."""
    if not ctx.by.is_system:
        return ctx.by.sites
    return access.reach_of(run.started_by_id, run.organisation_id, ctx.now).sites


def _claims(run: ImportRun, leaving_out: set[int]) -> dict[str, int]:
    """Who and what the rows checked before are about, and which row it was."""
    known = run.rows.exclude(outcome__in=["", Outcome.SKIPPED, Outcome.WRONG]).values_list("number", "values__claims")
    return {claim: number for number, claims in known if number not in leaving_out for claim in claims}


def _put(row: ImportRow, planned: Planned) -> None:
    answer = {name: found for name, found in kept(row).items() if name == "answer"}
    row.values = {
        "said": {key: cells.kept(value) for key, value in planned.values.items()},
        "claims": list(planned.claims),
        "candidates": [str(each) for each in planned.candidates],
        **answer,
    }
    row.outcome, row.target_id = planned.outcome, planned.target_id
    row.reasons = list(planned.reasons)


def note_answer(staged: ImportRow, said: Answer) -> None:
    """Keep what somebody said about an unsure row.

    Raises:
        Refused: they named a person who was not offered.
    """
    about = kept(staged)
    if said.person_id is not None and str(said.person_id) not in about["candidates"]:
        raise Refused("Choose one of the people offered.")
    staged.values = about | {"answer": [said.decision.value, str(said.person_id) if said.person_id else ""]}


def kept(staged: ImportRow) -> dict[str, Any]:
    """What checking a row found: what it ``said``, its ``claims``, ``candidates`` and ``answer``."""
    return dict(staged.values or {})


def said(staged: ImportRow, layout: Layout) -> Row:
    """What a checked row says, as it was read."""
    held = kept(staged)["said"].items()
    return Row(staged.number, {key: cells.restored(value, layout.column(key).sort) for key, value in held})


def answered(staged: ImportRow) -> Answer | None:
    """What somebody said about an unsure row, if anything."""
    if "answer" not in kept(staged):
        return None
    decision, person = kept(staged)["answer"]
    return Answer(Decision(decision), UUID(person) if person else None)


def plain(row: Iterable[Cell]) -> list[str | int | float | bool | None]:
    """Cells as the JSON of every database keeps them: a date becomes its ISO text, which reads back as the same."""
    return [_plain(cell) for cell in row]


def _plain(cell: Cell) -> str | int | float | bool | None:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return _UNKEPT.sub(" ", cell) if isinstance(cell, str) else cell
