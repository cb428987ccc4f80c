"""Files, links and places that prove something, and what each of them supports."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Evidence(TenantRow):
    """One proof: a stored file (by fingerprint), a web link, or the words for where it is kept."""

    kind = models.CharField(max_length=10)  # file, link, place
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True)
    address = models.URLField(max_length=1000, blank=True)
    place = models.TextField(blank=True)
    effective_from = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    is_sensitive = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(models.Q(kind="file") & ~models.Q(fingerprint=""))
                | (models.Q(kind="link") & ~models.Q(address=""))
                | (models.Q(kind="place") & ~models.Q(place="")),
                name="evidence_has_its_content",
            )
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceUse(TenantRow):
    """One proof supporting one thing: a toolkit item, an appointment, a training record."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="uses")
    subject_kind = models.CharField(max_length=20)  # item, appointment, completion, certificate
    subject_key = models.CharField(max_length=80)  # "dspt/8/1.1.1", or an identifier

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "subject_kind", "subject_key"], name="evidence_use_subject")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["evidence", "subject_kind", "subject_key"], name="evidence_use_once")
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_key}"
