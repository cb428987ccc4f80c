"""The list of questions: where ours comes from, and how to bring the official one."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from guardbook.actions.assessment import listing
from guardbook.kernel.errors import Refused
from guardbook.queries import frameworks
from guardbook.rules.access import Permission
from guardbook.web.assessment import forms
from guardbook.web.assessment.pages import lists as pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.door import Request, page


@page(Permission.ITEM_VIEW, "GET", "POST")
def official(request: Request, framework: str, version: str) -> HttpResponse:
    """Say what the list is and what is doubtful in it; look at an official one."""
    pack = frameworks.pack(framework, version)
    form = forms.Official.of(request)
    if request.method == "POST" and form.is_valid():
        try:
            proposal = listing.look_at(request.ctx, upload=form.cleaned_data["upload"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            shown = pages.proposal_page(request.ctx, pack, proposal)
            return render(request, "assessment/proposal.html", {"page": shown})
    about = pages.list_page(request.ctx, pack, frameworks.framework(framework))
    return render(request, "assessment/list.html", {"page": about, "form": form})


@page(Permission.SETTINGS_MANAGE, "POST")
def accept(request: Request, framework: str, version: str) -> HttpResponse:
    """Take the official list into use."""
    again = listing.accept(
        request.ctx,
        fingerprint=request.POST.get("fingerprint", ""),
        file_name=request.POST.get("file_name", "")[:200],
        framework=framework,
        version=version,
    )
    messages.success(request, "You now work from the official list.")
    if again:
        messages.warning(request, f"{again} answers need another look, because their questions changed.")
    return HttpResponseRedirect(Addresses(str(request.ctx.organisation_id), framework, version).toolkit)
