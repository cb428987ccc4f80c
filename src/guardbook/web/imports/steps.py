"""The three pages of any import: choose the file, match its columns, check row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staging import Source
from guardbook.actions.imports.targets import Answer, Target
from guardbook.exports import sheets
from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets, uploads
from guardbook.outside.spreadsheets import Cell
from guardbook.queries import imports
from guardbook.queries.imports import Run
from guardbook.rules.imports.matching import State as Outcome
from guardbook.rules.imports.runs import State
from guardbook.web import drafts, words
from guardbook.web.components import Link
from guardbook.web.door import Request
from guardbook.web.imports import forms, pages
from guardbook.web.imports.pages import Names

_AGAIN_AFTER = "3"  # seconds: a browser without JavaScript loads the page again by itself


@dataclass(frozen=True, slots=True)
class Flow:
    """One kind of import: what it is for, its addresses and its words."""

    target: Target
    names: Names
    title: str
    lead: tuple[str, ...]
    back: str
    columns_form: type[forms.ColumnsForm] = forms.ColumnsForm
    may_be_new: bool = True
    section: str = "people"

    def show(self, request: Request, template: str, **shown: Any) -> HttpResponse:
        """Draw a page of this import, in its section of the menu."""
        return render(request, f"imports/{template}.html", {"section": self.section, **shown})


def start(request: Request, flow: Flow) -> HttpResponse:
    """Ask for the file, read it, and go on to its columns."""
    form = forms.FileForm.of(request)
    organisation = request.ctx.organisation_id
    if request.method == "POST" and form.is_valid():
        try:
            run_id = staging.start(request.ctx, flow.target, _read(form))
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("file", reason)
        else:
            return redirect(flow.names.to(flow.names.columns, organisation, run_id))
    shown = pages.Start(flow.title, flow.lead, Link(flow.back, flow.names.to(flow.names.done, organisation)))
    return flow.show(request, "start", page=shown, form=form)


def columns(request: Request, flow: Flow, run_id: UUID) -> HttpResponse:
    """Ask which column is what, and start the check."""
    run = imports.run(request.ctx, flow.target.kind, run_id)
    if not run.state.is_open:
        return _over(request, flow)
    form = _columns_form(request, flow, run)
    if request.method == "POST" and form.is_valid():
        matching = run.matching if run.is_workforce else form.matching()
        try:
            runs.match(request.ctx, flow.target, run_id=run_id, matching=matching, options=form.options())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            return redirect(flow.names.to(flow.names.check, request.ctx.organisation_id, run_id))
    before = imports.applied_before(request.ctx, run_id)
    shown = pages.columns(flow.names, flow.target.layout, request.ctx.organisation_id, run, before)
    return flow.show(request, "columns", page=shown, form=form)


def check(request: Request, flow: Flow, run_id: UUID) -> HttpResponse:
    """Show what would become of each row, take answers, and apply."""
    run = imports.run(request.ctx, flow.target.kind, run_id)
    match run.state:
        case State.CHECKING:
            return _wait(request, flow, run)
        case State.READY:
            return _decide(request, flow, run)
        case State.MATCHING:
            return redirect(flow.names.to(flow.names.columns, request.ctx.organisation_id, run_id))
        case State.READING | State.APPLIED | State.ABANDONED:
            return _over(request, flow)


def drop(request: Request, flow: Flow, run_id: UUID) -> HttpResponse:
    """Drop an import and everything that waits."""
    imports.run(request.ctx, flow.target.kind, run_id)
    try:
        runs.abandon(request.ctx, run_id=run_id)
    except Refused as refusal:
        messages.info(request, " ".join(refusal.reasons))
    else:
        messages.success(request, "The import is dropped. Nothing was changed, and nothing of the file is kept.")
    return redirect(flow.names.to(flow.names.done, request.ctx.organisation_id))


def _read(form: forms.FileForm) -> Source:
    """Read the file that was sent, as the import takes it."""
    sent = form.cleaned_data["file"]
    accepted = uploads.accept(sent.name, sent)
    sheet = spreadsheets.read(accepted.content, accepted.kind, form.cleaned_data["sheet"])
    lines = tuple((line.number, tuple(_original(cell) for cell in line.cells)) for line in sheet.lines)
    return Source(accepted.name, accepted.sha256, sheet.headings, lines)


def _original(cell: Cell) -> Cell:
    """A cell of a sheet we wrote reads back as it was, without the sign that made it harmless."""
    return sheets.original(cell) if isinstance(cell, str) else cell


def _columns_form(request: Request, flow: Flow, run: Run) -> forms.ColumnsForm:
    return drafts.open_form(
        flow.columns_form,
        request,
        initial=flow.columns_form.initial_of(run.matching) | dict(run.options),
        layout=flow.target.layout,
        headings=run.headings,
        samples=imports.samples(request.ctx, run.id),
        is_settled=run.is_workforce,
    )


def _wait(request: Request, flow: Flow, run: Run) -> HttpResponse:
    shown = pages.progress(flow.names, request.ctx.organisation_id, run)
    response = flow.show(request, "progress", page=shown)
    response.headers["Refresh"] = _AGAIN_AFTER
    return response


def _decide(request: Request, flow: Flow, run: Run) -> HttpResponse:
    questions = imports.questions(request.ctx, run.id)
    form = forms.AnswersForm.of(request, questions=questions, may_be_new=flow.may_be_new)
    if request.method == "POST" and form.is_valid():
        return _carried_on(request, flow, run, form.answers())
    only = _only(request.GET.get("show", ""), run)
    found = imports.lines(request.ctx, run.id, only, _number(request.GET.get("after", "")))
    shown = pages.check(flow.names, flow.target.layout, request.ctx.organisation_id, run, only, found)
    return flow.show(request, "check", page=shown, form=form)


def _carried_on(request: Request, flow: Flow, run: Run, answers: Mapping[int, Answer]) -> HttpResponse:
    """Take the answers, or apply when none were asked for; a refusal means that the records moved on."""
    try:
        if not answers:
            return _applied(request, flow, run)
        runs.answer(request.ctx, flow.target, run_id=run.id, answers=answers)
    except Refused as refusal:
        runs.check_again(request.ctx, flow.target, run_id=run.id)
        messages.warning(request, " ".join(refusal.reasons))
    return redirect(flow.names.to(flow.names.check, request.ctx.organisation_id, run.id))


def _applied(request: Request, flow: Flow, run: Run) -> HttpResponse:
    counts = runs.apply(request.ctx, flow.target, run_id=run.id)
    new, changed = counts.get(Outcome.NEW, 0), counts.get(Outcome.CHANGED, 0)
    messages.success(request, f"{words.count(new, 'row')} added, {words.count(changed, 'row')} changed.")
    return redirect(flow.names.to(flow.names.done, request.ctx.organisation_id))


def _over(request: Request, flow: Flow) -> HttpResponse:
    messages.info(request, "That import is over. Start a new one to bring in another file.")
    return redirect(flow.names.to(flow.names.start, request.ctx.organisation_id))


def _only(asked: str, run: Run) -> Outcome | None:
    """Which rows to show: those asked for, else those that cannot be read, else all."""
    if asked in set(Outcome):
        return Outcome(asked)
    return Outcome.WRONG if not asked and run.counts.get(Outcome.WRONG) else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
