"""Reads assessments with their steps, risks and measures as values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from guardbook.records.base import TenantQuerySet
from guardbook.records.models import ImpactAssessment, ImpactMeasure, ImpactRisk, ImpactStep
from guardbook.rules.dpia import questions, risk, screening, states
from guardbook.rules.dpia.review import Rests
from guardbook.rules.dpia.risk import Level, Likelihood, Severity
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.states import Event, State
from guardbook.rules.dpia.telling import Kind


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to an assessment."""

    event: Event
    at: datetime
    by: str
    by_user_id: UUID | None
    note: str


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk as it is kept."""

    id: UUID
    kind: risk.Kind
    what: str
    harm: str
    cause: str
    source: str
    likelihood: Likelihood | None
    severity: Severity | None
    likelihood_after: Likelihood | None
    severity_after: Severity | None

    @property
    def before(self) -> Level | None:
        """Its level without the measures."""
        return risk.level(self.likelihood, self.severity)

    @property
    def after(self) -> Level | None:
        """Its level with them."""
        return risk.level(self.likelihood_after, self.severity_after)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as it is kept."""

    id: UUID
    name: str
    about: str
    risks: tuple[UUID, ...]
    owner: str
    due_on: date | None
    is_before_start: bool
    done_on: date | None
    done_by: str


@dataclass(frozen=True, slots=True)
class Impact:
    """One change with all that is kept of it. ``recorded`` is its state before anybody asks whether it is due."""

    id: UUID
    name: str
    kind: Kind | None
    told: str
    told_by: str
    told_at: datetime
    criteria: frozenset[Criterion]
    screened: frozenset[Group]
    reason_not_to: str
    answers: Mapping[str, str]
    uses: tuple[str, ...]
    systems: tuple[str, ...]
    suppliers: tuple[str, ...]
    chosen_by_id: UUID | None
    chosen_by_name: str
    consulted: str
    not_consulted_because: str
    adviser: str
    advice: str
    advised_on: date | None
    advice_followed: bool | None
    advice_answer: str
    decided_by: str
    decided_on: date | None
    rests_on: tuple[Rests, ...]
    review_on: date | None
    regulator_asked_on: date | None
    regulator_answer: str
    live_on: date | None
    came_from_file: Mapping[str, Any] | None
    steps: tuple[Step, ...]
    risks: tuple[Risk, ...]
    measures: tuple[Measure, ...]

    @property
    def recorded(self) -> State:
        """The state that the recorded events lead to."""
        return states.replay(each.event for each in self.steps)

    @property
    def screening(self) -> screening.Facts:
        """What the screening is judged by."""
        watches = self.kind is not None and self.kind.watches
        return screening.Facts(self.criteria, watches, self.reason_not_to)

    @property
    def residual(self) -> Level | None:
        """The worst risk that is left; None while one is not weighed, or there is none."""
        left = [each.after for each in self.risks]
        return None if None in left else risk.worst(left)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that must still be answered."""
        return questions.unanswered(self.answers)

    @property
    def links(self) -> Mapping[str, tuple[str, ...]]:
        """The entries it is about, by register."""
        return {"processing": self.uses, "systems": self.systems, "suppliers": self.suppliers}


_BESIDE = {"steps", "risks", "measures", "chosen_by_name"}
_COLUMNS = tuple(each.name for each in fields(Impact) if each.name not in _BESIDE)


def read(rows: TenantQuerySet[ImpactAssessment], *, whole: bool = True) -> list[Impact]:
    """Assessments in the order of the rows. Four queries; without ``whole`` the file each came from is left out."""
    columns = _COLUMNS if whole else tuple(name for name in _COLUMNS if name != "came_from_file")
    held = list(rows.annotate(chosen_by_name=F("chosen_by__name")).values(*columns, "chosen_by_name"))
    keys = [row["id"] for row in held]
    steps = _by_assessment(ImpactStep.objects.filter(assessment_id__in=keys), Step)
    risks = _by_assessment(ImpactRisk.objects.filter(assessment_id__in=keys), Risk)
    measures = _by_assessment(ImpactMeasure.objects.filter(assessment_id__in=keys), Measure)
    return [
        _impact(
            row,
            tuple(Step(**each | {"event": Event(each["event"])}) for each in steps[row["id"]]),
            tuple(_risk(each) for each in risks[row["id"]]),
            tuple(
                Measure(**each | {"risks": tuple(UUID(one) for one in each["risks"])}) for each in measures[row["id"]]
            ),
        )
        for row in held
    ]


def _by_assessment(rows: TenantQuerySet[Any], shape: type[Any]) -> Mapping[UUID, list[dict[str, Any]]]:
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    names = [each.name for each in fields(shape)]
    for row in rows.order_by("id").values("assessment_id", *names):
        found[row.pop("assessment_id")].append(row)
    return found


def _impact(row: dict[str, Any], steps: Sequence[Step], risks: Sequence[Risk], measures: Sequence[Measure]) -> Impact:
    made = {
        "kind": Kind(row["kind"]) if row["kind"] else None,
        "criteria": frozenset(_members(Criterion, row["criteria"])),
        "screened": frozenset(_members(Group, row["screened"])),
        "rests_on": tuple(Rests(**each) for each in row["rests_on"]),
        "chosen_by_name": row["chosen_by_name"] or "",
        "came_from_file": row.get("came_from_file"),
        **{name: tuple(row[name]) for name in ("uses", "systems", "suppliers")},
    }
    return Impact(**row | made, steps=tuple(steps), risks=tuple(risks), measures=tuple(measures))


def _risk(row: dict[str, Any]) -> Risk:
    weighed = {
        name: vocabulary(row[name]) if row[name] else None
        for name, vocabulary in (
            ("likelihood", Likelihood),
            ("severity", Severity),
            ("likelihood_after", Likelihood),
            ("severity_after", Severity),
        )
    }
    return Risk(**row | weighed | {"kind": risk.Kind(row["kind"])})


def _members(vocabulary: Any, values: Iterable[str]) -> Iterable[Any]:
    """What is still in a vocabulary; a word that is gone from it means nothing."""
    known = {each.value for each in vocabulary}
    return (vocabulary(each) for each in values if each in known)
