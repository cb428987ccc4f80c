"""The ten questions, who is in charge, what is done, and the judgement of the risk."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from guardbook.actions.incidents import judging
from guardbook.content import incidents as content
from guardbook.kernel.errors import NotFound
from guardbook.queries.incidents import members
from guardbook.queries.incidents.reading import Whole
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.incidents.forms import deciding
from guardbook.web.incidents.forms import judging as forms
from guardbook.web.incidents.pages import judging as pages
from guardbook.web.incidents.pages.asking import asking
from guardbook.web.incidents.views.asking import asked, found

_FORMS = {1: forms.WhatForm, 2: forms.WhoForm, 3: forms.OthersForm}


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def questions(request: Request, incident: UUID, part: int) -> HttpResponse:
    """One page of the ten questions; the last says what it is."""
    if part not in _FORMS:
        raise NotFound
    held = found(request, incident)
    form = open_form(_FORMS[part], request, initial=forms.start(held.answers) if _was_said(held, part) else {})
    is_whole = part == pages.PARTS

    def change() -> None:
        answers = forms.answers(held.answers, form.cleaned_data)
        judging.answer(request.ctx, incident_id=incident, answers=answers, is_whole=is_whole)

    done = "Here is who must be told, and what to do next." if is_whole else "Saved."
    to: tuple[str, dict[str, Any]] = (
        ("incident", {"incident": incident})
        if is_whole
        else ("incident-questions", {"incident": incident, "part": part + 1})
    )
    return asked(request, form, pages.questions(request.ctx.organisation_id, held, part), change, done, to=to)


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def charge(request: Request, incident: UUID) -> HttpResponse:
    """Say who is in charge."""
    held = found(request, incident)
    initial = {"user": str(held.owner_id or "")}
    form = open_form(deciding.ChargeForm, request, initial=initial, people=members.members(request.ctx))

    def change() -> None:
        judging.take_charge(request.ctx, incident_id=incident, user_id=UUID(form.cleaned_data["user"]))

    shown = asking(request.ctx.organisation_id, held, "charge")
    return asked(request, form, shown, change, "Saved.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def note(request: Request, incident: UUID) -> HttpResponse:
    """Write down what was done."""
    held = found(request, incident)
    form = open_form(deciding.NoteForm, request)

    def change() -> None:
        judging.note(request.ctx, incident_id=incident, **form.cleaned_data)

    shown = asking(request.ctx.organisation_id, held, "note")
    return asked(request, form, shown, change, "Written down.", to=("incident", {"incident": incident}))


@page(Permission.INCIDENT_EDIT, "GET", "POST")
def judge(request: Request, incident: UUID) -> HttpResponse:
    """Judge the risk."""
    held, grid = found(request, incident), content.grid(settings.DATA_FOLDER)
    form = open_form(forms.JudgeForm, request, initial=pages.scores(held), grid=grid)

    def change() -> None:
        said = form.cleaned_data
        judging.judge(
            request.ctx,
            incident_id=incident,
            prompts=form.prompts(held, pages.before(held)),
            likelihood=said["likelihood"],
            impact=said["impact"],
            seen_version=int(said["seen_version"] or 0),
        )

    shown = pages.judging(request.ctx.organisation_id, held, grid)
    return asked(
        request, form, shown, change, "The judgement is kept. Now decide.", to=("incident", {"incident": incident})
    )


def _was_said(held: Whole, part: int) -> bool:
    """Whether a page of the questions was answered before: one never answered starts empty."""
    return bool({1: held.answers.what, 2: held.answers.how, 3: held.triaged_at}[part])
