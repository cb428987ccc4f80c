"""Who is asking, and what their grants let them reach."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.records import scope
from guardbook.records.models import Grant
from guardbook.rules import access
from guardbook.rules.access import AccessRole, Held, Permission, Reach

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: a user, or a named part of the system (``user_id`` None)."""

    name: str
    role: str
    user_id: UUID | None = None
    permissions: frozenset[Permission] = frozenset()
    sites: frozenset[UUID] | None = None

    @property
    def is_system(self) -> bool:
        """True for jobs, commands and the demo builder; they are named in the audit trail."""
        return self.user_id is None


@dataclass(frozen=True, slots=True)
class Context:
    """Who asks, about which organisation, and at what instant (aware, UTC)."""

    by: Actor
    organisation_id: UUID
    now: datetime


def system(name: str, organisation_id: UUID, now: datetime) -> Context:
    """A context for a part of the system that acts under its own name."""
    return Context(Actor(name=name, role="system", permissions=frozenset(Permission)), organisation_id, now)


def reach_of(user_id: UUID | None, organisation_id: UUID, now: datetime) -> Reach:
    """What this user's grants in this organisation add up to now. One query."""
    if user_id is None:
        return access.reach([], now)
    rows = Grant.objects.of(organisation_id).filter(user_id=user_id).values_list("access_role", "until", "site_id")
    return access.reach([Held(AccessRole(role), until, site) for role, until, site in rows], now)


def organisations_of(user_id: UUID, now: datetime) -> list[tuple[UUID, str]]:
    """Identifier and name of every organisation where this user has a live grant, by name. One query."""
    live = Grant.objects.filter(user_id=user_id, user__is_active=True).exclude(until__lte=now)
    with scope.opened(scope.Scope(viewer_id=user_id, reach="grants")):
        return list(live.order_by("organisation__name").values_list("organisation_id", "organisation__name").distinct())


def scoped(organisation_id: UUID | None, viewer_id: UUID | None) -> AbstractContextManager[scope.Scope]:
    """Open the connection scope of one request or job."""
    return scope.opened(scope.Scope(organisation_id, viewer_id))


def everything() -> AbstractContextManager[scope.Scope]:
    """Open the scope of the machine itself: start-up checks, benchmarks, verification."""
    return scope.opened(scope.Scope(reach="everything"))


def question(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Context, P], R]], Callable[Concatenate[Context, P], R]]:
    """Wrap a query so that it asks for permission by itself.

    Raises:
        NotFound: the actor holds nothing in this organisation.
        NotPermitted: a member without this permission.
    """

    def wear(body: Callable[Concatenate[Context, P], R]) -> Callable[Concatenate[Context, P], R]:
        @wraps(body)
        def wrapper(context: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if not context.by.permissions:
                raise NotFound
            if permission not in context.by.permissions:
                raise NotPermitted(f"Your access does not let you {permission}.")
            return body(context, *args, **kwargs)

        return wrapper

    return wear
