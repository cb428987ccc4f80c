"""Privacy notices: the versions that were agreed, and the check of one that a provider wrote itself."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class PrivacyNotice(TenantRow):
    """One version of a notice for one audience. A newer one replaces it, and it is kept.

    ``policy_id`` is its entry in the register of policies, on which toolkit answers rest.
    """

    audience = models.CharField(max_length=16)  # rules.registers.policy_words.Audience
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    plain = models.JSONField(default=list)  # rules.notices.builder.Section
    easy = models.JSONField(default=list)
    contains = models.JSONField(default=list)  # rules.notices.vocabulary.Line
    automated = models.TextField(blank=True)
    more = models.TextField(blank=True)
    approved_by = models.CharField(max_length=120)
    approved_on = models.DateField()
    found_at = models.CharField(max_length=200)  # where people can read it
    replaced_on = models.DateField(null=True, blank=True)
    policy_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "audience", "version"], name="notice_version_once"),
            models.UniqueConstraint(
                fields=["organisation", "audience"],
                condition=models.Q(replaced_on=None),
                name="notice_one_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class NoticeCheck(TenantRow):
    """A check of a notice that the provider wrote itself: what somebody found in it. The newest of an audience counts."""

    audience = models.CharField(max_length=16)
    has = models.JSONField(default=list)  # rules.notices.vocabulary.Line
    updated_on = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    checked_by = models.CharField(max_length=120)
    checked_on = models.DateField()

    def __str__(self) -> str:
        return f"Check of the notice for {self.audience}"
