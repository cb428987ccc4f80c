"""Incidents at each stage, made by real actions."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from guardbook.actions.incidents import closing, deciding, judging, logging, telling
from guardbook.actions.incidents.deciding import Wanted
from guardbook.actions.incidents.logging import Logged
from guardbook.actions.incidents.telling import Sent, Via
from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.incidents import reading
from guardbook.queries.incidents.reading import Whole
from guardbook.records import scope
from guardbook.records.models import Person
from guardbook.rules.incidents import duty
from guardbook.rules.incidents.duty import Data, Holder
from guardbook.rules.incidents.triage import Answers, How, What, Whose
from guardbook.rules.incidents.vocabulary import Risk, State, Track, TrackState
from tests.cast import Cast
from tests.factories import roles

STOLEN = Answers(
    whose=frozenset({Whose.SUPPORTED}),
    what=frozenset({What.LOST, What.SEEN}),
    data=frozenset({Data.CARE}),
    holder=Holder.CRIMINAL,
    danger=False,
    how=frozenset({How.STOLEN}),
    unreadable=False,
    paid=True,
)
NEARLY = Answers(
    whose=frozenset({Whose.SUPPORTED}), what=frozenset({What.STOPPED}), how=frozenset({How.PHISHING}), paid=False
)
NOTICE = {
    "nature": "A laptop with care plans was stolen from a car.",
    "people": "12 people we support",
    "records": "12 care plans",
    "contact": "Asha Owner, 01632 960001",
    "consequences": "Distress; somebody may learn when a house is empty.",
    "measures": "The account was locked. Laptops stay in the office now.",
}


def logged(by: Context, hours_ago: float = 41, **more: Any) -> UUID:
    """Something in the log, of which somebody has been sure for so many hours."""
    sure = by.now - timedelta(hours=hours_ago)
    values: dict[str, Any] = {
        "title": "A laptop was stolen",
        "story": "It was in a car outside the shop.",
        "found_on": clock.uk_today(sure),
        "certain_at": sure,
    }
    return logging.log(by, Logged(**(values | more)))


def triaged(by: Context, answers: Answers = STOLEN, **more: Any) -> UUID:
    """One whose questions are answered."""
    incident_id = logged(by, **more)
    judging.answer(by, incident_id=incident_id, answers=answers, is_whole=True)
    return incident_id


def judged(by: Context, risk: Risk = Risk.HIGH_RISK, scores: tuple[int, int] = (3, 3), **more: Any) -> UUID:
    """One whose risk is judged."""
    incident_id = triaged(by, **more)
    prompts = duty.Facts(data=frozenset({Data.CARE}), holder=Holder.CRIMINAL, people=12, vulnerable=True, risk=risk)
    judging.judge(by, incident_id=incident_id, prompts=prompts, likelihood=scores[0], impact=scores[1])
    return incident_id


def decided(by: Context, **more: Any) -> UUID:
    """One of which regulator and people are to be told."""
    incident_id = judged(by, **more)
    wanted = Wanted(report=True, tell_people=True, rationale="The files say when a house is empty.")
    deciding.decide(by, incident_id=incident_id, wanted=wanted)
    return incident_id


def notified(by: Context, notice: dict[str, str] | None = None, **more: Any) -> UUID:
    """One of which the regulator was told."""
    incident_id = decided(by, **more)
    telling.write_notice(by, incident_id=incident_id, said=notice or NOTICE)
    telling.submit(by, incident_id=incident_id, sent=Sent(Via.TOOLKIT, by.now, "ICO-77"))
    return incident_id


def told(by: Context, **more: Any) -> UUID:
    """One of which everybody was told."""
    incident_id = notified(by, **more)
    for track in (Track.INDIVIDUALS, Track.CQC, Track.COMMISSIONER, Track.POLICE, Track.INSURER):
        telling.tell(by, incident_id=incident_id, track=track, at=by.now, note="By letter")
    return incident_id


def closed(by: Context, **more: Any) -> UUID:
    """One that is closed, with all that its record needs."""
    incident_id = told(by, **more)
    said = closing.Learnt(
        "Laptops lay in cars.", "Bring them back each night.", True, "Asha Owner", clock.uk_today(by.now), "Asha Owner"
    )
    closing.learn(by, incident_id=incident_id, said=said)
    closing.add_action(by, incident_id=incident_id, text="Buy a cupboard", user_id=by.by.user_id)
    closing.close(by, incident_id=incident_id)
    return incident_id


def seen(by: Context, incident_id: UUID) -> Whole:
    """The incident as somebody sees it."""
    return reading.one(by, incident_id)


def state(by: Context, incident_id: UUID) -> State:
    """Where it stands."""
    return seen(by, incident_id).state


def track(by: Context, incident_id: UUID, which: Track) -> TrackState:
    """How one of its lines stands."""
    return next(each.state for each in seen(by, incident_id).tracks if each.track is which)


def decide(by: Context, incident_id: UUID, *, report: bool = True, people: bool = True, **more: Any) -> None:
    """Decide who is told."""
    wanted = Wanted(report, people, more.pop("rationale", "As judged."), more.pop("exemption", None))
    deciding.decide(by, incident_id=incident_id, wanted=wanted, **more)


def officer_is(cast: Cast, who: Context, name: str) -> None:
    """Appoint somebody as the officer, linked to the user they sign in as."""
    person_id = roles.hire(cast.mina, name)
    with scope.writing("action"):
        Person.objects.filter(pk=person_id).update(user_id=who.by.user_id)
    roles.officer(cast.mina, person_id)
