"""Who has access, who has been invited, and where a person may go."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.queries import access
from guardbook.queries.access import Context, question
from guardbook.records.models import Grant, Invitation
from guardbook.rules.access import AccessRole, Permission


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person with access."""

    user_id: UUID
    name: str
    sign_in_name: str
    role: AccessRole
    since: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One invitation that nobody has used yet."""

    invitation_id: UUID
    name: str
    role: AccessRole
    expires_at: datetime
    is_for_password: bool


@question(Permission.TEAM_VIEW)
def team(context: Context) -> list[Colleague]:
    """Everybody with access now, by name. One query."""
    rows = (
        Grant.objects.of(context.organisation_id)
        .exclude(until__lte=context.now)
        .order_by("user__name", "user_id")
        .values_list("user_id", "user__name", "user__sign_in_name", "access_role", "from_at")
    )
    return [Colleague(user, name, sign_in, AccessRole(role), since) for user, name, sign_in, role, since in rows]


@question(Permission.TEAM_VIEW)
def waiting(context: Context) -> list[Waiting]:
    """Invitations that still work, newest first. One query."""
    rows = (
        Invitation.objects.of(context.organisation_id)
        .filter(used_at=None, withdrawn_at=None, expires_at__gt=context.now)
        .order_by("-created_at", "-id")
    )
    return [
        Waiting(row.pk, row.name, AccessRole(row.access_role), row.expires_at, row.user_id is not None) for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Invited:
    """What the holder of a link is shown."""

    name: str
    email: str
    organisation_name: str
    sign_in_name: str


def invited(organisation_id: UUID, invitation_id: UUID, now: datetime) -> Invited | None:
    """The invitation behind a link, if it still works; the secret is checked when it is used."""
    with access.scoped(organisation_id, None):
        row = (
            Invitation.objects.of(organisation_id)
            .filter(pk=invitation_id, used_at=None, withdrawn_at=None, expires_at__gt=now)
            .select_related("organisation", "user")
            .first()
        )
    if row is None:
        return None
    return Invited(row.name, row.email, row.organisation.name, row.user.sign_in_name if row.user else "")
