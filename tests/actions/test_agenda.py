"""Assigning, putting off, tasks and calendar addresses: what each leaves behind, and what it refuses."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from guardbook.actions.agenda import deciding, feeds, raising, tasks
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.queries.agenda import decided, listing
from guardbook.records.models import Assignment, AuditEvent, FeedAddress, PutOff, Task
from guardbook.rules.agenda import tasks as rules
from guardbook.rules.agenda.calendars import Whose
from guardbook.rules.agenda.tasks import Written
from guardbook.rules.agenda.todo import Consequence
from tests.cast import Cast, user_id
from tests.factories import agenda as factory

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)
CLAUSES = "question:dspt:8:2.2.1"


def events(context: Context) -> list[str]:
    rows = AuditEvent.objects.filter(organisation_id=context.organisation_id, event__startswith="agenda.")
    return list(rows.order_by("sequence").values_list("event", flat=True))


def key(cause: str) -> UUID:
    return UUID(rules.key_of(cause))


def keep(context: Context, days: int = 0) -> None:
    """Bring raised tasks in step, some days later."""
    now = context.now + timedelta(days=days)
    raising.keep_contradicted(access.system("Reminders", context.organisation_id, now))


def test_a_task_is_made_for_somebody_and_is_on_their_list(cast: Cast) -> None:
    cause = factory.task(cast.asha, due_on=TOMORROW, user_id=user_id(cast.mina))

    (found,) = listing.agenda(cast.mina).of(user_id(cast.mina))

    assert (found.todo.cause, found.todo.due_on, found.todo.minutes) == (cause, TOMORROW, 5)
    assert events(cast.asha) == ["agenda.task.made"]


def test_a_task_is_changed_and_given_back(cast: Cast) -> None:
    cause = factory.task(cast.asha, user_id=user_id(cast.mina))

    tasks.change_task(cast.asha, task_id=key(cause), said=Written(" Ring twice "), user_id=None)

    found = listing.agenda(cast.asha).one(cause)
    assert (found.todo.text, found.user_id, found.todo.due_on) == ("Ring twice", None, None)
    assert not Assignment.objects.exists()


def test_a_task_that_is_done_can_be_taken_back(cast: Cast) -> None:
    cause = factory.task(cast.asha)

    for _ in range(2):  # a second press of the button changes nothing more
        tasks.finish_task(cast.asha, task_id=key(cause))
    (done,) = decided.done(cast.asha)
    for _ in range(2):
        tasks.reopen_task(cast.asha, task_id=key(cause))

    assert (done.title, done.done_by) == ("Ring the landlord", "Asha Owner")
    assert decided.done(cast.asha) == ()
    assert listing.agenda(cast.asha).one(cause)
    assert events(cast.asha) == ["agenda.task.made", "agenda.task.done", "agenda.task.taken_back"]


def test_whoever_was_asked_may_say_that_it_is_done_and_no_other_reader(cast: Cast) -> None:
    theirs = factory.task(cast.asha, user_id=user_id(cast.rhea))
    nobodys = factory.task(cast.asha)

    tasks.finish_task(cast.rhea, task_id=key(theirs))

    with pytest.raises(NotPermitted, match="not yours"):
        tasks.finish_task(cast.rhea, task_id=key(nobodys))


def test_a_task_that_is_done_is_not_changed(cast: Cast) -> None:
    cause = factory.task(cast.asha)
    tasks.finish_task(cast.asha, task_id=key(cause))

    with pytest.raises(NotFound):
        tasks.change_task(cast.asha, task_id=key(cause), said=Written("Too late"), user_id=None)
    with pytest.raises(NotFound):
        decided.written(cast.asha, key(cause))


def test_a_task_of_another_provider_is_not_there(cast: Cast) -> None:
    cause = factory.task(cast.asha)

    with pytest.raises(NotFound):
        tasks.finish_task(cast.carol, task_id=key(cause))
    with pytest.raises(NotFound):
        deciding.assign(cast.carol, cause=cause, user_id=None)


def test_a_thing_is_given_to_somebody_with_a_day_and_taken_back(cast: Cast) -> None:
    deciding.assign(cast.asha, cause="staff:first", user_id=user_id(cast.mina), by_on=TOMORROW)
    given = listing.agenda(cast.asha).one("staff:first")
    deciding.assign(cast.asha, cause="staff:first", user_id=user_id(cast.asha), by_on=None)
    again = listing.agenda(cast.asha).one("staff:first")
    deciding.assign(cast.asha, cause="staff:first", user_id=None)
    deciding.assign(cast.asha, cause="staff:first", user_id=None)

    assert (given.user_id, given.todo.due_on) == (user_id(cast.mina), TOMORROW)
    assert (again.user_id, again.todo.due_on) == (user_id(cast.asha), None)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(("who", "said"), [("carol", "who has access"), ("ben", "who has access"), ("rhea", "Rhea")])
def test_a_thing_is_given_only_to_those_who_can_do_it(cast: Cast, who: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        deciding.assign(cast.asha, cause="staff:first", user_id=user_id(getattr(cast, who)))


def test_a_thing_that_is_put_off_comes_back_on_its_day_or_when_asked(cast: Cast) -> None:
    cause = factory.task(cast.asha)
    for day in (TOMORROW, TODAY + timedelta(days=2)):
        deciding.put_off(cast.asha, cause=cause, until=day, reason=" No key yet ")

    hidden = listing.agenda(cast.asha)
    later = listing.agenda(factory.later(cast.asha, cast.asha.now + timedelta(days=2)))
    deciding.bring_back(cast.asha, cause=cause)

    assert [each.todo.cause for each in hidden.put_off] == [cause]
    assert hidden.put_off[0].put_off
    assert hidden.put_off[0].put_off.reason == "No key yet"
    assert later.put_off == () == listing.agenda(cast.asha).put_off
    with pytest.raises(NotFound):
        deciding.bring_back(cast.asha, cause=cause)


def test_a_thing_that_gets_worse_comes_back_by_itself(cast: Cast) -> None:
    cause = factory.task(cast.asha, due_on=TOMORROW)
    deciding.put_off(cast.asha, cause=cause, until=TODAY + timedelta(days=30), reason="Away")

    worse = listing.agenda(factory.later(cast.asha, cast.asha.now + timedelta(days=2))).one(cause)

    assert (worse.put_off, worse.todo.consequence) == (None, Consequence.OVERDUE)


def test_what_may_not_be_put_off_changes_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="day after today"):
        deciding.put_off(cast.asha, cause=factory.task(cast.asha), until=TODAY, reason="because")

    assert not PutOff.objects.exists()


@pytest.mark.parametrize("who", ["rhea", "dee"])
def test_who_only_looks_decides_nothing(cast: Cast, who: str) -> None:
    with pytest.raises(NotPermitted):
        deciding.assign(getattr(cast, who), cause="staff:first", user_id=None)
    with pytest.raises(NotPermitted):
        factory.task(getattr(cast, who))


def test_a_contradicted_answer_raises_one_task_once_and_closes_it_when_the_records_agree(cast: Cast) -> None:
    factory.contradicted(cast.asha)

    for day in range(3):
        keep(cast.asha, day)
    raised = Task.objects.get(cause=CLAUSES)
    factory.sign(cast.asha, date(2024, 1, 8))
    keep(cast.asha, 3)
    keep(cast.asha, 4)
    factory.sign(cast.asha, None)
    keep(cast.asha, 5)

    assert (raised.done_at, raised.due_on) == (None, TODAY + timedelta(days=14))
    assert Task.objects.filter(cause=CLAUSES).count() == 2
    assert events(cast.asha) == [
        "agenda.contradiction.raised", "agenda.contradiction.settled", "agenda.contradiction.raised",
    ]  # fmt: skip


def test_what_was_raised_gives_the_question_its_day_and_is_no_second_line(cast: Cast) -> None:
    factory.contradicted(cast.asha)
    keep(cast.asha)

    found = [each.todo for each in listing.agenda(cast.asha).listed if "2.2.1" in each.todo.text]

    assert [(each.consequence, each.due_on) for each in found] == [
        (Consequence.CONTRADICTED, TODAY + timedelta(days=14))
    ]


def test_a_raised_task_is_not_ticked_by_hand(cast: Cast) -> None:
    factory.contradicted(cast.asha)
    keep(cast.asha)

    with pytest.raises(NotFound):
        tasks.finish_task(cast.asha, task_id=Task.objects.get(cause=CLAUSES).pk)


def test_before_the_toolkit_is_started_nothing_is_raised(cast: Cast) -> None:
    keep(cast.asha)

    assert not Task.objects.exists()


def test_a_calendar_address_is_replaced_and_ended(cast: Cast) -> None:
    first, second = (feeds.make_feed(cast.asha, whose=Whose.ALL) for _ in range(2))
    feeds.end_feed(cast.asha, whose=Whose.ALL)

    assert first.secret != second.secret
    assert not FeedAddress.objects.filter(ended_at=None).exists()
    assert not FeedAddress.objects.filter(digest__in=[first.secret, second.secret]).exists()
    with pytest.raises(NotFound):
        feeds.end_feed(cast.asha, whose=Whose.ALL)


def test_a_calendar_address_belongs_to_a_person(cast: Cast) -> None:
    with pytest.raises(NotFound):
        feeds.make_feed(access.system("Somebody", cast.asha.organisation_id, cast.asha.now), whose=Whose.ALL)
