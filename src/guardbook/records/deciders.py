"""Reports and statements of the people who decide, kept as they were on the day they were made."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow
from guardbook.rules.access import Permission


class KeptReport(TenantRow):
    """One report with every figure as it stood. It is never changed: a newer one for the same time stands beside it."""

    seen_by = Permission.OVERSIGHT_VIEW

    kind = models.CharField(max_length=20)  # rules.deciders.reports.Kind
    period = models.CharField(max_length=10)  # a month "2026-11", or a year "2026"
    content = models.JSONField()  # rules.deciders.reports.Content, as plain values
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    signed_by = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "kind", "made_at"], name="report_newest")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(models.Q(signed_by="") & models.Q(signed_on=None))
                | (~models.Q(signed_by="") & models.Q(signed_on__isnull=False)),
                name="report_signed_by_name_and_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind.replace('_', ' ').capitalize()} report, {self.period}"
