"""Pages of the registers: all of them, one list, one entry, and what can be done with an entry."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.registers import entries as actions
from guardbook.actions.registers import opening
from guardbook.actions.registers.entries import Theirs
from guardbook.content import registers as content
from guardbook.kernel import clock
from guardbook.kernel.errors import Conflict, Refused
from guardbook.queries import evidence
from guardbook.queries.registers import counting, entries, listing, overview, reading
from guardbook.queries.registers.entries import Whole
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers.register import Gap, Register
from guardbook.web import drafts, words
from guardbook.web.door import Request, page
from guardbook.web.registers import asking, beside, extras, forms
from guardbook.web.registers.doors import KEPT_BY, SEEN_BY
from guardbook.web.registers.look import Address
from guardbook.web.registers.pages import entry as entry_pages
from guardbook.web.registers.pages import index as index_page
from guardbook.web.registers.pages import lists
from guardbook.web.registers.pages.entry import Beside


@page(Permission.REGISTER_VIEW, "GET")
def index(request: Request) -> HttpResponse:
    """All registers, and what each waits for."""
    shown = index_page.index(request.ctx.organisation_id, overview.states(request.ctx))
    return render(request, "registers/index.html", {"page": shown})


@page(SEEN_BY, "GET")
def show(request: Request, slug: str) -> HttpResponse:
    """The list of one register."""
    register = reading.named(slug)
    asked = asking.asked(register, request.GET)
    of = lists.Listed(
        register=register,
        asked=asked,
        found=listing.page(request.ctx, register, asked),
        state=overview.state(request.ctx, register),
        sites=entries.sites(request.ctx) if register.with_sites else (),
        findings=_findings(request, register),
        has_starters=bool(content.starters(slug)),
        extras=extras.of_list(request.ctx, slug),
    )
    shown = lists.listing(request.ctx.organisation_id, of, clock.uk_today(request.now), _may(request, register))
    return render(request, "registers/list.html", {"page": shown})


@page(SEEN_BY, "GET")
def entry(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """One entry."""
    register = reading.named(slug)
    whole = entries.one(request.ctx, register, entry_id)
    opening.note(request.ctx, register, [entry_id])
    return show_entry(request, register, whole, forms.AttachForm())


@page(KEPT_BY, "GET", "POST")
def add(request: Request, slug: str) -> HttpResponse:
    """Put an entry in a register."""
    register = reading.named(slug)
    options = entries.options(request.ctx, register)
    form = drafts.open_form(forms.EntryForm, request, register=register, options=options)
    if request.method == "POST" and form.is_valid():
        try:
            key = actions.add(request.ctx, register=register, entry=form.entry())
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"{form.cleaned_data['name']} is in the register.")
            return redirect(Address(request.ctx.organisation_id, register).entry(key))
    to = Address(request.ctx.organisation_id, register)
    shown = entry_pages.FormPage(f"Add {words.a(register.one)}", to.back, "Add", f"For example: {register.example}")
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(KEPT_BY, "GET", "POST")
def change(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Change what an entry says."""
    register = reading.named(slug)
    found = entries.one(request.ctx, register, entry_id).found
    options = forms.with_former(entries.options(request.ctx, register), found, register)
    first = forms.initial(register, found)
    form = drafts.open_form(forms.EntryForm, request, first, register=register, options=options)
    to = Address(request.ctx.organisation_id, register)
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend(request.ctx, register=register, entry_id=entry_id, entry=form.entry(), seen_version=form.seen)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict as conflict:
            return _show_both(request, register, found, form, conflict)
        else:
            messages.success(request, "Saved. It counts as looked at today.")
            return redirect(to.entry(entry_id))
    shown = entry_pages.FormPage(f"Change {found.entry.name}", entry_pages.back_to(to, found), "Save")
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(KEPT_BY, "GET", "POST")
def archive(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Take an entry out of the register."""
    register = reading.named(slug)
    found = entries.one(request.ctx, register, entry_id).found
    form = drafts.open_form(forms.ArchiveForm, request)
    to = Address(request.ctx.organisation_id, register)
    if request.method == "POST" and form.is_valid():
        try:
            actions.archive(request.ctx, register=register, entry_id=entry_id, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"{found.entry.name} is archived. You can bring it back at any time.")
            return redirect(to.entry(entry_id))
    shown = entry_pages.FormPage(f"Archive {found.entry.name}", entry_pages.back_to(to, found), "Archive")
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(KEPT_BY, "POST")
def restore(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Bring an archived entry back."""
    register = reading.named(slug)
    return _done(request, register, entry_id, actions.restore, "It is in the register again.")


@page(KEPT_BY, "POST")
def review(request: Request, slug: str, entry_id: UUID) -> HttpResponse:
    """Say that an entry was looked at and is still right."""
    register = reading.named(slug)
    return _done(request, register, entry_id, actions.review, "Thank you. It is marked as looked at today.")


def _findings(request: Request, register: Register[Any]) -> tuple[Gap, ...]:
    """What is wrong with a register as a whole; nothing is asked where its description has nothing to find."""
    if not register.has_findings:
        return ()
    return tuple(register.findings(counting.counted(request.ctx, register), clock.uk_today(request.now)))


def _done(request: Request, register: Register[Any], entry_id: UUID, action: Any, thanks: str) -> HttpResponse:
    try:
        action(request.ctx, register=register, entry_id=entry_id)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.warning(request, reason)
    else:
        messages.success(request, thanks)
    return redirect(Address(request.ctx.organisation_id, register).entry(entry_id))


def show_entry(request: Request, register: Register[Any], whole: Whole[Any], form: forms.AttachForm) -> HttpResponse:
    """The page of one entry, with the form that attaches something to it."""
    may, key = _may(request, register), str(whole.found.id)
    proofs = evidence.supporting(request.ctx, SubjectKind.ENTRY, [key]).get(key, ()) if may["evidence"] else ()
    more = Beside(
        beside.rows(request.ctx, register.slug, whole.found),
        extras.of_entry(request.ctx, register.slug, whole.found),
    )
    shown = entry_pages.entry(request.ctx.organisation_id, whole, register, proofs, may, more)
    return render(request, "registers/entry.html", {"page": shown, "form": form})


def _show_both(
    request: Request, register: Register[Any], found: Found[Any], form: forms.EntryForm, conflict: Conflict
) -> HttpResponse:
    """Show a colleague's version beside one's own; nothing typed is lost."""
    if not isinstance(conflict.theirs, Theirs):
        raise conflict
    again = request.POST.copy()
    again["seen_version"] = str(conflict.theirs.number)
    options = forms.with_former(entries.options(request.ctx, register), found, register)
    mine = forms.EntryForm(again, register=register, options=options)
    shown = entry_pages.conflict(request.ctx.organisation_id, register, found, form.entry(), form.people(options))
    return render(request, "registers/conflict.html", {"page": shown, "form": mine}, status=409)


def _may(request: Request, register: Register[Any]) -> dict[str, bool]:
    """What this person may do. Proofs are open to everybody who sees proofs, so a register that is not has none."""
    held = request.ctx.by.permissions
    return {
        "edit": register.kept_by in held,
        "confirm": Permission.REGISTER_CONFIRM in held,
        "import": Permission.PEOPLE_IMPORT in held,
        "export": Permission.EXPORT in held,
        "attach": Permission.EVIDENCE_EDIT in held and not register.is_sensitive,
        "evidence": Permission.EVIDENCE_VIEW in held,
        "history": Permission.HISTORY_VIEW in held,
    }
