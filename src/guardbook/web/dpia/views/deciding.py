"""Pages on which an assessment is decided: people asked, advice, sign-off, regulator, start, and looking again."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse

from guardbook.actions.dpia import deciding
from guardbook.kernel import clock
from guardbook.kernel.dates import add_months
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.assessments import Whole
from guardbook.rules.access import Permission
from guardbook.rules.dpia.review import LONGEST_MONTHS
from guardbook.rules.dpia.risk import Level
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.dpia import forms
from guardbook.web.dpia.look import Address
from guardbook.web.dpia.views.asking import Asking, asked
from guardbook.web.drafts import open_form


@page(Permission.DPIA_EDIT, "GET", "POST")
def consult(request: Request, assessment: UUID) -> HttpResponse:
    """Say whom you asked, or why nobody."""
    found = assessments.one(request.ctx, assessment)
    stored = {"consulted": found.impact.consulted, "not_consulted_because": found.impact.not_consulted_because}
    form = open_form(forms.ConsultForm, request, stored)
    lead = "The law asks you to hear the people it is about, where that is fitting."
    of = _asking(request, found, "Whom did you ask?", "Save, and end the draft", "The draft is whole.", lead)
    return asked(
        request, form, of, lambda: deciding.consult(request.ctx, assessment_id=assessment, **form.cleaned_data)
    )


@page(Permission.ADVICE_RECORD, "GET", "POST")
def advise(request: Request, assessment: UUID) -> HttpResponse:
    """Record the officer's advice."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.AdviceForm, request, {"advice": found.impact.advice})
    lead = f"Your officer is {found.officer.who}." if found.officer else "No Data Protection Officer is appointed."
    of = _asking(request, found, "The officer’s advice", "Record this advice", "The advice is recorded.", lead)
    return asked(request, form, of, lambda: deciding.advise(request.ctx, assessment_id=assessment, **form.cleaned_data))


@page(Permission.DPIA_DECIDE, "GET", "POST")
def decide(request: Request, assessment: UUID) -> HttpResponse:
    """Sign it off, or stop to ask the regulator first."""
    found = assessments.one(request.ctx, assessment)
    first = {
        "followed": found.impact.advice_followed,
        "answer": found.impact.advice_answer,
        "review_on": _in_a_year(request),
    }
    form = open_form(forms.DecideForm, request, first, of=found.impact)
    if found.impact.residual is Level.HIGH:
        lead = "A high risk is left. The change may not begin until the regulator has answered."
        of = _asking(
            request, found, "Stop, to ask the regulator", "Stop here", "It is stopped. Ask the regulator.", lead
        )
    else:
        of = _asking(request, found, "Sign it off", "Sign it off", "It is signed off.", _advice(found))
    return asked(request, form, of, lambda: deciding.decide(request.ctx, assessment_id=assessment, **form.said()))


@page(Permission.DPIA_DECIDE, "GET", "POST")
def regulator_asked(request: Request, assessment: UUID) -> HttpResponse:
    """Say when the regulator was asked."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.AskedForm, request, {"asked_on": found.impact.regulator_asked_on})
    lead = "Send them this assessment, who does what, your measures, and how to reach your officer."
    of = _asking(request, found, "When did you ask the regulator?", "Save", "It is kept. Do not start yet.", lead)
    return asked(
        request, form, of, lambda: deciding.ask_regulator(request.ctx, assessment_id=assessment, **form.cleaned_data)
    )


@page(Permission.DPIA_DECIDE, "GET", "POST")
def regulator_agreed(request: Request, assessment: UUID) -> HttpResponse:
    """Record that the regulator lets it go on."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.AgreedForm, request, {"review_on": _in_a_year(request)})
    lead = "Only if the regulator lets it go on. Where it says no, open the assessment to change it, or give it up."
    of = _asking(request, found, "The regulator’s answer", "Record it, and sign it off", "It is signed off.", lead)
    return asked(
        request,
        form,
        of,
        lambda: deciding.regulator_agreed(request.ctx, assessment_id=assessment, **form.cleaned_data),
    )


@page(Permission.DPIA_DECIDE, "GET", "POST")
def go_live(request: Request, assessment: UUID) -> HttpResponse:
    """Say that the change has begun."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.LiveForm, request, {"on": clock.uk_today(request.now)})
    of = _asking(request, found, "It has begun", "Save", "It is in use. We say when to look at it again.")
    return asked(
        request, form, of, lambda: deciding.go_live(request.ctx, assessment_id=assessment, **form.cleaned_data)
    )


@page(Permission.DPIA_DECIDE, "GET", "POST")
def look_again(request: Request, assessment: UUID) -> HttpResponse:
    """Say that it still holds."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.LookForm, request, {"review_on": _in_a_year(request)})
    notes = tuple(each.text for each in found.standing.review.reasons)
    lead = "If something must change, go back and open the assessment instead."
    of = _asking(request, found, "Look at it again", "It still holds", "It is kept that you looked.", lead, notes)
    return asked(
        request, form, of, lambda: deciding.look_again(request.ctx, assessment_id=assessment, **form.cleaned_data)
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def reopen(request: Request, assessment: UUID) -> HttpResponse:
    """Open it to change it."""
    lead = "People, advice and sign-off follow again. What is in use stays in use meanwhile."
    return _why(request, assessment, "Open it to change it", "Open it", "It is open.", lead, deciding.reopen)


@page(Permission.DPIA_DECIDE, "GET", "POST")
def stop(request: Request, assessment: UUID) -> HttpResponse:
    """Give the change up."""
    lead = "It stays in the list with what was written."
    return _why(request, assessment, "Give this change up", "Give it up", "It is given up.", lead, deciding.stop)


def _why(
    request: Request, assessment: UUID, title: str, button: str, done: str, lead: str, change: Callable[..., None]
) -> HttpResponse:
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.ReasonForm, request)
    of = _asking(request, found, title, button, done, lead)
    return asked(request, form, of, lambda: change(request.ctx, assessment_id=assessment, **form.cleaned_data))


def _asking(
    request: Request, of: Whole, title: str, button: str, done: str, lead: str = "", notes: tuple[str, ...] = ()
) -> Asking:
    back = Link(of.impact.name, Address(request.ctx.organisation_id, of.impact.id).to())
    return Asking(title, back, button, done, lead, notes)


def _advice(of: Whole) -> str:
    return f"The officer advises: {of.impact.advice}" if of.impact.advice else ""


def _in_a_year(request: Request) -> object:
    return add_months(clock.uk_today(request.now), LONGEST_MONTHS)
