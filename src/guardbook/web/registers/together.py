"""Pages about a register as a whole, and proofs of an entry: starters, what is true, confirming, attaching."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import evidence as evidence_actions
from guardbook.actions.registers import attaching, whole
from guardbook.actions.registers import entries as actions
from guardbook.content import registers as content
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.registers import entries, listing, overview, reading
from guardbook.queries.registers.listing import Asked, Show
from guardbook.rules.access import Permission
from guardbook.rules.evidence import Subject, SubjectKind
from guardbook.web import words
from guardbook.web.door import Request, page
from guardbook.web.registers import forms, views
from guardbook.web.registers.doors import KEPT_BY
from guardbook.web.registers.look import Address
from guardbook.web.registers.pages import entry as entry_pages
from guardbook.web.registers.pages import starters as starter_pages


@page(KEPT_BY, "GET", "POST")
def starters(request: Request, slug: str) -> HttpResponse:
    """Choose starter rows."""
    register = reading.named(slug)
    to = Address(request.ctx.organisation_id, register)
    if request.method == "POST":
        try:
            number = whole.add_starters(request.ctx, register=register, keys=request.POST.getlist("key"))
        except Refused as refusal:
            messages.warning(request, " ".join(refusal.reasons))
            return redirect(to.to("starters"))
        messages.success(request, f"{words.count(number, 'row')} added. Now say of each whether it is true here.")
        return redirect(to.to("settle"))
    held = overview.starters_held(request.ctx, register)
    first = overview.empty(request.ctx, content.comes_after(slug))
    shown = starter_pages.starters(to, content.starters(slug), held, first)
    return render(request, "registers/starters.html", {"page": shown})


@page(KEPT_BY, "GET", "POST")
def settle(request: Request, slug: str) -> HttpResponse:
    """Say of starter rows whether they are true of this service."""
    register = reading.named(slug)
    to = Address(request.ctx.organisation_id, register)
    if request.method == "POST":
        said = {key.removeprefix("said-"): value for key, value in request.POST.items() if key.startswith("said-")}
        chosen = {want: [UUID(key) for key, value in said.items() if value == want] for want in ("true", "not-true")}
        try:
            actions.settle_starters(request.ctx, register=register, true=chosen["true"], not_true=chosen["not-true"])
        except Refused as refusal:
            for reason in refusal.reasons:
                messages.warning(request, reason)
        else:
            messages.success(request, f"Thank you. {words.count(sum(map(len, chosen.values())), 'row')} settled.")
        return redirect(to.to("settle"))
    found = listing.page(request.ctx, register, Asked(show=Show.UNCHECKED))
    if not found.total:
        return redirect(to.to("list"))
    return render(request, "registers/settle.html", {"page": starter_pages.settling(to.organisation, register, found)})


@page(Permission.REGISTER_CONFIRM, "GET", "POST")
def confirm(request: Request, slug: str) -> HttpResponse:
    """Confirm that a register is whole and right, or that there is nothing to keep in it."""
    register = reading.named(slug)
    to = Address(request.ctx.organisation_id, register)
    form = forms.WholeForm.of(request)
    state = overview.state(request.ctx, register)
    if request.method == "POST" and form.is_valid():
        try:
            whole.confirm(request.ctx, register=register, is_none=not state.total, note=form.cleaned_data["note"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Thank you. It is confirmed as of today.")
            return redirect(to.to("list"))
    shown = entry_pages.confirming(to, state)
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(Permission.EVIDENCE_EDIT, "POST")
def attach(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Attach what shows that an entry is right."""
    register = reading.named(slug)
    found = entries.one(request.ctx, register, entry_id)
    if register.is_sensitive:
        raise NotFound  # whoever sees proofs would see what was attached
    form = forms.AttachForm.of(request)
    if not form.is_valid():
        return views.show_entry(request, register, found, form)
    said = form.cleaned_data
    try:
        notes = attaching.attach(
            request.ctx, entry_id=entry_id, name=found.found.entry.name,
            proofs=attaching.Proofs(said["upload"], said["address"], said["kept_at"]),
        )  # fmt: skip
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return views.show_entry(request, register, found, form)
    for note in notes:
        messages.info(request, note)
    messages.success(request, "It is attached.")
    return redirect(Address(request.ctx.organisation_id, register).entry(entry_id))


@page(Permission.EVIDENCE_EDIT, "GET", "POST")
def unattach(request: Request, slug: str, entry_id: UUID, evidence_id: UUID) -> HttpResponse:
    """Take a proof off an entry; the file itself stays with the evidence."""
    register = reading.named(slug)
    to = Address(request.ctx.organisation_id, register)
    found = entries.one(request.ctx, register, entry_id).found
    if request.method == "POST":
        supports = Subject(SubjectKind.ENTRY, str(entry_id))
        evidence_actions.stop_using_for(request.ctx, evidence_id=evidence_id, supports=supports)
        messages.success(request, "It is taken off. The file itself is still kept with your evidence.")
        return redirect(to.entry(entry_id))
    lead = "The file itself stays with your evidence. You can attach it again."
    shown = entry_pages.FormPage(
        f"Take this off {found.entry.name}", entry_pages.back_to(to, found), "Take it off", lead
    )
    return render(request, "registers/form.html", {"page": shown, "form": None})
