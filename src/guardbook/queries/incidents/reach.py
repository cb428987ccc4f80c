"""Which incidents somebody may see: those of their sites, and none in which they are named themselves."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from guardbook.queries.access import Actor, Context
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Grant, Incident, IncidentNamed


def visible(context: Context) -> TenantQuerySet[Incident]:
    """The incidents that this person may see."""
    return of(context.organisation_id, context.by)


def of(organisation_id: UUID, by: Actor) -> TenantQuerySet[Incident]:
    """The incidents of a provider that somebody may see."""
    rows = Incident.objects.of(organisation_id).visible_to(by.sites)
    if by.user_id is None:
        return rows
    return rows.exclude(pk__in=named(organisation_id, by.user_id, by.name).values("incident_id"))


def named(organisation_id: UUID, user_id: UUID, name: str) -> TenantQuerySet[IncidentNamed]:
    """Where somebody is named: as linked on the staff list, or else by the same name."""
    same = Q(person__user_id=user_id) | Q(person__user=None, person__name__iexact=name)
    return IncidentNamed.objects.of(organisation_id).filter(same)


def hidden_from(context: Context) -> frozenset[UUID]:
    """The incidents in which the person who asks is named: no history shows them. One query."""
    if context.by.user_id is None:
        return frozenset()
    rows = named(context.organisation_id, context.by.user_id, context.by.name)
    return frozenset(rows.values_list("incident_id", flat=True))


def hidden_users(organisation_id: UUID) -> Mapping[UUID, frozenset[UUID]]:
    """For each incident the users whom it names, as linked on the staff list or else by the same name. Two queries."""
    rows = IncidentNamed.objects.of(organisation_id).values_list("incident_id", "person__user_id", "person__name")
    grants = Grant.objects.of(organisation_id).values_list("user_id", "user__name").distinct()
    by_name: dict[str, set[UUID]] = {}
    for user_id, name in grants:
        by_name.setdefault(name.casefold(), set()).add(user_id)
    found: dict[UUID, set[UUID]] = {}
    for incident_id, user_id, name in rows:
        found.setdefault(incident_id, set()).update({user_id} if user_id else by_name.get(name.casefold(), set()))
    return {key: frozenset(users) for key, users in found.items()}
