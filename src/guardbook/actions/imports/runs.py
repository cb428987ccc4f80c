"""The steps of an import after its start: match columns, check rows, answer questions, apply or abandon."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from guardbook.actions import shell
from guardbook.actions.imports import checking
from guardbook.actions.imports.targets import Answer, Options, Target
from guardbook.actions.shell import Change, action, fresh, upkeep
from guardbook.kernel.errors import Refused
from guardbook.outside import queue
from guardbook.queries.access import Context
from guardbook.records.models import ImportRun
from guardbook.rules.access import Permission
from guardbook.rules.imports import layouts
from guardbook.rules.imports.layouts import Matching
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.runs import State

FORGET_AFTER = timedelta(days=7)
_MOVED = "The records have changed since this file was checked. It has been checked again: look once more."


@upkeep
def match(ctx: Context, target: Target, *, run_id: UUID, matching: Matching, options: Options) -> None:
    """Settle which column is what, and start checking: the first rows now, the rest as a job.

    Raises:
        NotFound: there is no such import here.
        Refused: the import is over, or the match of columns cannot be used.
    """
    run = _mine(ctx, run_id)
    if problems := layouts.problems(matching, target.layout, options):
        raise Refused(*problems)
    _restart(run, matching, options)
    if _check_next(ctx, target, run):
        about = {"organisation_id": str(ctx.organisation_id), "run_id": str(run.pk), "kind": run.kind}
        queue.enqueue(target.job, about)


@upkeep
def check_next(ctx: Context, target: Target, *, run_id: UUID) -> bool:
    """Check the next rows of an import; return whether there are more. Doing it twice changes nothing more.

    Raises:
        NotFound: there is no such import here.
    """
    run = fresh(ImportRun, ctx.organisation_id, run_id)
    return run.state == State.CHECKING and _check_next(ctx, target, run)


@upkeep
def answer(ctx: Context, target: Target, *, run_id: UUID, answers: Mapping[int, Answer]) -> None:
    """Settle rows that may or may not be somebody we know, by their numbers.

    Raises:
        NotFound: there is no such import here.
        Refused: the import is over, or an answer names somebody who was not offered.
    """
    run = _mine(ctx, run_id)
    asked = list(run.rows.filter(number__in=list(answers), values__has_key="candidates"))
    for row in asked:
        checking.note_answer(row, answers[row.number])
    checking.plan(ctx, run, target, asked)
    _count(run)


@upkeep
def abandon(ctx: Context, *, run_id: UUID) -> None:
    """Drop an import and everything staged for it.

    Raises:
        NotFound: there is no such import here.
        Refused: it was applied already.
    """
    _close(_mine(ctx, run_id), State.ABANDONED)


@upkeep
def check_again(ctx: Context, target: Target, *, run_id: UUID) -> None:
    """Check every row anew, against what is stored now; answers given before are kept.

    Raises:
        NotFound: there is no such import here.
        Refused: it is over.
    """
    run = _mine(ctx, run_id)
    checked = run.rows.filter(values__isnull=False).order_by("number")
    checking.plan(ctx, run, target, list(checked))
    _count(run)


def apply(ctx: Context, target: Target, *, run_id: UUID) -> Mapping[str, int]:
    """Carry out a checked import in one transaction; return how many rows were new, changed and so on.

    Raises:
        NotFound: there is no such import here.
        Refused: it is not ready, rows still wait for an answer, or the records have moved on.
    """
    return _apply(ctx, target=target, run_id=run_id)


@upkeep
def forget_old(now: datetime) -> int:
    """Drop what is still staged of imports that nobody finished in a week; return how many."""
    old = ImportRun.objects.filter(started_at__lt=now - FORGET_AFTER).exclude(
        state__in=[State.APPLIED, State.ABANDONED]
    )
    runs = list(old)
    for run in runs:
        _close(run, State.ABANDONED)
    return len(runs)


@action(Permission.PEOPLE_IMPORT)
def _apply(change: Change, *, target: Target, run_id: UUID) -> Mapping[str, int]:
    run = fresh(ImportRun, change.organisation_id, run_id)
    if run.state != State.READY:
        raise Refused("This import is not ready to be applied.")
    waiting = list(run.rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED, Outcome.ASK]).order_by("number"))
    if any(row.outcome == Outcome.ASK for row in waiting):
        raise Refused("Some rows still need your answer. Answer them first.")
    planner = target.planner(change.organisation_id, change.by.sites, run.options)
    plans = [planner.plan(checking.said(row, target.layout), checking.answered(row)) for row in waiting]
    if any(
        plan.outcome != row.outcome or plan.target_id != row.target_id for plan, row in zip(plans, waiting, strict=True)
    ):
        raise Refused(_MOVED)
    target.carry_out(change, plans)
    change.record(target.event, subject=run, details=run.counts)
    _finish(run, change.now)
    return dict(run.counts)


def _mine(ctx: Context, run_id: UUID) -> ImportRun:
    shell.require(ctx, Permission.PEOPLE_IMPORT)
    run = fresh(ImportRun, ctx.organisation_id, run_id)
    if not State(run.state).is_open:
        raise Refused("This import is over. Start a new one.")
    return run


def _restart(run: ImportRun, matching: Matching, options: Options) -> None:
    run.matching, run.options = list(matching), dict(options)
    run.state, run.counts = State.CHECKING, {}
    checked = run.rows.filter(values__isnull=False)
    checked.update(outcome="", values=None, reasons=[], target_id=None)
    run.rows_done = run.rows.exclude(outcome="").count()
    run.save(force_update=True)


def _check_next(ctx: Context, target: Target, run: ImportRun) -> bool:
    chunk = list(run.rows.filter(outcome="").order_by("number")[: checking.CHUNK])
    if chunk:
        checking.plan(ctx, run, target, chunk)
        run.rows_done += len(chunk)
        run.save(force_update=True)
    if run.rows.filter(outcome="").exists():
        return True
    run.state = State.READY
    _count(run)
    return False


def _count(run: ImportRun) -> None:
    counted = Counter(run.rows.values_list("outcome", flat=True))
    run.counts = {outcome.value: counted[outcome.value] for outcome in Outcome if counted[outcome.value]}
    run.save(force_update=True)


@upkeep
def _finish(run: ImportRun, now: datetime) -> None:
    run.applied_at = now
    _close(run, State.APPLIED)


def _close(run: ImportRun, state: State) -> None:
    run.rows.all().delete()
    run.state, run.headings = state, []
    run.save(force_update=True)
