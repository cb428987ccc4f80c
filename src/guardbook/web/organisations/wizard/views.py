"""The questions that decide the roles: one to a page, kept as you go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import organisations as actions
from guardbook.kernel.errors import NotFound
from guardbook.queries import organisations
from guardbook.queries.organisations import Said
from guardbook.rules.access import Permission
from guardbook.rules.organisations import Question, questions
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.organisations.wizard import forms, pages


@page(Permission.PROFILE_EDIT, "GET")
def wizard(request: Request) -> HttpResponse:
    """Go to the first question still to be answered, or to the roles."""
    waiting = organisations.said(request.ctx).next_question
    if waiting is None:
        return redirect("roles", organisation=request.ctx.organisation_id)
    return redirect("wizard-question", organisation=request.ctx.organisation_id, question=waiting.value)


@page(Permission.PROFILE_EDIT, "GET", "POST")
def question(request: Request, question: str) -> HttpResponse:
    """Ask one question and keep the answer."""
    said = organisations.said(request.ctx)
    asked = _asked(question, said)
    form = open_form(forms.FORMS[asked], request, initial=forms.initial(asked, said.profile, said.answered))
    if request.method == "POST" and form.is_valid():
        actions.answer_question(request.ctx, question=asked, answer=form.said)
        return _onward(request, asked, was_done=said.done_at is not None)
    shown = pages.question(request.ctx.organisation_id, asked, said)
    return render(request, "organisations/question.html", {"form": form, "page": shown, "section": "roles"})


def _asked(name: str, said: Said) -> Question:
    """The question of an address; one that does not apply to this provider is not found."""
    for one in questions(said.profile):
        if one.value == name:
            return one
    raise NotFound


def _onward(request: Request, answered: Question, *, was_done: bool) -> HttpResponse:
    """On the first way through, the question after this one; later, only one that is still open."""
    said = organisations.said(request.ctx)
    organisation = request.ctx.organisation_id
    asked = questions(said.profile)
    after = asked[asked.index(answered) + 1 :]
    following = next(iter(after), None) if not was_done else said.next_question
    if following is not None:
        return redirect("wizard-question", organisation=organisation, question=following.value)
    if not was_done:
        actions.finish_questions(request.ctx)
    messages.success(request, "Your answers are kept. These are the roles that follow from them.")
    return redirect("roles", organisation=organisation)
