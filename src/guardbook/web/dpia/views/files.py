"""Takes an assessment out as a document or a PIA file, and brings one in: look first, then confirm."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.dpia import files
from guardbook.exports import dpia as exports
from guardbook.exports.documents import pdf, word
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import organisations
from guardbook.queries.dpia import assessments, travelling
from guardbook.rules.access import Permission
from guardbook.rules.dpia import pia_reading, pia_writing
from guardbook.web import downloads
from guardbook.web.door import Request, page
from guardbook.web.dpia import forms, look
from guardbook.web.dpia.look import Address
from guardbook.web.dpia.pages import bringing
from guardbook.web.dpia.pages.listing import PlainPage

_JSON = "application/json"


@page(Permission.EXPORT, "GET")
def document(request: Request, assessment: UUID, form: str) -> HttpResponse:
    """The whole assessment as ``docx`` or ``pdf``, or as ``json`` for the PIA software."""
    found, today = assessments.one(request.ctx, assessment), clock.uk_today(request.now)
    name = f"impact-assessment-{today}.{form}"
    if form == "json":
        impact = found.impact
        file = pia_writing.write(travelling.content(impact), impact.came_from_file, request.now.isoformat())
        return downloads.file(json.dumps(file, ensure_ascii=False, indent=2).encode(), _JSON, name)
    us = organisations.brief(request.ctx.organisation_id)
    made = exports.document(us.name if us else "", found, assessments.flowing(request.ctx, found.impact))
    match form:
        case "docx":
            return downloads.file(word.word(made), word.DOCX_TYPE, name)
        case "pdf":
            return downloads.file(pdf.pdf(made), pdf.PDF_TYPE, name)
        case _:
            raise NotFound


@page(Permission.DPIA_EDIT, "GET", "POST")
def choose(request: Request) -> HttpResponse:
    """Choose a PIA file to look at."""
    form = forms.FileForm.of(request)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["upload"]
        try:
            key = files.read_file(request.ctx, name=upload.name, content=upload.read(files.LARGEST + 1))
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            return redirect("dpia-file-look", organisation=request.ctx.organisation_id, file_id=key)
    shown = PlainPage("Bring in an assessment", look.all_of(request.ctx.organisation_id))
    return render(request, "dpia/choose_file.html", {"form": form, "page": shown})


@page(Permission.DPIA_EDIT, "GET", "POST")
def look_at(request: Request, file_id: UUID) -> HttpResponse:
    """Look at what a file holds, and bring it in whole."""
    file = assessments.file(request.ctx, file_id)
    if request.method == "POST":
        key = files.bring_in(request.ctx, file_id=file_id)
        messages.success(request, "It is brought in as a draft. Say what it is about in your registers.")
        return redirect(Address(request.ctx.organisation_id, key).to())
    here = {"organisation": request.ctx.organisation_id, "file_id": file_id}
    shown = bringing.file_page(
        look.all_of(request.ctx.organisation_id),
        pia_reading.read(file),
        pia_reading.not_taken(file),
        reverse("dpia-file-leave", kwargs=here),
    )
    return render(request, "dpia/look_at_file.html", {"page": shown})


@page(Permission.DPIA_EDIT, "POST")
def leave(request: Request, file_id: UUID) -> HttpResponse:
    """Decide not to bring a file in."""
    files.leave_file(request.ctx, file_id=file_id)
    messages.success(request, "Nothing was brought in.")
    return redirect("dpia-list", organisation=request.ctx.organisation_id)
