"""People who work here. They need no email and no sign-in."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Person(TenantRow):
    """One worker, director, trustee, volunteer or student; ``user`` links the few who sign in."""

    user = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    works_number = models.CharField(max_length=110, blank=True)  # Skills for Care joins a workplace and a worker
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254, blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=20)
    posts = models.JSONField(default=list)  # rules.roles posts: owner, registered manager, head of IT ...
    decides_data_use = models.BooleanField(null=True, blank=True)
    has_data_access = models.BooleanField(default=True)
    started_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    absent_from = models.DateField(null=True, blank=True)
    absent_until = models.DateField(null=True, blank=True)
    clause_signed_on = models.DateField(null=True, blank=True)
    induction_on = models.DateField(null=True, blank=True)
    access_removed_on = models.DateField(null=True, blank=True)
    has_kit = models.BooleanField(null=True, blank=True)  # devices or keys of ours; None: nobody has said
    kit_returned_on = models.DateField(null=True, blank=True)
    leaving_note = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "name", "id"], name="person_by_name"),
            models.Index(fields=["organisation", "left_on"], name="person_leaving"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "works_number"],
                condition=~models.Q(works_number=""),
                name="person_works_number_once",
            ),
            models.CheckConstraint(
                condition=models.Q(left_on=None)
                | models.Q(started_on=None)
                | models.Q(left_on__gte=models.F("started_on")),
                name="person_leaves_after_starting",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StaffListCheck(TenantRow):
    """Somebody looked through the staff list and said that it is right."""

    checked_on = models.DateField()
    checked_by = models.CharField(max_length=120)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Checked on {self.checked_on}"
