"""Asking the officer or the Guardian, and saying what the service does with advice."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.deciders import advising, asking
from guardbook.actions.deciders.asking import Whom
from guardbook.kernel.errors import Conflict, NotFound, Refused
from guardbook.queries.registers import entries
from guardbook.rules.access import Permission
from guardbook.rules.registers.advice import REGISTER
from guardbook.web import drafts
from guardbook.web.components import Link
from guardbook.web.deciders.forms import AnswerForm, AskForm
from guardbook.web.deciders.pages.look import go
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address
from guardbook.web.registers.pages.entry import FormPage


@dataclass(frozen=True, slots=True)
class _Words:
    """What the page says for one of the two."""

    title: str
    lead: str
    thanks: str


_ASK = {
    Whom.OFFICER: _Words(
        "Ask the Data Protection Officer",
        "Ask before you start something new with information about people. The officer advises, and does not decide.",
        "Thank you. Your question waits for the officer.",
    ),
    Whom.GUARDIAN: _Words(
        "Ask the Caldicott Guardian",
        "Ask when you are not sure whether something may be shared. "
        "If somebody is in danger, ring 999 or tell safeguarding first. You need not wait for an answer.",
        "Thank you. Your question waits for the Guardian, who will tell you.",
    ),
}


@page(Permission.MISTAKE_REPORT, "GET", "POST")
def ask(request: Request, whom: str) -> HttpResponse:
    """Put a question to the officer or the Guardian."""
    try:
        asked = Whom(whom)
    except ValueError as error:
        raise NotFound from error
    said, form = _ASK[asked], drafts.open_form(AskForm, request)
    if request.method == "POST" and form.is_valid():
        try:
            asking.ask(request.ctx, whom=asked, asked=form.asked())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, said.thanks)
            return redirect(_back(request).href)
    shown = FormPage(said.title, _back(request), "Send your question", said.lead)
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(Permission.ADVICE_ANSWER, "GET", "POST")
def answer(request: Request, entry_id: UUID) -> HttpResponse:
    """Say whether advice is followed and, where it is not, why."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    form = drafts.open_form(AnswerForm, request, {"seen_version": str(found.number), "decided_by": request.ctx.by.name})
    to = Address(request.ctx.organisation_id, REGISTER).entry(entry_id)
    if request.method == "POST" and form.is_valid():
        try:
            advising.answer(request.ctx, entry_id=entry_id, said=form.said(), seen_version=form.seen)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.refuse("A colleague changed this meanwhile. Go back, look at it again, and then decide.")
        else:
            messages.success(request, "Thank you. The officer sees what you decided.")
            return redirect(to)
    lead = f"The officer advised: {found.entry.advice}" if found.entry.advice else "The officer has not advised yet."
    shown = FormPage(f"What you do with this advice: {found.entry.name}", Link("Back", to), "Save", lead)
    return render(request, "registers/form.html", {"page": shown, "form": form})


def _back(request: Request) -> Link:
    """Where somebody goes from here: the people who decide, their home page, or the papers that they are to read."""
    held = request.ctx.by.permissions
    if Permission.OVERSIGHT_VIEW in held:
        return Link("People who decide", go(request.ctx, "deciding"))
    name = "home" if Permission.ORGANISATION_VIEW in held else "to-read"
    return Link("Back", go(request.ctx, name))
