"""Pages of a person who is in: password, colleagues, drafts."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions import accounts
from guardbook.actions import drafts as draft_actions
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import accounts as account_queries
from guardbook.rules.access import AccessRole, Permission
from guardbook.web import drafts
from guardbook.web.accounts import forms, pages
from guardbook.web.door import Request, page, signed_in


@signed_in("GET", "POST")
def change_password(request: Request) -> HttpResponse:
    """Change one's own password; other sessions end."""
    form = drafts.open_form(forms.ChangePassword, request)
    if request.method == "POST" and form.is_valid():
        old, new = form.cleaned_data["old_password"], form.cleaned_data["new_password"]
        try:
            accounts.set_password(request.person.pk, request.person.name, old, new, request.now)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            update_session_auth_hash(request, get_user_model().objects.get(pk=request.person.pk))
            messages.success(request, "Your password is changed. You stay signed in here and are signed out elsewhere.")
            return redirect("start")
    return render(request, "accounts/password.html", {"form": form})


@signed_in("POST")
def keep_draft(request: Request) -> HttpResponse:
    """Keep what is being typed into a form; answers a script, shows nothing."""
    address = request.POST.get("form", "")
    if not address.startswith("/") or len(address) > 200:
        raise NotFound
    kept = {name: values for name, values in drafts.cleaned(request.POST).items() if name != "form"}
    draft_actions.keep(request.person.pk, address, kept, request.now)
    return HttpResponse(status=204)


@page(Permission.TEAM_VIEW, "GET")
def team(request: Request) -> HttpResponse:
    """Who has access."""
    shown = pages.Team(
        colleagues=account_queries.team(request.ctx),
        waiting=account_queries.waiting(request.ctx),
        own_id=request.person.pk,
        may_manage=Permission.TEAM_MANAGE in request.ctx.by.permissions,
    )
    return render(request, "accounts/team.html", {"page": shown, "section": "settings"})


@page(Permission.TEAM_MANAGE, "GET", "POST")
def invite(request: Request) -> HttpResponse:
    """Invite a colleague; the link is shown once."""
    form = drafts.open_form(forms.Invite, request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = accounts.invite(
            request.ctx, name=said["name"], email=said["email"], role=said["role"], link=_link(request)
        )
        return _show_link(request, said["name"], made)
    return render(request, "accounts/invite.html", {"form": form, "section": "settings"})


@page(Permission.TEAM_MANAGE, "POST")
def withdraw_invitation(request: Request, invitation_id: UUID) -> HttpResponse:
    """Make an unused link stop working."""
    accounts.withdraw_invitation(request.ctx, invitation_id=invitation_id)
    messages.success(request, "The link no longer works.")
    return redirect("team", organisation=request.ctx.organisation_id)


@page(Permission.TEAM_MANAGE, "POST")
def new_link(request: Request, user_id: UUID) -> HttpResponse:
    """Make a link with which a colleague sets a new password."""
    made = accounts.send_new_link(request.ctx, user_id=user_id, link=_link(request))
    return _show_link(request, made.name, made)


@page(Permission.TEAM_MANAGE, "GET", "POST")
def change_access(request: Request, user_id: UUID) -> HttpResponse:
    """Change or end a colleague's access."""
    colleague = next((each for each in account_queries.team(request.ctx) if each.user_id == user_id), None)
    if colleague is None:
        raise NotFound
    form = drafts.open_form(forms.Access, request, initial={"role": colleague.role})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["role"]
        role = None if chosen == "none" else AccessRole(chosen)
        try:
            accounts.change_access(request.ctx, user_id=user_id, role=role)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, f"Access of {colleague.name} is changed.")
            return redirect("team", organisation=request.ctx.organisation_id)
    return render(request, "accounts/access.html", {"form": form, "page": colleague, "section": "settings"})


def _link(request: Request) -> str:
    """The address of invitation links, with places for the invitation and its secret."""
    start = reverse("start")
    return f"{settings.BASE_URL}{start}invitation/{request.ctx.organisation_id}/{{invitation}}/{{secret}}/"


def _show_link(request: Request, name: str, made: accounts.OneUseLink) -> HttpResponse:
    shown = pages.Link(name, made.address, made.is_mailed, settings.MAIL.is_configured)
    return render(request, "accounts/link.html", {"page": shown, "section": "settings"})
