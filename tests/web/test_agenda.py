"""The pages of what to do next as people use them: look, decide, write down, done, and take back."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.records.models import Assignment, PutOff, Task
from guardbook.rules.agenda import tasks as rules
from guardbook.rules.agenda.todo import Kind, Place
from guardbook.web.agenda import addresses
from tests.cast import Cast, user, user_id
from tests.factories import agenda as factory
from tests.rules.agenda.examples import todo

TODAY = date(2026, 11, 22)


class Answered(Protocol):
    """What a test reads of a response."""

    content: bytes


def text(response: Answered) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def to(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def boxes(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def asked(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def test_the_list_says_what_why_when_and_how_long(asha: Client, cast: Cast) -> None:
    factory.task(cast.asha, due_on=TODAY, user_id=user_id(cast.mina))

    shown = text(asha.get(to(cast.asha, "next")))

    assert "Ring the landlord" in shown
    assert "The lock sticks" in shown
    assert "Due 22 November 2026 (today) · About 5 minutes · Mina Manager" in shown
    assert "To do now (4)" in shown


def test_long_lists_come_in_pages(asha: Client, cast: Cast) -> None:
    for number in range(30):
        factory.task(cast.asha, f"Task {number:02}")

    first, second, beyond = (text(asha.get(to(cast.asha, "next"), {"page": page})) for page in ("1", "2", "9"))

    assert "1 to 25 of 33" in first
    assert "26 to 33 of 33" in second
    assert "Task 29" not in first
    assert "Task 29" in second
    assert "There are only 33" in beyond


@pytest.mark.parametrize("query", [{"page": "x", "show": "nonsense"}, {"page": "0"}, {"page": "²"}, {"done": "x"}])
def test_an_address_that_means_nothing_shows_the_first_page(asha: Client, cast: Cast, query: dict[str, str]) -> None:
    assert "Add your staff" in text(asha.get(to(cast.asha, "next"), query))


@pytest.mark.parametrize(
    ("show", "words"),
    [("mine", "Nothing is yours"), ("put-off", "Nothing is put off"), ("done", "No task was done yet")],
)
def test_an_empty_part_says_so(asha: Client, cast: Cast, show: str, words: str) -> None:
    assert words in text(asha.get(to(cast.asha, "next"), {"show": show}))


def test_a_task_is_written_down_done_and_taken_back(asha: Client, cast: Cast) -> None:
    said = {"title": "Ring the landlord", "why": "", "minutes": "", "user": str(user_id(cast.asha))}
    made = asha.post(to(cast.asha, "task-add"), said | boxes("due_on", TODAY), follow=True)
    task = Task.objects.get()
    done = asha.post(to(cast.asha, "task-done", task_id=task.pk), follow=True)
    listed = text(asha.get(to(cast.asha, "next"), {"show": "done"}))
    back = asha.post(to(cast.asha, "task-undo", task_id=task.pk), follow=True)

    assert "It is on the list." in text(made)
    assert "It is done" in text(made)
    assert "“Ring the landlord” is done." in text(done)
    assert "Take it back" in text(done)
    assert "Done by Asha Owner on 22 November 2026" in listed
    assert "It is on the list again." in text(back)
    assert Task.objects.get().done_at is None


def test_an_empty_task_is_asked_for_its_words(asha: Client, cast: Cast) -> None:
    shown = text(asha.post(to(cast.asha, "task-add"), {}))

    assert "Write down what is to be done" in shown
    assert "Choose who does it, or nobody in particular" in shown
    assert not Task.objects.exists()


def test_a_task_is_changed(asha: Client, cast: Cast) -> None:
    cause = factory.task(cast.asha, user_id=user_id(cast.mina))
    change = to(cast.asha, "task-change", task_id=rules.key_of(cause))

    before = asha.get(change).content.decode()
    asha.post(change, {"title": "Ring twice", "why": "", "minutes": "10", "user": "nobody"})

    assert re.search(rf'value="{user_id(cast.mina)}" selected', before)
    assert (Task.objects.get().title, Task.objects.get().minutes) == ("Ring twice", 10)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("name", ["task-add", "task-change"])
def test_a_task_for_somebody_who_cannot_sign_in_is_refused_where_it_was_typed(
    asha: Client, cast: Cast, name: str
) -> None:
    more = {"task_id": rules.key_of(factory.task(cast.asha))} if name == "task-change" else {}
    said = {"title": "Ring", "why": "", "minutes": "", "user": str(user_id(cast.carol))}

    assert "Choose one of the answers on this page" in text(asha.post(to(cast.asha, name, **more), said))


@pytest.mark.parametrize("name", ["task-add", "task-change"])
def test_what_a_rule_refuses_is_said_where_it_was_typed(
    asha: Client, cast: Cast, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {"task_id": rules.key_of(factory.task(cast.asha))} if name == "task-change" else {}

    def refuse(_said: rules.Written) -> None:
        raise Refused("Nobody could do this.")

    monkeypatch.setattr(rules, "check", refuse)
    said = {"title": "Ring", "why": "", "minutes": "10", "user": "nobody"}

    assert "Nobody could do this." in text(asha.post(to(cast.asha, name, **more), said))


def test_a_thing_is_given_to_somebody(asha: Client, cast: Cast) -> None:
    address = to(cast.asha, "todo-assign", cause="staff:first")

    asked_for = text(asha.get(address))
    shown = asha.post(address, {"user": str(user_id(cast.mina))} | boxes("by_on", TODAY), follow=True)

    assert "Who does it?" in asked_for
    assert "Mina Manager" in text(shown)
    assert "22 November 2026 (today)" in text(shown)


def test_a_thing_with_a_day_of_its_own_is_not_asked_for_another(asha: Client, cast: Cast) -> None:
    cause = factory.task(cast.asha, due_on=TODAY)

    assert "By when?" not in text(asha.get(to(cast.asha, "todo-assign", cause=cause)))


def test_somebody_who_may_not_do_it_is_refused_in_words(asha: Client, cast: Cast) -> None:
    shown = asha.post(to(cast.asha, "todo-assign", cause="staff:first"), {"user": str(user_id(cast.rhea))})

    assert "access does not let them do this" in text(shown)


def test_a_thing_is_put_off_and_brought_back(asha: Client, cast: Cast) -> None:
    cause = factory.task(cast.asha)
    address = to(cast.asha, "todo-put-off", cause=cause)

    refused = asha.post(address, {"reason": "because"} | boxes("until", TODAY))
    put_off = asha.post(address, {"reason": "No key yet"} | boxes("until", TODAY + timedelta(days=3)), follow=True)
    waiting = text(asha.get(to(cast.asha, "next"), {"show": "put-off"}))
    own = text(asha.get(to(cast.asha, "todo", cause=cause)))
    back = asha.post(to(cast.asha, "todo-bring-back", cause=cause), follow=True)

    assert "Choose a day after today." in text(refused)
    assert "Ring the landlord" not in text(put_off)
    assert "Put off by Asha Owner until 25 November 2026: No key yet" in waiting
    assert "Bring it back now" in own
    assert "Ring the landlord" in text(back)
    assert not PutOff.objects.exists()


def test_an_empty_form_asks_for_a_day_and_a_reason(asha: Client, cast: Cast) -> None:
    shown = text(asha.post(to(cast.asha, "todo-put-off", cause="staff:first"), {}))

    assert "Enter the day until which it waits" in shown
    assert "Write down why it can wait" in shown


def test_what_is_not_on_the_list_is_not_found(asha: Client, cast: Cast) -> None:
    for name in ("todo", "todo-assign", "todo-put-off"):
        assert asha.get(to(cast.asha, name, cause="nothing")).status_code == 404


def test_a_reader_sees_the_list_and_decides_nothing(asha: Client, cast: Cast, client: Client) -> None:
    cause = factory.task(cast.asha)
    client.force_login(user(cast.rhea))

    listed, own = (
        text(client.get(to(cast.asha, name, **more))) for name, more in (("next", {}), ("todo", {"cause": cause}))
    )

    assert "Ring the landlord" in listed
    assert "Write down a task" not in listed
    assert not re.search("It is done|Put it off|Change", own)


def test_whoever_a_task_is_for_may_say_that_it_is_done(asha: Client, cast: Cast, client: Client) -> None:
    cause = factory.task(cast.asha, user_id=user_id(cast.rhea))
    client.force_login(user(cast.rhea))

    assert "It is done" in text(client.get(to(cast.asha, "todo", cause=cause)))
    assert client.post(to(cast.asha, "task-done", task_id=rules.key_of(cause))).status_code == 302


def test_the_calendar_shows_a_month_and_leads_to_the_next(asha: Client, cast: Cast) -> None:
    for title, on in (("Long ago", TODAY - timedelta(days=40)), ("Now", TODAY), ("Soon", date(2026, 12, 5))):
        factory.task(cast.asha, title, on)

    november, december, march = (
        text(asha.get(to(cast.asha, "calendar"), {"month": month})) for month in ("", "2026-12", "2026-03")
    )

    assert re.search("Overdue from before .*Long ago.* Sunday 22 November, today .*Now", november)
    assert "Soon" not in november
    assert "Saturday 5 December" in december
    assert "Overdue from before" not in december
    assert "Nothing falls due in this month. The next thing comes in October 2026" in march


@pytest.mark.parametrize("month", ["2026-13", "x", "0001-01", "2999-01"])
def test_a_month_that_cannot_be_shown_is_not(asha: Client, cast: Cast, month: str) -> None:
    assert asha.get(to(cast.asha, "calendar"), {"month": month}).status_code == 200


def test_home_shows_the_first_eight_and_leads_to_the_rest(asha: Client, cast: Cast) -> None:
    for number in range(10):
        factory.task(cast.asha, f"Task {number}")

    assert "And 5 more things after these." in text(asha.get(to(cast.asha, "home")))


@pytest.mark.parametrize("name", ["home", "next", "calendar"])
def test_a_page_asks_the_same_number_of_times_however_much_there_is(asha: Client, cast: Cast, name: str) -> None:
    factory.contradicted(cast.asha)
    address = to(cast.asha, name)
    before = asked(lambda: asha.get(address))
    for number in range(30):
        factory.task(cast.asha, f"Task {number}", TODAY + timedelta(days=number), user_id(cast.mina))

    assert asked(lambda: asha.get(address)) == before <= 46  # PostgreSQL sets its scope in three


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_thing_has_its_page(cast: Cast, kind: Kind) -> None:
    parts = {
        Kind.QUESTION: ("dspt", "8", "1.1.1"),
        Kind.APPOINT: ("dpo",),
        Kind.DECIDE: ("dpo",),
        Kind.REGISTER: ("suppliers",),
        Kind.DUTY: ("restore-test",),
        Kind.ENTRY: ("suppliers", str(cast.asha.organisation_id)),
        Kind.NOTICE: ("residents",),
        **dict.fromkeys((Kind.INCIDENT, Kind.CHANGE, Kind.RIGHTS), (str(cast.asha.organisation_id),)),
    }
    of_a_list = kind in {Kind.START, Kind.TOOLKIT, Kind.FREEZE, Kind.COPY, Kind.RECORD}
    place = Place(kind, parts.get(kind, ("dspt", "8") if of_a_list else ()))

    assert addresses.to(cast.asha.organisation_id, todo(place=place)).startswith(f"/o/{cast.asha.organisation_id}/")
