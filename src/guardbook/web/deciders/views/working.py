"""The four working pages, and the page that leads to them."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.content import champion
from guardbook.exports import deciders as exports
from guardbook.kernel import clock
from guardbook.queries import organisations
from guardbook.queries.deciders import gathering, reporting, working
from guardbook.rules.access import Permission
from guardbook.rules.registers.risk_acceptance import Accepter
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.deciders import documents
from guardbook.web.deciders.pages import guardian as guardian_page
from guardbook.web.deciders.pages import lead as lead_page
from guardbook.web.deciders.pages import officer as officer_page
from guardbook.web.deciders.pages import overview as overview_page
from guardbook.web.deciders.pages import risk_owner as risk_page
from guardbook.web.deciders.pages.look import WorkingPage
from guardbook.web.door import Request, page


@page(Permission.OVERSIGHT_VIEW, "GET")
def overview(request: Request) -> HttpResponse:
    """The people who decide, each with their working page."""
    shown = overview_page.overview(request.ctx, {role: working.holder(request.ctx, role) for role in Role})
    return render(request, "deciders/overview.html", {"page": shown})


@page(Permission.OVERSIGHT_VIEW, "GET")
def lead(request: Request) -> HttpResponse:
    """The state of play, the champion's pack, what was noticed, what is to change, and the monthly report."""
    ctx = request.ctx
    topic = champion.of_month(clock.uk_today(request.now).month)
    shown = lead_page.lead(
        ctx,
        gathering.now(ctx),
        working.leads(ctx),
        working.holder(ctx, Role.DSP_LEAD),
        topic,
        reporting.kept(ctx),
    )
    return _shown(request, shown)


@page(Permission.OVERSIGHT_VIEW, "GET")
def officer(request: Request) -> HttpResponse:
    """Advice, audits, what is watched, the regulator, and the report to the highest level."""
    ctx = request.ctx
    holder, kept = working.holder(ctx, Role.DPO), reporting.kept(ctx)
    return _shown(request, officer_page.officer(ctx, gathering.now(ctx), working.officers(ctx), holder, kept))


@page(Permission.OVERSIGHT_VIEW, "GET")
def guardian(request: Request) -> HttpResponse:
    """Questions that wait, decisions, the principles, and the entry for the national register."""
    ctx = request.ctx
    holder = working.holder(ctx, Role.CALDICOTT_GUARDIAN)
    entry = _register_lines(request)
    return _shown(request, guardian_page.guardian(ctx, working.guardians(ctx), holder, entry))


@page(Permission.EXPORT, "GET")
def register_entry(request: Request, form: str) -> HttpResponse:
    """The entry for the national register, as Word or PDF."""
    made = exports.register_entry(
        request.frame.organisation_name, _register_lines(request), clock.uk_today(request.now)
    )
    return documents.sent(made, form, "caldicott-guardian-register")


@page(Permission.OVERSIGHT_VIEW, "GET")
def risk_owner(request: Request) -> HttpResponse:
    """Risks by size, acceptances that end, and the yearly statement."""
    ctx = request.ctx
    holder, kept = working.holder(ctx, Role.SIRO), reporting.kept(ctx)
    said = reporting.risks_now(ctx, Accepter.NOBODY)
    return _shown(request, risk_page.risk_owner(ctx, working.risk_owners(ctx), holder, said, kept))


def _register_lines(request: Request) -> tuple[tuple[str, str], ...]:
    details, holder = organisations.details(request.ctx), working.holder(request.ctx, Role.CALDICOTT_GUARDIAN)
    return guardian_page.register_lines(details.legal_name or details.name, details.ods_code, holder)


def _shown(request: Request, shown: WorkingPage) -> HttpResponse:
    return render(request, "deciders/working.html", {"page": shown})
