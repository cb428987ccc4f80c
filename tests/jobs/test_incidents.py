"""Reminders of running clocks: to the right people, each once, also after a restart, and of nothing that is settled."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from guardbook.actions.incidents import alarming, judging
from guardbook.jobs import incidents
from guardbook.outside import mail
from guardbook.queries import access
from guardbook.queries.incidents import alarms as questions
from guardbook.queries.incidents.alarms import Running
from guardbook.records.models import IncidentAlarm, OutboxMessage
from guardbook.rules.incidents import alarms
from guardbook.rules.incidents.alarms import Due
from tests.cast import Cast
from tests.factories import agenda as agenda_factory
from tests.factories import incidents as factory
from tests.factories import roles


@pytest.fixture(autouse=True)
def mail_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "is_configured", lambda: True)


def reminded() -> list[tuple[str, str]]:
    return sorted(OutboxMessage.objects.values_list("to", "subject"))


def after(cast: Cast, hours: float) -> datetime:
    """So many hours after somebody was sure."""
    return cast.mina.now - timedelta(hours=1) + timedelta(hours=hours)


def clock_runs(cast: Cast, **more: Any) -> UUID:
    return factory.logged(cast.mina, hours_ago=1, **more)


def test_owner_officer_and_risk_owner_are_reminded_at_each_hour_once(cast: Cast) -> None:
    clock_runs(cast)

    for hours in (1, 23.9, 24, 24, 25, 48, 60, 72, 90):
        incidents.remind({}, after(cast, hours))

    found = reminded()
    assert {to for to, _ in found} == {"asha@rose.example", "dee@rose.example", "sid@rose.example"}
    assert [subject for to, subject in found if to.startswith("dee")] == sorted(
        [
            "48 hours left: INC-2026-001",
            "24 hours left: INC-2026-001",
            "12 hours left: INC-2026-001",
            "The 72 hours have passed: INC-2026-001",
        ]
    )


def test_the_lead_is_reminded_too(cast: Cast) -> None:
    roles.lead(cast.asha, roles.hire(cast.asha, "Mina Manager"))
    clock_runs(cast)

    incidents.remind({}, after(cast, 24))

    assert "mina@rose.example" in {to for to, _ in reminded()}


def test_after_a_long_sleep_only_the_latest_is_sent(cast: Cast) -> None:
    clock_runs(cast)

    incidents.remind({}, after(cast, 61))
    incidents.remind({}, after(cast, 62))

    assert [subject for to, subject in reminded() if to.startswith("asha")] == ["12 hours left: INC-2026-001"]
    assert IncidentAlarm.objects.filter(was_sent=False).count() == 6


def test_it_counts_from_the_cautious_start(cast: Cast) -> None:
    clock_runs(cast, staff_certain_at=cast.mina.now - timedelta(hours=30))

    incidents.remind({}, cast.mina.now)

    assert len(reminded()) == 3


def test_whoever_is_named_is_not_reminded(cast: Cast) -> None:
    clock_runs(cast, named=(roles.hire(cast.asha, "Dee Officer"),))

    incidents.remind({}, after(cast, 24))

    assert "dee@rose.example" not in {to for to, _ in reminded()}


@pytest.mark.parametrize("settled", [factory.notified, factory.closed])
def test_of_what_is_settled_nobody_is_reminded(settled: Any, cast: Cast) -> None:
    settled(cast.mina)

    incidents.remind({}, cast.mina.now + timedelta(hours=40))

    assert reminded() == []


def test_of_a_near_miss_nobody_is_reminded(cast: Cast) -> None:
    incident_id = clock_runs(cast)
    judging.answer(cast.mina, incident_id=incident_id, answers=factory.NEARLY, is_whole=True)

    incidents.remind({}, after(cast, 24))

    assert reminded() == []


def test_a_made_up_provider_and_a_computer_without_mail_send_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock_runs(cast)
    monkeypatch.setattr(mail, "is_configured", lambda: False)
    incidents.remind({}, after(cast, 24))
    monkeypatch.setattr(mail, "is_configured", lambda: True)
    agenda_factory.make_demo(cast.asha)

    incidents.remind({}, after(cast, 24))

    assert reminded() == []


def test_one_providers_fault_does_not_hold_up_the_others(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    clock_runs(cast)
    factory.logged(cast.carol, hours_ago=1)
    look = incidents.look

    def stumbles(of: Running, now: datetime) -> int:
        if of.organisation_id == cast.asha.organisation_id:
            raise RuntimeError
        return look(of, now)

    monkeypatch.setattr(incidents, "look", stumbles)
    incidents.remind({}, after(cast, 24))

    assert {to for to, _ in reminded()} == {"carol@other.example"}


def test_two_workers_at_once_send_one(cast: Cast) -> None:
    clock_runs(cast)
    of = Running(cast.asha.organisation_id, "Rose House")
    to = questions.to_alarm(access.system("Reminders", cast.asha.organisation_id, after(cast, 24)))[0]

    sent = [alarming.remind(of, to, Due(24, ()), after(cast, 24)) for _ in range(2)]

    assert sent == [1, 0]


def test_letters_name_nobody_and_say_nothing_of_what_happened(cast: Cast) -> None:
    clock_runs(cast)

    incidents.remind({}, after(cast, 24))

    body = OutboxMessage.objects.order_by("id").values_list("body", flat=True)[0]
    assert "laptop" not in body
    assert "must be told by Wednesday 25 November 2026 at 09:00" in body


def test_nothing_is_due_twice_or_backwards() -> None:
    from guardbook.rules.incidents import clock

    start = datetime.fromisoformat("2026-11-22T09:00:00+00:00")
    of = clock.clock(clock.Facts(controller_aware_at=start))

    assert alarms.due(of, frozenset(), start) is None
    assert alarms.due(of, frozenset({48}), start + timedelta(hours=49)) is None
    assert alarms.due(of, frozenset({24}), start + timedelta(hours=73)) == Due(72, (48, 60))
