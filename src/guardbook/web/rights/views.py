"""Pages of requests, complaints and disclosures: the list, what came in, one of them, a step, and its papers."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import rights as actions
from guardbook.content import links
from guardbook.exports import rights as exports
from guardbook.exports.documents import pdf, word
from guardbook.kernel import clock
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries.intake import reports
from guardbook.queries.intake.reports import Told
from guardbook.queries.rights import case as rights
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import Kind as TellsOf
from guardbook.rules.intake.reports import Sort
from guardbook.rules.rights import states
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, How, Kind
from guardbook.web import drafts
from guardbook.web.door import Request, page
from guardbook.web.rights import forms, pages

_TYPES = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}
_ASKED = {
    Sort.COPY: Asked.ACCESS,
    Sort.CORRECT: Asked.RECTIFICATION,
    Sort.ERASE: Asked.ERASURE,
    Sort.STOP: Asked.OBJECTION,
    Sort.MOVE: Asked.PORTABILITY,
    Sort.MACHINE: Asked.AUTOMATED_DECISIONS,
}
"""What the public page calls each right."""
_MEANWHILE = "A colleague wrote something down meanwhile. Look at the page in another window, then send this again."


@page(Permission.REQUEST_VIEW, "GET")
def overview(request: Request) -> HttpResponse:
    """Every case."""
    found = rights.overview(request.ctx)
    shown = pages.overview(request.ctx.organisation_id, found, request.ctx.by.permissions)
    return render(request, "rights/overview.html", {"page": shown})


@page(Permission.REQUEST_EDIT, "GET", "POST")
def new(request: Request, kind: str) -> HttpResponse:
    """Write down what came in."""
    if kind not in set(Kind):
        raise NotFound
    return _new(request, Kind(kind), {"on": clock.uk_today(request.now)})


@page(Permission.REQUEST_EDIT, "GET", "POST")
def start(request: Request, report_id: UUID) -> HttpResponse:
    """Make a request or complaint of what somebody told."""
    told = reports.one(request.ctx, report_id)
    kind = Kind.COMPLAINT if told.kind is TellsOf.COMPLAINT else Kind.REQUEST
    first = {"on": clock.uk_today(told.received_at), "how": How.FORM.value, "words": told.what}
    return _new(request, kind, first | {"person": told.reporter_name}, told)


@page(Permission.REQUEST_EDIT, "GET", "POST")
def details(request: Request, case_id: UUID) -> HttpResponse:
    """Say what is asked, and by whom."""
    kept = rights.detail(request.ctx, case_id).kept
    first = pages.details(kept)
    form = drafts.open_form(forms.DetailsForm, request, first, kind=kept.case.kind)
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_details(request.ctx, case_id=case_id, details=form.details(), seen_version=form.seen_version)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.meanwhile(kept.version, _MEANWHILE)
        else:
            return redirect("rights-case", organisation=request.ctx.organisation_id, case_id=case_id)
    back = pages.back_to(request.ctx.organisation_id, kept)
    shown = pages.FormPage("What do they want, and who asks?", back, "Save", pages.IT_RUNS)
    return render(request, "rights/form.html", {"page": shown, "form": form})


@page(Permission.REQUEST_VIEW, "GET")
def show(request: Request, case_id: UUID) -> HttpResponse:
    """One case."""
    found = rights.detail(request.ctx, case_id)
    actions.note_reading(request.ctx, case_id=case_id)
    shown = pages.case_page(request.ctx.organisation_id, found, request.ctx.by.permissions)
    return render(request, "rights/case.html", {"page": shown})


@page(Permission.REQUEST_VIEW, "GET", "POST")
def step(request: Request, case_id: UUID, event: str) -> HttpResponse:
    """Write down a step."""
    kept = rights.detail(request.ctx, case_id).kept
    what = _event(request, event)
    first = {"on": clock.uk_today(request.now), **pages.step(kept, what, request.person.name)}
    batches = rights.batches(request.ctx) if what is Event.HOLD else ()
    form = drafts.open_form(forms.StepForm, request, first, kind=kept.case.kind, event=what, batches=batches)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_down(request.ctx, case_id=case_id, step=form.step(), seen_version=form.seen_version)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.meanwhile(kept.version, _MEANWHILE)
        else:
            messages.success(request, "It is written down.")
            return redirect("rights-case", organisation=request.ctx.organisation_id, case_id=case_id)
    shown = pages.form_page(request.ctx.organisation_id, kept, what)
    return render(request, "rights/form.html", {"page": shown, "form": form})


@page(Permission.EXPORT, "GET")
def paper(request: Request, case_id: UUID, name: str) -> HttpResponse:
    """A letter or the whole record, as Word or PDF; raises ``Refused`` where this computer makes no PDF."""
    kind, _, ending = name.rpartition(".")
    found = rights.detail(request.ctx, case_id)
    if ending not in _TYPES or kind not in exports.possible(found.kept.case):
        raise NotFound
    actions.note_reading(request.ctx, case_id=case_id)
    write, content_type = _TYPES[ending]
    made = exports.paper(kind, found, links.read(settings.DATA_FOLDER).regulator)
    response = HttpResponse(write(made), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{found.kept.reference}-{kind}.{ending}"'
    return response


def _new(request: Request, kind: Kind, first: dict[str, Any], told: Told | None = None) -> HttpResponse:
    form = drafts.open_form(forms.NewForm, request, first, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            received = form.received(_ASKED.get(told.sort) if told else None)
            case_id = actions.receive(request.ctx, received=received, report_id=told.id if told else None)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "It is written down. Its time counts from the day it came in.")
            return redirect("rights-details", organisation=request.ctx.organisation_id, case_id=case_id)
    back = pages.back(request.ctx.organisation_id)
    shown = pages.FormPage(pages.NEW[kind], back, "Write it down", "It counts however it came in.")
    return render(request, "rights/form.html", {"page": shown, "form": form})


def _event(request: Request, name: str) -> Event:
    if name not in set(Event):
        raise NotFound
    needed = states.needs(Event(name))
    if needed not in request.ctx.by.permissions:
        raise NotPermitted(f"Your access does not let you {needed}.")
    return Event(name)
