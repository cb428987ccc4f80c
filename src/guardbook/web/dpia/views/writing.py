"""Pages on which an assessment is written: what it is about, answers, risks and measures."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from guardbook.actions.dpia import writing
from guardbook.kernel.errors import NotFound
from guardbook.queries.dpia import assessments, beginning
from guardbook.queries.dpia.assessments import Whole
from guardbook.queries.dpia.reading import Measure, Risk
from guardbook.queries.registers import entries, reading
from guardbook.rules.access import Permission
from guardbook.rules.dpia.questions import Screen
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.dpia import forms
from guardbook.web.dpia.look import Address
from guardbook.web.dpia.views.asking import Asking, asked
from guardbook.web.drafts import open_form


@page(Permission.DPIA_EDIT, "GET", "POST")
def links(request: Request, assessment: UUID, slug: str) -> HttpResponse:
    """Say which entries of one register it is about."""
    found, offered = assessments.one(request.ctx, assessment), assessments.choices(request.ctx)
    if slug not in offered:
        raise NotFound
    stored = {"entries": tuple(UUID(each) for each in found.impact.links[slug])}
    form = open_form(forms.LinksForm, request, stored, register=reading.named(slug), offered=offered[slug])
    lead = "The assessment then begins with what these entries say, and tells you when one of them changes."
    of = Asking(reading.named(slug).title, _back(request, found), "Save", "It is kept.", lead)
    return asked(
        request,
        form,
        of,
        lambda: writing.link(request.ctx, assessment_id=assessment, links={slug: form.cleaned_data["entries"]}),
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def chooser(request: Request, assessment: UUID) -> HttpResponse:
    """Say who chose it."""
    found = assessments.one(request.ctx, assessment)
    people = entries.people(request.ctx)
    form = open_form(forms.ChooserForm, request, {"person_id": found.impact.chosen_by_id}, people=people)
    of = Asking("Who chose it", _back(request, found), "Save", "It is kept.")
    return asked(
        request, form, of, lambda: writing.say_who_chose(request.ctx, assessment_id=assessment, **form.cleaned_data)
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def answer(request: Request, assessment: UUID, screen: str) -> HttpResponse:
    """One screenful of questions; what is empty begins with what the registers say."""
    if screen not in {each.value for each in Screen}:
        raise NotFound
    asks, found = Screen(screen), assessments.one(request.ctx, assessment)
    stored = found.impact.answers
    begun = beginning.words(request.ctx, found)
    initial = {**begun, **{key: said for key, said in stored.items() if said}}
    form = open_form(forms.AnswersForm, request, initial, screen=asks, stored=stored)
    taken = any(begun.get(name) and not stored.get(name) for name in form.fields)
    lead = "Some boxes begin with what your registers say. Read them, and put them right." if taken else ""
    of = Asking(asks.label, _back(request, found), "Save", "It is kept.", lead)
    return asked(
        request,
        form,
        of,
        lambda: writing.answer(
            request.ctx,
            assessment_id=assessment,
            screen=asks,
            answers=form.answers(),
            seen_mark=form.cleaned_data["mark"],
        ),
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def add_risk(request: Request, assessment: UUID) -> HttpResponse:
    """Write down a risk to people."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.RiskForm, request)
    of = Asking("Write down a risk to people", _back(request, found), "Save this risk", "The risk is written down.")
    return asked(request, form, of, lambda: writing.keep_risk(request.ctx, assessment_id=assessment, said=form.said()))


@page(Permission.DPIA_EDIT, "GET", "POST")
def change_risk(request: Request, assessment: UUID, risk: UUID) -> HttpResponse:
    """Change a risk, or take it out."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.RiskForm, request, forms.stored_risk(_risk(found, risk)))
    remove = Address(request.ctx.organisation_id, assessment).to("dpia-risk-remove", risk=risk)
    of = Asking("Change this risk", _back(request, found), "Save", "The risk is changed.", remove=remove)
    return asked(
        request,
        form,
        of,
        lambda: writing.keep_risk(
            request.ctx,
            assessment_id=assessment,
            said=form.said(),
            risk_id=risk,
            seen_mark=form.cleaned_data["mark"],
        ),
    )


@page(Permission.DPIA_EDIT, "POST")
def remove_risk(request: Request, assessment: UUID, risk: UUID) -> HttpResponse:
    """Take a risk out."""
    writing.remove_risk(request.ctx, assessment_id=assessment, risk_id=risk)
    messages.success(request, "The risk is taken out.")
    return redirect(Address(request.ctx.organisation_id, assessment).to())


@page(Permission.DPIA_EDIT, "GET", "POST")
def add_measure(request: Request, assessment: UUID) -> HttpResponse:
    """Write down a measure."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(forms.MeasureForm, request, risks=found.impact.risks)
    of = Asking("Write down a measure", _back(request, found), "Save this measure", "The measure is written down.")
    return asked(
        request, form, of, lambda: writing.keep_measure(request.ctx, assessment_id=assessment, said=form.said())
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def change_measure(request: Request, assessment: UUID, measure: UUID) -> HttpResponse:
    """Change a measure."""
    found = assessments.one(request.ctx, assessment)
    form = open_form(
        forms.MeasureForm, request, forms.stored_measure(_measure(found, measure)), risks=found.impact.risks
    )
    of = Asking("Change this measure", _back(request, found), "Save", "The measure is changed.")
    return asked(
        request,
        form,
        of,
        lambda: writing.keep_measure(request.ctx, assessment_id=assessment, said=form.said(), measure_id=measure),
    )


@page(Permission.DPIA_EDIT, "POST")
def finish_measure(request: Request, assessment: UUID, measure: UUID) -> HttpResponse:
    """Say that a measure is in place."""
    writing.finish_measure(request.ctx, assessment_id=assessment, measure_id=measure)
    messages.success(request, "It is in place, and noted with your name and the date.")
    return redirect(Address(request.ctx.organisation_id, assessment).to())


def _back(request: Request, of: Whole) -> Link:
    return Link(of.impact.name, Address(request.ctx.organisation_id, of.impact.id).to())


def _risk(of: Whole, key: UUID) -> Risk:
    found = next((each for each in of.impact.risks if each.id == key), None)
    if found is None:
        raise NotFound
    return found


def _measure(of: Whole, key: UUID) -> Measure:
    found = next((each for each in of.impact.measures if each.id == key), None)
    if found is None:
        raise NotFound
    return found
