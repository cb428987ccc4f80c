"""A toolkit assessment: every answer ever given, frozen snapshots, and what the portal says."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Assessment(TenantRow):
    """One organisation working through one toolkit version."""

    framework = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    planned_publication_on = models.DateField()
    started_at = models.DateTimeField()
    approaching_planned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "framework", "version"], name="assessment_once")
        ]

    def __str__(self) -> str:
        return f"{self.framework}/{self.version}"


class Answer(TenantRow):
    """One version of one answer; nothing is ever overwritten."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    is_current = models.BooleanField(default=True)
    kind = models.CharField(max_length=20)  # answered, not_applicable, withdrawn
    is_yes = models.BooleanField(null=True, blank=True)
    text = models.TextField(blank=True)
    on_date = models.DateField(null=True, blank=True)
    figure = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    comment = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why it is not applicable
    is_confirmed = models.BooleanField(default=False)
    rests_on = models.JSONField(null=True, blank=True)  # the suggestion it was confirmed from
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=120)
    given_by_user = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "item", "number"], name="answer_version_once"),
            models.UniqueConstraint(
                fields=["assessment", "item"], condition=models.Q(is_current=True), name="answer_one_current"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "assessment", "is_current"], name="answer_current")
        ]

    def __str__(self) -> str:
        return f"{self.item} v{self.number}"


class PriorAnswer(TenantRow):
    """Last year's words for one item: starting text that counts for nothing until confirmed."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=20)
    from_version = models.CharField(max_length=20)
    from_item = models.CharField(max_length=20)
    text = models.TextField()
    brought_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "item"], name="prior_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.item} from {self.from_version}"


class ItemComment(TenantRow):
    """A remark on an item, for colleagues and for next year."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=20)
    body = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=120)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["assessment", "item"], name="comment_of_item")]

    def __str__(self) -> str:
        return f"{self.item} by {self.said_by}"


class Snapshot(TenantRow):
    """Answers frozen together, numbered, with the fingerprint of all that they rest on."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="snapshots")
    number = models.PositiveIntegerField()
    level = models.CharField(max_length=20)
    body = models.JSONField()
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "number"], name="snapshot_number_once")
        ]

    def __str__(self) -> str:
        return f"Snapshot {self.number}"


class Publication(TenantRow):
    """What somebody says they published on the portal: date, level, and the portal's certificate."""

    framework = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    published_on = models.DateField()
    level = models.CharField(max_length=20)
    certificate = models.ForeignKey(
        "records.Evidence", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    expires_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.level} on {self.published_on}"
