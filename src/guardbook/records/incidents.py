"""Incidents: what happened, who knew when, what was judged and decided, who was told, and what was learnt."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow
from guardbook.rules.access import Permission


class Incident(TenantRow):
    """One incident. Moments of awareness are kept for good: opening again or correcting never loses the first."""

    seen_by = Permission.INCIDENT_VIEW

    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default="LOGGED")  # rules.incidents.vocabulary.State
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=160)
    story = models.TextField()
    found_on = models.DateField()
    report_id = models.UUIDField(null=True, blank=True)  # the report from the public page that it came from
    suspected_at = models.DateTimeField(null=True, blank=True)
    certain_at = models.DateTimeField(null=True, blank=True)
    staff_certain_at = models.DateTimeField(null=True, blank=True)
    supplier_aware_at = models.DateTimeField(null=True, blank=True)
    supplier_told_at = models.DateTimeField(null=True, blank=True)
    gap_reason = models.TextField(blank=True)
    logged_at = models.DateTimeField()
    logged_by = models.CharField(max_length=120)
    owner = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    owner_name = models.CharField(max_length=120, blank=True)
    answers = models.JSONField(default=dict)  # rules.incidents.triage.Answers
    event_class = models.CharField(max_length=30, blank=True)
    kinds = models.JSONField(default=list)
    triaged_at = models.DateTimeField(null=True, blank=True)
    judged = models.JSONField(default=dict)  # the prompts and scores as somebody answered them
    risk = models.CharField(max_length=20, blank=True)
    people_number = models.PositiveIntegerField(null=True, blank=True)
    advice_asked_on = models.DateField(null=True, blank=True)
    advice = models.TextField(blank=True)
    advice_by = models.CharField(max_length=120, blank=True)
    no_advice_because = models.TextField(blank=True)
    second_kind = models.CharField(max_length=20, blank=True)
    second_who = models.CharField(max_length=120, blank=True)
    second_said = models.TextField(blank=True)
    second_on = models.DateField(null=True, blank=True)
    regulator_decided = models.BooleanField(null=True, blank=True)
    individuals_decided = models.BooleanField(null=True, blank=True)
    exemption = models.CharField(max_length=10, blank=True)
    rationale = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    notice = models.JSONField(default=dict)  # the fields of rules.incidents.notice as written so far
    outstanding = models.JSONField(default=list)
    notified_at = models.DateTimeField(null=True, blank=True)
    delay_reason = models.TextField(blank=True)
    cause_found = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    process_changed = models.BooleanField(null=True, blank=True)
    managers_told_on = models.DateField(null=True, blank=True)
    managers_told = models.CharField(max_length=120, blank=True)
    actions_agreed_by = models.CharField(max_length=120, blank=True)
    new_facts_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "state", "found_on"], name="incident_open"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "year", "number"], name="incident_number_once"),
            models.CheckConstraint(
                condition=~models.Q(state="CLOSED") | models.Q(closed_at__isnull=False), name="incident_closed_at"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_at=None) | ~models.Q(rationale=""), name="incident_decided_with_reason"
            ),
        ]

    @property
    def reference(self) -> str:
        """Its number as people quote it: it never changes."""
        return f"INC-{self.year}-{self.number:03}"

    def __str__(self) -> str:
        return self.reference


class IncidentNamed(TenantRow):
    """Somebody whom a report or an incident names as having done something. They do not see it."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="named")
    person = models.ForeignKey("records.Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incident", "person"], name="incident_named_once")
        ]

    def __str__(self) -> str:
        return "Somebody named"


class IncidentTrack(TenantRow):
    """Somebody who may have to be told of an incident: whether, why, and what became of it."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="tracks")
    track = models.CharField(max_length=20)  # rules.incidents.vocabulary.Track
    state = models.CharField(max_length=12)
    why = models.TextField(blank=True)
    how = models.TextField(blank=True)
    by_hand = models.BooleanField(default=False)  # somebody set it, so that answering the questions again leaves it
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    reference = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incident", "track"], name="incident_track_once"),
            models.CheckConstraint(
                condition=~models.Q(state="EXEMPT") | ~models.Q(why=""), name="incident_track_excused_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.track}: {self.state}"


class IncidentNote(TenantRow):
    """One line of what was done and said, in order. Lines are only ever added."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    about = models.CharField(max_length=60, blank=True)  # a correction: what was corrected,
    old = models.TextField(blank=True)  # what it said before,
    new = models.TextField(blank=True)  # and what it says now

    def __str__(self) -> str:
        return self.kind


class IncidentNotice(TenantRow):
    """One notice as it went to the regulator: its words, what was still to follow, and by which way."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="notices")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    via = models.CharField(max_length=10)
    said = models.JSONField(default=dict)
    outstanding = models.JSONField(default=list)
    reference = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} at {self.sent_at}"


class IncidentAction(TenantRow):
    """Something to do so that it does not happen again: who does it, and by when."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField(max_length=300)
    owner = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    owner_name = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return "Action"


class IncidentAlarm(TenantRow):
    """One reminder of a running clock that was put in the outbox. The constraint is why each goes once."""

    seen_by = Permission.INCIDENT_VIEW

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    hours = models.SmallIntegerField()
    at = models.DateTimeField()
    was_sent = models.BooleanField(default=True)  # False: a later one was due already, so it was passed over

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incident", "user", "hours"], name="incident_alarm_once")
        ]

    def __str__(self) -> str:
        return f"{self.hours} hours"
