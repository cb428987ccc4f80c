"""Who has accepted a policy: the list, recording a signed sheet, and the page on which people say it themselves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.registers import acceptances as actions
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.registers import acceptances
from guardbook.rules.access import Permission
from guardbook.web import fields, words
from guardbook.web.door import Request, page
from guardbook.web.registers.look import go
from guardbook.web.registers.pages import policy as pages


class SheetForm(fields.Form):
    """The day on which a sheet was signed; the names are boxes on the page."""

    signed_on = fields.Date("When did they sign?", missing="Give the day on which they signed")


@page(Permission.REGISTER_VIEW, "GET", "POST")
def readers(request: Request, entry_id: UUID) -> HttpResponse:
    """Who has accepted the current version of a policy, and a sheet to record."""
    search = request.GET.get("search", "")
    form = SheetForm.of(request)
    ticked = _ticked(request)
    if request.method == "POST" and form.is_valid() and _recorded(request, entry_id, form, ticked):
        return redirect(go(request.ctx, "policy-readers", entry_id=entry_id))
    shown = pages.readers(request.ctx, acceptances.standing(request.ctx, entry_id, search), search, ticked)
    return render(request, "registers/readers.html", {"page": shown, "form": form})


@page(Permission.REGISTER_EDIT, "POST")
def take_off(request: Request, entry_id: UUID) -> HttpResponse:
    """Take people off who were ticked by mistake."""
    number = actions.take_off(request.ctx, policy_id=entry_id, people=_ticked(request))
    messages.success(request, f"{words.count(number, 'person', 'people')} taken off.")
    return redirect(go(request.ctx, "policy-readers", entry_id=entry_id))


@page(Permission.POLICY_READ, "GET")
def to_read(request: Request) -> HttpResponse:
    """What the person who asks is to read."""
    shown = pages.to_read(request.ctx, acceptances.mine(request.ctx))
    return render(request, "registers/to_read.html", {"page": shown})


@page(Permission.POLICY_READ, "POST")
def say_read(request: Request, entry_id: UUID) -> HttpResponse:
    """Say that one has read a document."""
    return _said(request, lambda: actions.say_read(request.ctx, policy_id=entry_id), "Thank you. It is noted.")


@page(Permission.POLICY_READ, "POST")
def claim_name(request: Request, person_id: UUID) -> HttpResponse:
    """Say who one is on the staff list."""
    return _said(request, lambda: actions.claim_name(request.ctx, person_id=person_id), "Thank you. Now we know you.")


def _said(request: Request, act: Any, thanks: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.warning(request, " ".join(refusal.reasons))
    else:
        messages.success(request, thanks)
    return redirect(go(request.ctx, "to-read"))


def _recorded(request: Request, entry_id: UUID, form: SheetForm, ticked: list[UUID]) -> bool:
    signed_on = form.cleaned_data["signed_on"]
    try:
        number = actions.record_sheet(request.ctx, policy_id=entry_id, people=ticked, on=signed_on)
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return False
    messages.success(request, f"Recorded for {words.count(number, 'person', 'people')}.")
    return True


def _ticked(request: Request) -> list[UUID]:
    """The people ticked. Raises NotFound for what is no identifier."""
    try:
        return [UUID(each) for each in request.POST.getlist("person")]
    except ValueError as fault:
        raise NotFound from fault
