"""Bringing last year's answers, pasted or in a spreadsheet."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.assessment import carrying
from guardbook.kernel.errors import Refused
from guardbook.queries import frameworks
from guardbook.rules.access import Permission
from guardbook.web import drafts
from guardbook.web.assessment import forms
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.assessment.pages.overview import start_page
from guardbook.web.door import Request, page
from guardbook.web.fields import Choice


@page(Permission.ITEM_ANSWER, "GET", "POST")
def last_year(request: Request, framework: str, version: str) -> HttpResponse:
    """Bring last year's answers; they count for nothing until confirmed."""
    pack = frameworks.pack(framework, version)
    go = Addresses.of(request.ctx, pack)
    form = drafts.open_form(forms.LastYear, request, years=_years(framework, version))
    if request.method == "POST" and form.is_valid():
        try:
            brought = carrying.bring_sent(
                request.ctx,
                framework=framework,
                version=version,
                from_version=form.cleaned_data["from_version"],
                sent=carrying.Sent(form.cleaned_data["pasted"], form.cleaned_data["upload"]),
            )
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"{len(brought.answers)} answers are beside their questions. None is confirmed.")
            if brought.homeless:
                messages.warning(request, f"These numbers are not in this year's list: {', '.join(brought.homeless)}.")
            return redirect(go.to("toolkit-overview"))
    return render(request, "assessment/last_year.html", {"form": form, "page": start_page(request.ctx, pack)})


def _years(framework: str, version: str) -> list[Choice]:
    known = [frameworks.pack(framework, each) for each in frameworks.versions(framework)]
    return [
        Choice(each.version, f"{each.year} (version {each.version})")
        for each in reversed(known)
        if each.version != version
    ]
