"""Every change to the training that people have done."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, Refused
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Person, TrainingCompletion
from guardbook.rules.access import Permission
from guardbook.rules.training import records
from guardbook.rules.training.records import Stored


@action(Permission.PEOPLE_EDIT)
def record(change: Change, *, person_ids: Iterable[UUID], training: Stored) -> int:
    """Record one training that people did together; return for how many it is new.

    Somebody who already has the same course on the same day is left as they are.

    Raises:
        NotFound: one of them is not on this staff list.
        Refused: nobody is named, or the date has not come yet.
    """
    wanted = list(dict.fromkeys(person_ids))
    if not wanted:
        raise Refused("Choose at least one person.")
    _check_date(training.completed_on, change.today)
    if Person.objects.of(change.organisation_id).filter(pk__in=wanted).count() != len(wanted):
        raise NotFound
    have = set(_standing(change, training).filter(person_id__in=wanted).values_list("person_id", flat=True))
    made = change.create_many([_row(change, person_id, training) for person_id in wanted if person_id not in have])
    for row in made:
        change.record("training.completion.recorded", subject=row, details={"person": str(row.person_id)})
    return len(made)


@action(Permission.PEOPLE_EDIT)
def correct(change: Change, *, completion_id: UUID, training: Stored, reason: str) -> UUID:
    """Put a training record right: the old one is withdrawn with the reason, and a new one stands.

    Raises:
        NotFound: there is no such record, or it was withdrawn before.
        Refused: no reason, a date that has not come, or the same training is already recorded.
    """
    _check_date(training.completed_on, change.today)
    old = _withdrawn(change, completion_id, reason)
    if _standing(change, training).filter(person_id=old.person_id).exists():
        raise Refused("This person already has this course on this day.")
    (new,) = change.create_many([_row(change, old.person_id, training)])
    change.record(
        "training.completion.corrected", subject=new, details={"reason": reason, "person": str(old.person_id)}
    )
    return new.pk


@action(Permission.PEOPLE_EDIT)
def withdraw(change: Change, *, completion_id: UUID, reason: str) -> None:
    """Take a training record out of the count, and keep it with the reason.

    Raises:
        NotFound: there is no such record, or it was withdrawn before.
        Refused: no reason is given.
    """
    row = _withdrawn(change, completion_id, reason)
    change.record(
        "training.completion.withdrawn", subject=row, details={"reason": reason, "person": str(row.person_id)}
    )


def add_many(change: Change, rows: Iterable[tuple[UUID, Stored]]) -> list[TrainingCompletion]:
    """Part of an action: store many training records at once."""
    return change.create_many([_row(change, person_id, training) for person_id, training in rows])


def _row(change: Change, person_id: UUID, training: Stored) -> TrainingCompletion:
    return TrainingCompletion(
        organisation_id=change.organisation_id,
        person_id=person_id,
        course=training.course,
        level=training.level.value,
        completed_on=training.completed_on,
        evidence=training.proof.value,
        evidence_note=training.note,
        modules_done=training.modules_done,
        quiz_percent=training.quiz_percent,
        is_mapped=training.is_mapped,
        is_valid=records.counts_for_everyone(training),
    )


def _standing(change: Change, training: Stored) -> TenantQuerySet[TrainingCompletion]:
    return TrainingCompletion.objects.of(change.organisation_id).filter(
        course=training.course, completed_on=training.completed_on, withdrawn_at=None
    )


def _withdrawn(change: Change, completion_id: UUID, reason: str) -> TrainingCompletion:
    if not reason.strip():
        raise Refused("Say why this record is taken out.")
    row = fresh(TrainingCompletion, change.organisation_id, completion_id)
    if row.withdrawn_at is not None:
        raise NotFound
    row.withdrawn_at, row.withdrawn_reason = change.now, reason.strip()
    change.save(row)
    return row


def _check_date(completed_on: date, today: date) -> None:
    if completed_on > today:
        raise Refused("The day they finished has not come yet. Check the year.")
