"""What people decided about things to do, and how they are reminded: by cause, so that the list itself is never stored."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class Assignment(TenantRow):
    """Who does a thing, and perhaps by when. ``user`` None with a day is a day agreed for whoever does it."""

    cause = models.CharField(max_length=160)
    user = models.ForeignKey("records.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by_on = models.DateField(null=True, blank=True)
    assigned_at = models.DateTimeField()
    assigned_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "cause"], name="assignment_once")
        ]

    def __str__(self) -> str:
        return self.cause


class PutOff(TenantRow):
    """A thing that may wait until a day, why, and how bad it was when somebody decided so."""

    cause = models.CharField(max_length=160)
    until_on = models.DateField()
    reason = models.TextField()
    consequence = models.CharField(max_length=20)
    put_off_at = models.DateTimeField()
    put_off_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "cause"], name="put_off_once")
        ]

    def __str__(self) -> str:
        return self.cause


class ReminderChoice(TenantRow):
    """How somebody wants to be reminded. Without a row: a letter for each reminder."""

    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    choice = models.CharField(max_length=10)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "user"], name="reminder_choice_once")
        ]

    def __str__(self) -> str:
        return self.choice


class ReminderSent(TenantRow):
    """One reminder that was put in the outbox. The constraint is why nobody is reminded of the same thing twice."""

    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    cause = models.CharField(max_length=160)
    due_on = models.DateField()
    window = models.SmallIntegerField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "user", "cause", "due_on", "window"], name="reminder_once")
        ]

    def __str__(self) -> str:
        return f"{self.cause} at {self.window}"


class AgendaRound(TenantRow):
    """When a provider's list was last looked through for reminders, and how often its facts had moved by then."""

    looked_on = models.DateField()
    facts_seq = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation"], name="agenda_round_once")
        ]

    def __str__(self) -> str:
        return f"Looked through on {self.looked_on}"


class FeedAddress(TenantRow):
    """A private address of somebody's calendar. Only a digest of its secret is kept, and it can be ended."""

    user = models.ForeignKey("records.User", on_delete=models.CASCADE, related_name="+")
    whose = models.CharField(max_length=10)  # mine, all
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation", "user", "whose"],
                condition=models.Q(ended_at=None),
                name="feed_address_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"Calendar address ({self.whose})"
