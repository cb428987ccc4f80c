"""Pages of privacy notices: all of them, one audience, agreeing, checking one's own, and one version to read."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.actions import notices as actions
from guardbook.exports import notices as exports
from guardbook.exports.documents import pdf, word
from guardbook.kernel.errors import NotFound
from guardbook.queries import notices, organisations
from guardbook.rules.access import Permission
from guardbook.rules.registers.policy_words import Audience
from guardbook.web import downloads
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.dpia.views.asking import Asking, asked
from guardbook.web.drafts import open_form
from guardbook.web.notices import forms, pages

_MADE = {"plain": exports.plain, "easy": exports.easy}
_TYPES = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}


@page(Permission.DPIA_VIEW, "GET")
def overview(request: Request) -> HttpResponse:
    """Every audience, and how it is told."""
    shown = pages.overview(request.ctx.organisation_id, notices.standings(request.ctx))
    return render(request, "notices/overview.html", {"page": shown})


@page(Permission.DPIA_VIEW, "GET")
def show(request: Request, audience: str) -> HttpResponse:
    """One audience: what its notice would say today."""
    of = _audience(audience)
    shown = pages.notice_page(
        request.ctx.organisation_id,
        notices.one(request.ctx, of),
        notices.versions(request.ctx, of),
        request.ctx.by.permissions,
    )
    return render(request, "notices/notice.html", {"page": shown})


@page(Permission.DPIA_EDIT, "GET", "POST")
def agree(request: Request, audience: str) -> HttpResponse:
    """Agree the notice as it reads today."""
    of = _audience(audience)
    current = notices.one(request.ctx, of).current
    names = ("found_at", "automated", "more")
    form = open_form(forms.AgreeForm, request, {name: getattr(current, name) for name in names} if current else {})
    asking = Asking(
        f"Agree this notice: {of.label.lower()}",
        _back(request, of),
        "Agree it",
        "It is agreed. Print it, or take it as Word or PDF, and give it to people.",
        "We keep it as it reads today, with your name and the date. It also goes into your list of policies.",
    )
    return asked(
        request,
        form,
        asking,
        lambda: actions.agree(request.ctx, audience=of, said=form.said()),
    )


@page(Permission.DPIA_EDIT, "GET", "POST")
def check(request: Request, audience: str) -> HttpResponse:
    """Check a notice that the provider wrote itself."""
    of = _audience(audience)
    form = open_form(forms.CheckForm, request)
    lead = "Have your own notice beside you. We say what is missing in it, and since when."
    asking = Asking(
        f"Check your own notice: {of.label.lower()}", _back(request, of), "Check it", "It is checked.", lead
    )
    return asked(request, form, asking, lambda: actions.check(request.ctx, audience=of, **form.cleaned_data))


@page(Permission.DPIA_VIEW, "GET")
def version(request: Request, notice: UUID) -> HttpResponse:
    """One version in plain English."""
    return _version(request, notice, is_easy=False)


@page(Permission.DPIA_VIEW, "GET")
def easy(request: Request, notice: UUID) -> HttpResponse:
    """One version in easy read."""
    return _version(request, notice, is_easy=True)


@page(Permission.EXPORT, "GET")
def document(request: Request, notice: UUID, kind: str, form: str) -> HttpResponse:
    """One version as ``docx`` or ``pdf``, plain or easy."""
    if kind not in _MADE or form not in _TYPES:
        raise NotFound
    found, us = notices.version(request.ctx, notice), organisations.brief(request.ctx.organisation_id)
    write, media_type = _TYPES[form]
    name = f"privacy-notice-{found.audience}-{kind}-{found.version}.{form}"
    return downloads.file(write(_MADE[kind](us.name if us else "", found)), media_type, name)


def _version(request: Request, notice: UUID, *, is_easy: bool) -> HttpResponse:
    may_export = Permission.EXPORT in request.ctx.by.permissions
    found = notices.version(request.ctx, notice)
    shown = pages.version_page(request.ctx.organisation_id, found, is_easy=is_easy, may_export=may_export)
    return render(request, "notices/version.html", {"page": shown})


def _audience(value: str) -> Audience:
    if value not in {each.value for each in Audience}:
        raise NotFound
    return Audience(value)


def _back(request: Request, of: Audience) -> Link:
    return Link("Privacy notice", pages.to(request.ctx.organisation_id, "notice", of))
