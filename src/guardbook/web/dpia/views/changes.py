"""Pages of changes: all of them, telling about one, one of them, and screening it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.dpia import telling
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.dpia import assessments
from guardbook.rules.access import Permission
from guardbook.rules.dpia.screening import Group
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.dpia import forms
from guardbook.web.dpia.look import Address
from guardbook.web.dpia.pages import listing, one
from guardbook.web.dpia.pages.listing import PlainPage
from guardbook.web.dpia.views.asking import Asking, asked
from guardbook.web.drafts import open_form


@page(Permission.DPIA_VIEW, "GET")
def all_changes(request: Request) -> HttpResponse:
    """Every change that somebody told about."""
    shown = listing.list_page(request.ctx.organisation_id, assessments.listed(request.ctx), request.ctx.by.permissions)
    return render(request, "dpia/list.html", {"page": shown})


@page(Permission.MISTAKE_REPORT, "GET", "POST")
def tell(request: Request) -> HttpResponse:
    """Tell about a change, before it begins."""
    form = open_form(forms.TellForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            key = telling.tell(request.ctx, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            if Permission.DPIA_VIEW in request.ctx.by.permissions:
                messages.success(request, "Thank you. It is written down.")
                return redirect(Address(request.ctx.organisation_id, key).to())
            return redirect("dpia-told", organisation=request.ctx.organisation_id)
    return render(request, "dpia/tell.html", {"form": form})


@page(Permission.MISTAKE_REPORT, "GET")
def told(request: Request) -> HttpResponse:
    """Thank somebody who may not see what follows."""
    again = Link(
        "Tell about another change", reverse("dpia-tell", kwargs={"organisation": request.ctx.organisation_id})
    )
    return render(request, "dpia/told.html", {"page": PlainPage("Thank you. It is written down", again)})


@page(Permission.DPIA_VIEW, "GET")
def show(request: Request, assessment: UUID) -> HttpResponse:
    """One change."""
    found = assessments.one(request.ctx, assessment)
    flowing = assessments.flowing(request.ctx, found.impact) if found.impact.uses else None
    return render(request, "dpia/one.html", {"page": one.one_page(request.ctx, found, flowing)})


@page(Permission.DPIA_EDIT, "GET", "POST")
def screen(request: Request, assessment: UUID, group: str) -> HttpResponse:
    """One screen of the screening questions; the next one follows by itself."""
    found, asks = assessments.one(request.ctx, assessment), _group(group)
    stored = [each.value for each in found.impact.criteria if each in asks.asks]
    form = open_form(forms.ScreenForm, request, {"criteria": stored}, group=asks)
    to = Address(request.ctx.organisation_id, assessment)
    if request.method == "POST" and form.is_valid():
        try:
            telling.screen(request.ctx, assessment_id=assessment, group=asks, criteria=form.cleaned_data["criteria"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            left = [each for each in Group if each not in {*found.impact.screened, asks}]
            return redirect(to.to("dpia-screen", group=left[0].value) if left else to.to())
    shown = PlainPage(asks.label, Link(found.impact.name, to.to()))
    return render(request, "dpia/screen.html", {"form": form, "page": shown})


@page(Permission.DPIA_EDIT, "GET", "POST")
def not_needed(request: Request, assessment: UUID) -> HttpResponse:
    """Record that no assessment is needed."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.NotNeededForm, request, {"reason": found.impact.reason_not_to})
    of = Asking(
        "Record that none is needed",
        Link(found.impact.name, Address(request.ctx.organisation_id, assessment).to()),
        "Record it",
        "It is recorded. You can screen it again when something changes.",
    )
    return asked(
        request,
        form,
        of,
        lambda: telling.record_not_needed(request.ctx, assessment_id=assessment, **form.cleaned_data),
    )


@page(Permission.DPIA_EDIT, "POST")
def begin(request: Request, assessment: UUID) -> HttpResponse:
    """Begin the whole assessment."""
    telling.begin(request.ctx, assessment_id=assessment)
    messages.success(request, "It has begun. Start with what it is about.")
    return redirect(Address(request.ctx.organisation_id, assessment).to())


def _group(value: str) -> Group:
    if value not in {each.value for each in Group}:
        raise NotFound
    return Group(value)
