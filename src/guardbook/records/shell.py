"""Rows that pass through or are worked out: drafts, outgoing mail, leases and standings."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import Row, TenantRow


class Draft(Row):
    """What somebody has typed into a form and not yet sent. ``form`` is the form's address."""

    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=200)
    data = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "form"], name="draft_once")
        ]

    def __str__(self) -> str:
        return self.form


class OutboxMessage(TenantRow):
    """A message to send, written in the transaction of the action that wants it sent."""

    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    message_id = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["next_attempt_at"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="outbox_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.subject


class JobLease(models.Model):
    """Which worker runs a job, until when; past that the reaper gives the job to another."""

    job_id = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=64)
    leased_until = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.job_id} by {self.worker}"


class Tick(models.Model):
    """One recurring job: who may start it now, and when it last ran."""

    name = models.CharField(max_length=80, primary_key=True)
    holder = models.CharField(max_length=64, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    last_run_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Standing(TenantRow):
    """A checked cache of where an organisation stands; stale when any of its marks moved."""

    framework = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    facts_seq = models.PositiveBigIntegerField()
    stale_on = models.DateField(null=True, blank=True)
    rules_fingerprint = models.CharField(max_length=64)
    pack_fingerprint = models.CharField(max_length=64)
    status = models.CharField(max_length=40)
    body = models.JSONField()
    computed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "framework", "version"], name="standing_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.framework} {self.version}"
