"""Every job there is, by name, and those that recur. A job may run twice, so doing it twice must change nothing more.

A job is called with its arguments (plain JSON values) and the present instant. It opens its own
scope, or calls actions with ``access.system(...)``, which do.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from guardbook.actions.jobs import Recurring
from guardbook.jobs import agenda, assessment, housekeeping, imports, incidents, mail, registers, training
from guardbook.outside import clock

Job = Callable[[Mapping[str, Any], datetime], None]

JOBS: dict[str, Job] = {
    "mail.send": mail.send,
    "mail.send_waiting": mail.send_waiting,
    "housekeeping.tidy": housekeeping.tidy,
    "imports.check_staff": imports.check_staff,
    "imports.forget_old": imports.forget_old,
    "training.check_import": training.check_import,
    "registers.check_import": registers.check_import,
    "registers.work_out_again": registers.work_out_again,
    "registers.write_record": registers.write_record,
    "assessment.refresh_standings": assessment.refresh_standings,
    "agenda.look_round": agenda.look_round,
    "incidents.remind": incidents.remind,
}

RECURRING: tuple[Recurring, ...] = (
    Recurring("mail.send_waiting", timedelta(minutes=1)),
    Recurring("housekeeping.tidy", timedelta(days=1)),
    Recurring("imports.forget_old", timedelta(days=1)),
    Recurring("assessment.refresh_standings", timedelta(days=1)),
    Recurring("registers.work_out_again", timedelta(days=7)),  # a new release brings newer dates
    Recurring("agenda.look_round", timedelta(minutes=15)),
    Recurring("incidents.remind", timedelta(minutes=5)),
)


class UnknownJob(LookupError):
    """A bug, or a job asked for by another version of Guardbook: there is none of this name."""


def run(name: str, arguments: Mapping[str, Any]) -> None:
    """Do one job now."""
    try:
        job = JOBS[name]
    except KeyError:
        raise UnknownJob(f"There is no job called {name}.") from None
    job(arguments, clock.now())
