"""Where a manager switches the addresses on, and prints the poster and the paper form."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.intake import addresses as actions
from guardbook.exports import intake as exports
from guardbook.exports.documents.pdf import PDF_TYPE
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import organisations
from guardbook.queries.intake import addresses as questions
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import Purpose
from guardbook.web import downloads
from guardbook.web.door import Request, page
from guardbook.web.intake.pages import settings as pages


@page(Permission.SETTINGS_MANAGE, "GET")
def addresses(request: Request) -> HttpResponse:
    """Every address, on or off."""
    found, sites = questions.addresses(request.ctx), organisations.sites(request.ctx)
    return render(request, "intake/addresses.html", {"page": pages.addresses(request.ctx, found, sites)})


@page(Permission.SETTINGS_MANAGE, "POST")
def switch_on(request: Request, purpose: str) -> HttpResponse:
    """Make an address."""
    if purpose not in set(Purpose):
        raise NotFound
    try:
        actions.switch_on(request.ctx, purpose=Purpose(purpose), site_id=_site(request), browser=_browser(request))
    except Refused as refusal:
        messages.warning(request, refusal.reasons[0])
    else:
        messages.success(request, "Switched on. Now open the address on a phone.")
    return redirect("report-addresses", organisation=request.ctx.organisation_id)


@page(Permission.SETTINGS_MANAGE, "POST")
def switch_off(request: Request, address_id: UUID) -> HttpResponse:
    """Make an address stop working."""
    actions.switch_off(request.ctx, address_id=address_id)
    messages.success(request, "Switched off. Take the posters with this address down.")
    return redirect("report-addresses", organisation=request.ctx.organisation_id)


@page(Permission.SETTINGS_MANAGE, "POST")
def replace(request: Request, address_id: UUID) -> HttpResponse:
    """Make a new address in place of one."""
    actions.replace(request.ctx, address_id=address_id, browser=_browser(request))
    messages.success(request, "Replaced. The old address no longer works, so take its posters down.")
    return redirect("report-addresses", organisation=request.ctx.organisation_id)


@page(Permission.SETTINGS_MANAGE, "GET")
def poster(request: Request, address_id: UUID) -> HttpResponse:
    """The poster to look at and print."""
    found, phones = questions.address(request.ctx, address_id), questions.phones(request.ctx)
    shown = pages.poster(request.ctx, request.frame.organisation_name, found, phones)
    return render(request, "intake/poster.html", {"page": shown})


@page(Permission.SETTINGS_MANAGE, "GET")
def poster_pdf(request: Request, address_id: UUID) -> HttpResponse:
    """The poster as a PDF, once another device has opened its address."""
    found, phones = questions.address(request.ctx, address_id), questions.phones(request.ctx)
    if found.tried_at is None:
        raise Refused("Open the address on another device first, so that the poster leads somewhere.")
    made = exports.poster(pages.poster_of(request.frame.organisation_name, found, phones))
    return downloads.file(made, PDF_TYPE, "poster.pdf")


@page(Permission.SETTINGS_MANAGE, "GET")
def paper(request: Request) -> HttpResponse:
    """The paper form to look at and print."""
    shown = pages.paper(request.ctx, request.frame.organisation_name, questions.phones(request.ctx))
    return render(request, "intake/paper.html", {"page": shown})


@page(Permission.SETTINGS_MANAGE, "GET")
def paper_pdf(request: Request) -> HttpResponse:
    """The paper form as a PDF."""
    made = exports.paper(pages.paper_of(request.frame.organisation_name, questions.phones(request.ctx)))
    return downloads.file(made, PDF_TYPE, "report-form.pdf")


def _browser(request: Request) -> str:
    return request.headers.get("User-Agent", "")


def _site(request: Request) -> UUID | None:
    asked = request.GET.get("site", "")
    try:
        return UUID(asked) if asked else None
    except ValueError as error:
        raise NotFound from error
