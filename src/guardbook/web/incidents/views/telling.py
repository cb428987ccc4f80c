"""The notice to the regulator, and every other line of who is told."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from guardbook.actions.incidents import telling
from guardbook.content import links
from guardbook.kernel.errors import NotFound
from guardbook.queries.incidents import reading
from guardbook.rules.access import Permission
from guardbook.rules.incidents.vocabulary import Track
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.incidents.forms import deciding
from guardbook.web.incidents.forms import telling as forms
from guardbook.web.incidents.forms.moments import split
from guardbook.web.incidents.look import Address
from guardbook.web.incidents.pages import notice as pages
from guardbook.web.incidents.pages.asking import AskPage, asking
from guardbook.web.incidents.views.asking import asked, found


@page(Permission.INCIDENT_VIEW, "GET")
def notice(request: Request, incident: UUID) -> HttpResponse:
    """The notice as it stands, field by field, to copy into the official form."""
    regulator = links.read(settings.DATA_FOLDER).regulator
    may_edit = Permission.INCIDENT_EDIT in request.ctx.by.permissions
    shown = pages.notice_page(request.ctx.organisation_id, found(request, incident), regulator, may_edit=may_edit)
    return render(request, "incidents/notice.html", {"page": shown, "section": "incidents"})


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def write(request: Request, incident: UUID) -> HttpResponse:
    """Write the words of the notice."""
    held = found(request, incident)
    officer = reading.officer(request.ctx.organisation_id, request.now)
    form = open_form(forms.NoticeForm, request, initial=pages.prepared(held, officer))
    back = Link("The notice", Address(request.ctx.organisation_id, incident).to("incident-notice"))

    def change() -> None:
        seen = int(form.cleaned_data["seen_version"] or 0)
        telling.write_notice(request.ctx, incident_id=incident, said=form.said(), seen_version=seen)

    return asked(
        request,
        form,
        AskPage("Write the notice", back, "Save", _WRITE),
        change,
        "Saved.",
        to=("incident-notice", {"incident": incident}),
    )


_WRITE = "What happened and a contact must be there. All else may follow: write “unknown yet” where nobody knows."


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def sent(request: Request, incident: UUID) -> HttpResponse:
    """Record that the notice went."""
    held = found(request, incident)
    form = open_form(forms.SentForm, request, initial=split("sent", request.now))

    def change() -> None:
        telling.submit(request.ctx, incident_id=incident, sent=form.sent())

    shown = asking(request.ctx.organisation_id, held, "sent")
    return asked(
        request, form, shown, change, "Recorded: the regulator was told.", to=("incident", {"incident": incident})
    )


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def tell(request: Request, incident: UUID, track: str) -> HttpResponse:
    """Record that somebody was told."""
    held, which = found(request, incident), _track(track)
    form = open_form(forms.TellForm, request, initial=split("told", request.now))

    def change() -> None:
        said = form.cleaned_data
        telling.tell(
            request.ctx,
            incident_id=incident,
            track=which,
            at=said["told"],
            note=said["note"],
            reference=said["reference"],
        )

    shown = asking(request.ctx.organisation_id, held, "tell", lead=f"{which.label}.")
    return asked(request, form, shown, change, "Saved.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def need(request: Request, incident: UUID, track: str) -> HttpResponse:
    """Put somebody on the list of those to be told."""
    held, which = found(request, incident), _track(track)
    form = open_form(deciding.ReasonForm, request)

    def change() -> None:
        telling.need(request.ctx, incident_id=incident, track=which, why=form.cleaned_data["reason"])

    shown = asking(request.ctx.organisation_id, held, "need", lead=f"{which.label}.")
    return asked(request, form, shown, change, "They are on the list.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_DECIDE, "GET", "POST")
def excuse(request: Request, incident: UUID, track: str) -> HttpResponse:
    """Decide that somebody need not be told."""
    held, which = found(request, incident), _track(track)
    form = open_form(deciding.ReasonForm, request)

    def change() -> None:
        telling.excuse(request.ctx, incident_id=incident, track=which, reason=form.cleaned_data["reason"])

    shown = asking(request.ctx.organisation_id, held, "excuse", points=(f"{which.label}.",))
    return asked(request, form, shown, change, "Saved, with your name.", to=("incident", {"incident": incident}))


def _track(name: str) -> Track:
    try:
        return Track(name)
    except ValueError:
        raise NotFound from None
