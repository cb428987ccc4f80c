"""Pages on which people decide who does a thing, and whether it may wait."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.agenda import deciding
from guardbook.kernel.errors import Refused
from guardbook.queries.agenda import listing, members
from guardbook.rules.access import Permission
from guardbook.web import drafts
from guardbook.web.agenda import addresses, forms
from guardbook.web.components import Link
from guardbook.web.door import Request, page


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form."""

    title: str
    back: Link
    button: str
    lead: str = ""


@page(Permission.TASK_EDIT, "GET", "POST")
def assign(request: Request, cause: str) -> HttpResponse:
    """Say who does a thing."""
    found = listing.agenda(request.ctx).one(cause)
    initial = {"user": forms.chosen(found.user_id), "by_on": found.todo.due_on}
    more = {"people": members.members(request.ctx), "has_own_day": found.has_own_day}
    form = drafts.open_form(forms.AssignForm, request, initial=initial, **more)
    if request.method == "POST" and form.is_valid():
        try:
            deciding.assign(request.ctx, cause=cause, user_id=form.user_id, by_on=form.cleaned_data.get("by_on"))
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Saved.")
            return redirect(addresses.own(request.ctx.organisation_id, cause))
    return _form(request, form, FormPage("Who does it?", _back(request, cause, found.todo.text), "Save"))


@page(Permission.TASK_EDIT, "GET", "POST")
def put_off(request: Request, cause: str) -> HttpResponse:
    """Let a thing wait."""
    found = listing.agenda(request.ctx).one(cause)
    form = drafts.open_form(forms.PutOffForm, request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            deciding.put_off(request.ctx, cause=cause, until=said["until"], reason=said["reason"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Put off. You find it under “Put off”.")
            return redirect("next", organisation=request.ctx.organisation_id)
    return _form(request, form, FormPage("Put this off", _back(request, cause, found.todo.text), "Put it off"))


@page(Permission.TASK_EDIT, "POST")
def bring_back(request: Request, cause: str) -> HttpResponse:
    """Put a thing back on the list."""
    deciding.bring_back(request.ctx, cause=cause)
    messages.success(request, "It is on the list again.")
    return redirect("next", organisation=request.ctx.organisation_id)


def _form(request: Request, form: object, shown: FormPage) -> HttpResponse:
    return render(request, "agenda/form.html", {"page": shown, "form": form})


def _back(request: Request, cause: str, text: str) -> Link:
    return Link(text, addresses.own(request.ctx.organisation_id, cause))
