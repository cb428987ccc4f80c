"""Pages of the staff list: look, add, change, leave, confirm, download."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions import people
from guardbook.exports import people as sheets
from guardbook.kernel import clock
from guardbook.kernel.errors import Refused
from guardbook.queries import people as people_queries
from guardbook.rules.access import Permission
from guardbook.web import downloads, drafts
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.people import forms, pages


@page(Permission.PEOPLE_VIEW, "GET")
def staff(request: Request) -> HttpResponse:
    """The staff list."""
    asked, held = pages.asked(request.GET), request.ctx.by.permissions
    shown = pages.staff_list(
        request.ctx.organisation_id,
        asked,
        people_queries.staff(request.ctx, asked),
        people_queries.last_check(request.ctx),
        clock.uk_today(request.now),
        may={
            "edit": Permission.PEOPLE_EDIT in held,
            "import": Permission.PEOPLE_IMPORT in held,
            "export": Permission.EXPORT in held,
        },
    )
    return render(request, "people/staff.html", {"page": shown})


@page(Permission.EXPORT, "GET")
def export(request: Request, form: str) -> HttpResponse:
    """The staff list to keep, as it is filtered on the page."""
    entries = people_queries.everybody(request.ctx, pages.asked(request.GET))
    return downloads.sheet(sheets.staff(entries), form, "staff", request.now)


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def add(request: Request) -> HttpResponse:
    """Put somebody on the staff list."""
    form = drafts.open_form(forms.PersonForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            person_id = people.add(request.ctx, details=form.details())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"{form.cleaned_data['name']} is on the staff list.")
            return redirect("person", organisation=request.ctx.organisation_id, person_id=person_id)
    shown = pages.Form("Add a person", _back_to_list(request), "Add this person")
    return render(request, "people/form.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def amend(request: Request, person_id: UUID) -> HttpResponse:
    """Change what the staff list says of somebody."""
    entry = people_queries.person(request.ctx, person_id)
    form = drafts.open_form(forms.PersonForm, request, initial=forms.of_entry(entry))
    if request.method == "POST" and form.is_valid():
        try:
            people.amend(request.ctx, person_id=person_id, details=form.details())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Saved.")
            return redirect("person", organisation=request.ctx.organisation_id, person_id=person_id)
    shown = pages.Form(f"Change the details of {entry.name}", _back_to_person(request, entry), "Save")
    return render(request, "people/form.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def confirm_list(request: Request) -> HttpResponse:
    """Say that the staff list is right."""
    form = drafts.open_form(forms.ConfirmListForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            people.confirm_list(request.ctx, note=form.cleaned_data["note"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Thank you. The staff list is confirmed as of today.")
            return redirect("people", organisation=request.ctx.organisation_id)
    lead = "The toolkit asks for a live list of everybody who works for you. Look through it, then confirm it here."
    shown = pages.Form("Confirm the staff list", _back_to_list(request), "Confirm the list", lead)
    return render(request, "people/form.html", {"page": shown, "form": form})


def _back_to_list(request: Request) -> Link:
    return Link("Staff", reverse("people", kwargs={"organisation": request.ctx.organisation_id}))


def _back_to_person(request: Request, entry: people_queries.Entry) -> Link:
    parts = {"organisation": request.ctx.organisation_id, "person_id": entry.id}
    return Link(entry.name, reverse("person", kwargs=parts))
