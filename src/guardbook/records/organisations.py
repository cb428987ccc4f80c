"""The provider, its sites, and what it has said about itself."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import Row, TenantRow


class Organisation(Row):
    """A care provider. A demo is one that may be removed whole at any time."""

    name = models.CharField(max_length=160)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Site(TenantRow):
    """One registered or working place."""

    site = None
    name = models.CharField(max_length=160)
    ods_code = models.CharField(max_length=12, blank=True)
    cqc_location_id = models.CharField(max_length=20, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "name"], name="site_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Profile(TenantRow):
    """What the provider is. A null is "not said yet" or "not sure", never "no".

    The vocabularies are those of ``rules.organisations``; the sources are A-01 to A-05 of the rule book.
    """

    # The questions of the wizard that decide the roles
    owned_by = models.CharField(max_length=20, blank=True)
    sites_count = models.PositiveIntegerField(null=True, blank=True)
    regions_count = models.PositiveIntegerField(null=True, blank=True)
    dedicated = models.JSONField(null=True, blank=True)  # departments with staff who do nothing else
    record_volume = models.CharField(max_length=20, blank=True)
    funding = models.JSONField(null=True, blank=True)
    monitoring = models.JSONField(null=True, blank=True)
    public_authority = models.BooleanField(null=True, blank=True)
    not_sure = models.JSONField(default=list)
    wizard_done_at = models.DateTimeField(null=True, blank=True)
    # A person may overrule the kind that the rules work out, with a reason
    kind_override = models.CharField(max_length=20, blank=True)
    kind_override_reason = models.TextField(blank=True)
    kind_override_by = models.CharField(max_length=120, blank=True)
    kind_override_on = models.DateField(null=True, blank=True)
    # Asked when an item needs it
    legal_name = models.CharField(max_length=160, blank=True)
    ods_code = models.CharField(max_length=12, blank=True)
    cqc_provider_id = models.CharField(max_length=20, blank=True)
    ico_number = models.CharField(max_length=12, blank=True)
    ico_legal_name = models.CharField(max_length=160, blank=True)
    ico_expires_on = models.DateField(null=True, blank=True)
    ico_exempt_reason = models.TextField(blank=True)
    nhsmail_only = models.BooleanField(null=True, blank=True)
    cyber_essentials_until = models.DateField(null=True, blank=True)
    cyber_essentials_plus_until = models.DateField(null=True, blank=True)
    people_supported = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation"], name="profile_once")
        ]

    def __str__(self) -> str:
        return f"Profile of {self.organisation_id}"
