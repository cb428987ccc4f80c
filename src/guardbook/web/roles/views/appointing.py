"""Choosing somebody for a role, appointing them, or deciding not to."""

from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions.roles import appointing, keeping, posts
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.roles import appointments, candidates, states
from guardbook.rules.access import Permission
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.door import Request, page
from guardbook.web.drafts import open_form
from guardbook.web.roles import forms
from guardbook.web.roles.pages import choosing

F = TypeVar("F", forms.PersonAppointing, forms.FirmAppointing)


@page(Permission.ROLE_APPOINT, "GET")
def choose(request: Request, role: str) -> HttpResponse:
    """Everybody who could take the role, with what speaks against each."""
    wanted = role_of(role)
    found = states.overview(request.ctx).of(wanted)
    shown = choosing.choosing(request.ctx, found, candidates.candidates(request.ctx, wanted))
    return render(request, "roles/choose.html", {"page": shown, "section": "roles"})


@page(Permission.ROLE_APPOINT, "GET", "POST")
def appoint_person(request: Request, role: str, person: UUID) -> HttpResponse:
    """Give the role to somebody on the staff list."""
    wanted = role_of(role)
    chosen = candidates.candidate(request.ctx, wanted, person)
    if chosen is None:
        raise NotFound
    form = _form(request, forms.PersonAppointing, wanted, knows_posts=bool(chosen.posts))
    if request.method == "POST" and form.is_valid():
        done = _appointed(request, form, wanted, form.candidate(person))
        if done:
            return done
    shown = choosing.appointing(request.ctx, wanted, chosen)
    return render(request, "roles/appoint.html", {"page": shown, "form": form, "section": "roles"})


@page(Permission.ROLE_APPOINT, "GET", "POST")
def appoint_firm(request: Request, role: str) -> HttpResponse:
    """Give the role to a firm or to somebody shared."""
    wanted = role_of(role)
    form = _form(request, forms.FirmAppointing, wanted)
    if request.method == "POST" and form.is_valid() and (done := _appointed(request, form, wanted, form.candidate)):
        return done
    shown = choosing.appointing(request.ctx, wanted, None)
    return render(request, "roles/appoint.html", {"page": shown, "form": form, "section": "roles"})


@page(Permission.ROLE_APPOINT, "GET", "POST")
def say_posts(request: Request, person: UUID) -> HttpResponse:
    """Change somebody's ordinary posts; a new one re-opens the roles they hold."""
    chosen = candidates.candidate(request.ctx, Role.DSP_LEAD, person)
    if chosen is None:
        raise NotFound
    initial = {"posts": sorted(chosen.posts), "decides_data_use": chosen.decides_data_use}
    form = open_form(forms.Posts, request, initial)
    if request.method == "POST" and form.is_valid():
        posts.say_posts(request.ctx, person_id=person, **form.cleaned_data)
        messages.success(request, f"What {chosen.name} does here is saved, and checked against their roles.")
        return redirect("roles", organisation=request.ctx.organisation_id)
    shown = choosing.posts(request.ctx, chosen)
    return render(request, "roles/ask.html", {"page": shown, "form": form, "section": "roles"})


@page(Permission.ROLE_APPOINT, "GET", "POST")
def decide_not(request: Request, role: str) -> HttpResponse:
    """Record a decision not to have somebody in the role."""
    wanted = role_of(role)
    form = open_form(forms.Decision, request)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.decide_not(request.ctx, role=wanted, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Your decision is recorded, with your reason and the day to look again.")
            return redirect("roles", organisation=request.ctx.organisation_id)
    shown = choosing.deciding(request.ctx, states.overview(request.ctx).of(wanted))
    return render(request, "roles/decide.html", {"page": shown, "form": form, "section": "roles"})


def role_of(name: str) -> Role:
    """The role in an address. Raises ``NotFound`` for a word that is none."""
    if name not in list(Role):
        raise NotFound
    return Role(name)


def _form(request: Request, kind: type[F], role: Role, *, knows_posts: bool = False) -> F:
    is_held = appointments.held_by(request.ctx, role) is not None
    return open_form(kind, request, role=role, is_held=is_held, knows_posts=knows_posts)


def _appointed(
    request: Request,
    form: forms.PersonAppointing | forms.FirmAppointing,
    role: Role,
    who: appointing.Candidate,
) -> HttpResponse | None:
    try:
        made = appointing.appoint(request.ctx, role=role, candidate=who, terms=form.terms, answers=form.answers)
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return None
    messages.success(request, "The appointment is recorded. This page shows what is still to add.")
    return redirect("appointment", organisation=request.ctx.organisation_id, appointment=made)
