"""The pages of incidents as people use them, from the log to the closing, and what each of them may see."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.records.models import Incident
from guardbook.rules.incidents.vocabulary import Class, Risk, State, TrackState
from tests.cast import Cast, user, user_id
from tests.factories import incidents as factory
from tests.factories import roles
from tests.factories.incidents import seen
from tests.web.asking import day, moment, send, text, to

pytestmark = pytest.mark.usefixtures("still_clock")


@pytest.fixture
def mina(client: Client, cast: Cast) -> Client:
    client.force_login(user(cast.mina))
    return client


LOG = {"title": "Care plan emailed to the wrong family", "story": "Two names look alike."}


def through_the_decision(client: Client, by: Context, one: dict[str, Any]) -> None:
    """Judge, decide and tell, as the pages ask it."""
    judged = {"recovered": "no", "copies_taken": "not-sure", "risk": "HIGH_RISK", "likelihood": "3", "impact": "3"}
    send(
        client,
        to(by, "incident-judge", **one),
        **judged,
        people="1",
        seen_version=seen(by, one["incident"]).version,
    )
    version = seen(by, one["incident"]).version
    send(
        client,
        to(by, "incident-decide", **one),
        report="yes",
        tell_people="yes",
        exemption="none",
        rationale="It is about care.",
        seen_version=version,
    )
    version = seen(by, one["incident"]).version
    send(client, to(by, "incident-notice-write", **one), **factory.NOTICE, seen_version=version)
    send(client, to(by, "incident-sent", **one), via="toolkit", **moment("sent", by.now), reference="ICO-1")
    send(client, to(by, "incident-tell", **one, track="individuals"), **moment("told", by.now), note="By letter")
    version = seen(by, one["incident"]).version
    learnt = {"cause": "Alike names", "lessons": "Check the address", "process_changed": "yes"}
    send(client, to(by, "incident-learn", **one), **learnt, seen_version=version)
    send(client, to(by, "incident-action-add", **one), text="Change the list", user=str(by.by.user_id))


def test_from_the_log_to_the_closing(mina: Client, cast: Cast) -> None:
    now = cast.mina.now
    sure = now - timedelta(hours=5)
    send(mina, to(cast.mina, "incident-log"), **LOG, **day("found_on", sure), **moment("certain", sure))
    key = Incident.objects.get().pk
    one = {"incident": key}
    send(mina, to(cast.mina, "incident-questions", **one, part=1), danger="no", whose=["supported"], what=["seen"])
    send(
        mina,
        to(cast.mina, "incident-questions", **one, part=2),
        sort=["care"],
        holder="outsider",
        unreadable="no",
        how=["wrong_person"],
    )
    send(mina, to(cast.mina, "incident-questions", **one, part=3), part="ours", paid="no")
    send(mina, to(cast.mina, "incident-note", **one), text="Asked them to delete it.", contains="yes")
    through_the_decision(mina, cast.mina, one)
    send(mina, to(cast.mina, "incident-close", **one))

    found = seen(cast.mina, key)
    assert (found.state, found.event_class, found.risk) == (State.CLOSED, Class.PERSONAL_DATA_BREACH, Risk.HIGH_RISK)
    assert TrackState.NEEDED not in {each.state for each in found.tracks}
    assert "Closed" in text(mina.get(to(cast.mina, "incident", **one)))


def test_the_page_leads_with_the_cautious_clock_and_shows_the_legal_one(mina: Client, cast: Cast) -> None:
    earlier = cast.mina.now - timedelta(hours=50)
    incident_id = factory.logged(cast.mina, staff_certain_at=earlier)

    shown = text(mina.get(to(cast.mina, "incident", incident=incident_id)))

    assert "22 hours left" in shown
    assert "By the legal start: 31 hours left" in shown


def test_the_clock_page_says_how_it_counts_and_that_it_sleeps(mina: Client, cast: Cast) -> None:
    earlier = cast.mina.now - timedelta(hours=50)
    incident_id = factory.logged(cast.mina, staff_certain_at=earlier)

    shown = text(mina.get(to(cast.mina, "incident-clock", incident=incident_id)))

    assert "cannot remind anybody while it is switched off" in shown
    assert "Mail is not set up" in shown
    assert "By the law, tell the regulator by" in shown
    assert "60 hours: 22 November 2026 at 20:00" in shown


def test_a_late_one_says_to_tell_all_the_same(mina: Client, cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina, hours_ago=80)

    assert "at once all the same" in text(mina.get(to(cast.mina, "incident", incident=incident_id)))
    assert "asks why it took longer" in text(mina.get(to(cast.mina, "incident-clock", incident=incident_id)))
    assert "8 hours late" in text(mina.get(to(cast.mina, "incidents")))


def test_nothing_typed_is_lost_and_the_fault_is_named(mina: Client, cast: Cast) -> None:
    address = to(cast.mina, "incident-log")
    typed = LOG | {"certain_at": "half past", "staff_at": "9"} | day("found_on", cast.mina.now)

    response = mina.post(address, typed)

    shown = text(response)
    assert response.status_code == 200
    assert "Care plan emailed" in response.content.decode()
    assert "“half past” is not a time we can read" in shown
    assert "“9” is not a time we can read" in shown


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({"certain_at": "2.30pm"}, "Enter the day too"),
        ({"certain_on-day": "20", "certain_on-month": "11", "certain_on-year": "2026"}, "Enter the time too"),
        (
            {"certain_on-day": "29", "certain_on-month": "3", "certain_on-year": "2026", "certain_at": "1:30"},
            "the clocks went forward",
        ),
        ({}, "first suspected it"),
    ],
)
def test_half_a_moment_is_asked_for(mina: Client, cast: Cast, typed: dict[str, str], refusal: str) -> None:
    said = LOG | day("found_on", cast.mina.now) | typed

    assert refusal in text(mina.post(to(cast.mina, "incident-log"), said))


@pytest.mark.parametrize(("typed", "hour"), [("2.30pm", 14), ("12am", 0), ("9:05", 9), ("11.15 am", 11)])
def test_times_are_read_as_people_write_them(mina: Client, cast: Cast, typed: str, hour: int) -> None:
    said = LOG | day("found_on", cast.mina.now) | moment("certain", cast.mina.now - timedelta(days=3), typed)

    send(mina, to(cast.mina, "incident-log"), **said)

    sure = Incident.objects.get().certain_at
    assert sure is not None
    assert clock.in_uk(sure).hour == hour


PAGES: dict[str, Callable[[Context], UUID]] = {
    "incident": factory.closed,
    "incident-clock": factory.closed,
    "incident-charge": factory.triaged,
    "incident-note": factory.triaged,
    "incident-judge": factory.triaged,
    "incident-named": factory.logged,
    "incident-times": factory.logged,
    "incident-advice": factory.judged,
    "incident-no-advice": factory.judged,
    "incident-second": factory.judged,
    "incident-decide": factory.judged,
    "incident-notice": factory.notified,
    "incident-notice-write": factory.judged,
    "incident-sent": factory.decided,
    "incident-learn": factory.told,
    "incident-action-add": factory.told,
    "incident-close": factory.told,
    "incident-news": factory.closed,
    "incident-risk": factory.told,
}


READ_ONLY = {"incident", "incident-clock", "incident-times", "incident-notice"}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_an_empty_form_is_answered_in_words(name: str, mina: Client, cast: Cast) -> None:
    address = to(cast.mina, name, incident=PAGES[name](cast.mina))

    shown = mina.get(address)
    answer = mina.post(address, {})

    assert shown.status_code == 200
    assert answer.status_code == (302 if name == "incident-named" else 405 if name in READ_ONLY else 200)
    assert answer.status_code != 200 or "There is a problem" in text(answer)


@pytest.mark.parametrize("part", [1, 2, 3])
def test_the_questions_show_what_was_answered(part: int, mina: Client, cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina)
    address = to(cast.mina, "incident-questions", incident=incident_id, part=part)

    assert "checked" in mina.get(address).content.decode()
    assert "There is a problem" in text(mina.post(address, {}))
    assert mina.get(address.replace(f"/{part}/", "/4/")).status_code == 404


@pytest.mark.parametrize("name", ["title", "found_on", "certain_at", "suspected_at", "gap_reason"])
def test_what_was_written_is_put_right_with_a_reason(name: str, mina: Client, cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)
    address = to(cast.mina, "incident-correct", incident=incident_id, name=name)
    earlier = cast.mina.now - timedelta(days=4)
    said = {"new": "Other words", "reason": "I looked again", **day("new", earlier), **moment("new", earlier)}

    assert mina.get(address).status_code == 200
    send(mina, address, **said)

    assert "I looked again" in text(mina.get(to(cast.mina, "incident", incident=incident_id)))


def test_what_cannot_be_put_right_has_no_page(mina: Client, cast: Cast) -> None:
    incident_id = factory.logged(cast.mina)

    assert mina.get(to(cast.mina, "incident-correct", incident=incident_id, name="state")).status_code == 404


@pytest.mark.parametrize(
    ("name", "track", "said"),
    [
        ("incident-tell", "police", {"note": "Rang 101", "reference": "P-9"}),
        ("incident-need", "staff", {"reason": "They ask."}),
        ("incident-excuse", "insurer", {"reason": "No such cover."}),
    ],
)
def test_each_line_is_settled_on_its_own_page(
    name: str, track: str, said: dict[str, str], mina: Client, cast: Cast
) -> None:
    incident_id = factory.triaged(cast.mina)
    address = to(cast.mina, name, incident=incident_id, track=track)

    assert mina.get(address).status_code == 200
    assert "There is a problem" in text(mina.post(address, {}))
    send(mina, address, **said, **moment("told", cast.mina.now))

    assert mina.get(address.replace(track, "nobody")).status_code == 404
    assert next(iter(said.values())) in text(mina.get(to(cast.mina, "incident", incident=incident_id)))


def test_a_refusal_stands_above_the_form(mina: Client, cast: Cast) -> None:
    incident_id = factory.judged(cast.mina, Risk.RISK)
    said = {"report": "no", "tell_people": "no", "rationale": "Not bad.", "seen_version": 3}

    shown = text(mina.post(to(cast.mina, "incident-decide", incident=incident_id), said))

    assert "Then the regulator is told" in shown


def test_what_a_colleague_saved_meanwhile_is_said_and_saving_again_works(mina: Client, cast: Cast) -> None:
    incident_id = factory.judged(cast.mina)
    address = to(cast.mina, "incident-decide", incident=incident_id)
    said = {"report": "yes", "tell_people": "yes", "rationale": "As judged.", "seen_version": "1"}

    shown = mina.post(address, said)

    assert "A colleague changed this incident" in text(shown)
    assert 'value="3"' in shown.content.decode()
    send(mina, address, **(said | {"seen_version": "3"}))


def test_actions_are_finished_and_agreed_from_the_page(mina: Client, cast: Cast) -> None:
    incident_id = factory.told(cast.mina)
    one = {"incident": incident_id}
    send(mina, to(cast.mina, "incident-action-add", **one), text="Change the list", user="nobody")
    action = seen(cast.mina, incident_id).actions[0].id

    shown = text(mina.get(to(cast.mina, "incident", **one)))
    assert "Nobody does it yet" in shown
    assert "We agree to these actions" in shown
    assert "Say who does each action" in text(mina.post(to(cast.mina, "incident-actions-agree", **one)))
    send(mina, to(cast.mina, "incident-action-done", **one, action=action))
    send(mina, to(cast.mina, "incident-action-add", **one), text="Tell staff", user=user_id(cast.asha))

    assert "Done on" in text(mina.get(to(cast.mina, "incident", **one)))


def test_nobody_agrees_to_actions_before_the_regulator_was_told(mina: Client, cast: Cast) -> None:
    one = {"incident": factory.decided(cast.mina)}
    send(mina, to(cast.mina, "incident-action-add", **one), text="Change the list", user=user_id(cast.asha))

    assert "We agree to these actions" not in text(mina.get(to(cast.mina, "incident", **one)))


def test_what_is_missing_before_closing_is_listed(mina: Client, cast: Cast) -> None:
    shown = text(mina.get(to(cast.mina, "incident-close", incident=factory.decided(cast.mina))))

    assert "Still to tell: Data protection regulator." in shown
    assert "Write down what you learnt" in shown


def test_a_near_miss_is_closed_with_a_reason(mina: Client, cast: Cast) -> None:
    incident_id = factory.triaged(cast.mina, answers=factory.NEARLY)

    send(mina, to(cast.mina, "incident-close", incident=incident_id), rationale="Nobody clicked.")

    shown = text(mina.get(to(cast.mina, "incidents") + "?show=closed"))
    assert "Near miss" in shown
    assert "1 near miss" in shown


def test_people_are_named_and_unnamed(mina: Client, cast: Cast) -> None:
    named = roles.hire(cast.asha, "Sid Risk")
    incident_id = factory.logged(cast.mina)
    address = to(cast.mina, "incident-named", incident=incident_id)

    send(mina, address, named=[str(named)])

    assert seen(cast.mina, incident_id).named == ("Sid Risk",)
    assert str(named) in mina.get(address).content.decode()


def test_the_officer_reads_and_advises_and_finds_no_button_to_decide(client: Client, cast: Cast) -> None:
    client.force_login(user(cast.dee))
    incident_id = factory.judged(cast.mina)
    one = {"incident": incident_id}

    shown = client.get(to(cast.dee, "incident", **one)).content.decode()

    assert to(cast.dee, "incident-advice", **one) in shown
    for name in ("incident-decide", "incident-judge", "incident-note", "incident-close"):
        assert to(cast.dee, name, **one) not in shown
    assert client.post(to(cast.dee, "incident-decide", **one), {}).status_code == 403
    send(client, to(cast.dee, "incident-advice", **one), advice="Tell them.", **day("asked_on", cast.dee.now))
    assert seen(cast.dee, incident_id).views.advice_by == "Dee Officer"


def test_the_risk_owner_may_decide_and_does_not_edit(client: Client, cast: Cast) -> None:
    client.force_login(user(cast.sid))
    one = {"incident": factory.judged(cast.mina)}

    shown = client.get(to(cast.sid, "incident", **one)).content.decode()

    assert to(cast.sid, "incident-decide", **one) in shown
    assert to(cast.sid, "incident-note", **one) not in shown
