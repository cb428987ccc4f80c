"""Questions about training: the figure, each person's records, and the analysis of needs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import people
from guardbook.queries.access import Context, question
from guardbook.queries.roles import held
from guardbook.records.models import TrainingCompletion, TrainingNeeds
from guardbook.rules.access import Permission
from guardbook.rules.roles.vocabulary import Role
from guardbook.rules.training import coverage, needs, records
from guardbook.rules.training.coverage import Change, Coverage, CoverageFacts, Standard, Trainee
from guardbook.rules.training.needs import Duty, Held, Learner, Level, NeedsFacts
from guardbook.rules.training.records import Stored
from guardbook.rules.training.validity import Proof, Validity


@dataclass(frozen=True, slots=True)
class Completion:
    """One training record, whose it is, and what it is worth."""

    id: UUID
    person_id: UUID
    stored: Stored
    withdrawn_at: datetime | None
    withdrawn_reason: str

    @property
    def validity(self) -> Validity:
        """What the record is worth, and why."""
        return records.judge(self.stored)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands: their latest training that counts, and the first day it no longer does."""

    person: people.Entry
    trained_on: date | None
    lapses_on: date | None
    is_eligible: bool
    is_trained: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The figure on a day, everyone's standing by name, and how the figure moves over time."""

    as_of: date
    planned_on: date | None
    coverage: Coverage
    standings: tuple[Standing, ...]
    timeline: tuple[Change, ...]
    fails_on: date | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A training needs analysis: which job needs which level, who approved it and when."""

    id: UUID
    approved_on: date
    approved_by: str
    levels: Mapping[str, Level]
    note: str


_DUTIES = {
    Role.DSP_LEAD: Duty.LEAD,
    Role.DPO: Duty.DPO,
    Role.CALDICOTT_GUARDIAN: Duty.CALDICOTT_GUARDIAN,
    Role.SIRO: Duty.SIRO,
}
_COLUMNS = (
    "id",
    "person_id",
    "course",
    "level",
    "completed_on",
    "evidence",
    "evidence_note",
    "modules_done",
    "quiz_percent",
    "is_mapped",
    "withdrawn_at",
    "withdrawn_reason",
)


@question(Permission.PEOPLE_VIEW)
def picture(ctx: Context, *, as_of: date, planned_on: date | None, standard: Standard) -> Picture:
    """Return the training figure on a day with its names and its course over time. Two queries."""
    everybody, counted = people.everybody(ctx), _counted(ctx)
    trainees = [Trainee(one.facts(as_of), tuple(counted.get(one.id, ()))) for one in everybody]
    facts = CoverageFacts(as_of, tuple(trainees), planned_on, standard)
    changes = coverage.timeline(trainees, standard.window)
    return Picture(
        as_of=as_of,
        planned_on=planned_on,
        coverage=coverage.coverage(facts),
        standings=tuple(
            _standing(entry, trainee, as_of, standard) for entry, trainee in zip(everybody, trainees, strict=True)
        ),
        timeline=changes,
        fails_on=coverage.fails_on(changes, standard, as_of),
    )


@question(Permission.PEOPLE_VIEW)
def of_person(ctx: Context, person_id: UUID) -> tuple[Completion, ...]:
    """Return one person's training records, newest first, withdrawn ones last. One query."""
    rows = TrainingCompletion.objects.of(ctx.organisation_id).filter(person_id=person_id)
    found = [_completion(row) for row in rows.order_by("-completed_on", "-id").values(*_COLUMNS)]
    return tuple(sorted(found, key=lambda one: one.withdrawn_at is not None))


@question(Permission.PEOPLE_VIEW)
def completion(ctx: Context, completion_id: UUID) -> Completion:
    """Return one training record. Raises NotFound when there is none here. One query."""
    row = TrainingCompletion.objects.of(ctx.organisation_id).filter(pk=completion_id).values(*_COLUMNS).first()
    if row is None:
        raise NotFound
    return _completion(row)


@question(Permission.PEOPLE_VIEW)
def analysis(ctx: Context) -> Analysis | None:
    """Return the latest training needs analysis, or None. One query."""
    latest = TrainingNeeds.objects.of(ctx.organisation_id).order_by("-approved_on", "-id").first()
    if latest is None:
        return None
    levels = {job: Level(level) for job, level in latest.levels.items()}
    return Analysis(latest.pk, latest.approved_on, latest.approved_by, levels, latest.note)


@question(Permission.PEOPLE_VIEW)
def roles_of(ctx: Context, person_id: UUID) -> tuple[held.Holding, ...]:
    """Return the roles this person holds today, deputies' too. One query."""
    today = clock.uk_today(ctx.now)
    return tuple(
        one for one in held.holdings(ctx.organisation_id) if one.person_id == person_id and one.holds_on(today)
    )


@question(Permission.PEOPLE_VIEW)
def of_role_holders(ctx: Context) -> needs.Analysis:
    """Return what the holders of key roles need and lack today, with items 3.1.1 and 3.4.1. Three queries."""
    today = clock.uk_today(ctx.now)
    people_of: dict[UUID, list[held.Holding]] = defaultdict(list)
    for one in held.holdings(ctx.organisation_id):
        if one.person_id is not None and one.holds_on(today):
            people_of[one.person_id].append(one)
    rows = TrainingCompletion.objects.of(ctx.organisation_id).filter(withdrawn_at=None, is_valid=True)
    reached: dict[UUID, list[Held]] = defaultdict(list)
    for person_id, level, on in rows.values_list("person_id", "level", "completed_on"):
        if person_id in people_of:
            reached[person_id].append(Held(Level(level), on))
    latest = analysis(ctx)
    learners = tuple(
        Learner(holdings[0].name, tuple(_DUTIES[one.role] for one in holdings), held=tuple(reached[person_id]))
        for person_id, holdings in people_of.items()
    )
    return needs.needs(NeedsFacts(today, learners, latest.approved_on if latest else None))


@question(Permission.PEOPLE_VIEW)
def export_rows(ctx: Context) -> tuple[tuple[people.Entry, Completion], ...]:
    """Return every training record that stands, with its person, by name and date. Two queries."""
    by_id = {entry.id: entry for entry in people.everybody(ctx)}
    rows = TrainingCompletion.objects.of(ctx.organisation_id).filter(withdrawn_at=None)
    found = [_completion(row) for row in rows.order_by("completed_on", "id").values(*_COLUMNS)]
    pairs = [(by_id[one.person_id], one) for one in found if one.person_id in by_id]
    return tuple(sorted(pairs, key=lambda pair: pair[0].name.casefold()))


def _counted(ctx: Context) -> Mapping[UUID, Sequence[date]]:
    """The days of training that counts, by person. One query."""
    rows = TrainingCompletion.objects.of(ctx.organisation_id).filter(withdrawn_at=None, is_valid=True)
    days: dict[UUID, list[date]] = defaultdict(list)
    for person_id, on in rows.exclude(level=Level.AWARENESS).values_list("person_id", "completed_on"):
        days[person_id].append(on)
    return days


def _standing(entry: people.Entry, trainee: Trainee, as_of: date, standard: Standard) -> Standing:
    window = standard.window
    past = [on for on in trainee.completed_on if on <= as_of]
    latest = max(past, default=None)
    return Standing(
        person=entry,
        trained_on=latest,
        lapses_on=None if latest is None else window.lapses_on(latest),
        is_eligible=coverage.is_eligible(trainee.person, as_of),
        is_trained=latest is not None and window.counts(latest, as_of),
    )


def _completion(row: Mapping[str, object]) -> Completion:
    stored = Stored(
        course=str(row["course"]),
        completed_on=row["completed_on"],  # type: ignore[arg-type]  # a date column
        proof=Proof(str(row["evidence"])),
        level=Level(str(row["level"])),
        note=str(row["evidence_note"]),
        modules_done=row["modules_done"],  # type: ignore[arg-type]  # a number column
        quiz_percent=row["quiz_percent"],  # type: ignore[arg-type]  # a number column
        is_mapped=bool(row["is_mapped"]),
    )
    return Completion(
        id=row["id"],  # type: ignore[arg-type]  # a UUID column
        person_id=row["person_id"],  # type: ignore[arg-type]  # a UUID column
        stored=stored,
        withdrawn_at=row["withdrawn_at"],  # type: ignore[arg-type]  # an instant column
        withdrawn_reason=str(row["withdrawn_reason"]),
    )
