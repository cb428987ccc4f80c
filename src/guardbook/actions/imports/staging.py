"""Puts a file's rows in the waiting room, in short steps, with the private columns left behind."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from guardbook.actions import shell
from guardbook.actions.imports import checking
from guardbook.actions.imports.targets import Target, Workforce
from guardbook.actions.shell import upkeep
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.records.models import ImportRow, ImportRun
from guardbook.rules.access import Permission
from guardbook.rules.imports import layouts, workforce
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.runs import State
from guardbook.rules.imports.written import Cell

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
    known = _workforce(target, source)
    run = _open(ctx, target, source, known)
    staged = _taken(known, source, run) if known else _masked(target, source, run)
    for chunk in _chunks(staged):
        _stage(chunk)
    _ready_to_match(run)
    return run.pk


def _workforce(target: Target, source: Source) -> Workforce | None:
    """How the file is taken in when it is the Skills for Care file of this import; None for any other file."""
    recognised = workforce.recognise(source.headings)
    if recognised is None:
        return None
    if target.workforce is None or target.workforce.file is not recognised:
        raise Refused("This is a Skills for Care file of another kind. Choose the one for this page.")
    return target.workforce


@upkeep
def _open(ctx: Context, target: Target, source: Source, known: Workforce | None) -> ImportRun:
    shell.require(ctx, Permission.PEOPLE_IMPORT)
    matching = known.columns if known else layouts.guess(source.headings, target.layout)
    labels = [target.layout.column(key).label for key in matching] if known else source.headings
    return ImportRun.objects.create(
        organisation_id=ctx.organisation_id,
        kind=target.kind,
        layout=WORKFORCE if known else "",
        state=State.READING,
        file_name=source.file_name,
        fingerprint=source.fingerprint,
        headings=list(labels),
        matching=list(matching),
        rows_total=len(source.lines),
        started_by_id=ctx.by.user_id,
        started_at=ctx.now,
    )


def _taken(known: Workforce, source: Source, run: ImportRun) -> Iterator[ImportRow]:
    for number, cells in source.lines:
        taken = known.take(source.headings, cells)
        left_out = {"outcome": Outcome.SKIPPED, "reasons": [taken.left_out]} if taken.left_out else {}
        yield ImportRow(
            organisation_id=run.organisation_id, run=run, number=number, cells=checking.plain(taken.cells), **left_out
        )


def _masked(target: Target, source: Source, run: ImportRun) -> Iterator[ImportRow]:
    private = [layouts.is_private(heading, target.layout) for heading in source.headings]
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
