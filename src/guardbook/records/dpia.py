"""Changes that somebody told us about, and the impact assessments that follow from some of them."""

from typing import ClassVar

from django.db import models

from guardbook.records.base import TenantRow


class ImpactAssessment(TenantRow):
    """One change: what was told, how it was screened, and the whole assessment where one is made.

    Its state is not kept: it is worked out by replaying its ``ImpactStep`` rows.
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, blank=True)  # rules.dpia.telling.Kind
    told = models.TextField(blank=True)
    told_by = models.CharField(max_length=120)
    told_at = models.DateTimeField()
    criteria = models.JSONField(default=list)  # rules.dpia.screening.Criterion
    screened = models.JSONField(default=list)  # the rules.dpia.screening.Group screens answered so far
    reason_not_to = models.TextField(blank=True)
    answers = models.JSONField(default=dict)  # by the key of rules.dpia.questions
    uses = models.JSONField(default=list)  # entries of the record of processing it is about
    systems = models.JSONField(default=list)
    suppliers = models.JSONField(default=list)
    chosen_by = models.ForeignKey("records.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    consulted = models.TextField(blank=True)
    not_consulted_because = models.TextField(blank=True)
    adviser = models.CharField(max_length=200, blank=True)
    advice = models.TextField(blank=True)
    advised_on = models.DateField(null=True, blank=True)
    advice_followed = models.BooleanField(null=True, blank=True)
    advice_answer = models.TextField(blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    rests_on = models.JSONField(default=list)  # rules.dpia.review.Rests when it was signed off
    review_on = models.DateField(null=True, blank=True)
    regulator_asked_on = models.DateField(null=True, blank=True)
    regulator_answer = models.TextField(blank=True)
    live_on = models.DateField(null=True, blank=True)
    came_from_file = models.JSONField(null=True, blank=True)  # the PIA file it was brought in from, whole

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "told_at"], name="impact_by_time"),
        ]

    def __str__(self) -> str:
        return self.name


class ImpactStep(TenantRow):
    """One event of an assessment; never changed."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="steps")
    event = models.CharField(max_length=24)  # rules.dpia.states.Event
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_user_id = models.UUIDField(null=True, blank=True)
    note = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.event


class ImpactRisk(TenantRow):
    """One risk to people, weighed before and after the measures."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="risks")
    kind = models.CharField(max_length=16)  # rules.dpia.risk.Kind
    what = models.CharField(max_length=300)
    harm = models.TextField(blank=True)
    cause = models.TextField(blank=True)
    source = models.TextField(blank=True)
    likelihood = models.CharField(max_length=16, blank=True)
    severity = models.CharField(max_length=16, blank=True)
    likelihood_after = models.CharField(max_length=16, blank=True)
    severity_after = models.CharField(max_length=16, blank=True)

    def __str__(self) -> str:
        return self.what


class ImpactMeasure(TenantRow):
    """Something done against risks, by somebody, by a day. ``risks`` are the identifiers of those it is against."""

    assessment = models.ForeignKey(ImpactAssessment, on_delete=models.CASCADE, related_name="measures")
    name = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    risks = models.JSONField(default=list)
    owner = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_before_start = models.BooleanField(default=False)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class ImpactFile(TenantRow):
    """A PIA file that somebody looks at before it is brought in. Gone once that is decided."""

    name = models.CharField(max_length=200)
    content = models.JSONField()
    read_by = models.CharField(max_length=120)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
