"""When recurring duties were done, with what shows it, or who decided to leave one out."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class DutyDone(TenantRow):
    """One time a duty was done, or was left out until a day. A mistake is undone, and kept.

    Proofs are ``EvidenceUse`` rows of the kind "duty" with this row's identifier.
    """

    duty = models.CharField(max_length=60)  # a key of library/duties.yaml
    done_on = models.DateField(null=True, blank=True)
    settles = models.DateField(null=True, blank=True)  # the fixed date it was done for
    done_by = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    left_out_until = models.DateField(null=True, blank=True)
    left_out_because = models.TextField(blank=True)
    approved_by = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_because = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "undone_at", "duty"], name="duty_done_standing")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(models.Q(done_on__isnull=False) & ~models.Q(done_by="") & models.Q(left_out_until=None))
                | (
                    models.Q(done_on=None)
                    & models.Q(left_out_until__isnull=False)
                    & ~models.Q(left_out_because="")
                    & ~models.Q(approved_by="")
                ),
                name="duty_done_or_left_out",
            )
        ]

    def __str__(self) -> str:
        return self.duty.replace("-", " ").capitalize()
