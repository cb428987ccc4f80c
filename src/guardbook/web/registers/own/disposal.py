"""Records that are no longer in use: which are due, what is decided about them, that they went, and the certificate."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import evidence
from guardbook.actions.registers import disposing as actions
from guardbook.content import keeping as published
from guardbook.exports import disposals as exports
from guardbook.exports.documents import Document, pdf, word
from guardbook.kernel.clock import uk_today
from guardbook.kernel.errors import Conflict, NotFound, Refused
from guardbook.queries import organisations
from guardbook.queries.registers import disposals, entries
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind
from guardbook.rules.registers import disposing
from guardbook.rules.registers.disposals import REGISTER, Decision, Disposal
from guardbook.rules.registers.terms import Term
from guardbook.web import downloads, drafts
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address
from guardbook.web.registers.own.disposal_forms import DecideForm, GoneForm
from guardbook.web.registers.pages import disposals as pages
from guardbook.web.registers.pages.entry import FormPage, back_to

_CHANGED = "A colleague changed this meanwhile. Go back, look at it again, and then decide."
_FORMS = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}


@page(Permission.REGISTER_VIEW, "GET")
def due(request: Request) -> HttpResponse:
    """What is due for review, on hold, or due soon."""
    may = Permission.REGISTER_EDIT in request.ctx.by.permissions
    shown = pages.due_page(request.ctx.organisation_id, disposals.due(request.ctx), may_edit=may)
    return render(request, "registers/due.html", {"page": shown})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def decide(request: Request, entry_id: UUID) -> HttpResponse:
    """Decide what becomes of a batch."""
    found = _found(request, entry_id)
    form = drafts.open_form(DecideForm, request, {"seen_version": str(found.number)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide(request.ctx, entry_id=entry_id, said=form.decided(), seen_version=form.seen)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.refuse(_CHANGED)
        else:
            to_go = form.cleaned_data["decision"] is not Decision.KEEP
            messages.success(request, "It is decided. Once they have gone, write it down." if to_go else "They stay.")
            return redirect(_to(request).entry(entry_id))
    title, lead = (
        f"What becomes of {found.entry.name}?",
        pages.standing(found.entry, _published(found.entry), uk_today(request.now)),
    )
    shown = FormPage(title, back_to(_to(request), found), "Save the decision", lead)
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(Permission.REGISTER_EDIT, "GET", "POST")
def gone(request: Request, entry_id: UUID) -> HttpResponse:
    """Write down that a batch went; where it was destroyed, its certificate is written and kept."""
    found = _found(request, entry_id)
    form = drafts.open_form(GoneForm, request, {"seen_version": str(found.number)}, entry=found.entry)
    if request.method == "POST" and form.is_valid():
        try:
            after = actions.write_down(request.ctx, entry_id=entry_id, said=form.gone(), seen_version=form.seen)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        except Conflict:
            form.refuse(_CHANGED)
        else:
            messages.success(request, f"It is written down that {found.entry.name} went.")
            _keep_certificate(request, entry_id, after, found.site)
            return redirect(_to(request).entry(entry_id))
    shown = FormPage(f"Write down that {found.entry.name} went", back_to(_to(request), found), "Save")
    return render(request, "registers/form.html", {"page": shown, "form": form})


@page(Permission.EXPORT, "GET")
def certificate(request: Request, entry_id: UUID, form: str) -> HttpResponse:
    """The certificate of destruction, as Word or PDF. Raises Refused where this computer makes no PDF."""
    found = _found(request, entry_id)
    if form not in _FORMS or not disposing.is_destroyed(found.entry):
        raise NotFound
    write, media_type = _FORMS[form]
    made = _certificate(request, found.entry, found.site)
    return downloads.file(write(made), media_type, f"{pages.file_name(found.entry)}.{form}")


def _keep_certificate(request: Request, entry_id: UUID, entry: Disposal, site: str) -> None:
    """Attach the certificate as a PDF or, where this computer makes none, as a Word document."""
    if not disposing.is_destroyed(entry) or Permission.EVIDENCE_EDIT not in request.ctx.by.permissions:
        return
    form = "pdf" if pdf.is_available() else "docx"
    write, media_type = _FORMS[form]
    evidence.attach_made(
        request.ctx,
        file_name=f"{pages.file_name(entry)}.{form}",
        media_type=media_type,
        content=write(_certificate(request, entry, site)),
        about=About(title=f"Certificate of destruction: {entry.name}"[:LONGEST_TITLE], effective_from=entry.went_on),
        supports=Subject(SubjectKind.ENTRY, str(entry_id)),
    )
    messages.info(request, "The certificate of destruction is attached. Print it, and have it signed.")


def _certificate(request: Request, entry: Disposal, site: str) -> Document:
    keeper = organisations.brief(request.ctx.organisation_id)
    early = disposing.went_early(entry, _published(entry))
    return exports.certificate(keeper.name if keeper else "", entry, site, uk_today(request.now), went_early=early)


def _published(entry: Disposal) -> Term:
    return published.times().get(entry.kind or "") or Term()


def _found(request: Request, entry_id: UUID) -> Found[Disposal]:
    return entries.one(request.ctx, REGISTER, entry_id).found


def _to(request: Request) -> Address:
    return Address(request.ctx.organisation_id, REGISTER)
