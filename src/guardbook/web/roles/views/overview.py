"""Shows the roles, the guidance behind them, and what other facts would change."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import organisations
from guardbook.kernel.errors import Refused
from guardbook.queries.roles import states
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.roles import forms
from guardbook.web.roles.pages import guidance as guidance_page
from guardbook.web.roles.pages import help as help_page
from guardbook.web.roles.pages import overview, trying


@page(Permission.ROLE_VIEW, "GET")
def roles(request: Request) -> HttpResponse:
    """What each role needs, why, who holds it, and what to do."""
    shown = overview.roles(request.ctx, states.overview(request.ctx))
    return render(request, "roles/roles.html", {"page": shown, "section": "roles"})


@page(Permission.ROLE_VIEW, "GET")
def guidance(request: Request) -> HttpResponse:
    """The sector guide's own table, where this provider stands in it, and where sources disagree."""
    shown = guidance_page.guidance(request.ctx, states.overview(request.ctx))
    return render(request, "roles/guidance.html", {"page": shown, "section": "roles"})


@page(Permission.ROLE_VIEW, "GET")
def what_if(request: Request) -> HttpResponse:
    """Try other facts; nothing is kept."""
    found = states.overview(request.ctx)
    form = forms.WhatIf(request.GET or None, initial=forms.from_profile(found.said.profile))
    tried = form.profile if form.is_bound and form.is_valid() else None
    shown = trying.tried(request.ctx, found, tried)
    return render(request, "roles/what_if.html", {"page": shown, "form": form, "section": "roles"})


@page(Permission.ROLE_VIEW, "GET")
def help_with_roles(request: Request) -> HttpResponse:
    """What a published toolkit is good for, and whom to ask."""
    shown = help_page.help_with_roles(request.ctx)
    return render(request, "roles/help.html", {"page": shown, "section": "roles"})


@page(Permission.PROFILE_EDIT, "GET", "POST")
def override_kind(request: Request) -> HttpResponse:
    """Say that this is another kind of provider than the facts say, with a reason."""
    found = states.overview(request.ctx)
    form = open_form(forms.KindOverride, request, initial=forms.from_override(found.said.profile))
    if request.method == "POST" and form.is_valid():
        try:
            organisations.override_kind(request.ctx, kind=form.cleaned_data["kind"], reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Your view is kept, with your name and the date.")
            return redirect("roles", organisation=request.ctx.organisation_id)
    shown = overview.roles(request.ctx, found)
    return render(request, "roles/kind.html", {"page": shown, "form": form, "section": "roles"})
