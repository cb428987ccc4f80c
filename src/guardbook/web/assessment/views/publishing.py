"""Checking and freezing answers, copying them to the portal, recording what was published, frozen copies."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from guardbook.actions.assessment import certifying, publishing, starting
from guardbook.exports import assessment as exports
from guardbook.exports import sheets
from guardbook.exports.documents.pdf import PDF_TYPE
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import frameworks
from guardbook.queries.assessment import evaluating, snapshots
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.rules.access import Permission
from guardbook.web import downloads, drafts
from guardbook.web.assessment import forms
from guardbook.web.assessment.pages import companion as companion_pages
from guardbook.web.assessment.pages import publish as pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.door import Request, page


@page(Permission.ITEM_VIEW, "GET", "POST")
def publish(request: Request, framework: str, version: str) -> HttpResponse:
    """Check everything, then freeze the answers."""
    found = _evaluated(request, framework, version)
    form = drafts.open_form(forms.Freeze, request, goals=pages.goals(found))
    if request.method == "POST" and form.is_valid():
        try:
            publishing.freeze(request.ctx, framework=framework, version=version, goal=form.cleaned_data["goal"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Your answers are frozen. Now copy them to the NHS portal.")
            return redirect(Addresses.of(request.ctx, found.pack).to("toolkit-companion"))
    return render(request, "assessment/publish.html", {"page": pages.publish_page(request.ctx, found), "form": form})


@page(Permission.ITEM_VIEW, "GET")
def companion(request: Request, framework: str, version: str) -> HttpResponse:
    """Every frozen answer in the portal's order, to copy."""
    found = frameworks.pack(framework, version)
    run = evaluating.run(request.ctx, framework, version)
    newest = snapshots.newest(request.ctx, run) if run else None
    held = snapshots.content(request.ctx, newest.snapshot_id) if newest else None
    shown = companion_pages.companion_page(request.ctx, found, held)
    return render(request, "assessment/companion.html", {"page": shown})


@page(Permission.ITEM_VIEW, "GET", "POST")
def published(request: Request, framework: str, version: str) -> HttpResponse:
    """Record what was published on the portal."""
    pack = frameworks.pack(framework, version)
    form = drafts.open_form(forms.OnPortal, request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            notes = certifying.record(
                request.ctx,
                framework=framework,
                version=version,
                on=said["on"],
                goal=said["goal"],
                upload=said["certificate"],
            )
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            for note in notes:
                messages.warning(request, note)
            messages.success(request, "It is recorded that you published on the NHS portal.")
            return HttpResponseRedirect(request.path)
    shown = pages.published_page(request.ctx, pack, snapshots.publications(request.ctx, framework))
    return render(request, "assessment/published.html", {"page": shown, "form": form})


@page(Permission.ASSESSMENT_PUBLISH, "POST")
def take_back(request: Request, framework: str, version: str, publication_id: UUID) -> HttpResponse:
    """Take back a publication recorded by mistake."""
    publishing.withdraw_publication(request.ctx, publication_id=publication_id)
    messages.success(request, "That publication is taken back.")
    return HttpResponseRedirect(Addresses.of(request.ctx, frameworks.pack(framework, version)).to("toolkit-published"))


@page(Permission.ITEM_VIEW, "GET")
def copies(request: Request, framework: str, version: str) -> HttpResponse:
    """Every frozen copy."""
    pack = frameworks.pack(framework, version)
    run = evaluating.run(request.ctx, framework, version)
    held = snapshots.listing(request.ctx, run) if run else []
    return render(request, "assessment/snapshots.html", {"page": pages.copies_page(request.ctx, pack, held)})


@page(Permission.EXPORT, "GET")
def workbook(request: Request, framework: str, version: str, snapshot_id: UUID) -> HttpResponse:
    """A frozen copy as a spreadsheet."""
    held = snapshots.content(request.ctx, snapshot_id)
    return downloads.file(
        exports.workbook(held), sheets.XLSX_TYPE, f"{framework} {version} copy {held.frozen.number}.xlsx"
    )


@page(Permission.EXPORT, "GET")
def document(request: Request, framework: str, version: str, snapshot_id: UUID) -> HttpResponse:
    """A frozen copy as a PDF to sign."""
    held = snapshots.content(request.ctx, snapshot_id)
    return downloads.file(exports.pdf(held), PDF_TYPE, f"{framework} {version} copy {held.frozen.number}.pdf")


@page(Permission.ITEM_VIEW, "GET", "POST")
def action_plan(request: Request, framework: str, version: str) -> HttpResponse:
    """The action plan that Approaching Standards asks for; a POST records that it is the way chosen."""
    if request.method == "POST":
        starting.plan_approaching(request.ctx, framework=framework, version=version)
        messages.success(request, "It is recorded that you go for Approaching Standards this once.")
        return HttpResponseRedirect(request.path)
    found = _evaluated(request, framework, version)
    return render(request, "assessment/action_plan.html", {"page": pages.plan_page(request.ctx, found)})


def _evaluated(request: Request, framework: str, version: str) -> Evaluated:
    pack = frameworks.pack(framework, version)
    run = evaluating.run(request.ctx, framework, version)
    if run is None:
        raise NotFound
    return evaluating.one(request.ctx, pack, run)
