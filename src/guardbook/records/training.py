"""Training that people have done, and the yearly decision of who needs what."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class TrainingCompletion(TenantRow):
    """One course finished by one person. A correction withdraws it and adds another."""

    person = models.ForeignKey("records.Person", on_delete=models.CASCADE, related_name="+")
    course = models.CharField(max_length=160)
    level = models.CharField(max_length=8)  # rules.training levels: L0 ... L4, L-IT
    completed_on = models.DateField()
    evidence = models.CharField(max_length=20)  # rules.training evidence kinds
    evidence_note = models.CharField(max_length=300, blank=True)
    modules_done = models.PositiveSmallIntegerField(null=True, blank=True)
    quiz_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    is_mapped = models.BooleanField(default=False)  # covers the four outcomes though not the national course
    is_valid = models.BooleanField(default=True)  # rules.training.validity at the time of recording
    source_key = models.CharField(max_length=120, blank=True)  # makes an import idempotent
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "person", "-completed_on"], name="completion_of_person"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "course", "completed_on"],
                condition=models.Q(withdrawn_at=None),
                name="completion_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.course} on {self.completed_on}"


class TrainingNeeds(TenantRow):
    """A training needs analysis: which job needs which level, approved by whom and when."""

    approved_on = models.DateField()
    approved_by = models.CharField(max_length=120)
    levels = models.JSONField()  # job title -> level
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Training needs of {self.approved_on}"
