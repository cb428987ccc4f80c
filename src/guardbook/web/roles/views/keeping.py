"""One appointment: what is on file, what is missing, and everything that may be done about it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.roles import keeping, leaving
from guardbook.kernel.errors import Refused
from guardbook.queries.roles import appointments
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.web import fields
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.roles import forms
from guardbook.web.roles.pages import holding


@page(Permission.ROLE_VIEW, "GET")
def appointment(request: Request, appointment: UUID) -> HttpResponse:
    """Show one appointment."""
    shown = holding.holding(request.ctx, appointments.detail(request.ctx, appointment))
    return render(request, "roles/appointment.html", {"page": shown, "section": "roles"})


@page(Permission.ROLE_APPOINT, "GET", "POST")
def details(request: Request, appointment: UUID) -> HttpResponse:
    """Add what was missing."""
    held = appointments.detail(request.ctx, appointment).holding
    form = open_form(forms.Details, request, initial=holding.stored(held), role=held.role)
    return _asked(
        request,
        form,
        held,
        "details",
        lambda: keeping.say_details(request.ctx, appointment_id=held.id, details=form.details),
    )


@page(Permission.ROLE_APPOINT, "GET", "POST")
def record_acceptance(request: Request, appointment: UUID) -> HttpResponse:
    """Note that somebody accepted on paper."""
    held = appointments.detail(request.ctx, appointment).holding
    form = open_form(forms.Acceptance, request)
    return _asked(
        request,
        form,
        held,
        "acceptance",
        lambda: keeping.record_acceptance(request.ctx, appointment_id=held.id, **form.cleaned_data),
    )


@page(Permission.ROLE_APPOINT, "GET", "POST")
def confirm(request: Request, appointment: UUID) -> HttpResponse:
    """Confirm an appointment again."""
    held = appointments.detail(request.ctx, appointment).holding
    form = open_form(forms.Confirming, request)
    return _asked(
        request,
        form,
        held,
        "confirm",
        lambda: keeping.confirm(request.ctx, appointment_id=held.id, **form.cleaned_data),
    )


@page(Permission.ROLE_APPOINT, "GET", "POST")
def end(request: Request, appointment: UUID) -> HttpResponse:
    """Say on which day somebody's role ends."""
    held = appointments.detail(request.ctx, appointment).holding
    form = open_form(forms.Ending, request)
    return _asked(
        request, form, held, "end", lambda: leaving.end(request.ctx, appointment_id=held.id, **form.cleaned_data)
    )


@page(Permission.ROLE_APPOINT, "POST")
def tick(request: Request, appointment: UUID, step: UUID) -> HttpResponse:
    """Say that one line of a handover is done."""
    form = forms.Ticked.of(request)
    form.is_valid()
    leaving.tick_handover(request.ctx, step_id=step, note=form.cleaned_data.get("note", ""))
    messages.success(request, "Done, and noted with your name and the date.")
    return redirect("appointment", organisation=request.ctx.organisation_id, appointment=appointment)


@page(Permission.ROLE_ACCEPT, "GET", "POST")
def accept(request: Request, appointment: UUID) -> HttpResponse:
    """Take on a role of one's own."""
    held = appointments.mine(request.ctx, appointment)
    if request.method == "POST":
        keeping.accept(request.ctx, appointment_id=held.id)
        messages.success(request, "Thank you. Your acceptance is recorded.")
        return redirect("role-accept", organisation=request.ctx.organisation_id, appointment=held.id)
    return render(request, "roles/accept.html", {"page": holding.accepting(held), "section": "roles"})


def _asked(request: Request, form: fields.Form, held: Holding, about: str, change: Callable[[], None]) -> HttpResponse:
    """Show a form about an appointment; once it is in order, make the change and go back to the appointment."""
    if request.method == "POST" and form.is_valid():
        try:
            change()
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, holding.DONE[about])
            return redirect("appointment", organisation=request.ctx.organisation_id, appointment=held.id)
    shown = holding.asking(request.ctx, held, about)
    return render(request, "roles/ask.html", {"page": shown, "form": form, "section": "roles"})
