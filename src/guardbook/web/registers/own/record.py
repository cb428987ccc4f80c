"""The whole record of processing, to keep: at once where that is quick, else written in the background."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.registers import record as actions
from guardbook.exports import processing as exports
from guardbook.exports import sheets
from guardbook.exports.documents import pdf, word
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.outside.queue import Stage
from guardbook.queries.registers import record
from guardbook.rules.access import Permission
from guardbook.rules.registers.processing import REGISTER
from guardbook.web import downloads
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address
from guardbook.web.registers.pages import record as pages

AT_ONCE = 40
"""So many uses of information are written as a PDF while somebody waits: about two seconds. More go to the background."""
_AGAIN_AFTER = "3"  # seconds: a browser without JavaScript loads the page again by itself


@page(Permission.EXPORT, "GET")
def download(request: Request, form: str) -> HttpResponse:
    """The whole record as ``docx``, ``xlsx`` or ``pdf``; a long PDF has a page of its own."""
    length = _length(request)
    if form == "pdf" and length > AT_ONCE:
        return redirect("record-pdf", organisation=request.ctx.organisation_id)
    found, today = record.whole(request.ctx), clock.uk_today(request.now)
    match form:
        case "docx":
            content, kind = word.word(exports.document(found.organisation, found.rows, today)), word.DOCX_TYPE
        case "pdf":
            content, kind = pdf.pdf(exports.document(found.organisation, found.rows, today)), pdf.PDF_TYPE
        case "xlsx":
            made = sheets.xlsx("Record of processing", exports.sheets(found.rows), made_at=request.now)
            content, kind = made, sheets.XLSX_TYPE
        case _:
            raise NotFound
    return downloads.file(content, kind, f"record-of-processing-{today}.{form}")


@page(Permission.EXPORT, "GET", "POST")
def in_background(request: Request) -> HttpResponse:
    """Ask for a long record as a PDF, see how far it is, and take those that were written."""
    length, stage = _length(request), record.being_written(request.ctx)
    if request.method == "POST":
        if not pdf.is_available():
            raise Refused(pdf.UNAVAILABLE)
        if stage is not Stage.OPEN:
            actions.ask(request.ctx)
            messages.success(request, "We are writing it now.")
        return redirect("record-pdf", organisation=request.ctx.organisation_id)
    to = Address(request.ctx.organisation_id, REGISTER)
    shown = pages.long_record(to, stage, record.kept(request.ctx), length)
    response = render(request, "registers/record.html", {"page": shown})
    if shown.is_being_written:
        response.headers["Refresh"] = _AGAIN_AFTER
    return response


def _length(request: Request) -> int:
    """How many uses stand in the record. Raises Refused where there is nothing to write."""
    length = record.length(request.ctx)
    if not length:
        raise Refused(f"There is nothing checked in your record yet. Add what you do to the list “{REGISTER.title}”.")
    return length
