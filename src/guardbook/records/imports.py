"""A spreadsheet on its way in: staged row by row, applied at once or not at all."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class ImportRun(TenantRow):
    """One file. ``state`` is one of rules.imports states."""

    kind = models.CharField(max_length=60)  # staff, training, or the name of a register
    layout = models.CharField(max_length=20, blank=True)  # recognised layout, such as asc-wds
    state = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    headings = models.JSONField(default=list)
    matching = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    started_by = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name


class ImportRow(TenantRow):
    """One row of the file: what it said and what would become of it."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    values = models.JSONField(null=True)
    outcome = models.CharField(max_length=20, blank=True)  # new, changed, unchanged, wrong, skipped
    reasons = models.JSONField(default=list)
    target_id = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["run", "number"], name="import_row_once")
        ]

    def __str__(self) -> str:
        return f"Row {self.number}"
