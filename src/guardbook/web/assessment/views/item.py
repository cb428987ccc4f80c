"""One question: show it, answer it, confirm it, prove it, talk about it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from guardbook.actions import evidence
from guardbook.actions.assessment import answering, commenting, proving
from guardbook.actions.assessment.answering import Place, Theirs
from guardbook.kernel.errors import Conflict, NotFound, Refused
from guardbook.queries import frameworks
from guardbook.queries.assessment import evaluating, latest, questions, rows
from guardbook.queries.assessment.questions import Question
from guardbook.rules.access import Permission
from guardbook.rules.evidence import Subject, SubjectKind
from guardbook.web import drafts
from guardbook.web.assessment import forms
from guardbook.web.assessment.pages import item as pages
from guardbook.web.assessment.pages import why as why_pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.door import Request, page


@page(Permission.ITEM_VIEW, "GET", "POST")
def item(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Show one question, or save its answer; two people at once are shown both versions."""
    if "keep_theirs" in request.POST:
        return HttpResponseRedirect(request.path)  # and the door forgets the draft
    place = Place(framework, version, ref)
    found = _question(request, place)
    if found is None:
        return HttpResponseRedirect(_go(request, place).to("toolkit-start"))
    form = drafts.open_form(forms.AnswerForm, request, pages.initial(found), item=found.item)
    if request.method != "POST" or not form.is_valid():
        return _show(request, found, form)
    try:
        done = proving.answer_with_proofs(
            request.ctx, place=place, answer=form.answer(), seen_version=form.seen(), proofs=form.proofs()
        )
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return _show(request, found, form)
    except Conflict as conflict:
        return _show_both(request, found, form, conflict)
    for note in done.notes:
        messages.warning(request, note)
    return _saved(request, place, done.saved)


@page(Permission.ITEM_CONFIRM, "POST")
def confirm_suggestion(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Confirm what the records suggest."""
    place = Place(framework, version, ref)
    return _tried(
        request, place, lambda seen: answering.confirm_suggestion(request.ctx, place=place, seen_version=seen)
    )


@page(Permission.ITEM_CONFIRM, "POST")
def confirm_words(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Confirm a colleague's words."""
    place = Place(framework, version, ref)
    return _tried(request, place, lambda seen: answering.confirm_words(request.ctx, place=place, seen_version=seen))


@page(Permission.ITEM_CONFIRM, "POST")
def withdraw(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Take a confirmation back."""
    place = Place(framework, version, ref)
    answering.withdraw_confirmation(request.ctx, place=place, seen_version=_seen(request))
    messages.success(request, f"The confirmation of {ref} is withdrawn. The words stay.")
    return HttpResponseRedirect(_address(request, place))


@page(Permission.ITEM_COMMENT, "POST")
def comment(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Add a remark."""
    place = Place(framework, version, ref)
    form = forms.Comment.of(request)
    if form.is_valid():
        commenting.comment(request.ctx, place=place, body=form.cleaned_data["body"])
        messages.success(request, "Your comment is added.")
    else:
        messages.warning(request, "Nothing was added: the comment was empty or too long.")
    return HttpResponseRedirect(_address(request, place))


@page(Permission.EVIDENCE_EDIT, "POST")
def remove_proof(request: Request, framework: str, version: str, ref: str, evidence_id: UUID) -> HttpResponse:
    """Take a proof off a question; the file itself stays."""
    place = Place(framework, version, ref)
    pack = frameworks.pack(framework, version)
    supports = Subject(SubjectKind.ITEM, latest.subject_key(pack, questions.find(pack, ref).ref))
    evidence.stop_using_for(request.ctx, evidence_id=evidence_id, supports=supports)
    messages.success(request, f"It no longer supports {ref}. It is still kept with your evidence.")
    return HttpResponseRedirect(_address(request, place))


@page(Permission.PEOPLE_VIEW, "GET")
def why(request: Request, framework: str, version: str, ref: str) -> HttpResponse:
    """Show the records behind a suggestion."""
    place = Place(framework, version, ref)
    found = _question(request, place)
    if found is None:
        raise NotFound
    suggestion = found.judged.standing.suggestion
    chosen = suggestion.selectors if suggestion else ()
    behind = [rows.behind(request.ctx, selector, found.judged.facts) for selector in chosen]
    shown = why_pages.why_page(request.ctx, found, behind)
    return render(request, "assessment/why.html", {"page": shown})


def _question(request: Request, place: Place) -> Question | None:
    """The question with everything around it; None before the assessment has started."""
    pack = frameworks.pack(place.framework, place.version)
    item = questions.find(pack, place.ref)
    run = evaluating.run(request.ctx, place.framework, place.version)
    return questions.question_of(request.ctx, run, pack, item) if run else None


def _show(request: Request, found: Question, form: forms.AnswerForm) -> HttpResponse:
    shown = pages.item_page(request.ctx, found, forms.Comment())
    return render(request, "assessment/item.html", {"page": shown, "form": form})


def _show_both(request: Request, found: Question, form: forms.AnswerForm, conflict: Conflict) -> HttpResponse:
    theirs = conflict.theirs
    if not isinstance(theirs, Theirs):
        raise conflict
    shown = why_pages.conflict_page(request.ctx, found, theirs.by, theirs.answer, form.answer())
    again = request.POST.copy()
    again["seen_version"] = str(theirs.number)
    mine = forms.AnswerForm(again, item=found.item)
    return render(request, "assessment/conflict.html", {"page": shown, "form": mine}, status=409)


def _tried(request: Request, place: Place, attempt: Callable[[int], answering.Saved]) -> HttpResponse:
    try:
        saved = attempt(_seen(request))
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.warning(request, reason)
        return HttpResponseRedirect(_address(request, place))
    return _saved(request, place, saved)


def _saved(request: Request, place: Place, saved: answering.Saved) -> HttpResponse:
    said = "confirmed" if saved.is_confirmed else "saved, and waits for somebody to confirm it"
    messages.success(request, f"Your answer to {place.ref} is {said}.")
    for warning in saved.warnings:
        messages.warning(request, f"{place.ref}: {warning}")
    return HttpResponseRedirect(f"{_go(request, place).to('toolkit-next')}?after={place.ref}")


def _seen(request: Request) -> int:
    number = request.POST.get("seen_version", "")
    return int(number) if number.isdigit() else 0


def _go(request: Request, place: Place) -> Addresses:
    return Addresses(str(request.ctx.organisation_id), place.framework, place.version)


def _address(request: Request, place: Place) -> str:
    return _go(request, place).to("toolkit-item", ref=place.ref)
