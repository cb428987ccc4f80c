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
    cole: Context  # contributor at Rose House
    dee: Context  # data protection officer of Rose House
    gail: Context  # Caldicott Guardian of Rose House
    sid: Context  # senior information risk owner of Rose House
    ben: Context  # staff at Rose House
    carol: Context  # owner of another provider

    @classmethod
    def made(cls, now: datetime) -> Self:
        asha = owner("Asha Owner", "asha@rose.example", "Rose House", now)
        carol = owner("Carol Other", "carol@other.example", "Other Care", now)
        return cls(
            asha=asha,
            mina=colleague(asha, "Mina Manager", AccessRole.MANAGER),
            rhea=colleague(asha, "Rhea Reader", AccessRole.READER),
            cole=colleague(asha, "Cole Contributor", AccessRole.CONTRIBUTOR),
            dee=colleague(asha, "Dee Officer", AccessRole.DPO),
            gail=colleague(asha, "Gail Guardian", AccessRole.CALDICOTT_GUARDIAN),
            sid=colleague(asha, "Sid Risk", AccessRole.SIRO),
            ben=colleague(asha, "Ben Staff", AccessRole.STAFF),
            carol=carol,
        )

    def stranger(self, to: Context) -> Context:
        """Carol, asking about somebody else's organisation."""
        return Context(Actor(self.carol.by.name, "owner", self.carol.by.user_id), to.organisation_id, to.now)


def owner(name: str, email: str, organisation: str, now: datetime) -> Context:
    """Set up an organisation; return the context in which its owner acts."""
    organisation_id, user_id = accounts.set_up(accounts.Owner(name, email, PASSWORD), organisation, now)
    return acting(user_id, name, organisation_id, now)


def colleague(inviter: Context, name: str, role: AccessRole) -> Context:
    """Invite somebody and accept for them; return the context in which they act."""
    secret = accounts.invite(inviter, name=name, email="", role=role, link="{secret}").address
    invitation = Invitation.objects.of(inviter.organisation_id).get(name=name)
    address = f"{name.split(maxsplit=1)[0].lower()}@rose.example"
    typed = accounts.Accepted(address, PASSWORD)
    user_id = accounts.accept(invitation.pk, inviter.organisation_id, secret, typed, inviter.now)
    return acting(user_id, name, inviter.organisation_id, inviter.now)


def acting(user_id: UUID, name: str, organisation_id: UUID, now: datetime) -> Context:
    """The context a page would make for this user."""
    reach = access.reach_of(user_id, organisation_id, now)
    return Context(Actor(name, reach.roles[0], user_id, reach.permissions, reach.sites), organisation_id, now)


def user_id(context: Context) -> UUID:
    """Who acts in this context."""
    assert context.by.user_id is not None
    return context.by.user_id


def user(context: Context) -> User:
    """The user behind a context, for signing a test client in."""
    return User.objects.get(pk=user_id(context))
