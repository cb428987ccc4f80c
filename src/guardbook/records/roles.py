"""Who holds which governance role, who decided that nobody must, and what a handover leaves to do."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Appointment(TenantRow):
    """One person or firm in one role, from a date to a date."""

    role = models.CharField(max_length=24)  # rules.roles.Role
    person = models.ForeignKey("records.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    firm = models.CharField(max_length=160, blank=True)
    firm_person = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    is_deputy = models.BooleanField(default=False)
    is_accountable = models.BooleanField(default=True)
    parts = models.JSONField(default=list)  # parts of the lead role this holder carries
    arrangement = models.CharField(max_length=16, default="OWN_STAFF")  # rules.roles.caldicott.Arrangement
    senior_post = models.CharField(max_length=160, blank=True)  # their post in words, where no staff record says it
    posts = models.JSONField(default=list)  # the holder's posts when appointed or last confirmed
    seniority_reason = models.TextField(blank=True)
    evidence_kind = models.CharField(max_length=24, blank=True)  # job description, minutes, letter
    evidence_note = models.TextField(blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    accepted_by = models.CharField(max_length=120, blank=True)
    conflict_result = models.CharField(max_length=16, blank=True)
    conflict_answers = models.JSONField(default=dict)  # the facts put to rules.roles.conflicts
    conflict_findings = models.JSONField(default=list)
    conflict_reason = models.TextField(blank=True)
    reports_to = models.CharField(max_length=160, blank=True)
    expertise = models.TextField(blank=True)  # how expert knowledge of data protection was shown
    service_knowledge = models.TextField(blank=True)  # how understanding of this service was shown
    contract_note = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    regulator_told_on = models.DateField(null=True, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField()
    profile_seen = models.JSONField(default=dict)  # the provider's facts when last confirmed
    next_review_on = models.DateField()
    ended_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "role", "until_on"], name="appointment_open")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "role"],
                condition=models.Q(until_on=None, is_deputy=False, is_accountable=True),
                name="appointment_one_accountable",
            ),
            models.CheckConstraint(
                condition=(models.Q(person__isnull=False) & models.Q(firm=""))
                | (models.Q(person__isnull=True) & ~models.Q(firm="")),
                name="appointment_person_or_firm",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on")),
                name="appointment_ends_after_start",
            ),
            models.CheckConstraint(condition=~models.Q(conflict_result="BLOCK"), name="appointment_never_blocked"),
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.from_on}"


class RoleDecision(TenantRow):
    """A recorded decision not to appoint, with its reason and when to look again."""

    role = models.CharField(max_length=24)
    reason = models.TextField()
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=120)
    review_on = models.DateField()
    profile_seen = models.JSONField(default=dict)  # the provider's facts when decided
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "role"], condition=models.Q(ended_on=None), name="decision_once_while_open"
            )
        ]

    def __str__(self) -> str:
        return f"No {self.role}, decided {self.decided_on}"


class HandoverStep(TenantRow):
    """One line of the checklist that a departing holder leaves behind."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="handover")
    code = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["appointment", "code"], name="handover_step_once")
        ]

    def __str__(self) -> str:
        return self.label
