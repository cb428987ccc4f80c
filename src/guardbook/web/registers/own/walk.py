"""Walking round with a phone: start, one stop after another, what is done about each fault, and the score."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.registers import entries as entry_actions
from guardbook.actions.registers import walking
from guardbook.actions.registers.walking import Remedy
from guardbook.content import walk_round as content
from guardbook.kernel.clock import uk_today
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.registers import entries
from guardbook.queries.registers.entries import Options
from guardbook.rules.access import Permission
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding, Stop
from guardbook.web import drafts, fields
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address, go
from guardbook.web.registers.pages import walk as pages
from guardbook.web.registers.pages.entry import FormPage


class StartForm(fields.Form):
    """Where somebody walks."""

    name = fields.Text(
        "What will you look at?", hint="For example: ground floor and office.", missing="Say what you will look at",
        max_length=200,
    )  # fmt: skip

    def __init__(self, *args: Any, options: Options, **more: Any) -> None:
        """Ask for the site where there are several, and who walks."""
        super().__init__(*args, **more)
        people, sites = _known(options.people), _known(options.sites)
        if sites:
            self.fields["site"] = fields.Pick("At which site?", sites, where="your sites", required=False, empty="All")
        self.fields["walker"] = fields.Pick("Who walks round?", people, where="your staff list", required=False)


class StopForm(fields.Form):
    """Everything that is looked at in one place. What is left open can be done later."""

    marks_optional = False

    def __init__(self, *args: Any, stop: Stop, **more: Any) -> None:
        """Ask of each thing whether it is as it should be."""
        super().__init__(*args, **more)
        for look in stop.looks:
            offered = [fields.Choice(each.value, each.label) for each in Finding]
            self.fields[look.key] = fields.Radios(
                look.question, offered, hint=look.hint, required=False, coerce=Finding, inline=True
            )


class FaultForm(fields.Form):
    """What is done about one fault."""

    note = fields.Text("What did you see?", hint="Leave names out.", required=False, max_length=300)
    is_done = fields.Confirm("It is put right already", required=False)
    action = fields.Text("What was done, or will be done?", missing="Say what will be done about it", max_length=300)
    due_on = fields.Date("By when?", required=False)

    def __init__(self, *args: Any, options: Options, **more: Any) -> None:
        """Ask who does it."""
        super().__init__(*args, **more)
        people = _known(options.people)
        self.fields["owner"] = fields.Pick("Who does it?", people, where="your staff list", required=False)
        self.order_fields(["note", "action", "is_done", "owner", "due_on"])

    def remedy(self, request: Request) -> Remedy:
        """What was filled in; what is put right already is put right today."""
        said = self.cleaned_data
        done_on = uk_today(request.now) if said["is_done"] else None
        return Remedy(said["action"], said["note"], said["owner"], said["due_on"], done_on)


class PhotoForm(fields.Form):
    """A photo, and the word of whoever took it that it shows nobody."""

    photo = fields.Upload("A photo of the place", accept="image/*", missing="Take or choose a photo")
    shows_nobody = fields.Confirm("I looked at it: it shows no person, no name and no record", required=False)


@page(Permission.REGISTER_EDIT, "GET", "POST")
def start(request: Request) -> HttpResponse:
    """Begin a walk-round."""
    form = drafts.open_form(StartForm, request, options=entries.options(request.ctx, REGISTER))
    to = Address(request.ctx.organisation_id, REGISTER)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        begun = SpotCheck(
            name=said["name"], done_on=uk_today(request.now), done_by=said["walker"], site_id=said.get("site")
        )
        key = entry_actions.add(request.ctx, register=REGISTER, entry=begun)
        return redirect(go(request.ctx, "walk-stop", entry_id=key, stop=content.stops()[0].key))
    lead = "Take a phone or tablet with you. It takes about twenty minutes, and you can stop and go on later."
    shown = FormPage("Walk round", to.back, "Start", lead)
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def stop(request: Request, entry_id: UUID, stop: str) -> HttpResponse:
    """One stop: look at each thing, and say what you found."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    here = next((each for each in content.stops() if each.key == stop), None)
    if here is None:
        raise NotFound
    held = {each.look: each.finding for each in walk_round.from_text(found.entry.answers)}
    form = drafts.open_form(StopForm, request, held, stop=here)
    if request.method == "POST" and form.is_valid():
        said = {key: finding for key, finding in form.cleaned_data.items() if finding}
        try:
            walking.note_findings(request.ctx, entry_id=entry_id, said=said)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            return redirect(pages.after(request.ctx, found.id, here))
    shown = pages.stop(request.ctx, found, here)
    return render(request, "registers/walk_stop.html", {"page": shown, "form": form})


@page(Permission.REGISTER_VIEW, "GET")
def overview(request: Request, entry_id: UUID) -> HttpResponse:
    """How the walk-round went, what is left to look at, and what is done about each fault."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    people = dict(entries.options(request.ctx, REGISTER).people)
    return render(request, "registers/walk.html", {"page": pages.overview(request.ctx, found, people)})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def fault(request: Request, entry_id: UUID, look: str) -> HttpResponse:
    """Say what is done about one fault."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    answer = _fault(found.entry, look)
    form = drafts.open_form(FaultForm, request, _initial(answer), options=entries.options(request.ctx, REGISTER))
    if request.method == "POST" and form.is_valid():
        try:
            walking.plan_remedy(request.ctx, entry_id=entry_id, look=look, remedy=form.remedy(request))
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Saved.")
            return redirect(go(request.ctx, "walk", entry_id=entry_id))
    shown = pages.fault(request.ctx, found, look)
    return render(request, "registers/walk_fault.html", {"page": shown, "form": form})


@page(Permission.EVIDENCE_EDIT, "GET", "POST")
def photograph(request: Request, entry_id: UUID, look: str) -> HttpResponse:
    """Keep a photo of a fault."""
    found = entries.one(request.ctx, REGISTER, entry_id).found
    _fault(found.entry, look)
    form = PhotoForm.of(request)
    if request.method == "POST" and form.is_valid() and _kept(request, entry_id, look, form):
        return redirect(go(request.ctx, "walk-fault", entry_id=entry_id, look=look))
    return render(request, "registers/walk_photo.html", {"page": pages.photo(request.ctx, found, look), "form": form})


def _kept(request: Request, entry_id: UUID, look: str, form: PhotoForm) -> bool:
    said = form.cleaned_data
    shows = False if said["shows_nobody"] else None
    try:
        notes = walking.photograph(
            request.ctx, entry_id=entry_id, look=look, upload=said["photo"], shows_personal=shows
        )
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return False
    for note in notes:
        messages.info(request, note)
    messages.success(request, "The photo is kept with this walk-round.")
    return True


def _fault(entry: SpotCheck, look: str) -> Answer:
    """What was found wrong at a thing that is looked at. Raises NotFound where nothing was."""
    for each in walk_round.from_text(entry.answers):
        if each.look == look and each.finding is Finding.NOT_OK:
            return each
    raise NotFound


def _initial(answer: Answer) -> dict[str, Any]:
    return {
        "note": answer.note,
        "action": answer.action,
        "is_done": answer.done_on is not None,
        "owner": answer.owner,
        "due_on": answer.due_on,
    }


def _known(pairs: tuple[tuple[UUID, str], ...]) -> tuple[Known, ...]:
    return tuple(Known(key, name) for key, name in pairs)
