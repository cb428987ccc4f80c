"""Which incidents somebody may see: those of their sites, and none in which they are named themselves."""

from uuid import UUID

from django.db.models import Q

from guardbook.queries.access import Actor, Context
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Incident, IncidentNamed


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
