"""Every change to training: what it leaves behind, and what it refuses."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people
from guardbook.actions.people import Details
from guardbook.actions.training import completions, needs
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.records.models import AuditEvent, TrainingCompletion, TrainingNeeds
from guardbook.rules.people import Kind
from guardbook.rules.training import records
from guardbook.rules.training.needs import Level
from guardbook.rules.training.validity import Proof
from tests.cast import Cast

DONE = records.national(date(2026, 9, 1), Proof.CERTIFICATE)


@pytest.fixture
def ana(cast: Cast) -> UUID:
    return people.add(cast.asha, details=Details("Ana Lopez", Kind.EMPLOYEE))


@pytest.fixture
def ben(cast: Cast) -> UUID:
    return people.add(cast.asha, details=Details("Ben Ode", Kind.EMPLOYEE))


def test_a_training_of_several_people_is_recorded_once_for_each(cast: Cast, ana: UUID, ben: UUID) -> None:
    first = completions.record(cast.asha, person_ids=[ana], training=DONE)
    second = completions.record(cast.asha, person_ids=[ana, ben, ben], training=DONE)

    assert (first, second) == (1, 1)
    assert set(TrainingCompletion.objects.values_list("person_id", "is_valid")) == {(ana, True), (ben, True)}
    assert AuditEvent.objects.filter(event="training.completion.recorded").count() == 2


def test_training_that_does_not_count_is_kept_as_such(cast: Cast, ana: UUID) -> None:
    completions.record(cast.asha, person_ids=[ana], training=replace(DONE, modules_done=3))

    assert not TrainingCompletion.objects.get().is_valid


def test_recording_nothing_for_all_still_needs_no_event(cast: Cast, ana: UUID) -> None:
    completions.record(cast.asha, person_ids=[ana], training=DONE)

    assert completions.record(cast.asha, person_ids=[ana], training=DONE) == 0


def test_a_correction_withdraws_and_adds(cast: Cast, ana: UUID) -> None:
    completions.record(cast.asha, person_ids=[ana], training=DONE)
    old = TrainingCompletion.objects.get()
    right = replace(DONE, completed_on=date(2026, 8, 1))

    completions.correct(cast.asha, completion_id=old.pk, training=right, reason="Typing mistake")

    old.refresh_from_db()
    assert (old.withdrawn_at, old.withdrawn_reason) == (cast.asha.now, "Typing mistake")
    assert TrainingCompletion.objects.get(withdrawn_at=None).completed_on == date(2026, 8, 1)


def test_a_correction_into_a_record_that_exists_is_undone(cast: Cast, ana: UUID) -> None:
    other = replace(DONE, completed_on=date(2026, 8, 1))
    for training in (DONE, other):
        completions.record(cast.asha, person_ids=[ana], training=training)
    old = TrainingCompletion.objects.get(completed_on=DONE.completed_on)

    with pytest.raises(Refused, match="already has this course"):
        completions.correct(cast.asha, completion_id=old.pk, training=other, reason="Typing mistake")

    assert TrainingCompletion.objects.filter(withdrawn_at=None).count() == 2


def test_a_record_is_taken_out_once_and_with_a_reason(cast: Cast, ana: UUID) -> None:
    completions.record(cast.asha, person_ids=[ana], training=DONE)
    key = TrainingCompletion.objects.get().pk

    with pytest.raises(Refused, match="Say why"):
        completions.withdraw(cast.asha, completion_id=key, reason=" ")
    completions.withdraw(cast.asha, completion_id=key, reason="Not hers")

    with pytest.raises(NotFound):
        completions.withdraw(cast.asha, completion_id=key, reason="Not hers")


def test_what_cannot_be_is_refused(cast: Cast, ana: UUID) -> None:
    with pytest.raises(Refused, match="at least one person"):
        completions.record(cast.asha, person_ids=[], training=DONE)
    with pytest.raises(Refused, match="has not come yet"):
        completions.record(cast.asha, person_ids=[ana], training=replace(DONE, completed_on=date(2026, 11, 23)))
    with pytest.raises(NotFound):
        completions.record(cast.asha, person_ids=[ana, uuid7()], training=DONE)


def test_needs_are_approved_by_somebody_on_a_day_that_has_come(cast: Cast) -> None:
    levels = {"Cook": Level.CORE}

    with pytest.raises(Refused) as refused:
        needs.approve(cast.asha, levels={}, approved_on=date(2026, 11, 23), approved_by=" ")
    needs.approve(cast.asha, levels=levels, approved_on=date(2026, 11, 22), approved_by="Asha Owner")

    assert len(refused.value.reasons) == 3
    assert TrainingNeeds.objects.get().levels == {"Cook": "L1"}


def test_readers_and_strangers_record_nothing(cast: Cast, ana: UUID) -> None:
    with pytest.raises(NotPermitted):
        completions.record(cast.rhea, person_ids=[ana], training=DONE)
    with pytest.raises(NotFound):
        completions.record(cast.carol, person_ids=[ana], training=DONE)
    with pytest.raises(NotFound):
        needs.approve(cast.stranger(cast.asha), levels={}, approved_on=cast.asha.now.date(), approved_by="X")
