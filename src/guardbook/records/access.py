"""Grants: which user has which access role in which organisation, for which site, until when."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Grant(TenantRow):
    """One access role held by one user. ``parts`` may narrow it to named registers."""

    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    access_role = models.CharField(max_length=32)
    parts = models.JSONField(default=list)
    from_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["user", "organisation"], name="grant_user_org")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "user", "access_role"],
                condition=models.Q(until=None, site=None),
                name="grant_once_while_open",
            ),
            models.UniqueConstraint(
                fields=["organisation", "user", "access_role", "site"],
                condition=models.Q(until=None, site__isnull=False),
                name="grant_once_for_a_site",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.access_role} for {self.user_id}"
