"""The log, one incident, its clock, and every paper about them."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from guardbook.actions.incidents import opening
from guardbook.content import links
from guardbook.exports import sheets
from guardbook.exports.documents import pdf, word
from guardbook.exports.incidents import calendar, letters, papers, register
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import mail, organisations
from guardbook.queries.incidents import listing, reading
from guardbook.rules.access import Permission
from guardbook.web import downloads
from guardbook.web.door import Request, page
from guardbook.web.incidents.pages import clocks, index, whole

_SECTION = {"section": "incidents"}


@page(Permission.INCIDENT_VIEW, "GET")
def log(request: Request) -> HttpResponse:
    """The log, open or closed."""
    is_open, number = request.GET.get("show") != "closed", request.GET.get("page", "")
    asked = min(int(number), 1000) if number.isascii() and number.isdigit() and int(number) else 1
    found = listing.log(request.ctx, is_open=is_open, number=asked)
    shown = index.index_page(request.ctx, found, listing.months(request.ctx), is_open=is_open)
    return render(request, "incidents/index.html", {"page": shown, **_SECTION})


@page(Permission.INCIDENT_VIEW, "GET")
def incident(request: Request, incident: UUID) -> HttpResponse:
    """One incident."""
    found = opening.read(request.ctx, incident_id=incident)
    officer = reading.officer(request.ctx.organisation_id, request.now)
    shown = whole.whole_page(request.ctx, found, has_officer=officer is not None)
    return render(request, "incidents/incident.html", {"page": shown, **_SECTION})


@page(Permission.INCIDENT_VIEW, "GET")
def its_clock(request: Request, incident: UUID) -> HttpResponse:
    """The clock of one incident."""
    found = reading.one(request.ctx, incident)
    is_set_up = mail.is_configured()
    shown = clocks.clock_page(request.ctx.organisation_id, found, request.now, mail_is_set_up=is_set_up)
    return render(request, "incidents/clock.html", {"page": shown, **_SECTION})


@page(Permission.EXPORT, "GET")
def paper(request: Request, incident: UUID, name: str) -> HttpResponse:
    """A paper about one incident; raises ``Refused`` where this computer makes no PDF."""
    found = opening.read(request.ctx, incident_id=incident)
    kind, _, ending = name.rpartition(".")
    of = papers.About(
        _name(request), clock.uk_today(request.now), links.read(settings.DATA_FOLDER).regulator, request.now
    )
    if name == "deadline.ics":
        return downloads.file(calendar.deadline(found, of), "text/calendar; charset=utf-8", f"{found.reference}.ics")
    made = {**papers.MADE, **letters.MADE}.get(kind)
    writers = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}
    if made is None or ending not in writers:
        raise NotFound
    write, media_type = writers[ending]
    return downloads.file(write(made(found, of)), media_type, f"{found.reference}-{kind}.{ending}")


@page(Permission.EXPORT, "GET")
def whole_list(request: Request, form: str) -> HttpResponse:
    """The list that the regulator may ask for (Art 33(5)), as a spreadsheet or PDF."""
    found, today = listing.everything(request.ctx), clock.uk_today(request.now)
    if form == "xlsx":
        made = sheets.xlsx("Incidents", [register.sheet(found)], made_at=request.now)
        return downloads.file(made, sheets.XLSX_TYPE, f"incidents-{today}.xlsx")
    if form != "pdf":
        raise NotFound
    document = register.document(found, _name(request), today)
    return downloads.file(pdf.pdf(document), pdf.PDF_TYPE, f"incidents-{today}.pdf")


def _name(request: Request) -> str:
    brief = organisations.brief(request.ctx.organisation_id)
    return brief.name if brief else ""
