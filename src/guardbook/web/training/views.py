"""Pages about training: the figure, recording, correcting, needs, download."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.training import completions, needs
from guardbook.exports import training as sheets
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import people, training
from guardbook.rules.access import Permission
from guardbook.rules.training import records
from guardbook.rules.training.coverage import Standard
from guardbook.web import downloads, drafts, words
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.training import forms, pages

_MOST_OFFERED = 300


@page(Permission.PEOPLE_VIEW, "GET")
def overview(request: Request) -> HttpResponse:
    """The training figure, with everything it is made of."""
    ctx, held = request.ctx, request.ctx.by.permissions
    today, form, planned = clock.uk_today(request.now), *_planned(request)
    shown = pages.training(
        ctx.organisation_id,
        training.picture(ctx, as_of=today, planned_on=planned, standard=Standard()),
        planned,
        Standard(),
        training.of_role_holders(ctx).items,
        may_edit=Permission.PEOPLE_EDIT in held,
        may_import=Permission.PEOPLE_IMPORT in held,
        may_export=Permission.EXPORT in held,
    )
    return render(request, "training/overview.html", {"page": shown, "form": form})


@page(Permission.EXPORT, "GET")
def export(request: Request, form: str) -> HttpResponse:
    """Every training record to keep."""
    return downloads.sheet(sheets.completions(training.export_rows(request.ctx)), form, "training", request.now)


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def record(request: Request) -> HttpResponse:
    """Record one training that one or several people did."""
    offered = _offered(request)
    start = {"people": request.GET.getlist("person"), "level": "L1"}
    form = drafts.open_form(forms.RecordForm, request, initial=start, people=offered)
    if request.method == "POST" and form.is_valid():
        chosen, stored = [UUID(each) for each in form.cleaned_data["people"]], form.stored()
        try:
            made = completions.record(request.ctx, person_ids=chosen, training=stored)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            worth = records.judge(stored)
            said = worth.reason.text if worth.counts else f"It does not count yet. {worth.reason.text}"
            messages.success(request, f"Recorded for {words.count(made, 'person', 'people')}. {said}")
            return redirect(_after(request, chosen))
    shown = pages.Form("Record training", _back(request), "Record this training")
    return render(request, "training/form.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def correct(request: Request, completion_id: UUID) -> HttpResponse:
    """Put a training record right."""
    old = _standing(request, completion_id)
    form = drafts.open_form(forms.CorrectForm, request, initial=forms.of_completion(old))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            completions.correct(request.ctx, completion_id=completion_id, training=form.stored(), reason=reason)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "The record is corrected. The old one is kept with your reason.")
            return redirect(_after(request, [old.person_id]))
    shown = pages.Form(
        "Correct a training record",
        _back(request, old.person_id),
        "Save the correction",
        second=_take_out(request, old),
    )
    return render(request, "training/form.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def withdraw(request: Request, completion_id: UUID) -> HttpResponse:
    """Take a training record out of the count."""
    old = _standing(request, completion_id)
    form = drafts.open_form(forms.WithdrawForm, request)
    if request.method == "POST" and form.is_valid():
        completions.withdraw(request.ctx, completion_id=completion_id, reason=form.cleaned_data["reason"])
        messages.success(request, "The record is taken out of the count and kept in the history.")
        return redirect(_after(request, [old.person_id]))
    lead = f"{old.stored.course}, finished on {words.day(old.stored.completed_on)}."
    shown = pages.Form("Take a training record out", _back(request, old.person_id), "Take it out", lead)
    return render(request, "training/form.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def needs_analysis(request: Request) -> HttpResponse:
    """Decide which job needs which training, and say who approved it."""
    latest, jobs = training.analysis(request.ctx), people.job_titles(request.ctx)
    form = drafts.open_form(forms.NeedsForm, request, jobs=jobs, levels=latest.levels if latest else {})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            needs.approve(
                request.ctx,
                levels=form.levels(),
                approved_on=said["approved_on"],
                approved_by=said["approved_by"],
                note=said["note"],
            )
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "The training needs analysis is recorded.")
            return redirect("training", organisation=request.ctx.organisation_id)
    lead = "Once a year, decide what each job must know about data security. Have somebody senior approve it."
    shown = pages.Form(
        "Who needs which training", _back(request), "Record as approved", lead, pages.needs_table(latest)
    )
    return render(request, "training/form.html", {"page": shown, "form": form})


def _planned(request: Request) -> tuple[forms.PlannedForm, date]:
    """The form for the planned day, and that day: as asked, or the toolkit's next deadline."""
    default = forms.next_deadline(clock.uk_today(request.now))
    if "by-day" not in request.GET:
        return forms.PlannedForm(initial={"by": default}), default
    form = forms.PlannedForm(request.GET)
    return form, form.cleaned_data["by"] if form.is_valid() else default


def _offered(request: Request) -> list[tuple[str, str, str]]:
    """People to choose from: those asked for, else everybody here, those still to train first."""
    asked, today = set(request.GET.getlist("person")), clock.uk_today(request.now)
    found = training.picture(request.ctx, as_of=today, planned_on=None, standard=Standard()).standings
    offered = [one for one in found if str(one.person.id) in asked or (not asked and one.is_eligible)]
    offered.sort(key=lambda one: one.is_trained)
    return [pages.offered(one) for one in offered[:_MOST_OFFERED]]


def _standing(request: Request, completion_id: UUID) -> training.Completion:
    found = training.completion(request.ctx, completion_id)
    if found.withdrawn_at is not None:
        raise NotFound
    return found


def _take_out(request: Request, old: training.Completion) -> Link:
    parts = {"organisation": request.ctx.organisation_id, "completion_id": old.id}
    return Link("Take this record out instead", reverse("training-withdraw", kwargs=parts))


def _back(request: Request, person_id: UUID | None = None) -> Link:
    organisation = request.ctx.organisation_id
    if person_id is None:
        return Link("Training", reverse("training", kwargs={"organisation": organisation}))
    return Link("Back", reverse("person", kwargs={"organisation": organisation, "person_id": person_id}))


def _after(request: Request, chosen: list[UUID]) -> str:
    return _back(request, chosen[0] if len(chosen) == 1 else None).href
