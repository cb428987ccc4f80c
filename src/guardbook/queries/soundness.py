"""Is everything whole? What a drill counts after a kill, and says in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from guardbook.queries import access, audit
from guardbook.queries.assessment import freezing
from guardbook.records.models import AuditEvent, ImportRun, Person, Snapshot
from guardbook.rules.imports.runs import State


@dataclass(frozen=True, slots=True)
class Tally:
    """What one provider has: people, imports that were applied, frozen copies; and everything that is not whole."""

    people: int
    imports: int
    snapshots: int
    faults: tuple[str, ...]


def tally(organisation_id: UUID) -> Tally:
    """Count what a provider has, and look for anything half done."""
    with access.everything():
        return Tally(
            people=Person.objects.of(organisation_id).count(),
            imports=ImportRun.objects.of(organisation_id).filter(state=State.APPLIED).count(),
            snapshots=Snapshot.objects.of(organisation_id).count(),
            faults=(*audit.faults(), *_snapshot_faults(organisation_id), *_unsaid(organisation_id)),
        )


def _snapshot_faults(organisation_id: UUID) -> Iterator[str]:
    for row in Snapshot.objects.of(organisation_id):
        if freezing.digest(row.body) != row.digest:
            yield f"Frozen copy {row.number} does not match its fingerprint."


def _unsaid(organisation_id: UUID) -> Iterator[str]:
    said = AuditEvent.objects.filter(organisation_id=organisation_id, event="assessment.snapshot.frozen").count()
    if said != (kept := Snapshot.objects.of(organisation_id).count()):
        yield f"{kept} frozen copies are kept and the record of changes tells of {said}."
