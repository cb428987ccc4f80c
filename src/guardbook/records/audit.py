"""The ledger: hash-chained events, their details kept apart, and a revision of every row saved."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import Row


class ChainHead(models.Model):
    """The last link of one organisation's chain. The only row that an action locks."""

    organisation_id = models.UUIDField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, blank=True)
    facts_seq = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.sequence}"


class AuditEvent(Row):
    """One thing that was done. Names and values live in its details, which erasure may remove."""

    organisation_id = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    event = models.CharField(max_length=80)
    by_user_id = models.UUIDField(null=True)
    by_role = models.CharField(max_length=40)
    subject_table = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    details_digest = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation_id", "sequence"], name="audit_event_in_order")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation_id", "subject_id", "sequence"], name="audit_event_subject")
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.event}"


class EventDetail(models.Model):
    """The names and values of one event, with the salt of their digest."""

    event = models.OneToOneField(AuditEvent, on_delete=models.DO_NOTHING, primary_key=True, related_name="detail")
    organisation_id = models.UUIDField(db_index=True)
    salt = models.CharField(max_length=32)
    body = models.JSONField()

    def __str__(self) -> str:
        return str(self.event_id)


class Revision(Row):
    """A whole row as it was saved; ``data`` null means that it was removed."""

    organisation_id = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    table = models.CharField(max_length=40)
    row_id = models.UUIDField()
    data = models.JSONField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation_id", "table", "row_id", "at"], name="revision_of_row")
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row_id} at {self.at}"


class SensitiveRead(Row):
    """Somebody opened something sensitive. Reads do not move the facts."""

    organisation_id = models.UUIDField(db_index=True)
    at = models.DateTimeField()
    by_user_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120)
    subject_table = models.CharField(max_length=40)
    subject_id = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.subject_table} {self.subject_id} read at {self.at}"


class Erasure(Row):
    """The permit and the lasting record that an organisation's content was removed."""

    organisation_id = models.UUIDField(unique=True)
    at = models.DateTimeField()
    by_user_id = models.UUIDField(null=True)
    reason = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.organisation_id} erased at {self.at}"


LEDGER = (AuditEvent, EventDetail, Revision)
