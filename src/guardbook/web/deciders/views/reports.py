"""Reports: made from the records, looked at, kept, and handed out as they were kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.deciders import reports as actions
from guardbook.exports import deciders as exports
from guardbook.kernel import clock
from guardbook.kernel.errors import Refused
from guardbook.queries.deciders import reporting
from guardbook.queries.registers import deciding
from guardbook.rules.access import Permission
from guardbook.rules.deciders.reports import Kind
from guardbook.web import drafts
from guardbook.web.deciders import documents
from guardbook.web.deciders.doors import KEPT_BY
from guardbook.web.deciders.doors import kind as kind_of
from guardbook.web.deciders.forms import ReportForm
from guardbook.web.deciders.pages import reports as pages
from guardbook.web.deciders.pages.look import go
from guardbook.web.door import Request, page


@page(Permission.OVERSIGHT_VIEW, "GET")
def listing(request: Request) -> HttpResponse:
    """The reports that were kept."""
    shown = pages.listing(request.ctx, reporting.kept(request.ctx))
    return render(request, "deciders/working.html", {"page": shown})


@page(KEPT_BY, "GET", "POST")
def make(request: Request, kind: str) -> HttpResponse:
    """Look at a report as it would be today, add to it, and keep it."""
    of = kind_of(kind)
    who = deciding.deciders(request.ctx) if of is Kind.STATEMENT else None
    form = drafts.open_form(ReportForm, request, most=of.most_words, who=who)
    if request.method == "POST" and form.is_valid():
        try:
            words = form.cleaned_data["own_words"]
            key = actions.keep(request.ctx, kind=of, own_words=words, signed=form.signed())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "It is kept as it stands today. Nobody can change it.")
            return redirect(go(request.ctx, "deciding-report", kept_id=key))
    shown = pages.making(request.ctx, of, reporting.draft(request.ctx, of))
    return render(request, "deciders/report_make.html", {"page": shown, "form": form})


@page(Permission.OVERSIGHT_VIEW, "GET")
def show(request: Request, kept_id: UUID) -> HttpResponse:
    """A report as it was kept."""
    may_export = Permission.EXPORT in request.ctx.by.permissions
    shown = pages.kept(request.ctx, reporting.one(request.ctx, kept_id), may_export=may_export)
    return render(request, "deciders/report.html", {"page": shown})


@page(Permission.EXPORT, "GET")
def download(request: Request, kept_id: UUID, form: str) -> HttpResponse:
    """A report as Word or PDF, exactly as it was kept."""
    found = reporting.one(request.ctx, kept_id)
    made = exports.report(found, request.frame.organisation_name)
    return documents.sent(made, form, f"{found.kind}-report-{clock.uk_today(found.made_at)}")
