"""Tasks: what somebody wrote down, and what was raised once for one cause."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Task(TenantRow):
    """One thing to do. ``cause`` keeps the same cause from raising it twice; a written one is its own cause."""

    title = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    cause = models.CharField(max_length=160)
    address = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=120, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)
    done_note = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "done_at", "due_on"], name="task_open")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "cause"], condition=models.Q(done_at=None), name="task_once_while_open"
            )
        ]

    def __str__(self) -> str:
        return self.title
