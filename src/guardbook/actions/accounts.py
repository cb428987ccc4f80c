"""Setting up, inviting colleagues, passwords, and who has access."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from guardbook.actions.shell import Change, action, fresh, link_expiry
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.records import ledger
from guardbook.records.models import Grant, Invitation, Organisation, Profile, User
from guardbook.rules import access as access_rules
from guardbook.rules.access import AccessRole, Permission

_LINK_MAIL = """Hello,

A colleague has made a link for you. Open it to choose a password and sign in:

{address}

It works once, for seven days. If you did not expect it, ignore it and tell your colleague.
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """The first person of an organisation, as typed."""

    name: str
    email: str
    password: str


def set_up(owner: Owner, organisation_name: str, now: datetime) -> tuple[UUID, UUID]:
    """Make an organisation and its owner; return their identifiers.

    Raises:
        Refused: something typed cannot be used; each sentence says how to put it right.
    """
    organisation_id = uuid7()
    context = access.system("First run", organisation_id, now)
    return organisation_id, _set_up(context, owner=owner, organisation_name=organisation_name)


@action(None)
def _set_up(change: Change, *, owner: Owner, organisation_name: str) -> UUID:
    organisation = create_organisation(change, organisation_name)
    user = create_user(change, owner.name, owner.email, owner.password)
    _grant(change, user, AccessRole.OWNER)
    change.record("accounts.owner.set_up", subject=user, details={"organisation": organisation.name})
    return user.pk


def create_organisation(change: Change, name: str, *, is_demo: bool = False) -> Organisation:
    """Part of an action: make the organisation that ``change`` is about, with an empty profile."""
    if not name.strip():
        raise Refused("Enter the name of the organisation.")
    organisation = change.create(
        Organisation, id=change.organisation_id, name=name.strip(), is_demo=is_demo, created_at=change.now
    )
    change.create(Profile)
    return organisation


def create_user(change: Change, name: str, email: str, password: str) -> User:
    """Part of an action: make a user who signs in with their email address.

    Raises:
        Refused: no name, an address in use, or a password too weak.
    """
    address = email.strip().lower()
    user = User(name=name.strip(), sign_in_name=address, email=address)
    problems = [] if user.name else ["Enter a name."]
    if not address:
        problems.append("Enter an email address.")
    elif User.objects.filter(sign_in_name=address).exists():
        problems.append("Somebody already signs in with this email address.")
    problems += password_problems(user, password)
    if problems:
        raise Refused(*problems)
    user.set_password(password)
    return change.create(
        User, name=user.name, sign_in_name=address, email=address, password=user.password, created_at=change.now
    )


def password_problems(user: User, password: str) -> list[str]:
    """Why this password will not do, in words; empty when it will."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        return [str(message) for message in error.messages]
    return []


@dataclass(frozen=True, slots=True)
class OneUseLink:
    """A link that works once, for seven days. Only its digest is kept, so it is shown now or never."""

    name: str
    address: str
    is_mailed: bool


@action(Permission.TEAM_MANAGE)
def invite(change: Change, *, name: str, email: str, role: AccessRole, link: str) -> OneUseLink:
    """Invite a colleague and make their one-use link; mail it too where there is an address and mail is set up.

    ``link`` is the address with places for ``{invitation}`` and ``{secret}``.

    Raises:
        Refused: no name, or more access than the inviter has.
    """
    if not name.strip():
        raise Refused("Enter your colleague's name.")
    _check_may_grant(change, role)
    return _make_link(change, link, "accounts.colleague.invited", name=name.strip(), email=email, access_role=role)


@action(Permission.TEAM_MANAGE)
def withdraw_invitation(change: Change, *, invitation_id: UUID) -> None:
    """Make a link that nobody has used stop working."""
    invitation = fresh(Invitation, change.organisation_id, invitation_id)
    if invitation.used_at:
        raise Refused("This invitation has been used already.")
    invitation.withdrawn_at = change.now
    change.save(invitation)
    change.record("accounts.invitation.withdrawn", subject=invitation)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an invited person typed."""

    sign_in_name: str
    password: str


def accept(invitation_id: UUID, organisation_id: UUID, secret: str, typed: Accepted, now: datetime) -> UUID:
    """Use an invitation: make the user, give the access, and end the link. Return the user.

    Raises:
        NotFound: the link was used, withdrawn or is too old.
        Refused: the sign-in name is taken or the password too weak.
    """
    context = access.system("Invitation", organisation_id, now)
    return _accept(context, invitation_id=invitation_id, secret=secret, typed=typed)


@action(None)
def _accept(change: Change, *, invitation_id: UUID, secret: str, typed: Accepted) -> UUID:
    invitation = fresh(Invitation, change.organisation_id, invitation_id)
    is_open = invitation.used_at is None and invitation.withdrawn_at is None and change.now < invitation.expires_at
    if not is_open or not secrets.compare_digest(invitation.digest, _digest(secret)):
        raise NotFound
    user = invitation.user
    if user is None:
        user = create_user(change, invitation.name, typed.sign_in_name, typed.password)
        _grant(change, user, AccessRole(invitation.access_role))
    else:
        _set_password(change, user, typed.password)
    invitation.used_at, invitation.user = change.now, user
    change.save(invitation)
    change.record("accounts.invitation.accepted", subject=invitation)
    return user.pk


@action(Permission.TEAM_MANAGE)
def send_new_link(change: Change, *, user_id: UUID, link: str) -> OneUseLink:
    """Make a one-use link with which a colleague who forgot their password sets a new one.

    Raises:
        NotPermitted: the colleague has access that the asker has not.
        Refused: the colleague belongs to another organisation too, which this must not open.
    """
    grants = list(Grant.objects.of(change.organisation_id).filter(user_id=user_id, until=None))
    if not grants:
        raise NotFound
    for grant in grants:
        _check_may_grant(change, AccessRole(grant.access_role))
    if len(access.organisations_of(user_id, change.now)) > 1:
        raise Refused(
            "This colleague has access to another organisation too. The person who runs this machine can help."
        )
    user = User.objects.get(pk=user_id)
    role = grants[0].access_role
    return _make_link(
        change, link, "accounts.new_link.made", name=user.name, email=user.email or "", access_role=role, user=user
    )


@action(Permission.TEAM_MANAGE)
def change_access(change: Change, *, user_id: UUID, role: AccessRole | None) -> None:
    """Give a colleague another access role, or (None) end their access at once.

    Raises:
        Refused: nobody would be left who owns the organisation.
    """
    grants = list(Grant.objects.of(change.organisation_id).select_for_update().filter(user_id=user_id, until=None))
    if not grants:
        raise NotFound
    for held in (*(AccessRole(grant.access_role) for grant in grants), *([role] if role else [])):
        _check_may_grant(change, held)
    for grant in grants:
        grant.until = change.now
        change.save(grant)
    user = User.objects.get(pk=user_id)
    if role is not None:
        _grant(change, user, role)
    if not Grant.objects.of(change.organisation_id).filter(access_role=AccessRole.OWNER, until=None).exists():
        raise Refused("Someone has to be the owner. Make another colleague owner first.")
    change.record("accounts.access.changed", subject=user, details={"access": role.label if role else "none"})


def set_password(user_id: UUID, name: str, old: str, new: str, now: datetime) -> None:
    """Change one's own password.

    Raises:
        Refused: the old one is wrong or the new one too weak.
    """
    context = Context(access.Actor(name, "self"), ledger.INSTALLATION, now)
    _change_password(context, user_id=user_id, old=old, new=new)


@action(None)
def _change_password(change: Change, *, user_id: UUID, old: str, new: str) -> None:
    user = User.objects.select_for_update().get(pk=user_id)
    if not user.check_password(old):
        raise Refused("The password you have now is not the one you typed.")
    _set_password(change, user, new)
    change.record("accounts.password.changed", subject=user)


def note_sign_in(user_id: UUID | None, event: str, name: str, now: datetime) -> None:
    """Write a sign-in, a sign-out or a failed attempt into the installation's own chain."""
    context = Context(access.Actor(name, "self", user_id), ledger.INSTALLATION, now)
    _note_sign_in(context, event=event)


@action(None)
def _note_sign_in(change: Change, *, event: str) -> None:
    change.record(f"accounts.{event}")


def _make_link(change: Change, link: str, event: str, **said: Any) -> OneUseLink:
    secret = secrets.token_urlsafe(32)
    email = said["email"].strip().lower()
    invitation = change.create(
        Invitation,
        **{**said, "email": email},
        digest=_digest(secret),
        created_at=change.now,
        expires_at=link_expiry(change.now),
    )
    change.record(event, subject=invitation, details={"access": AccessRole(invitation.access_role).label})
    address = link.format(invitation=invitation.pk, secret=secret)
    is_mailed = bool(email) and settings.MAIL.is_configured
    if is_mailed:
        change.mail(email, "A link from your colleague to sign in to Guardbook", _LINK_MAIL.format(address=address))
    return OneUseLink(invitation.name, address, is_mailed)


def _set_password(change: Change, user: User, password: str) -> None:
    if problems := password_problems(user, password):
        raise Refused(*problems)
    user.set_password(password)
    change.save(user)


def _grant(change: Change, user: User, role: AccessRole) -> Grant:
    return change.create(Grant, user=user, access_role=role, from_at=change.now)


def _check_may_grant(change: Change, role: AccessRole) -> None:
    giver = access.reach_of(change.by.user_id, change.organisation_id, change.now)
    if not access_rules.may_grant(giver, role):
        raise NotPermitted(f"You cannot give or take away more access than you have yourself ({role.label}).")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
