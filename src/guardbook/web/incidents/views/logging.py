"""Writing an incident down, putting right what was written, and saying who is named in it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.actions.incidents import logging
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries.incidents import members
from guardbook.queries.incidents.reading import Whole
from guardbook.queries.intake import reports
from guardbook.queries.intake.reports import Told
from guardbook.rules.access import Permission
from guardbook.web import fields
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.incidents.forms import logging as forms
from guardbook.web.incidents.forms.moments import split
from guardbook.web.incidents.look import Address
from guardbook.web.incidents.pages import clocks
from guardbook.web.incidents.pages.asking import AskPage, asking
from guardbook.web.incidents.views.asking import asked, found

_LOG = (
    "Somebody in danger? Ring 999 or your council’s safeguarding team first. Then write down what you know; "
    "it takes two minutes, and you can add to it."
)


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def log(request: Request) -> HttpResponse:
    """Put an incident in the log."""
    report = _report(request)
    form = open_form(forms.LogForm, request, initial=_initial(request, report), people=members.staff(request.ctx))
    shown = AskPage(
        "Log an incident", Link("Incidents", clocks.index_href(request.ctx.organisation_id)), "Save it", _LOG
    )
    made: dict[str, Any] = {}

    def change() -> None:
        made["incident"] = logging.log(request.ctx, form.logged(), report.id if report else None)
        made["part"] = 1

    return asked(request, form, shown, change, "It is in the log. Now ten questions.", to=("incident-questions", made))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def correct(request: Request, incident: UUID, name: str) -> HttpResponse:
    """Put right something that was written."""
    if name not in logging.CORRECTABLE:
        raise NotFound
    held = found(request, incident)
    form = _form(request, held, name)
    shown = asking(request.ctx.organisation_id, held, "correct")

    def change() -> None:
        said = form.cleaned_data
        logging.correct(request.ctx, incident_id=incident, name=name, new=said["new"], reason=said["reason"])

    return asked(
        request, form, shown, change, "Put right. The old words are kept.", to=("incident", {"incident": incident})
    )


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def named(request: Request, incident: UUID) -> HttpResponse:
    """Say who is named in it."""
    held, staff = found(request, incident), members.staff(request.ctx)
    now = members.named(request.ctx, incident)
    form = open_form(forms.NamedForm, request, initial={"named": now}, people=staff)

    def change() -> None:
        logging.name_people(request.ctx, incident_id=incident, people=form.people)

    shown = asking(request.ctx.organisation_id, held, "named")
    return asked(request, form, shown, change, "Saved.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET")
def times(request: Request, incident: UUID) -> HttpResponse:
    """Choose which moment to add or put right."""
    held = found(request, incident)
    go = Address(request.ctx.organisation_id, incident)
    offered = tuple(
        Link(f"{text}{'' if at else ' (not said yet)'}", go.to("incident-correct", name=name))
        for name, text, at in clocks.times(held)
    )
    shown = AskPage("Who knew when?", Link(f"{held.reference}: {held.title}", go.to()), "", _TIMES, links=offered)
    return render(request, "incidents/choose.html", {"page": shown, "section": "incidents"})


_TIMES = (
    "The 72 hours run from when those in charge were reasonably sure. Where somebody on the staff, or your supplier’s "
    "message, came earlier, Guardbook counts from the earlier one to be safe."
)


def _report(request: Request) -> Told | None:
    """The report that this is about, where the address names one that this person may read."""
    try:
        return reports.one(request.ctx, UUID(request.GET.get("report", "")))
    except ValueError:
        return None


def _initial(request: Request, report: Told | None) -> dict[str, Any]:
    if report is None:
        return {"found_on": clock.uk_today(request.now)}
    told = {"story": report.what, "named": report.named_person_id}
    return {"found_on": clock.uk_today(report.received_at), **told, **split("suspected", report.received_at)}


def _form(request: Request, held: Whole, name: str) -> fields.Form:
    stored: Any = _stored(held, name)
    if name in logging.MOMENTS:
        return open_form(
            forms.MomentForm, request, initial=split("new", stored if isinstance(stored, datetime) else None)
        )
    kind = forms.DayForm if isinstance(stored, date) else forms.WordsForm
    return open_form(kind, request, initial={"new": stored})


def _stored(held: Whole, name: str) -> object:
    moments = {key: at for key, _, at in clocks.times(held)}
    return moments[name] if name in moments else held.times.gap_reason if name == "gap_reason" else getattr(held, name)
