"""What every table has: an identifier that sorts by time, and the organisation it belongs to."""

from typing import ClassVar, Self, TypeVar
from uuid import UUID

from django.db import models

from guardbook.kernel.identifiers import uuid7
from guardbook.rules.access import Permission

M = TypeVar("M", bound="TenantRow")


class Row(models.Model):
    """A table row with a UUIDv7 key."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class TenantQuerySet(models.QuerySet[M]):
    """Rows of a tenant table; every use begins by naming the organisation."""

    def of(self, organisation_id: UUID) -> Self:
        """Only the rows of one organisation."""
        return self.filter(organisation_id=organisation_id)

    def visible_to(self, sites: frozenset[UUID] | None) -> Self:
        """Only rows of these sites, and rows that belong to no site; None means every site."""
        if sites is None:
            return self
        return self.filter(models.Q(site_id__in=sites) | models.Q(site_id=None))


class TenantRow(Row):
    """A row that belongs to one organisation, and perhaps to one of its sites.

    ``seen_by`` is what somebody needs to read the history of such rows, where it is not the usual permission.
    """

    seen_by: ClassVar[Permission] = Permission.HISTORY_VIEW

    organisation = models.ForeignKey("records.Organisation", on_delete=models.CASCADE, related_name="+")
    site = models.ForeignKey("records.Site", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True
