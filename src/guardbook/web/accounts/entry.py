"""Pages at the way in: start, first run, sign in and out, and accepting an invitation."""

import ipaddress
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import get_user_model, logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from guardbook.actions import accounts
from guardbook.kernel.errors import NotFound, Refused
from guardbook.outside import setup_code
from guardbook.queries import access, organisations
from guardbook.queries import accounts as account_queries
from guardbook.web.accounts import forms, pages
from guardbook.web.door import Request, public, signed_in
from guardbook.web.drafts import open_form
from guardbook.web.frame import landing

_WRONG = "The sign-in name or the password is not right. Check both and try again."


@public("GET")
def start(request: Request) -> HttpResponse:
    """Send everybody where they belong."""
    if not request.user.is_authenticated:
        with access.everything():
            return redirect("first-run" if organisations.is_empty() else "sign-in")
    held = access.organisations_of(request.person.pk, request.now)
    if len(held) == 1:
        may = access.reach_of(request.person.pk, held[0][0], request.now).permissions
        return redirect(landing(may), organisation=held[0][0])
    return render(request, "accounts/start.html", {"page": pages.Start(held)})


@public("GET", "POST")
def first_run(request: Request) -> HttpResponse:
    """Ask who owns this installation. Works once, and only for somebody at the machine or with its code."""
    with access.everything():
        if not organisations.is_empty():
            raise NotFound
    form = open_form(forms.FirstRun, request)
    allowed = may_set_up(request)
    if request.method == "POST" and allowed and form.is_valid():
        said = form.cleaned_data
        owner = accounts.Owner(said["name"], said["email"], said["password"])
        try:
            organisation_id, user_id = accounts.set_up(owner, said["organisation"], request.now)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            enter(request, user_id)
            return redirect("home", organisation=organisation_id)
    code = f"?{request.GET.urlencode()}" if request.GET else ""
    return render(request, "accounts/first_run.html", {"form": form, "page": pages.FirstRun(allowed, code)})


@public("GET", "POST")
def sign_in(request: Request) -> HttpResponse:
    """Sign in with a name and a password; repeated failures have to wait."""
    form = open_form(forms.SignIn, request)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["sign_in_name"].strip().lower()
        try:
            user = get_adapter(request).authenticate(request, username=name, password=form.cleaned_data["password"])
        except ValidationError as error:
            form.refuse(*error.messages)
        else:
            if user is not None and user.is_active:
                enter(request, user.pk)
                return redirect(_next(request))
            accounts.note_sign_in(None, "sign_in.failed", "Somebody", request.now)
            form.refuse(_WRONG)
    return render(request, "accounts/sign_in.html", {"form": form, "page": pages.SignIn("next" in request.GET)})


@signed_in("POST")
def sign_out(request: Request) -> HttpResponse:
    """End the session."""
    accounts.note_sign_in(request.person.pk, "signed_out", request.person.name, request.now)
    logout(request)
    return redirect("sign-in")


@public("GET", "POST")
def invitation(request: Request, organisation: UUID, invitation_id: UUID, secret: str) -> HttpResponse:
    """Accept an invitation, or set a new password, with a one-use link."""
    invited = account_queries.invited(organisation, invitation_id, request.now)
    if invited is None:
        return render(request, "accounts/link_ended.html", status=404)
    kind = forms.NewPassword if invited.sign_in_name else forms.Accept
    form = open_form(kind, request, initial={"sign_in_name": invited.email})
    if request.method == "POST" and form.is_valid():
        typed = accounts.Accepted(form.cleaned_data.get("sign_in_name", ""), form.cleaned_data["password"])
        try:
            user_id = accounts.accept(invitation_id, organisation, secret, typed, request.now)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            enter(request, user_id)
            return redirect("start")
    return render(request, "accounts/invitation.html", {"form": form, "page": invited})


def may_set_up(request: HttpRequest) -> bool:
    """True at the machine itself, or with the code that ``guardbook run`` printed."""
    if setup_code.is_right(request.GET.get("code", "")):
        return True
    address = request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 - stands for "somewhere else"
    return not settings.SECURE_PROXY_SSL_HEADER and ipaddress.ip_address(address).is_loopback


def enter(request: Request, user_id: UUID) -> None:
    """Sign somebody in and note it."""
    user = get_user_model().objects.get(pk=user_id)
    perform_login(request, user, email_verification="none")
    accounts.note_sign_in(user.pk, "signed_in", user.name, request.now)


def _next(request: Request) -> str:
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if asked and is_ours else "/"
