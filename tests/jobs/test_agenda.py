"""Reminders: each window once, caught up without a flood, digests, and a mail server that is away. With a real one."""

import email
import re
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.policy import default

import pytest
from django.db import IntegrityError
from django.test import Client
from pytest_django import Settings

from guardbook.actions import accounts
from guardbook.actions.agenda import deciding, reminding
from guardbook.jobs import agenda, mail, registry, worker
from guardbook.queries import access
from guardbook.queries.access import Context
from guardbook.queries.agenda import listing
from guardbook.queries.agenda import reminding as questions
from guardbook.records import scope
from guardbook.records.models import OutboxMessage, ReminderSent, Task
from guardbook.rules.agenda.reminders import Choice
from tests.cast import Cast, user_id
from tests.factories import agenda as factory
from tests.jobs.office import PostOffice, free_port, point_to

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)  # a Sunday
TODAY = NOW.date()


def day(number: int, hour: int = 10) -> datetime:
    """Some days from today, at an hour."""
    return NOW.replace(hour=hour) + timedelta(days=number)


def run(now: datetime) -> None:
    """One tick of the recurring job, and everything it put in the queue."""
    agenda.look_round({}, now)
    mail.send_waiting({}, now)


def letters(office: PostOffice) -> list[EmailMessage]:
    return [
        message
        for each in office.taken
        if isinstance(message := email.message_from_bytes(each.content, policy=default), EmailMessage)
    ]


def subjects(office: PostOffice) -> list[str]:
    return [str(each["Subject"]) for each in letters(office)]


def body(office: PostOffice) -> str:
    part = letters(office)[-1].get_body()
    assert part is not None
    return str(part.get_content())


def choose(context: Context, choice: Choice) -> None:
    reminding.choose(context, choice=choice)


@pytest.fixture
def rhea(cast: Cast, office: PostOffice) -> Context:
    """A reader, who has been here for a long time and is told of her own things; the others want no mail."""
    with scope.writing("action"):
        from guardbook.records.models import Grant

        Grant.objects.update(from_at=NOW - timedelta(days=400))
    for context in (cast.asha, cast.mina, cast.dee, cast.carol):
        choose(context, Choice.OFF)
    return cast.rhea


def theirs(context: Context, due_on: date, title: str = "Ring Mrs Example") -> str:
    """A task of long ago for one person, written by the machine."""
    writer = access.system("Test", context.organisation_id, context.now)
    cause = factory.task(writer, title, due_on, user_id(context))
    with scope.writing("action"):
        Task.objects.filter(title=title).update(opened_at=NOW - timedelta(days=300))
    return cause


def test_each_window_is_told_once_however_often_the_clock_ticks(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY + timedelta(days=31))

    for number in range(45):
        for hour in (8, 12, 18):
            run(day(number, hour))

    assert [re.sub(": .*", "", each) for each in subjects(office)] == [
        "Due in 30 days",
        "Due in 7 days",
        "Due tomorrow",
        "Due today",
        "Overdue by 7 days",
    ]


def test_after_a_standstill_only_the_latest_is_told(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY + timedelta(days=31))

    run(day(1))
    run(day(30))
    run(day(31))

    assert [each[:12] for each in subjects(office)] == ["Due in 30 da", "Due tomorrow", "Due today: A"]


def test_a_letter_names_nobody_and_says_how_to_stop(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY, "Move the file of Mrs Example")

    run(NOW)

    (envelope,) = office.taken
    assert envelope.rcpt_tos == ["rhea@rose.example"]
    assert not re.search("Example|The lock sticks", body(office))
    assert "A task that you or a colleague wrote down" in body(office)
    assert "About 5 minutes." in body(office)


def test_every_address_in_a_letter_opens(rhea: Context, office: PostOffice, client: Client) -> None:
    from tests.cast import user

    theirs(rhea, TODAY)
    run(NOW)
    paths = [re.sub("^https?://[^/]+", "", each) for each in re.findall(r"https?://\S+", body(office))]

    signed_out = [client.get(path).status_code for path in paths]
    client.force_login(user(rhea))

    assert len(paths) == 3
    assert signed_out == [302, 302, 200]
    assert [client.get(path).status_code for path in paths] == [200, 200, 200]


def test_many_at_once_come_in_one_letter(rhea: Context, office: PostOffice) -> None:
    for number in range(4):
        theirs(rhea, TODAY + timedelta(days=number), f"Task {number}")

    run(NOW)

    assert subjects(office) == ["4 things to do, the first due today"]
    assert ReminderSent.objects.count() == 4


def test_a_digest_comes_once_a_day_and_only_with_something_to_say(rhea: Context, office: PostOffice) -> None:
    choose(rhea, Choice.DAILY)
    for due in (1, 2):
        theirs(rhea, TODAY + timedelta(days=due), f"Task {due}")

    for number in range(3):
        for hour in (8, 9):
            run(day(number, hour))
        theirs(rhea, TODAY + timedelta(days=number), f"Later {number}")

    assert len(office.taken) == 3
    assert [each["Date"].datetime.date() for each in letters(office)] == [TODAY + timedelta(days=at) for at in range(3)]


def test_a_weekly_digest_comes_on_monday_with_its_week(rhea: Context, office: PostOffice) -> None:
    choose(rhea, Choice.WEEKLY)
    theirs(rhea, TODAY + timedelta(days=4))  # a Thursday

    for number in range(9):
        run(day(number))

    assert [(each["Date"].datetime.strftime("%A"), str(each["Subject"])[:13]) for each in letters(office)] == [
        ("Monday", "Due in 3 days"),
        ("Monday", "Overdue by 4 "),
    ]


def test_nobody_is_reminded_who_said_no(rhea: Context, office: PostOffice) -> None:
    choose(rhea, Choice.OFF)
    theirs(rhea, TODAY)

    run(NOW)

    assert (office.taken, ReminderSent.objects.count()) == ([], 0)


def test_nothing_leaves_at_night(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)

    run(day(0, 5))
    run(day(0, 21))

    assert office.taken == []


def test_what_is_put_off_is_not_told(cast: Cast, rhea: Context, office: PostOffice) -> None:
    cause = theirs(rhea, TODAY)
    deciding.put_off(cast.asha, cause=cause, until=TODAY + timedelta(days=3), reason="No key yet")

    run(NOW)

    assert office.taken == []


def test_what_is_nobodys_goes_to_the_managers(cast: Cast, rhea: Context, office: PostOffice) -> None:
    choose(cast.mina, Choice.DAILY)
    factory.task(cast.asha, "Nobody's", TODAY)

    run(NOW)

    assert [each.rcpt_tos for each in office.taken] == [["mina@rose.example"]]
    assert "A task that you or a colleague wrote down" in body(office)


def test_somebody_without_access_any_more_is_told_nothing(cast: Cast, rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)
    choose(cast.mina, Choice.DAILY)
    accounts.change_access(cast.asha, user_id=user_id(rhea), role=None)

    run(day(0, 12))

    assert [each.rcpt_tos for each in office.taken] == [["mina@rose.example"]]
    assert "A task that you or a colleague wrote down" in body(office)


def test_an_example_writes_to_nobody(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)
    factory.make_demo(rhea)

    run(NOW)

    assert office.taken == []


def test_while_the_mail_server_is_away_reminders_wait_and_then_leave_once(
    rhea: Context, office: PostOffice, settings: Settings
) -> None:
    theirs(rhea, TODAY)
    working = settings.MAIL
    point_to(settings, free_port())

    for minute in range(5):
        run(NOW + timedelta(minutes=minute))
    waiting = OutboxMessage.objects.get()
    settings.MAIL = working
    for hour in range(1, 8):
        run(NOW + timedelta(hours=hour))

    assert waiting.sent_at is None
    assert "does not answer" in waiting.last_error
    assert len(office.taken) == 1


def test_where_mail_is_not_set_up_nothing_is_used_up(rhea: Context, office: PostOffice, settings: Settings) -> None:
    theirs(rhea, TODAY)
    working = settings.MAIL
    settings.MAIL = type(working)(**{**{n: getattr(working, n) for n in working.__dataclass_fields__}, "host": ""})

    run(NOW)
    used = ReminderSent.objects.count()
    settings.MAIL = working
    theirs(rhea, TODAY + timedelta(days=200), "Something moved")
    run(day(0, 11))

    assert used == 0
    assert len(office.taken) == 1


def test_a_job_that_was_lost_after_its_letter_was_written_writes_no_second(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)
    of = next(each for each in questions.waiting(TODAY) if each.organisation_id == rhea.organisation_id)
    found = listing.agenda(rhea)
    (to,) = questions.to_remind(found, rhea.organisation_id, NOW)

    both = [reminding.remind(of, found, to, NOW) for _ in range(2)]

    assert both == [1, 0]
    assert OutboxMessage.objects.count() == 1


def test_the_table_itself_refuses_a_reminder_that_was_given(rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)
    run(NOW)
    row = ReminderSent.objects.get()
    twice = ReminderSent(
        organisation_id=row.organisation_id, user_id=row.user_id, cause=row.cause, due_on=row.due_on,
        window=row.window, sent_at=NOW,
    )  # fmt: skip

    with pytest.raises(IntegrityError), scope.writing("upkeep"):
        twice.save(force_insert=True)


def test_a_moved_day_has_windows_of_its_own(cast: Cast, rhea: Context, office: PostOffice) -> None:
    theirs(rhea, TODAY)
    run(NOW)
    with scope.writing("action"):
        Task.objects.update(due_on=TODAY + timedelta(days=1))
    factory.task(cast.asha, "Something moved")

    run(day(0, 12))

    assert [re.sub(": .*", "", each) for each in subjects(office)] == ["Due today", "Due tomorrow"]


def test_a_contradicted_answer_is_raised_once_by_the_round(cast: Cast, office: PostOffice) -> None:
    factory.contradicted(cast.asha)

    for number in range(3):
        run(day(number))

    assert Task.objects.filter(cause="question:dspt:8:2.2.1").count() == 1


def test_a_provider_whose_list_cannot_be_made_holds_up_no_other(
    rhea: Context, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs(rhea, TODAY)
    real = agenda.look

    def broken(of: questions.Waiting, now: datetime) -> int:
        if of.name == "Other Care":
            raise ValueError("cannot be made")
        return real(of, now)

    monkeypatch.setattr(agenda, "look", broken)

    run(NOW)

    assert len(office.taken) == 1


def test_the_round_recurs_and_runs_through_the_queue(rhea: Context, office: PostOffice, settings: Settings) -> None:
    assert {"agenda.look_round"} <= {each.name for each in registry.RECURRING} & registry.JOBS.keys()
    theirs(rhea, TODAY)
    agenda.look_round({}, NOW)

    while worker.Worker().do_one():
        pass

    assert len(office.taken) == 1
