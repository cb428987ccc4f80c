"""Lets people look round the made-up provider: owners of this installation, or a visitor made for it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.actions import accounts
from guardbook.actions.shell import Change, action
from guardbook.queries import access
from guardbook.records.models import Grant, User
from guardbook.rules.access import AccessRole

_BY = "The made-up example"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody made to look round: how they sign in."""

    user_id: UUID
    sign_in_name: str
    password: str


def let_owners_in(organisation_id: UUID, now: datetime) -> int:
    """Give every owner of a real provider here the run of the made-up one; return how many there are."""
    with access.everything():
        grants = Grant.objects.filter(access_role=AccessRole.OWNER, until=None, organisation__is_demo=False)
        owners = list(grants.order_by("user_id").values_list("user_id", flat=True).distinct())
    if owners:
        _let_in(access.system(_BY, organisation_id, now), user_ids=owners)
    return len(owners)


def make_visitor(organisation_id: UUID, now: datetime) -> Visitor:
    """Make somebody who can sign in and look round. The password is shown once."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    name = f"visitor-{str(organisation_id)[-6:]}@guardbook.example"
    user_id = _make(access.system(_BY, organisation_id, now), name=name, password=password)
    return Visitor(user_id, name, password)


@action(None)
def _let_in(change: Change, *, user_ids: list[UUID]) -> None:
    for user in User.objects.filter(pk__in=user_ids):
        _grant(change, user)
    change.record("demo.owners.let_in", details={"owners": len(user_ids)})


@action(None)
def _make(change: Change, *, name: str, password: str) -> UUID:
    user = accounts.create_user(change, "A visitor", name, password)
    _grant(change, user)
    change.record("demo.visitor.made", subject=user)
    return user.pk


def _grant(change: Change, user: User) -> None:
    change.create(Grant, user=user, access_role=AccessRole.OWNER, from_at=change.now)
