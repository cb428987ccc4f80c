"""Freezing answers, and recording what was published on the portal."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q

from guardbook.actions.assessment import starting
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating, freezing
from guardbook.records.models import Evidence, Publication, Snapshot
from guardbook.rules.access import Permission
from guardbook.rules.assessment import years
from guardbook.rules.assessment.status import Goal


@dataclass(frozen=True, slots=True)
class Frozen:
    """A snapshot that was made: its identifier, its number, and the digest of its content."""

    snapshot_id: UUID
    number: int
    digest: str


@action(Permission.ASSESSMENT_PUBLISH)
def freeze(change: Change, *, framework: str, version: str, goal: Goal) -> Frozen:
    """Freeze every answer as it stands into a numbered snapshot.

    Raises:
        NotFound: the assessment has not started.
        Refused: the level is not ready; each sentence says what is missing.
    """
    assessment = starting.locked(change, framework, version)
    context = Context(change.by, change.organisation_id, change.now)
    pack = frameworks.pack(framework, version)
    found = evaluating.one(context, pack, evaluating.run(context, framework, version))
    level = found.status.level(goal)
    if not level.is_ready:
        raise Refused(*_missing(level.barred, [f"{each.ref}: {each.why}" for each in level.missing]))
    held = Snapshot.objects.of(change.organisation_id).filter(assessment=assessment)
    number = (held.aggregate(last=Max("number"))["last"] or 0) + 1
    body = freezing.body(context, found, goal, number)
    row = change.create(
        Snapshot,
        assessment=assessment,
        number=number,
        level=goal,
        body=body,
        digest=freezing.digest(body),
        frozen_at=change.now,
        frozen_by=change.by.name,
    )
    change.record("assessment.snapshot.frozen", subject=row, details={"level": goal, "digest": row.digest})
    return Frozen(row.pk, number, row.digest)


@action(Permission.ASSESSMENT_PUBLISH)
def record_publication(
    change: Change, *, framework: str, version: str, on: date, goal: Goal, snapshot_id: UUID | None = None
) -> UUID:
    """Record that somebody published on the NHS portal, on which day and at which level.

    Raises:
        NotFound: there is no such version or snapshot.
        Refused: the day is to come, or a level cannot be used again.
    """
    pack = frameworks.pack(framework, version)
    if on > change.today:
        raise Refused("Enter a day that is not in the future.")
    held = Publication.objects.of(change.organisation_id).filter(framework=framework, withdrawn_at=None)
    if held.filter(published_on=on, level=goal).exists():
        raise Refused("This publication is recorded already.")
    used = Q(level=Goal.APPROACHING) | Q(published_on__lt=on)
    if goal is Goal.APPROACHING and held.filter(used).exists():
        raise Refused("Approaching Standards can be published only once, and not after a full publication.")
    row = change.create(
        Publication,
        framework=framework,
        version=pack.version,
        snapshot=fresh(Snapshot, change.organisation_id, snapshot_id) if snapshot_id else None,
        published_on=on,
        level=goal,
        expires_on=years.closes_on(years.after(years.year_of(on))),
        recorded_at=change.now,
        recorded_by=change.by.name,
    )
    change.record("assessment.publication.recorded", subject=row, details={"level": goal, "on": on.isoformat()})
    return row.pk


@action(Permission.ASSESSMENT_PUBLISH)
def keep_certificate(change: Change, *, publication_id: UUID, evidence_id: UUID) -> None:
    """Put the portal's own certificate with the publication it belongs to.

    Raises:
        NotFound: there is no such publication or file here.
    """
    row = fresh(Publication, change.organisation_id, publication_id)
    row.certificate = fresh(Evidence, change.organisation_id, evidence_id)
    change.save(row)
    change.record("assessment.certificate.kept", subject=row)


@action(Permission.ASSESSMENT_PUBLISH)
def withdraw_publication(change: Change, *, publication_id: UUID) -> None:
    """Take back a publication that was recorded by mistake.

    Raises:
        NotFound: there is none, or it was taken back already.
    """
    row = fresh(Publication, change.organisation_id, publication_id)
    if row.withdrawn_at is not None:
        raise NotFound
    row.withdrawn_at = change.now
    change.save(row)
    change.record("assessment.publication.withdrawn", subject=row)


def _missing(barred: str, missing: list[str]) -> list[str]:
    return [barred, *missing] if barred else missing
