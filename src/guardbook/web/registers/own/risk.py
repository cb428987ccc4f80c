"""Accepting a risk: the decision to live with it for a while, by somebody who may take it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.registers import risks as actions
from guardbook.actions.registers.risks import Decision
from guardbook.kernel import dates
from guardbook.kernel.clock import uk_today
from guardbook.kernel.errors import Conflict, Refused
from guardbook.queries.registers import deciding, entries
from guardbook.queries.registers.deciding import Deciders
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers.risk_acceptance import LONGEST, Accepter
from guardbook.rules.registers.risks import REGISTER, Risk
from guardbook.web import drafts, fields, words
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address
from guardbook.web.registers.pages.entry import FormPage, back_to

AS = {
    Accepter.SIRO: "Senior Information Risk Owner",
    Accepter.DSP_LEAD: "Data Security and Protection Lead",
    Accepter.OWNER: "owner",
}


class AcceptForm(fields.Form):
    """Who decided, why, until when, and how they said so."""

    reason = fields.LongText(
        "Why can you live with it?",
        hint="For example: the new system comes in May, and until then two people check.",
        missing="Say why you can live with it",
        rows=3,
        max_length=1000,
    )
    until = fields.Date("Until when?", missing="Give the last day")
    how = fields.Text(
        "How do you know that they decided it?",
        hint="Only if it was somebody else. For example: minutes of 3 March.",
        required=False,
        max_length=200,
    )
    seen_version = fields.Hidden()

    def __init__(self, *args: Any, who: Deciders, last: str, **more: Any) -> None:
        """Offer those who may decide today, each with the role that lets them."""
        super().__init__(*args, **more)
        offered = [fields.Choice(each.key, f"{each.name}, {AS[each.decides_as]}") for each in who.people]
        self.fields["decider"] = fields.Radios("Who decided?", offered, missing="Choose who decided")
        self.fields["until"].help_text = f"The latest is {last}."
        self.order_fields(["decider", "how", "reason", "until"])

    def decision(self) -> Decision:
        """What was filled in."""
        said = self.cleaned_data
        return Decision(said["decider"], said["reason"], said["until"], said["how"])

    @property
    def seen(self) -> int:
        """The version of the risk that this was filled in for."""
        typed = str(self["seen_version"].value() or "")
        return int(typed) if typed.isdigit() and len(typed) < 9 else 0


@page(Permission.RISK_ACCEPT, "GET", "POST")
def accept(request: Request, entry_id: UUID) -> HttpResponse:
    """Live with a risk for a while."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    who = deciding.deciders(request.ctx)
    last = words.day(dates.add_months(uk_today(request.now), LONGEST))
    form = drafts.open_form(AcceptForm, request, {"seen_version": str(found.number)}, who=who, last=last)
    to = Address(request.ctx.organisation_id, REGISTER)
    if request.method == "POST" and form.is_valid():
        try:
            actions.accept(request.ctx, entry_id=entry_id, decision=form.decision(), seen_version=form.seen)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.refuse("A colleague changed this risk meanwhile. Go back, look at it again, and then decide.")
        else:
            messages.success(request, f"It is accepted until {words.day(form.cleaned_data['until'])}.")
            return redirect(to.entry(entry_id))
    shown = FormPage(
        f"Live with it for now: {found.entry.name}", back_to(to, found), "Accept this risk", _lead(found, who)
    )
    return render(request, "registers/form.html", {"page": shown, "form": form})


def _lead(found: Found[Risk], who: Deciders) -> str:
    size = f"This risk is {found.entry.score} of 25. " if found.entry.score is not None else ""
    if who.siro_appointed:
        return f"{size}You have a Senior Information Risk Owner, so only they may accept a risk."
    return f"{size}Only the Lead or an owner may accept a risk. Somebody must answer for it by name."
