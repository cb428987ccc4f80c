"""Learning, actions, closing, and opening again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from guardbook.actions.incidents import closing
from guardbook.queries.incidents import members
from guardbook.rules.access import Permission
from guardbook.rules.incidents.vocabulary import Class, State
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.fields import Form
from guardbook.web.incidents.forms import closing as forms
from guardbook.web.incidents.forms.moments import split
from guardbook.web.incidents.pages import whole
from guardbook.web.incidents.pages.asking import asking
from guardbook.web.incidents.views.asking import asked, found


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def learn(request: Request, incident: UUID) -> HttpResponse:
    """Write down what was learnt."""
    held = found(request, incident)
    of = held.learnt
    initial = {name: getattr(of, name) for name in of.__slots__} | {"seen_version": held.version}
    form = open_form(forms.LearnForm, request, initial=initial)

    def change() -> None:
        seen = int(form.cleaned_data["seen_version"] or 0)
        closing.learn(request.ctx, incident_id=incident, said=form.learnt(), seen_version=seen)

    shown = asking(request.ctx.organisation_id, held, "learn")
    return asked(request, form, shown, change, "Saved. Thank you.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def add_action(request: Request, incident: UUID) -> HttpResponse:
    """Add an action."""
    held = found(request, incident)
    form = open_form(forms.ActionForm, request, people=members.members(request.ctx))

    def change() -> None:
        said = form.cleaned_data
        closing.add_action(
            request.ctx, incident_id=incident, text=said["text"], user_id=form.user_id, due_on=said["due_on"]
        )

    shown = asking(request.ctx.organisation_id, held, "action")
    return asked(request, form, shown, change, "The action is added.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "POST")
def finish_action(request: Request, incident: UUID, action: UUID) -> HttpResponse:
    """Say that an action is done."""
    closing.finish_action(request.ctx, incident_id=incident, action_id=action)
    messages.success(request, "Done, and noted with your name.")
    return redirect("incident", organisation=request.ctx.organisation_id, incident=incident)


@page(Permission.INCIDENT_EDIT, "POST")
def agree_actions(request: Request, incident: UUID) -> HttpResponse:
    """Say that the actions are agreed."""
    closing.agree_actions(request.ctx, incident_id=incident)
    messages.success(request, "The actions are agreed.")
    return redirect("incident", organisation=request.ctx.organisation_id, incident=incident)


@page(Permission.INCIDENT_DECIDE, "GET", "POST")
def close(request: Request, incident: UUID) -> HttpResponse:
    """Close it."""
    held = found(request, incident)
    other = held.event_class not in {None, Class.PERSONAL_DATA_BREACH} and held.state in {
        State.TRIAGED,
        State.CONTAINING,
    }
    kind: type[Form] = forms.CloseOtherForm if other else forms.CloseForm
    form = open_form(kind, request)

    def change() -> None:
        closing.close(request.ctx, incident_id=incident, rationale=form.cleaned_data.get("rationale", ""))

    lead = (
        "It stays in the log for good, and can be opened again."
        if other or not whole.missing(held)
        else "This is still missing:"
    )
    points = () if other else whole.missing(held)
    shown = asking(request.ctx.organisation_id, held, "close", lead=lead, points=points)
    return asked(request, form, shown, change, "Closed. Well done.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def news(request: Request, incident: UUID) -> HttpResponse:
    """Write down what is new."""
    held = found(request, incident)
    form = open_form(forms.NewsForm, request, initial=split("known", request.now))

    def change() -> None:
        said = form.cleaned_data
        closing.tell_news(request.ctx, incident_id=incident, news=said["news"], known_at=said["known"])

    shown = asking(request.ctx.organisation_id, held, "news")
    return asked(request, form, shown, change, "Saved. Judge the risk again.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def risk(request: Request, incident: UUID) -> HttpResponse:
    """Put a risk that it showed into the register of risks."""
    held = found(request, incident)
    form = open_form(forms.RiskForm, request)

    def change() -> None:
        closing.open_risk(request.ctx, incident_id=incident, **form.cleaned_data)

    shown = asking(request.ctx.organisation_id, held, "risk")
    return asked(request, form, shown, change, "The risk is in the register.", to=("incident", {"incident": incident}))
