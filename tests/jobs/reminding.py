"""A job process that reminds people, by a clock that the test moves; run as a program by the test that kills it."""

import json
import os
import sys
from datetime import date, datetime, timedelta

CLOCK, PORT, *WORDS = sys.argv[1:]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "guardbook.config.test",
    "GUARDBOOK_CLOCK_FILE": CLOCK,
    "GUARDBOOK_MAIL_HOST": "127.0.0.1",
    "GUARDBOOK_MAIL_PORT": PORT,
    "GUARDBOOK_MAIL_SECURITY": "none",
}

import django  # noqa: E402 - the settings are named above

django.setup()

from guardbook.actions.agenda import reminding as reminders  # noqa: E402 - the tables must be loaded first
from guardbook.jobs import registry, worker  # noqa: E402
from guardbook.outside import clock  # noqa: E402
from guardbook.queries import access  # noqa: E402
from guardbook.records.models import OutboxMessage, ReminderSent  # noqa: E402
from guardbook.rules.access import AccessRole  # noqa: E402
from guardbook.rules.agenda.reminders import Choice  # noqa: E402
from tests import cast  # noqa: E402
from tests.factories import agenda  # noqa: E402


def make(due_on: date) -> None:
    """A provider with four people, each with two things to do on one day; its owner wants no mail."""
    now = clock.now()
    with access.everything():
        owner = cast.owner("Asha Owner", "asha@rose.example", "Rose House", now)
        reminders.choose(owner, choice=Choice.OFF)
        for each in [cast.colleague(owner, f"P{number} Person", AccessRole.READER) for number in range(4)]:
            for number in range(2):
                agenda.task(owner, f"Task {number}", due_on, cast.user_id(each))


def work() -> None:
    """Work on reminders and mail alone, looking round at every turn."""
    registry.RECURRING = tuple(
        each for each in registry.RECURRING if each.name in {"agenda.look_round", "mail.send_waiting"}
    )
    worker.LOOK_ROUND = 0.2
    sys.exit(worker.main(worker.Worker(lease=timedelta(seconds=5), idle=0.05)))


def counts() -> None:
    """What was put in the outbox, and what became of it."""
    with access.everything():
        rows = OutboxMessage.objects.all()
        said = {
            "reminders": ReminderSent.objects.count(),
            "letters": rows.count(),
            "sent": rows.exclude(sent_at=None).count(),
            "unsure": rows.filter(sent_at=None).exclude(given_up_at=None).count(),
        }
    sys.stdout.write(json.dumps(said))


def main() -> None:
    """Do what the words say."""
    match WORDS:
        case ["make", due_on]:
            make(datetime.fromisoformat(due_on).date())
        case ["work"]:
            work()
        case ["counts"]:
            counts()
        case words:
            sys.exit(f"not understood: {words}")


main()
