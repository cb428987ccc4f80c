"""The people of the tests, made by real actions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from guardbook.actions import accounts
from guardbook.queries import access
from guardbook.queries.access import Actor, Context
from guardbook.records.models import Invitation, User
from guardbook.rules.access import AccessRole

PASSWORD = "three quiet herons"


@dataclass(frozen=True, slots=True)
class Cast:
    """Each person as the context in which they act."""

    asha: Context  # owner of Rose House
    mina: Context  # manager of Rose House
    rhea: Context  # reader at Rose House
    dee: Context  # data protection officer of Rose House
    ben: Context  # staff at Rose House
    carol: Context  # owner of another provider

    @classmethod
    def made(cls, now: datetime) -> Self:
        asha = accounts.set_up(accounts.Owner("Asha Owner", "asha@rose.example", PASSWORD), "Rose House", now)
        carol = accounts.set_up(accounts.Owner("Carol Other", "carol@other.example", PASSWORD), "Other Care", now)
        return cls(
            asha=asha,
            mina=colleague(asha, "Mina Manager", AccessRole.MANAGER),
            rhea=colleague(asha, "Rhea Reader", AccessRole.READER),
            dee=colleague(asha, "Dee Officer", AccessRole.DPO),
            ben=colleague(asha, "Ben Staff", AccessRole.STAFF),
            carol=carol,
        )

    def stranger(self, to: Context) -> Context:
        """Carol, asking about somebody else's organisation."""
        return Context(Actor(self.carol.by.name, "owner", self.carol.by.user_id), to.organisation_id, to.now)


def colleague(owner: Context, name: str, role: AccessRole) -> Context:
    """Invite somebody and accept for them; return the context in which they act."""
    secret = accounts.invite(owner, name=name, email="", role=role, link="{secret}").address
    invitation = Invitation.objects.of(owner.organisation_id).get(name=name)
    address = f"{name.split()[0].lower()}@rose.example"
    typed = accounts.Accepted(address, PASSWORD)
    user_id = accounts.accept(invitation.pk, owner.organisation_id, secret, typed, owner.now)
    return acting(user_id, name, owner.organisation_id, owner.now)


def acting(user_id: UUID, name: str, organisation_id: UUID, now: datetime) -> Context:
    """The context a page would make for this user."""
    reach = access.reach_of(user_id, organisation_id, now)
    return Context(Actor(name, reach.roles[0], user_id, reach.permissions, reach.sites), organisation_id, now)


def user(context: Context) -> User:
    """The user behind a context, for signing a test client in."""
    return User.objects.get(pk=context.by.user_id)
