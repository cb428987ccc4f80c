"""The door of every page: who is asking, may they come in, and what to say when not."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, cast
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from guardbook.actions import drafts as draft_actions
from guardbook.kernel.errors import GuardbookError, NotFound, NotPermitted
from guardbook.outside import clock
from guardbook.queries import access, organisations
from guardbook.queries.access import Actor, Context
from guardbook.rules.access import Permission
from guardbook.web import drafts, failures
from guardbook.web.frame import Frame

P = ParamSpec("P")
ANYBODY = "anybody"


class SignedIn(Protocol):
    """What a page may know of the person who signed in."""

    pk: UUID
    name: str
    sign_in_name: str
    is_authenticated: bool
    is_active: bool


class Request(HttpRequest):
    """A request that came through a door."""

    now: datetime
    frame: Frame
    ctx: Context
    person: SignedIn


View = Callable[Concatenate[Request, P], HttpResponse]


Enter = Callable[[Request, dict[str, Any]], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Varying:
    """A permission that hangs on what an address names. The access table says which it ``usually`` is."""

    usually: Permission
    of: Callable[[Mapping[str, Any]], Permission]


def page(permission: Permission | Varying, *methods: str) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Guard a page of one organisation, whose address carries ``organisation``.

    The signed-out are asked to sign in, and keep what they typed. Strangers get *not found*;
    members without ``permission`` get *not allowed*. The view is called without the
    identifier: ``request.ctx`` says who asks about which organisation, and when.
    """

    @contextmanager
    def enter(request: Request, parts: dict[str, Any]) -> Iterator[None]:
        organisation_id: UUID = parts.pop("organisation")
        with access.scoped(organisation_id, request.person.pk):
            needed = permission.of(parts) if isinstance(permission, Varying) else permission
            _let_in(request, organisation_id, needed)
            yield

    return _wear(permission.usually if isinstance(permission, Varying) else permission, methods, enter)


def signed_in(*methods: str) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Guard a page that belongs to a person, not to an organisation."""

    @contextmanager
    def enter(request: Request, _parts: dict[str, Any]) -> Iterator[None]:
        with access.scoped(None, request.person.pk):
            yield

    return _wear("signed in", methods, enter)


def public(*methods: str) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Let anybody in. The view takes care to tell them nothing."""

    @contextmanager
    def enter(_request: Request, _parts: dict[str, Any]) -> Iterator[None]:
        with access.scoped(None, None):
            yield

    return _wear(ANYBODY, methods, enter)


def _wear(
    permission: Permission | str, methods: tuple[str, ...], enter: Enter
) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Put a door before a view: the method, the sign-in, the scope, and errors in words."""

    def wear(view: View[P]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def door(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            asked = cast("Request", request)
            if refusal := _method_refusal(asked, methods):
                return refusal
            is_known = asked.user.is_authenticated
            if permission != ANYBODY and not is_known:
                return ask_to_sign_in(asked, methods)
            asked.now, asked.person = clock.now(), cast("SignedIn", asked.user)
            asked.frame = Frame(person_name=asked.person.name) if is_known else Frame()
            try:
                with enter(asked, kwargs):
                    return _sent(asked, view(asked, *args, **kwargs))
            except GuardbookError as failure:
                return failures.shown(asked, failure)

        door.permission = permission  # type: ignore[attr-defined]  # read by the generated access table
        door.methods = methods  # type: ignore[attr-defined]  # read by the generated access table
        return door

    return wear


def ask_to_sign_in(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    """Send somebody to the sign-in page and back again, keeping what they typed.

    An address that only takes forms cannot be gone back to, so its form's own page is.
    """
    page = request.get_full_path() if "GET" in methods else _page_of_the_form(request)
    if request.method == "POST":
        drafts.hold(request, urlsplit(page).path)
    return HttpResponseRedirect(f"{reverse('sign-in')}?{urlencode({'next': page})}")


def _page_of_the_form(request: HttpRequest) -> str:
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path if came_from.netloc == request.get_host() else "/"


def _let_in(request: Request, organisation_id: UUID, permission: Permission) -> None:
    person = request.person
    held = access.reach_of(person.pk, organisation_id, request.now)
    brief = organisations.brief(organisation_id)
    if brief is None or not held.is_member:
        raise NotFound
    request.frame = Frame(str(organisation_id), brief.name, brief.is_demo, person.name, held.permissions)
    if permission not in held.permissions:
        raise NotPermitted(f"Your access does not let you {permission}.")
    actor = Actor(person.name, held.roles[0], person.pk, held.permissions, held.sites)
    request.ctx = Context(actor, organisation_id, request.now)


def _sent(request: Request, response: HttpResponse) -> HttpResponse:
    is_done = request.method == "POST" and isinstance(response, HttpResponseRedirect)
    if is_done and request.user.is_authenticated:
        draft_actions.drop(request.person.pk, request.path)
    return response


def _method_refusal(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse | None:
    allowed = {*methods, "HEAD"} if "GET" in methods else set(methods)
    return None if request.method in allowed else HttpResponseNotAllowed(sorted(allowed))
