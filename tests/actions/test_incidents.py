"""What is done to an incident: each step leaves its trace, and what is missing is refused in words."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from guardbook.actions.incidents import judging, logging, telling
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.records.models import AuditEvent, Revision
from guardbook.rules.incidents import duty
from guardbook.rules.incidents.triage import Answers, What, Whose
from guardbook.rules.incidents.vocabulary import Class, Risk, State, Track, TrackState
from tests.cast import Cast, user_id
from tests.factories import incidents as factory
from tests.factories.incidents import seen, track

TODAY = date(2026, 11, 22)


def test_what_happened_is_logged_with_a_number_and_an_owner(cast: Cast) -> None:
    first, second = factory.logged(cast.mina), factory.logged(cast.mina)

    found = seen(cast.mina, second)

    assert seen(cast.mina, first).reference == "INC-2026-001"
    assert found.reference == "INC-2026-002"
    assert found.owner == "Mina Manager"
    assert AuditEvent.objects.filter(event="incidents.incident.logged").count() == 2


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"story": " "}, "what happened"),
        ({"found_on": date(2026, 11, 23)}, "still to come"),
        ({"certain_at": datetime(2026, 11, 22, 11, tzinfo=UTC)}, "still to come"),
        ({"certain_at": None}, "first suspected it"),
    ],
)
def test_a_log_that_says_too_little_is_refused(cast: Cast, more: dict[str, Any], refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        factory.logged(cast.mina, **more)


def test_a_correction_keeps_the_old_words_and_says_why(cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)
    earlier = cast.mina.now - timedelta(hours=50)

    logging.correct(cast.mina, incident_id=incident_id, name="staff_certain_at", new=earlier, reason="Night staff knew")

    found = seen(cast.mina, incident_id)
    (line,) = found.notes
    assert (line.kind, line.text, line.old) == ("correction", "Night staff knew", "")
    assert found.clock.safe_start == earlier
    assert found.version == 2
    assert Revision.objects.filter(row_id=incident_id).count() == 2


@pytest.mark.parametrize(
    ("name", "new", "reason", "refusal"),
    [
        ("title", "A laptop was stolen", "Typing", "Nothing is different"),
        ("title", "A phone was stolen", " ", "Say why"),
        ("found_on", date(2026, 11, 23), "Typing", "still to come"),
        ("certain_at", datetime(2026, 11, 23, 9, tzinfo=UTC), "Typing", "still to come"),
    ],
)
def test_a_correction_without_sense_is_refused(cast: Cast, name: str, new: Any, reason: str, refusal: str) -> None:
    incident_id = factory.logged(cast.mina)

    with pytest.raises(Refused, match=refusal):
        logging.correct(cast.mina, incident_id=incident_id, name=name, new=new, reason=reason)


def test_only_what_was_written_down_first_can_be_corrected(cast: Cast) -> None:
    with pytest.raises(NotFound):
        logging.correct(cast.mina, incident_id=factory.logged(cast.mina), name="state", new="CLOSED", reason="No")


def test_the_questions_say_what_it_is_and_who_must_be_told(cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina)

    found = seen(cast.mina, incident_id)
    needed = {each.track for each in found.tracks if each.state is TrackState.NEEDED}
    assert found.event_class is Class.PERSONAL_DATA_BREACH
    assert {Track.REGULATOR, Track.INDIVIDUALS, Track.TOOLKIT, Track.CQC, Track.COMMISSIONER} <= needed
    assert {Track.POLICE, Track.INSURER} <= needed
    assert len(found.tracks) == len(Track)


def test_answers_on_the_way_change_nothing_else(cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    judging.answer(cast.mina, incident_id=incident_id, answers=Answers(what=frozenset({What.SEEN})), is_whole=False)

    found = seen(cast.mina, incident_id)
    assert (found.state, found.tracks, found.answers.what) == (State.LOGGED, (), frozenset({What.SEEN}))


def test_answering_again_leaves_what_was_set_by_hand(cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina)
    telling.tell(cast.mina, incident_id=incident_id, track=Track.POLICE, at=cast.mina.now, note="101", reference="P1")
    again = Answers(whose=frozenset({Whose.STAFF}), what=frozenset({What.SEEN}), paid=False)

    judging.answer(cast.mina, incident_id=incident_id, answers=again, is_whole=True)

    assert track(cast.mina, incident_id, Track.POLICE) is TrackState.DONE
    assert track(cast.mina, incident_id, Track.COMMISSIONER) is TrackState.NOT_NEEDED
    assert track(cast.mina, incident_id, Track.STAFF) is TrackState.NEEDED


def test_somebody_takes_charge_and_notes_what_is_done(cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina)

    judging.take_charge(cast.mina, incident_id=incident_id, user_id=user_id(cast.asha))
    judging.note(cast.asha, incident_id=incident_id, text="The account was locked.", contains=True)
    judging.note(cast.asha, incident_id=incident_id, text="Rang the shop.")

    found = seen(cast.mina, incident_id)
    assert (found.owner, found.state) == ("Asha Owner", State.CONTAINING)
    assert [line.kind for line in found.notes] == ["containment", "note"]


@pytest.mark.parametrize("who", ["ben", "carol", "cole"])
def test_nobody_takes_charge_who_may_not_work_on_it(cast: Cast, who: str) -> None:
    with pytest.raises(Refused, match="Choose somebody else"):
        judging.take_charge(cast.mina, incident_id=factory.triaged(cast.mina), user_id=user_id(getattr(cast, who)))


def test_an_empty_note_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="what was done"):
        judging.note(cast.mina, incident_id=factory.logged(cast.mina), text=" ")


def test_the_risk_is_judged_once_the_questions_are_answered(cast: Cast) -> None:
    prompts = duty.Facts(risk=Risk.RISK)
    incident_id = factory.logged(cast.mina)

    with pytest.raises(Refused, match="questions about what happened"):
        judging.judge(cast.mina, incident_id=incident_id, prompts=prompts, likelihood=2, impact=2)
    with pytest.raises(Refused, match="how bad it may be"):
        judging.judge(cast.mina, incident_id=incident_id, prompts=duty.Facts(), likelihood=2, impact=2)


def test_judging_again_says_what_was_judged_before(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina, Risk.RISK)

    judging.judge(
        cast.mina,
        incident_id=incident_id,
        prompts=duty.Facts(risk=Risk.HIGH_RISK),
        likelihood=4,
        impact=4,
        seen_version=3,
    )

    (line,) = seen(cast.mina, incident_id).notes
    assert "Before: Harm is likely enough to be a risk" in line.text


def test_what_a_colleague_judged_meanwhile_is_not_written_over(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)

    with pytest.raises(Conflict):
        judging.judge(
            cast.asha,
            incident_id=incident_id,
            prompts=duty.Facts(risk=Risk.RISK),
            likelihood=1,
            impact=1,
            seen_version=2,
        )


@pytest.mark.parametrize("who", ["rhea", "cole", "ben", "dee", "gail"])
def test_those_who_only_read_cannot_log(cast: Cast, who: str) -> None:
    with pytest.raises(NotPermitted):
        factory.logged(getattr(cast, who))


def test_a_stranger_is_told_that_there_is_nothing(cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    with pytest.raises(NotFound):
        judging.note(cast.stranger(cast.mina), incident_id=incident_id, text="Hello")
    with pytest.raises(NotFound):
        judging.note(cast.carol, incident_id=incident_id, text="Hello")
