"""Duties: ticked with what shows it, left out, taken back, and worked out from what is recorded already."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guardbook.actions import duties
from guardbook.actions.duties import Proofs, Said
from guardbook.actions.registers import entries, whole
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries import duties as questions
from guardbook.queries import evidence
from guardbook.queries.access import Context
from guardbook.records.models import DutyDone
from guardbook.rules.duties.due import State
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers import exercises, opt_out
from tests.cast import Cast
from tests.rules.assessment.cases_continuity import EXERCISE

WALK = Said(date(2026, 11, 20), "Asha Owner", "Walked round both floors with Ben. All was locked.")
FOLDER = Proofs(kept_at="Red folder, office")


def state(context: Context, key: str) -> State:
    return questions.one(context, key).next.state


def recorded(context: Context, key: str) -> questions.Recorded:
    (found,) = questions.one(context, key).recorded
    return found


def test_a_tick_makes_a_duty_done_until_it_comes_round(cast: Cast) -> None:
    duties.tick(cast.asha, key="spot-check", said=WALK, proofs=Proofs())

    found = questions.one(cast.asha, "spot-check")
    assert (found.next.state, found.next.due_on) == (State.DONE, date(2027, 2, 20))
    assert found.recorded[0].done_by == "Asha Owner"


def test_a_tick_without_anything_that_shows_it_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="Show that it was done"):
        duties.tick(cast.asha, key="spot-check", said=replace(WALK, note=""), proofs=Proofs())

    assert not DutyDone.objects.exists()


def test_one_proof_serves_several_duties(cast: Cast) -> None:
    said = replace(WALK, note="", also=("breach-contacts", "plan-review", "continuity-exercise"))

    duties.tick(cast.asha, key="continuity-exercise", said=said, proofs=FOLDER)

    shown = evidence.supporting(cast.asha, SubjectKind.DUTY)
    assert len(shown) == 3
    assert len({proof.evidence_id for proofs in shown.values() for proof in proofs}) == 1
    assert state(cast.asha, "breach-contacts") is State.DONE


def test_a_file_and_an_address_are_kept_with_a_tick(cast: Cast) -> None:
    upload = SimpleUploadedFile("minutes.txt", BytesIO(b"We talked it through.").read(), "text/plain")

    duties.tick(
        cast.asha,
        key="continuity-exercise",
        said=replace(WALK, note=""),
        proofs=Proofs(upload=upload, address="https://drive.example.org/minutes"),
    )

    (proofs,) = evidence.supporting(cast.asha, SubjectKind.DUTY).values()
    assert {proof.kind for proof in proofs} == {"file", "link"}


def test_what_may_not_come_in_leaves_nothing_ticked(cast: Cast) -> None:
    with pytest.raises(Refused, match="whole web address"):
        duties.tick(cast.asha, key="spot-check", said=WALK, proofs=Proofs(address="nowhere"))

    assert not DutyDone.objects.exists()


def test_a_fixed_date_is_settled_by_whoever_does_it_early(cast: Cast) -> None:
    duties.tick(cast.asha, key="toolkit-half-way", said=WALK, proofs=FOLDER)

    found = questions.one(cast.asha, "toolkit-half-way")
    assert found.recorded[0].settles == date(2026, 12, 31)
    assert found.next.due_on == date(2027, 12, 31)


def test_a_duty_is_left_out_until_a_day_and_comes_back(cast: Cast) -> None:
    duties.leave_out(
        cast.mina, key="spot-check", until=date(2027, 1, 31), reason="The new wing opens.", approved_by="Asha Owner"
    )

    later = replace(cast.asha, now=cast.asha.now + timedelta(days=100))
    assert state(cast.asha, "spot-check") is State.WAIVED
    assert recorded(cast.asha, "spot-check").approved_by == "Asha Owner"
    assert state(later, "spot-check") is State.OVERDUE


def test_leaving_out_without_a_reason_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="why it is left out"):
        duties.leave_out(cast.asha, key="spot-check", until=date(2027, 1, 31), reason="", approved_by="Asha")


def test_what_was_ticked_by_mistake_is_taken_back_once(cast: Cast) -> None:
    duties.tick(cast.asha, key="spot-check", said=WALK, proofs=Proofs())
    key = recorded(cast.asha, "spot-check").id

    with pytest.raises(Refused, match="why you take it back"):
        duties.undo(cast.asha, done_id=key, reason=" ")
    assert duties.undo(cast.asha, done_id=key, reason="Wrong one") == "spot-check"
    with pytest.raises(Refused, match="taken back already"):
        duties.undo(cast.asha, done_id=key, reason="Wrong one")

    assert state(cast.asha, "spot-check") is not State.DONE


def test_an_exercise_in_the_register_is_a_test_of_the_plan(cast: Cast) -> None:
    entries.add(cast.asha, register=exercises.REGISTER, entry=EXERCISE)

    found = questions.one(cast.asha, "continuity-exercise")
    assert (found.next.state, found.next.due_on) == (State.DONE, date(2027, 3, 10))
    assert [each.on for each in found.known] == [date(2026, 3, 10)]


def test_saying_that_nothing_is_shared_is_the_statement(cast: Cast) -> None:
    whole.confirm(cast.asha, register=opt_out.REGISTER, is_none=True)

    assert state(cast.asha, "opt-out-statement") is State.DONE


def test_strangers_and_readers_change_nothing(cast: Cast) -> None:
    stranger = cast.stranger(cast.asha)

    with pytest.raises(NotFound):
        duties.tick(stranger, key="spot-check", said=WALK, proofs=Proofs())
    with pytest.raises(NotFound):
        questions.standings(stranger)
    with pytest.raises(NotPermitted):
        duties.tick(cast.rhea, key="spot-check", said=WALK, proofs=Proofs())
    with pytest.raises(NotPermitted):
        duties.leave_out(cast.rhea, key="spot-check", until=date(2027, 1, 31), reason="x", approved_by="x")
    with pytest.raises(NotPermitted):
        questions.standings(cast.ben)


def test_somebody_elses_tick_is_not_found(cast: Cast) -> None:
    duties.tick(cast.asha, key="spot-check", said=WALK, proofs=Proofs())

    with pytest.raises(NotFound):
        duties.undo(cast.carol, done_id=recorded(cast.asha, "spot-check").id, reason="Mine now")
    assert questions.one(cast.carol, "spot-check").recorded == ()


def test_a_duty_that_is_none_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        questions.one(cast.asha, "cake")
    with pytest.raises(NotFound):
        duties.tick(cast.asha, key="cake", said=WALK, proofs=Proofs())
    with pytest.raises(NotFound):
        duties.undo(cast.asha, done_id=uuid4(), reason="x")
    with pytest.raises(NotFound):
        questions.standings(replace(cast.asha, organisation_id=uuid4()))


def test_the_queries_do_not_grow_with_what_is_recorded(cast: Cast) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            questions.standings(cast.asha)
        return len(seen)

    before = asked()
    for key in ("spot-check", "risk-report", "rights-report", "access-review"):
        duties.tick(cast.asha, key=key, said=WALK, proofs=FOLDER)

    assert asked() == before <= 11
