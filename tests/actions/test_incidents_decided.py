"""From the decision who is told to the closing, opening again, and who may not meet it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from guardbook.actions.incidents import closing, deciding, judging, logging, telling
from guardbook.actions.incidents.deciding import Second
from guardbook.actions.incidents.telling import Sent, Via
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.access import Context
from guardbook.queries.incidents import reading
from guardbook.records.models import Incident, IncidentNote
from guardbook.rules.incidents import notice
from guardbook.rules.incidents.others import Part
from guardbook.rules.incidents.vocabulary import Class, Exemption, Risk, State, Track, TrackState
from guardbook.rules.registers.risks import Impact, Likelihood
from tests.cast import Cast, user_id
from tests.factories import incidents as factory
from tests.factories import roles
from tests.factories.incidents import decide, officer_is, seen, state, track

TODAY = date(2026, 11, 22)


def test_the_decision_says_who_is_told(cast: Cast) -> None:
    incident_id = factory.decided(cast.mina)

    found = seen(cast.mina, incident_id)
    assert found.state is State.REPORTABLE
    assert found.decision is not None
    assert (found.decision.by, found.decision.at) == ("Mina Manager", cast.mina.now)
    assert track(cast.mina, incident_id, Track.INDIVIDUALS) is TrackState.NEEDED


def test_the_risk_owner_decides_and_the_officer_cannot(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)

    for who in (cast.dee, cast.gail):
        with pytest.raises(NotPermitted):
            decide(who, incident_id)
    decide(cast.sid, incident_id)

    assert state(cast.mina, incident_id) is State.REPORTABLE


def test_an_officer_with_a_managers_access_still_does_not_decide(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)
    officer_is(cast, cast.asha, "Asha Owner")

    with pytest.raises(Refused, match="advises and does not decide"):
        decide(cast.asha, incident_id)


def test_a_provider_with_an_officer_asks_before_it_decides(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)
    officer_is(cast, cast.dee, "Dee Officer")

    with pytest.raises(Refused, match="Record the advice"):
        decide(cast.mina, incident_id)
    deciding.advise(cast.dee, incident_id=incident_id, asked_on=TODAY, advice="Tell them all.")
    decide(cast.mina, incident_id)

    found = seen(cast.mina, incident_id).views
    assert (found.advice_by, found.advice) == ("Dee Officer", "Tell them all.")


def test_without_advice_in_time_the_reason_serves(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)
    officer_is(cast, cast.dee, "Dee Officer")

    with pytest.raises(Refused, match="why there is no advice"):
        deciding.go_without_advice(cast.mina, incident_id=incident_id, reason="")
    deciding.go_without_advice(cast.mina, incident_id=incident_id, reason="On leave; rang twice.")
    decide(cast.mina, incident_id)

    assert state(cast.mina, incident_id) is State.REPORTABLE


@pytest.mark.parametrize(
    ("advice", "on", "refusal"), [(" ", TODAY, "Write down"), ("Yes", date(2026, 11, 23), "still to come")]
)
def test_advice_says_something_and_was_given(cast: Cast, advice: str, on: date, refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        deciding.advise(cast.dee, incident_id=factory.logged(cast.mina), asked_on=on, advice=advice)


def test_harm_called_unlikely_needs_a_second_view_and_the_helpline_serves(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina, Risk.RISK_UNLIKELY, (1, 1))

    with pytest.raises(Refused, match="second view"):
        decide(cast.mina, incident_id, report=False, people=False)
    deciding.second_view(
        cast.mina, incident_id=incident_id, kind=Second.HELPLINE, who="Adviser 12", said="Agreed.", on=TODAY
    )
    decide(cast.mina, incident_id, report=False, people=False)

    assert state(cast.mina, incident_id) is State.NOT_REPORTABLE
    assert track(cast.mina, incident_id, Track.REGULATOR) is TrackState.NOT_NEEDED


@pytest.mark.parametrize(
    ("kind", "who", "said", "on", "refusal"),
    [
        (Second.COLLEAGUE, "", "Yes", TODAY, "Say who it was"),
        (Second.SUPPORT, "Jo", "Yes", date(2026, 11, 23), "still to come"),
        (Second.COLLEAGUE, "mina manager", "Yes", TODAY, "somebody else"),
    ],
)
def test_a_second_view_is_somebody_elses(cast: Cast, kind: Second, who: str, said: str, on: date, refusal: str) -> None:
    with pytest.raises(Refused, match=refusal):
        deciding.second_view(cast.mina, incident_id=factory.logged(cast.mina), kind=kind, who=who, said=said, on=on)


@pytest.mark.parametrize(
    ("risk", "scores", "wanted", "refusal"),
    [
        (Risk.RISK, (1, 1), {"report": False, "people": False}, "Then the regulator is told"),
        (Risk.RISK_UNLIKELY, (3, 3), {"report": False, "people": False}, "Then the regulator is told"),
        (Risk.HIGH_RISK, (3, 3), {"people": False}, "Then the people are told"),
        (Risk.HIGH_RISK, (3, 3), {"rationale": " "}, "why you decide so"),
    ],
)
def test_a_decision_below_the_risk_is_refused(
    cast: Cast, risk: Risk, scores: tuple[int, int], wanted: dict[str, Any], refusal: str
) -> None:
    incident_id = factory.judged(cast.mina, risk, scores)

    with pytest.raises(Refused, match=refusal):
        decide(cast.mina, incident_id, **wanted)


def test_people_may_be_excused_by_the_exceptions_of_the_law(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)

    decide(cast.mina, incident_id, people=False, exemption=Exemption.LATER_STEPS)

    assert track(cast.mina, incident_id, Track.INDIVIDUALS) is TrackState.EXEMPT


def test_nothing_is_decided_before_the_risk_is_judged(cast: Cast) -> None:
    with pytest.raises(Refused, match="Judge the risk first"):
        decide(cast.mina, factory.triaged(cast.mina))


def test_for_another_organisations_data_the_regulator_is_theirs(cast: Cast) -> None:
    from dataclasses import replace

    theirs = replace(factory.STOLEN, part=Part.FOR_ANOTHER)
    incident_id = factory.judged(cast.mina, answers=theirs)

    assert not seen(cast.mina, incident_id).clock_runs
    with pytest.raises(Refused, match="for it to decide"):
        decide(cast.mina, incident_id)


def test_a_first_notice_says_what_follows_and_a_later_one_completes_it(cast: Cast) -> None:
    incident_id = factory.notified(cast.mina, notice=factory.NOTICE | {"people": "unknown yet"})

    assert state(cast.mina, incident_id) is State.NOTIFIED_INITIAL
    assert seen(cast.mina, incident_id).outstanding == ("people",)
    telling.write_notice(cast.mina, incident_id=incident_id, said=factory.NOTICE)
    kind = telling.submit(cast.mina, incident_id=incident_id, sent=Sent(Via.FORM, cast.mina.now))

    found = seen(cast.mina, incident_id)
    assert kind is notice.Kind.COMPLETE
    assert (found.state, found.outstanding, len(found.notices)) == (State.NOTIFIED_COMPLETE, (), 2)


def test_one_notice_settles_both_lines(cast: Cast) -> None:
    through_toolkit, direct = factory.notified(cast.mina), factory.decided(cast.mina)
    telling.write_notice(cast.mina, incident_id=direct, said=factory.NOTICE)
    telling.submit(cast.mina, incident_id=direct, sent=Sent(Via.PHONE, cast.mina.now))

    assert track(cast.mina, through_toolkit, Track.TOOLKIT) is TrackState.DONE
    assert track(cast.mina, direct, Track.TOOLKIT) is TrackState.EXEMPT
    assert track(cast.mina, direct, Track.REGULATOR) is TrackState.DONE


def test_a_late_notice_says_why(cast: Cast) -> None:
    incident_id = factory.decided(cast.mina, hours_ago=80)
    telling.write_notice(cast.mina, incident_id=incident_id, said=factory.NOTICE)

    with pytest.raises(Refused, match="Say why it took longer"):
        telling.submit(cast.mina, incident_id=incident_id, sent=Sent(Via.FORM, cast.mina.now))
    telling.submit(cast.mina, incident_id=incident_id, sent=Sent(Via.FORM, cast.mina.now, "", "The shop was shut."))

    assert Incident.objects.get(pk=incident_id).delay_reason == "The shop was shut."


def test_a_notice_goes_only_once_it_was_decided_and_has_gone(cast: Cast) -> None:
    with pytest.raises(Refused, match="not time for this"):
        telling.submit(cast.mina, incident_id=factory.judged(cast.mina), sent=Sent(Via.FORM, cast.mina.now))
    with pytest.raises(Refused, match="still to come"):
        telling.submit(
            cast.mina,
            incident_id=factory.decided(cast.mina),
            sent=Sent(Via.FORM, cast.mina.now + timedelta(minutes=1)),
        )


def test_others_are_put_on_the_list_told_and_excused(cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina)

    telling.need(cast.mina, incident_id=incident_id, track=Track.STAFF, why="They ask.")
    telling.excuse(cast.sid, incident_id=incident_id, track=Track.INSURER, reason="We have no such cover.")
    telling.tell(cast.mina, incident_id=incident_id, track=Track.STAFF, at=cast.mina.now, note="Team meeting")

    assert track(cast.mina, incident_id, Track.STAFF) is TrackState.DONE
    assert track(cast.mina, incident_id, Track.INSURER) is TrackState.EXEMPT


@pytest.mark.parametrize(
    ("work", "refusal"),
    [
        (
            lambda by, key: telling.tell(by, incident_id=key, track=Track.REGULATOR, at=by.now, note="x"),
            "notice itself",
        ),
        (lambda by, key: telling.tell(by, incident_id=key, track=Track.STAFF, at=by.now, note=""), "whom you told"),
        (
            lambda by, key: telling.tell(
                by, incident_id=key, track=Track.STAFF, at=by.now + timedelta(hours=1), note="x"
            ),
            "still to come",
        ),
        (lambda by, key: telling.need(by, incident_id=key, track=Track.TOOLKIT, why="x"), "its own page"),
        (lambda by, key: telling.need(by, incident_id=key, track=Track.STAFF, why=""), "why they must"),
        (
            lambda by, key: telling.excuse(by, incident_id=key, track=Track.INDIVIDUALS, reason="x"),
            "Change the decision",
        ),
        (lambda by, key: telling.excuse(by, incident_id=key, track=Track.STAFF, reason=""), "why they need not"),
    ],
)
def test_a_line_is_not_settled_without_sense(cast: Cast, work: Callable[[Context, UUID], None], refusal: str) -> None:
    incident_id = factory.triaged(cast.mina)

    with pytest.raises(Refused, match=refusal):
        work(cast.mina, incident_id)


def test_there_is_no_line_before_the_questions_are_answered(cast: Cast) -> None:
    with pytest.raises(NotFound):
        telling.need(cast.mina, incident_id=factory.logged(cast.mina), track=Track.STAFF, why="They ask.")


def test_it_closes_once_everything_is_on_record(cast: Cast) -> None:
    incident_id = factory.told(cast.mina)

    with pytest.raises(Refused, match="what you learnt"):
        closing.close(cast.mina, incident_id=incident_id)
    closed = factory.closed(cast.mina)

    found = seen(cast.mina, closed)
    assert (found.state, found.closed_by) == (State.CLOSED, "Mina Manager")
    assert not found.clock_runs
    with pytest.raises(Refused, match="is closed"):
        closing.add_action(cast.mina, incident_id=closed, text="More")


def test_actions_are_agreed_and_done_even_after_closing(cast: Cast) -> None:
    incident_id = factory.told(cast.mina)
    with pytest.raises(Refused, match="at least one action"):
        closing.agree_actions(cast.mina, incident_id=incident_id)
    action_id = closing.add_action(
        cast.mina, incident_id=incident_id, text="Buy a cupboard", user_id=user_id(cast.ben), due_on=TODAY
    )
    closing.agree_actions(cast.mina, incident_id=incident_id)

    for _ in range(2):
        closing.finish_action(cast.mina, incident_id=incident_id, action_id=action_id)

    assert state(cast.mina, incident_id) is State.ACTIONS_OPEN
    assert seen(cast.mina, incident_id).actions[0].done_by == "Mina Manager"
    with pytest.raises(NotFound):
        closing.finish_action(cast.mina, incident_id=factory.logged(cast.mina), action_id=action_id)


@pytest.mark.parametrize(
    ("text", "who", "refusal"), [(" ", None, "what is to be done"), ("Do", "carol", "somebody else")]
)
def test_an_action_says_what_and_who(cast: Cast, text: str, who: str | None, refusal: str) -> None:
    owner = user_id(getattr(cast, who)) if who else None

    with pytest.raises(Refused, match=refusal):
        closing.add_action(cast.mina, incident_id=factory.logged(cast.mina), text=text, user_id=owner)


def test_managers_are_not_told_tomorrow(cast: Cast) -> None:
    said = closing.Learnt("", "", managers_told_on=date(2026, 11, 23))

    with pytest.raises(Refused, match="still to come"):
        closing.learn(cast.mina, incident_id=factory.logged(cast.mina), said=said)


def test_a_near_miss_closes_with_a_reason_alone(cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina, answers=factory.NEARLY)

    with pytest.raises(Refused, match="why it was decided so"):
        closing.close(cast.mina, incident_id=incident_id)
    closing.close(cast.mina, incident_id=incident_id, rationale="Nobody clicked.")

    found = seen(cast.mina, incident_id)
    assert (found.event_class, found.state) == (Class.NEAR_MISS, State.CLOSED)


def test_opening_again_keeps_number_and_first_awareness(cast: Cast) -> None:
    incident_id = factory.closed(cast.mina)
    before = seen(cast.mina, incident_id)

    closing.tell_news(cast.mina, incident_id=incident_id, news="A copy is for sale.", known_at=cast.mina.now)

    after = seen(cast.mina, incident_id)
    assert (after.state, after.decision, after.closed_at) == (State.REOPENED, None, None)
    assert (after.reference, after.clock, after.version) == (before.reference, before.clock, before.version + 1)
    assert track(cast.mina, incident_id, Track.REGULATOR) is TrackState.DONE
    assert track(cast.mina, incident_id, Track.INDIVIDUALS) is TrackState.NEEDED


def test_new_facts_put_a_decision_not_to_report_back_with_its_old_deadline(cast: Cast) -> None:
    incident_id = factory.judged(cast.mina, Risk.RISK_UNLIKELY, (1, 1), hours_ago=100)
    deciding.second_view(cast.mina, incident_id=incident_id, kind=Second.SUPPORT, who="Jo", said="Yes", on=TODAY)
    decide(cast.mina, incident_id, report=False, people=False)

    closing.tell_news(cast.mina, incident_id=incident_id, news="A copy is for sale.", known_at=cast.mina.now)

    found = seen(cast.mina, incident_id)
    assert (found.state, found.clock_runs, found.new_facts_at) == (State.ASSESSED, True, cast.mina.now)
    assert found.clock.legal_deadline is not None
    assert found.clock.legal_deadline < cast.mina.now


def test_news_from_the_future_is_refused(cast: Cast) -> None:
    later = cast.mina.now + timedelta(hours=1)

    with pytest.raises(Refused, match="still to come"):
        closing.tell_news(cast.mina, incident_id=factory.closed(cast.mina), news="More", known_at=later)


def test_what_it_showed_becomes_a_risk(cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    closing.open_risk(
        cast.mina,
        incident_id=incident_id,
        name="Laptops are stolen from cars",
        likelihood=Likelihood.POSSIBLE,
        impact=Impact.HARMFUL,
    )

    assert IncidentNote.objects.filter(incident_id=incident_id, text__contains="Laptops are stolen").exists()


def test_whoever_is_named_does_not_find_it_and_cannot_work_on_it(cast: Cast) -> None:
    named = roles.hire(cast.asha, "Mina Manager")
    incident_id = factory.logged(cast.asha, named=(named,))

    with pytest.raises(NotFound):
        reading.one(cast.mina, incident_id)
    with pytest.raises(NotFound):
        judging.note(cast.mina, incident_id=incident_id, text="It was not me.")
    with pytest.raises(Refused, match="Choose somebody else"):
        judging.take_charge(cast.asha, incident_id=incident_id, user_id=user_id(cast.mina))
    assert seen(cast.asha, incident_id).named == ("Mina Manager",)


def test_nobody_writes_down_what_names_themselves(cast: Cast) -> None:
    named = roles.hire(cast.asha, "Asha Owner")

    with pytest.raises(Refused, match="in which you are named"):
        factory.logged(cast.asha, named=(named,))
    with pytest.raises(NotFound):
        factory.logged(cast.asha, named=(uuid7(),))


def test_who_is_named_can_be_put_right(cast: Cast) -> None:
    first, second = roles.hire(cast.asha, "Mina Manager"), roles.hire(cast.asha, "Sid Risk")
    incident_id = factory.logged(cast.asha, named=(first,))

    logging.name_people(cast.asha, incident_id=incident_id, people=(second,))

    assert seen(cast.mina, incident_id).named == ("Sid Risk",)
    with pytest.raises(NotFound):
        reading.one(cast.sid, incident_id)
