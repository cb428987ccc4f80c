"""Requests about somebody's own data, complaints about data, and what others ask for: what came in, and every step."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow
from guardbook.rules.access import Permission


class RightsCase(TenantRow):
    """One request, complaint or disclosure, in their words. Where it stands follows from its steps alone."""

    seen_by = Permission.REQUEST_VIEW

    kind = models.CharField(max_length=12)  # rules.rights.vocabulary.Kind
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    received_on = models.DateField()
    how = models.CharField(max_length=10)
    heard_by = models.CharField(max_length=120, blank=True)
    words = models.TextField()
    person = models.CharField(max_length=120)  # whose data it is about
    requester = models.CharField(max_length=20)
    requester_name = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=254, blank=True)
    asked = models.CharField(max_length=24, blank=True)  # of a request
    asker = models.CharField(max_length=12, blank=True)  # of a disclosure
    power = models.CharField(max_length=300, blank=True)
    report_id = models.UUIDField(null=True, blank=True)  # the report from the public page that it came from
    is_closed = models.BooleanField(default=False)  # as the steps say, kept for finding the open ones
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "kind", "year", "number"], name="rights_case_number"),
            models.UniqueConstraint(
                fields=["organisation", "report_id"],
                condition=models.Q(report_id__isnull=False),
                name="rights_case_of_a_report_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "is_closed", "received_on"], name="rights_case_open")
        ]

    def __str__(self) -> str:
        return f"{self.kind.capitalize()} {self.number} of {self.year}"


class RightsStep(TenantRow):
    """One thing that happened, as it was written down. Nothing is written over; a correction is another step."""

    seen_by = Permission.REQUEST_VIEW

    case = models.ForeignKey(RightsCase, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    event = models.CharField(max_length=20)  # rules.rights.states.Event, which says what the rest means
    happened_on = models.DateField()
    words = models.TextField(blank=True)
    choice = models.CharField(max_length=20, blank=True)
    person = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=300, blank=True)
    tags = models.JSONField(default=list)
    other_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="rights_step_number")
        ]

    def __str__(self) -> str:
        return self.event.replace("-", " ").capitalize()
