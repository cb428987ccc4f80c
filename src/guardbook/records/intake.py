"""What staff and the public tell a provider, and the short addresses at which they can do so without signing in."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow
from guardbook.rules.access import Permission


class ReportAddress(TenantRow):
    """A short address that nobody can guess, for one site or for the whole provider. It opens a form and nothing else."""

    code = models.CharField(max_length=12, unique=True)
    purpose = models.CharField(max_length=10)  # mistakes, public
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    made_with = models.CharField(max_length=64, blank=True)  # a digest of the browser, to tell another from it
    tried_at = models.DateTimeField(null=True, blank=True)  # when another device first opened it
    tried_with = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "purpose"],
                condition=models.Q(ended_at=None, site=None),
                name="report_address_one_open",
            ),
            models.UniqueConstraint(
                fields=["organisation", "purpose", "site"],
                condition=models.Q(ended_at=None, site__isnull=False),
                name="report_address_one_open_for_a_site",
            ),
        ]

    def __str__(self) -> str:
        return f"Address {self.code}"


class Report(TenantRow):
    """One thing that somebody told. Of an anonymous reporter nothing is kept: no name, no sign-in, no network address."""

    seen_by = Permission.INCIDENT_VIEW

    number = models.CharField(max_length=10, unique=True)
    code_digest = models.CharField(max_length=64)  # of the code that only the reporter has
    sent_once = models.CharField(max_length=64)  # of the form it was written on, so that sending twice makes one
    kind = models.CharField(max_length=10)  # worry, request, complaint
    sort = models.CharField(max_length=20)
    came_by = models.CharField(max_length=10)  # address, signed_in, paper
    received_at = models.DateTimeField()
    what = models.TextField()
    happened_on = models.DateField(null=True, blank=True)
    happened_about = models.CharField(max_length=20, blank=True)
    affected = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    photo_name = models.CharField(max_length=200, blank=True)
    photo_type = models.CharField(max_length=100, blank=True)
    photo_fingerprint = models.CharField(max_length=64, blank=True)
    about = models.CharField(max_length=10, blank=True)  # nobody, staff, reader, unsure
    named_person = models.ForeignKey(
        "records.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reporter_name = models.CharField(max_length=120, blank=True)
    reporter_contact = models.CharField(max_length=254, blank=True)
    reporter = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10)  # waiting, taken, joined, closed
    became_kind = models.CharField(max_length=20, blank=True)  # incident, request, complaint
    became_id = models.UUIDField(null=True, blank=True)
    joined_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)  # what the reporter is told was done
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "sent_once"], name="report_sent_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "state", "-received_at"], name="report_by_state")
        ]

    def __str__(self) -> str:
        return f"Report {self.number}"
