"""Pages of what comes round: all of it, one duty, ticking it, leaving it out, taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import duties as actions
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import duties, evidence, frameworks
from guardbook.queries.duties import Standing
from guardbook.rules.access import Permission
from guardbook.rules.evidence import SubjectKind
from guardbook.web import drafts
from guardbook.web.door import Request, page
from guardbook.web.duties import forms, pages


@page(Permission.REGISTER_VIEW, "GET")
def overview(request: Request) -> HttpResponse:
    """Everything that comes round, the most pressing first."""
    shown = pages.overview(request.ctx.organisation_id, duties.standings(request.ctx))
    return render(request, "duties/overview.html", {"page": shown})


@page(Permission.REGISTER_VIEW, "GET")
def show(request: Request, slug: str) -> HttpResponse:
    """One duty."""
    held = request.ctx.by.permissions
    found = duties.one(request.ctx, slug)
    keys = [str(each.id) for each in found.recorded]
    may_open = Permission.EVIDENCE_VIEW in held and bool(keys)
    proofs = evidence.supporting(request.ctx, SubjectKind.DUTY, keys) if may_open else {}
    may = pages.May(Permission.REGISTER_EDIT in held, Permission.REGISTER_CONFIRM in held)
    shown = pages.duty_page(request.ctx.organisation_id, found, proofs, frameworks.newest(), may)
    return render(request, "duties/duty.html", {"page": shown})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def tick(request: Request, slug: str) -> HttpResponse:
    """Say that a duty is done, and show it."""
    standings = duties.standings(request.ctx)
    found = _found(standings, slug)
    first = {"done_on": clock.uk_today(request.now), "by": request.person.name}
    form = drafts.open_form(forms.TickForm, request, first, others=pages.others(standings, slug))
    if request.method == "POST" and form.is_valid():
        try:
            notes = actions.tick(request.ctx, key=slug, said=form.said(), proofs=form.proofs())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            for note in notes:
                messages.warning(request, note)
            messages.success(request, "It is ticked.")
            return redirect(pages.back_to(request.ctx.organisation_id, found.duty).href)
    lead = f"{found.duty.evidence} This is what shows it."
    return _form(request, found, form, f"Tick: {found.duty.name}", "Tick it", lead)


@page(Permission.REGISTER_CONFIRM, "GET", "POST")
def leave_out(request: Request, slug: str) -> HttpResponse:
    """Leave a duty out until a day."""
    found = duties.one(request.ctx, slug)
    form = drafts.open_form(forms.LeaveOutForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave_out(request.ctx, key=slug, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "It is left out until that day. Then it comes back.")
            return redirect(pages.back_to(request.ctx.organisation_id, found.duty).href)
    lead = "It stays on the list, with the reason, for at most a year."
    return _form(request, found, form, f"Leave out: {found.duty.name}", "Leave it out", lead)


@page(Permission.REGISTER_EDIT, "GET", "POST")
def take_back(request: Request, slug: str, done_id: UUID) -> HttpResponse:
    """Take back a tick, or a decision to leave a duty out."""
    found = duties.one(request.ctx, slug)
    if all(each.id != done_id for each in found.recorded):
        raise NotFound
    form = drafts.open_form(forms.TakeBackForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.undo(request.ctx, done_id=done_id, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "It is taken back. It stays in the history.")
            return redirect(pages.back_to(request.ctx.organisation_id, found.duty).href)
    return _form(request, found, form, f"Take back: {found.duty.name}", "Take it back", "")


def _form(request: Request, of: Standing, form: object, title: str, button: str, lead: str) -> HttpResponse:
    shown = pages.FormPage(title, pages.back_to(request.ctx.organisation_id, of.duty), button, lead)
    return render(request, "duties/form.html", {"page": shown, "form": form})


def _found(standings: tuple[Standing, ...], slug: str) -> Standing:
    found = next((each for each in standings if each.duty.key == slug), None)
    if found is None:
        raise NotFound
    return found
