"""Pages of one person's moves: what they can use, the checklist when they leave, and taking that back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.registers import log_ins as access_actions
from guardbook.actions.registers import moving as actions
from guardbook.kernel import clock
from guardbook.kernel.errors import Refused
from guardbook.queries import people
from guardbook.queries.people import Entry
from guardbook.queries.registers import entries, log_ins, moving
from guardbook.rules.access import Permission
from guardbook.rules.registers import access
from guardbook.web import drafts, words
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.registers.moving import forms
from guardbook.web.registers.pages.entry import FormPage


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def leaving(request: Request, person_id: UUID) -> HttpResponse:
    """The checklist of somebody who leaves."""
    entry = people.person(request.ctx, person_id)
    today = clock.uk_today(request.now)
    first = {"left_on": entry.left_on, "done_on": today, "note": actions.own_words(entry.leaving_note)}
    form = drafts.open_form(forms.LeavingForm, request, first, has=_has(request, person_id))
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.leave(request.ctx, person_id=person_id, going=form.going())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"Saved. {words.count(done.closed, 'thing')} closed, given back or ended.")
            if done.still_open:
                messages.warning(request, "Some of it is still open. Come back here when it is done.")
            return redirect("person", organisation=request.ctx.organisation_id, person_id=person_id)
    lead = "Access goes on the last day, or the day after at the latest. You can come back to tick the rest."
    shown = FormPage(f"{entry.name} is leaving", _back(request, entry), "Save", lead)
    return render(request, "registers/moving.html", {"page": shown, "form": form})


@page(Permission.PEOPLE_EDIT, "GET", "POST")
def staying(request: Request, person_id: UUID) -> HttpResponse:
    """Take back that somebody left."""
    entry = people.person(request.ctx, person_id)
    closed = moving.closed_since(request.ctx, person_id, entry.left_on) if entry.left_on else ()
    form = drafts.open_form(forms.StayingForm, request, closed=closed)
    if request.method == "POST" and form.is_valid():
        try:
            actions.stay(request.ctx, person_id=person_id, reopen=form.reopen())
        except Refused as refusal:
            messages.warning(request, " ".join(refusal.reasons))
        else:
            messages.success(request, "They are on the staff list again.")
        return redirect("person", organisation=request.ctx.organisation_id, person_id=person_id)
    lead = "Roles that ended and things given back stay so. Give them out again where that is right."
    shown = FormPage(f"{entry.name} is staying", _back(request, entry), "Put them back on the staff list", lead)
    return render(request, "registers/moving.html", {"page": shown, "form": form})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def can_use(request: Request, person_id: UUID) -> HttpResponse:
    """What somebody can use: for who starts, and for who changes job."""
    entry = people.person(request.ctx, person_id)
    form = drafts.open_form(forms.CanUseForm, request, **_choices(request, entry))
    if request.method == "POST" and form.is_valid():
        try:
            done = access_actions.set_for(request.ctx, person_id=person_id, held=form.held(), new=form.new())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            said = f"{done.given} given, {done.changed} changed, {done.closed} closed."
            messages.success(request, f"Saved: {said} Do the same in the systems themselves.")
            return redirect("person", organisation=request.ctx.organisation_id, person_id=person_id)
    lead = "Give each person only what their job needs. This is your record: do the same in the system itself."
    shown = FormPage(f"What {entry.name} can use", _back(request, entry), "Save", lead)
    return render(request, "registers/moving.html", {"page": shown, "form": form})


def _has(request: Request, person_id: UUID) -> forms.Has:
    ctx = request.ctx
    return forms.Has(
        things=moving.things(ctx, person_id),
        roles=moving.roles(ctx, person_id),
        looked_after=moving.looked_after(ctx, person_id),
        others=tuple(each for each in entries.people(ctx) if each[0] != person_id),
        may_end_roles=Permission.ROLE_APPOINT in ctx.by.permissions,
    )


def _choices(request: Request, entry: Entry) -> dict[str, Any]:
    held = tuple(each for each in moving.things(request.ctx, entry.id) if each.register is access.REGISTER)
    return {
        "held": held,
        "systems": log_ins.choices(request.ctx),
        "usual": log_ins.usual(request.ctx, entry.job_title, entry.id),
    }


def _back(request: Request, entry: Entry) -> Link:
    parts = {"organisation": request.ctx.organisation_id, "person_id": entry.id}
    return Link(entry.name, reverse("person", kwargs=parts))
