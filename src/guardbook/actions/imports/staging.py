"""Puts a file's rows in the waiting room, in short steps, with the private columns left behind."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from guardbook.actions import shell
from guardbook.actions.imports import checking
from guardbook.actions.imports.targets import Target
from guardbook.actions.shell import upkeep
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.access import Permission
from guardbook.rules.imports import layouts, workforce
from guardbook.rules.imports.cells import Cell
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.runs import State

CHUNK = 500
WORKFORCE = "asc-wds"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its name, fingerprint, headings, and numbered rows."""

    file_name: str
    fingerprint: str
    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[Cell, ...]], ...]


def start(ctx: Context, target: Target, source: Source) -> UUID:
    """Stage a file and guess its columns; return the import's identifier. Private columns are left behind.

    Raises:
        Refused: it is another Skills for Care file than the one wanted here.
    """
    recognised = workforce.recognise(source.headings)
    if recognised not in {None, target.workforce.file}:
        raise Refused("This is a Skills for Care file of another kind. Choose the one for this page.")
    run = _open(ctx, target, source, is_workforce=recognised is not None)
    staged = _taken(target, source, run) if recognised else _masked(source, run)
    for chunk in _chunks(staged):
        _stage(chunk)
    _ready_to_match(run)
    return run.pk


@upkeep
def _open(ctx: Context, target: Target, source: Source, *, is_workforce: bool) -> ImportRun:
    shell.require(ctx, Permission.PEOPLE_IMPORT)
    matching = target.workforce.columns if is_workforce else layouts.guess(source.headings, target.layout)
    labels = [target.layout.column(key).label for key in matching] if is_workforce else source.headings
    return ImportRun.objects.create(
        organisation_id=ctx.organisation_id,
        kind=target.kind,
        layout=WORKFORCE if is_workforce else "",
        state=State.READING,
        file_name=source.file_name,
        fingerprint=source.fingerprint,
        headings=list(labels),
        matching=list(matching),
        rows_total=len(source.lines),
        started_by_id=ctx.by.user_id,
        started_at=ctx.now,
    )


def _taken(target: Target, source: Source, run: ImportRun) -> Iterator[ImportRow]:
    for number, cells in source.lines:
        taken = target.workforce.take(source.headings, cells)
        left_out = {"outcome": Outcome.SKIPPED, "reasons": [taken.left_out]} if taken.left_out else {}
        yield ImportRow(
            organisation_id=run.organisation_id, run=run, number=number, cells=checking.plain(taken.cells), **left_out
        )


def _masked(source: Source, run: ImportRun) -> Iterator[ImportRow]:
    private = [layouts.is_private(heading) for heading in source.headings]
    for number, cells in source.lines:
        kept = [None if hidden else cell for cell, hidden in zip(cells, private, strict=False)]
        yield ImportRow(organisation_id=run.organisation_id, run=run, number=number, cells=checking.plain(kept))


def _chunks(staged: Iterable[ImportRow]) -> Iterator[tuple[ImportRow, ...]]:
    rest = iter(staged)
    while chunk := tuple(itertools.islice(rest, CHUNK)):
        yield chunk


@upkeep
def _stage(chunk: Sequence[ImportRow]) -> None:
    ImportRow.objects.bulk_create(chunk)


@upkeep
def _ready_to_match(run: ImportRun) -> None:
    run.state = State.MATCHING
    run.save(force_update=True)
