"""Settings of the provider."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import organisations
from guardbook.kernel.errors import Refused
from guardbook.queries import mail
from guardbook.queries import organisations as questions
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.organisations import forms, pages


@page(Permission.ORGANISATION_VIEW, "GET")
def settings(request: Request) -> HttpResponse:
    """What the provider has said, and where everything else is set."""
    may_manage = Permission.SETTINGS_MANAGE in request.ctx.by.permissions
    outbox = mail.outbox(request.ctx) if may_manage else None
    shown = pages.settings(request.ctx, questions.details(request.ctx), questions.sites(request.ctx), outbox)
    return render(request, "organisations/settings.html", {"page": shown, "section": "settings"})


@page(Permission.PROFILE_EDIT, "GET", "POST")
def details(request: Request) -> HttpResponse:
    """Change the provider's details."""
    form = open_form(forms.Details, request, initial=asdict(questions.details(request.ctx)))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        name = said.pop("name")
        organisations.say_details(request.ctx, details=said)
        if name != request.frame.organisation_name:
            organisations.rename(request.ctx, name=name)
        messages.success(request, "Your details are saved.")
        return redirect("settings", organisation=request.ctx.organisation_id)
    return render(request, "organisations/details.html", {"form": form, "section": "settings"})


@page(Permission.PROFILE_EDIT, "GET", "POST")
def add_site(request: Request) -> HttpResponse:
    """Add a site."""
    form = open_form(forms.Site, request)
    if request.method == "POST" and form.is_valid():
        try:
            organisations.add_site(request.ctx, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"{form.cleaned_data['name']} is added.")
            return redirect("settings", organisation=request.ctx.organisation_id)
    return render(request, "organisations/site.html", {"form": form, "section": "settings"})
