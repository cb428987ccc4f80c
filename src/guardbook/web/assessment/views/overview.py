"""The overview, starting, planning, and finding the next question."""

from enum import StrEnum
from typing import TypeVar

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from guardbook.actions.assessment import starting
from guardbook.kernel.errors import Refused
from guardbook.queries import frameworks
from guardbook.queries.assessment import evaluating, snapshots
from guardbook.rules.access import Permission
from guardbook.web import drafts
from guardbook.web.assessment import forms
from guardbook.web.assessment.pages import overview as pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.door import Request, page

E = TypeVar("E", bound=StrEnum)


@page(Permission.ITEM_VIEW, "GET")
def toolkit(request: Request) -> HttpResponse:
    """Go to the assessment under way, or to the start of the newest list."""
    run = evaluating.current(request.ctx)
    pack = frameworks.pack(run.framework, run.version) if run else frameworks.newest()
    name = "toolkit-overview" if run else "toolkit-start"
    return HttpResponseRedirect(Addresses.of(request.ctx, pack).to(name))


@page(Permission.ITEM_VIEW, "GET")
def overview(request: Request, framework: str, version: str) -> HttpResponse:
    """Every question with its state."""
    pack = frameworks.pack(framework, version)
    run = evaluating.run(request.ctx, framework, version)
    if run is None:
        return redirect("toolkit-start", organisation=request.ctx.organisation_id, framework=framework, version=version)
    found = evaluating.one(request.ctx, pack, run)
    frozen = snapshots.newest(request.ctx, run) is not None
    shown = pages.overview(
        request.ctx,
        found,
        frameworks.framework(framework),
        frozen,
        _chosen(pages.Arrange, request.GET.get("arrange"), pages.Arrange.TOPIC),
        _chosen(pages.Show, request.GET.get("show"), pages.Show.ALL),
    )
    return render(request, "assessment/overview.html", {"page": shown})


@page(Permission.ITEM_VIEW, "GET")
def next_question(request: Request, framework: str, version: str) -> HttpResponse:
    """Go to the next question to do, after the one named; to the overview when there is none."""
    pack = frameworks.pack(framework, version)
    go = Addresses.of(request.ctx, pack)
    found = evaluating.one(request.ctx, pack, evaluating.run(request.ctx, framework, version))
    link = pages.next_link(go, found.standings, request.GET.get("after", ""))
    return HttpResponseRedirect(link.href if link else go.to("toolkit-overview"))


@page(Permission.ITEM_CONFIRM, "GET", "POST")
def start(request: Request, framework: str, version: str) -> HttpResponse:
    """Start an assessment: one question, the planned day of publication."""
    pack = frameworks.pack(framework, version)
    form = drafts.open_form(forms.Plan, request)
    if request.method == "POST" and form.is_valid():
        try:
            starting.start(
                request.ctx, framework=framework, version=version, planned_on=form.cleaned_data["planned_on"]
            )
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            return redirect(Addresses.of(request.ctx, pack).to("toolkit-overview"))
    return render(request, "assessment/start.html", {"form": form, "page": pages.start_page(request.ctx, pack)})


@page(Permission.ITEM_CONFIRM, "GET", "POST")
def plan(request: Request, framework: str, version: str) -> HttpResponse:
    """Change the planned day of publication."""
    pack = frameworks.pack(framework, version)
    run = evaluating.run(request.ctx, framework, version)
    first = {"planned_on": run.planned_publication_on} if run else {}
    form = drafts.open_form(forms.Plan, request, first)
    if request.method == "POST" and form.is_valid():
        try:
            starting.plan(request.ctx, framework=framework, version=version, planned_on=form.cleaned_data["planned_on"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "The planned day is changed. Every date is judged on the new day.")
            return redirect(Addresses.of(request.ctx, pack).to("toolkit-overview"))
    return render(request, "assessment/plan.html", {"form": form, "page": pages.start_page(request.ctx, pack)})


def _chosen(options: type[E], asked: str | None, usual: E) -> E:
    return options(asked) if asked in set(options) else usual
