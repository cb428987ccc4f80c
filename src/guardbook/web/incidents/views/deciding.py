"""Advice, a second view, and the decision who is told."""

from uuid import UUID

from django.http import HttpResponse

from guardbook.actions.incidents import deciding
from guardbook.kernel import clock
from guardbook.queries.incidents import reading
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.incidents.forms import deciding as forms
from guardbook.web.incidents.pages import judging as pages
from guardbook.web.incidents.pages.asking import asking
from guardbook.web.incidents.views.asking import asked, found


@page(Permission.ADVICE_RECORD, "GET", "POST")
def advice(request: Request, incident: UUID) -> HttpResponse:
    """Record the officer's advice."""
    held = found(request, incident)
    form = open_form(forms.AdviceForm, request, initial=forms.today(clock.uk_today(request.now)))

    def change() -> None:
        deciding.advise(request.ctx, incident_id=incident, **form.cleaned_data)

    shown = asking(request.ctx.organisation_id, held, "advice")
    return asked(request, form, shown, change, "The advice is kept.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def no_advice(request: Request, incident: UUID) -> HttpResponse:
    """Say why there is no advice in time."""
    held = found(request, incident)
    form = open_form(forms.ReasonForm, request)

    def change() -> None:
        deciding.go_without_advice(request.ctx, incident_id=incident, reason=form.cleaned_data["reason"])

    shown = asking(request.ctx.organisation_id, held, "no-advice")
    return asked(request, form, shown, change, "Saved.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def second(request: Request, incident: UUID) -> HttpResponse:
    """Record a second view."""
    held = found(request, incident)
    form = open_form(forms.SecondForm, request, initial=forms.today(clock.uk_today(request.now)))

    def change() -> None:
        deciding.second_view(request.ctx, incident_id=incident, **form.cleaned_data)

    shown = asking(request.ctx.organisation_id, held, "second")
    return asked(request, form, shown, change, "The second view is kept.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_DECIDE, "GET", "POST")
def decide(request: Request, incident: UUID) -> HttpResponse:
    """Decide who is told."""
    held = found(request, incident)
    form = open_form(forms.DecideForm, request, initial={"seen_version": held.version})
    officer = reading.officer(request.ctx.organisation_id, request.now)

    def change() -> None:
        seen = int(form.cleaned_data["seen_version"] or 0)
        deciding.decide(request.ctx, incident_id=incident, wanted=form.wanted(), seen_version=seen)

    shown = pages.deciding(request.ctx.organisation_id, held, has_officer=officer is not None)
    return asked(
        request, form, shown, change, "Decided, and kept with your name.", to=("incident", {"incident": incident})
    )
