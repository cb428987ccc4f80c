"""Turns the rows of a case into the value that the rules judge, with its clock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from guardbook.content import clocks
from guardbook.records.models import RightsCase, RightsStep
from guardbook.rules.clocks.published import Published
from guardbook.rules.rights import standing
from guardbook.rules.rights.cases import Case, Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.standing import Standing
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, How, Kind, Requester

_LETTERS = {Kind.REQUEST: "R", Kind.COMPLAINT: "C", Kind.DISCLOSURE: "D"}


@dataclass(frozen=True, slots=True)
class Written:
    """A step with who wrote it down, and when."""

    step: Step
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One case as it is kept: how people call it, what it is, and how it stands today."""

    id: UUID
    reference: str
    version: int
    case: Case
    standing: Standing
    log: tuple[Written, ...]
    recorded_at: datetime
    recorded_by: str
    report_id: UUID | None = None


def published() -> Published:
    """The bank holidays and the dated law that count here today."""
    return clocks.published(Path(settings.DATA_FOLDER))


def reference(kind: Kind, year: int, number: int) -> str:
    """How people call it: R-2026-3."""
    return f"{_LETTERS[kind]}-{year}-{number}"


def kept(rows: Sequence[RightsCase], today: date) -> tuple[Kept, ...]:
    """Cases with their steps, in the order of the rows. One query."""
    steps = _steps(row.pk for row in rows)
    known = published()
    return tuple(_kept(row, steps[row.pk], known, today) for row in rows)


def case_of(row: RightsCase, steps: Iterable[Step]) -> Case:
    """The value behind a row and its steps."""
    return Case(
        Received(
            Kind(row.kind),
            row.received_on,
            How(row.how),
            row.words,
            row.person,
            Requester(row.requester),
            row.requester_name,
            row.contact,
            Asked(row.asked) if row.asked else None,
            Asker(row.asker) if row.asker else None,
            row.heard_by,
            row.power,
        ),
        tuple(steps),
    )


def step_of(row: RightsStep) -> Step:
    """The value behind a row of the log."""
    return Step(
        Event(row.event), row.happened_on, row.words, row.choice, row.person, row.place, tuple(row.tags), row.other_on
    )


def _steps(cases: Iterable[UUID]) -> dict[UUID, list[Written]]:
    found: dict[UUID, list[Written]] = defaultdict(list)
    for row in RightsStep.objects.filter(case_id__in=list(cases)).order_by("number"):
        found[row.case_id].append(Written(step_of(row), row.recorded_at, row.recorded_by))
    return found


def _kept(row: RightsCase, log: Sequence[Written], known: Published, today: date) -> Kept:
    case = case_of(row, (each.step for each in log))
    return Kept(
        row.pk,
        reference(case.kind, row.year, row.number),
        row.version,
        case,
        standing.standing(case, known, today),
        tuple(log),
        row.recorded_at,
        row.recorded_by,
        row.report_id,
    )
