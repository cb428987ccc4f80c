"""The people who can be asked to work on an incident, and those whom it may name."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.records.models import Grant, IncidentNamed, Person
from guardbook.rules import access
from guardbook.rules.access import AccessRole, Held, Permission
from guardbook.rules.registers.picking import Known


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with access now."""

    user_id: UUID
    name: str
    email: str
    roles: frozenset[AccessRole]
    permissions: frozenset[Permission]

    @property
    def may_edit(self) -> bool:
        """Whether they may work on incidents."""
        return Permission.INCIDENT_EDIT in self.permissions


@question(Permission.INCIDENT_VIEW)
def members(context: Context) -> tuple[Member, ...]:
    """Everybody with access now, by name. One query."""
    rows = (
        Grant.objects.of(context.organisation_id)
        .filter(user__is_active=True)
        .exclude(until__lte=context.now)
        .order_by("user__name", "user_id")
        .values_list("user_id", "user__name", "user__email", "access_role", "until", "site_id")
    )
    held: dict[tuple[UUID, str, str], list[Held]] = {}
    for user_id, name, email, role, until, site_id in rows:
        held.setdefault((user_id, name, email or ""), []).append(Held(AccessRole(role), until, site_id))
    reaches = ((who, access.reach(grants, context.now)) for who, grants in held.items())
    return tuple(Member(*who, frozenset(reach.roles), reach.permissions) for who, reach in reaches)


@question(Permission.INCIDENT_EDIT)
def staff(context: Context) -> tuple[Known, ...]:
    """Everybody on the staff list who works here, to say who is named. One query."""
    today = clock.uk_today(context.now)
    rows = Person.objects.of(context.organisation_id).exclude(left_on__lt=today).order_by("name", "id")
    return tuple(Known(key, name, job) for key, name, job in rows.values_list("id", "name", "job_title"))


@question(Permission.INCIDENT_EDIT)
def named(context: Context, incident_id: UUID) -> tuple[UUID, ...]:
    """Who is named in an incident. One query."""
    rows = IncidentNamed.objects.of(context.organisation_id).filter(incident_id=incident_id)
    return tuple(rows.values_list("person_id", flat=True))
