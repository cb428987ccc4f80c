"""The people of a provider who can be asked to do something, and how they want to be reminded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.records.models import Grant, ReminderChoice
from guardbook.rules import access
from guardbook.rules.access import AccessRole, Held, Permission
from guardbook.rules.agenda.reminders import Choice, Recipient


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sees the list: their name, what they may do, and since when they have access."""

    user_id: UUID
    name: str
    email: str
    roles: frozenset[AccessRole]
    permissions: frozenset[Permission]
    sites: frozenset[UUID] | None
    since: datetime


@question(Permission.ORGANISATION_VIEW)
def members(context: Context) -> tuple[Member, ...]:
    """Everybody with access now who may see the list, by name. One query."""
    return everybody(context.organisation_id, context.now)


def everybody(organisation_id: UUID, now: datetime) -> tuple[Member, ...]:
    """The same, for jobs. One query."""
    rows = (
        Grant.objects.of(organisation_id)
        .filter(user__is_active=True)
        .exclude(until__lte=now)
        .order_by("user__name", "user_id", "from_at")
        .values_list("user_id", "user__name", "user__email", "access_role", "until", "site_id", "from_at")
    )
    found: dict[UUID, list[tuple[str, str, Held, datetime]]] = {}
    for user_id, name, email, role, until, site_id, from_at in rows:
        found.setdefault(user_id, []).append((name, email or "", Held(AccessRole(role), until, site_id), from_at))
    made = (_member(user_id, grants, now) for user_id, grants in found.items())
    return tuple(each for each in made if Permission.ORGANISATION_VIEW in each.permissions)


def choices(organisation_id: UUID) -> Mapping[UUID, tuple[Choice, datetime]]:
    """How everybody who ever said so wants to be reminded, and since when. One query."""
    rows = ReminderChoice.objects.of(organisation_id).values_list("user_id", "choice", "chosen_at")
    return {user_id: (Choice(choice), at) for user_id, choice, at in rows}


def recipients(people: Sequence[Member], chosen: Mapping[UUID, tuple[Choice, datetime]]) -> tuple[Recipient, ...]:
    """Those who can be reminded by email."""
    found = []
    for each in people:
        if each.email:
            choice, at = chosen.get(each.user_id, (Choice.EACH, each.since))
            since = clock.uk_today(max(at, each.since))
            found.append(Recipient(each.user_id, each.roles, each.permissions, choice, since))
    return tuple(found)


def _member(user_id: UUID, grants: Sequence[tuple[str, str, Held, datetime]], now: datetime) -> Member:
    name, email, _, since = grants[0]
    reach = access.reach([held for _, _, held, _ in grants], now)
    return Member(user_id, name, email, frozenset(reach.roles), reach.permissions, reach.sites, since)
