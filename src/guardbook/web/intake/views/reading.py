"""The pages of the people who read reports."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from guardbook.actions.intake import deciding
from guardbook.kernel.errors import Conflict, Refused
from guardbook.queries.intake import readers
from guardbook.queries.intake import reports as questions
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import State
from guardbook.web import drafts, fields
from guardbook.web.door import Request, page
from guardbook.web.evidence.views import POLICY
from guardbook.web.intake import forms
from guardbook.web.intake.pages import reading as pages


@page(Permission.INCIDENT_VIEW, "GET")
def listing(request: Request) -> HttpResponse:
    """Reports in one state, those that wait first."""
    asked, before = request.GET.get("show", ""), request.GET.get("before", "")
    state = State(asked) if asked in set(State) else State.WAITING
    found = questions.listing(request.ctx, state, _instant(before))
    return render(request, "intake/list.html", {"page": pages.listing(request.ctx, found, state)})


@page(Permission.INCIDENT_VIEW, "GET")
def read(request: Request, report_id: UUID) -> HttpResponse:
    """One report."""
    told = deciding.read(request.ctx, report_id=report_id)
    return render(request, "intake/read.html", {"page": pages.one(request.ctx, told)})


@page(Permission.INCIDENT_VIEW, "GET")
def photo(request: Request, report_id: UUID) -> HttpResponse:
    """The picture that came with a report, to be saved."""
    found = deciding.picture(request.ctx, report_id=report_id)
    headers = {
        "Content-Disposition": content_disposition_header(True, found.name) or "attachment",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": POLICY,
    }
    return HttpResponse(found.content, content_type=found.media_type, headers=headers)


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def close(request: Request, report_id: UUID) -> HttpResponse:
    """Close a report that needs nothing more."""
    told = questions.one(request.ctx, report_id)
    form = drafts.open_form(forms.Close, request, initial={"version": told.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if _done(
            form,
            lambda: deciding.close(request.ctx, report_id=report_id, outcome=said["outcome"], version=said["version"]),
        ):
            messages.success(request, "Closed. Whoever told you can read what was done.")
            return redirect("reported", organisation=request.ctx.organisation_id)
    return _form(request, form, told, "Close this report")


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def who(request: Request, report_id: UUID) -> HttpResponse:
    """Say whom a report is about."""
    told = questions.one(request.ctx, report_id)
    initial = {"version": told.version, "person": told.named_person_id}
    form = drafts.open_form(forms.Who, request, initial=initial, colleagues=readers.colleagues(request.ctx))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if _done(
            form,
            lambda: deciding.say_who(
                request.ctx, report_id=report_id, person_id=said["person"], version=said["version"]
            ),
        ):
            messages.success(request, "Saved. The person it is about does not see this report.")
            return redirect(pages.address(request.ctx, report_id))
    return _form(request, form, told, "Say who it is about")


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def join(request: Request, report_id: UUID) -> HttpResponse:
    """Join a report to another about the same thing."""
    told = questions.one(request.ctx, report_id)
    others = questions.others_waiting(request.ctx, told)
    form = drafts.open_form(forms.Join, request, initial={"version": told.version}, others=others)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if _done(
            form,
            lambda: deciding.join(request.ctx, report_id=report_id, to_id=said["other"], version=said["version"]),
        ):
            messages.success(request, "Joined.")
            return redirect("reported", organisation=request.ctx.organisation_id)
    return _form(request, form, told, "Join it to another report")


def _done(form: fields.Form, do: Callable[[], object]) -> bool:
    """Whether it was done; if not the form says why, with everything typed still in it."""
    try:
        do()
    except Refused as refusal:
        form.refuse(*refusal.reasons)
    except Conflict as conflict:
        form.refuse(f"{conflict} Go back to the report, look at it again, and then decide.")
    return not form.errors


def _form(request: Request, form: fields.Form, told: questions.Told, title: str) -> HttpResponse:
    shown = pages.FormPage(title, pages.address(request.ctx, told.id), told.what)
    return render(request, "intake/form.html", {"page": shown, "form": form})


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
