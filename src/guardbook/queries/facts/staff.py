"""The staff list and training of many organisations, as counts and dates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import BooleanField, Case, Count, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.fields import DateField

from guardbook.kernel import dates
from guardbook.queries.facts.within import Batch
from guardbook.records.models import Person, TrainingCompletion, TrainingNeeds
from guardbook.rules import people
from guardbook.rules.facts import Cohort, Leavers, MissingJob, NeedsAnalysis, Starters
from guardbook.rules.training.needs import Level

T = TypeVar("T")
COUNTS_FOR_COVERAGE = tuple(level for level in Level if level is not Level.AWARENESS)
"""Levels whose training counts towards the yearly figure, as on the training pages."""


def last_completion(person: str, levels: Iterable[Level], as_of: date) -> Subquery:
    """The day a person last finished valid training at one of these levels, as a subquery.

    ``person`` is the outer column that holds the person.
    """
    found = TrainingCompletion.objects.filter(
        organisation_id=OuterRef("organisation_id"),
        person_id=OuterRef(person),
        level__in=list(levels),
        is_valid=True,
        withdrawn_at=None,
        completed_on__lte=as_of,
    )
    return Subquery(found.order_by("-completed_on").values("completed_on")[:1], output_field=DateField())


def cohorts(batch: Batch, as_of: date) -> Mapping[UUID, tuple[Cohort, ...]]:
    """Everybody who has not left by ``as_of``, counted by what matters. One query."""
    here = Person.objects.filter(batch.rows()).exclude(left_on__lt=as_of)
    rows = (
        here.annotate(
            begins=Case(When(started_on__gt=as_of, then=F("started_on")), output_field=DateField()),
            trained=last_completion("pk", COUNTS_FOR_COVERAGE, as_of),
            covered=_flag(~Q(kind=people.Kind.AGENCY) | Q(has_data_access=True)),
            clause=_flag(Q(clause_signed_on__isnull=False)),
            job=_flag(~Q(job_title="")),
            away=_flag(Q(absent_from__lte=as_of) & (Q(absent_until=None) | Q(absent_until__gte=as_of))),
        )
        .values_list("organisation_id", "begins", "left_on", "trained", "covered", "clause", "job", "away")
        .annotate(number=Count("pk"))
    )
    found: defaultdict[UUID, list[Cohort]] = defaultdict(list)
    for organisation_id, begins, leaves, trained, covered, clause, job, away, number in rows:
        found[organisation_id].append(Cohort(number, begins, leaves, trained, covered, clause, job, away))
    return _frozen(found)


@dataclass(frozen=True, slots=True)
class Movers:
    """Who came and who went around a day."""

    starters: tuple[Starters, ...] = ()
    leavers: tuple[Leavers, ...] = ()


def movers(batch: Batch, as_of: date) -> Mapping[UUID, Movers]:
    """Everybody who started or left in the year before ``as_of``, or is to. One query."""
    since = dates.add_months(as_of, -12)
    rows = (
        Person.objects.filter(batch.rows() & (Q(started_on__gt=since) | Q(left_on__gt=since)))
        .values_list("organisation_id", "started_on", "induction_on", "left_on", "access_removed_on")
        .annotate(number=Count("pk"))
    )
    came: defaultdict[UUID, list[Starters]] = defaultdict(list)
    went: defaultdict[UUID, list[Leavers]] = defaultdict(list)
    for organisation_id, started, inducted, left, removed, number in rows:
        if started is not None and started > since and (left is None or left >= as_of):
            came[organisation_id].append(Starters(number, started, inducted, left))
        if left is not None and left > since:
            went[organisation_id].append(Leavers(number, left, removed))
    return {key: Movers(tuple(came[key]), tuple(went[key])) for key in came.keys() | went.keys()}


def needs(batch: Batch, as_of: date) -> Mapping[UUID, NeedsAnalysis]:
    """The latest training needs analysis, with the jobs it leaves out. Two queries."""
    jobs = _jobs(batch, as_of)
    latest = TrainingNeeds.objects.filter(batch.rows(), approved_on__lte=as_of).order_by("approved_on", "id")
    found: dict[UUID, NeedsAnalysis] = {}
    for organisation_id, approved_on, approved_by, levels in latest.values_list(
        "organisation_id", "approved_on", "approved_by", "levels"
    ):
        covered = {title.strip().casefold() for title in levels}
        missing = tuple(
            MissingJob(job.title, job.until_on)
            for job in jobs.get(organisation_id, ())
            if job.title.strip().casefold() not in covered
        )
        found[organisation_id] = NeedsAnalysis(approved_on, approved_by, missing)
    return found


@dataclass(frozen=True, slots=True)
class _Job:
    title: str
    until_on: date | None


def _jobs(batch: Batch, as_of: date) -> Mapping[UUID, tuple[_Job, ...]]:
    here = Person.objects.filter(batch.rows()).exclude(left_on__lt=as_of).exclude(job_title="")
    rows = (
        here.values_list("organisation_id", "job_title")
        .annotate(last=Max("left_on"), staying=Count("pk", filter=Q(left_on=None)))
        .order_by("organisation_id", "job_title")
    )
    found: defaultdict[UUID, list[_Job]] = defaultdict(list)
    for organisation_id, title, last, staying in rows:
        found[organisation_id].append(_Job(title, None if staying else last))
    return _frozen(found)


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(value=True)), default=Value(value=False), output_field=BooleanField())


def _frozen(found: Mapping[UUID, list[T]]) -> dict[UUID, tuple[T, ...]]:
    return {key: tuple(values) for key, values in found.items()}
