"""Looks through what is to be done, by day: raises what the records contradict, and reminds people once at each window."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.agenda import raising, reminding
from guardbook.kernel import clock
from guardbook.outside import mail
from guardbook.queries import access
from guardbook.queries.agenda import decided, listing
from guardbook.queries.agenda import reminding as questions
from guardbook.queries.agenda.reminding import Waiting
from guardbook.rules.agenda import reminders
from guardbook.rules.agenda.todo import Consequence, Kind

logger = logging.getLogger(__name__)


def look_round(arguments: Mapping[str, Any], now: datetime) -> None:
    """Look through every provider once a day, and again when its facts moved. Doing it twice changes nothing more.

    A provider whose list cannot be made is left for the next round; the others are not held up.
    """
    del arguments  # it is about all organisations
    if not reminders.is_time(now):
        return
    today = clock.uk_today(now)
    with access.everything():
        waiting = questions.waiting(today)
    for each in waiting:
        try:
            with access.scoped(each.organisation_id, None):
                look(each, now)
        except Exception:  # said in the log, and looked at again next round: one provider must not hold up the others
            logger.exception("What is to be done could not be looked through for one provider.")


def look(of: Waiting, now: datetime) -> int:
    """Look through one provider, in its scope; return how many letters were put in the outbox."""
    context = access.system("Reminders", of.organisation_id, now)
    agenda = listing.agenda(context)
    if _contradicted(agenda) != decided.raised(context):
        raising.keep_contradicted(context)
        agenda = listing.agenda(context)
    sent = 0
    if mail.is_configured() and not of.is_demo:
        for to in questions.to_remind(agenda, of.organisation_id, now):
            sent += reminding.remind(of, agenda, to, now)
    reminding.note_round(of, clock.uk_today(now))
    return sent


def _contradicted(agenda: listing.Agenda) -> frozenset[str]:
    return frozenset(
        each.todo.cause
        for each in agenda.listed
        if each.todo.consequence is Consequence.CONTRADICTED and each.todo.place.kind is Kind.QUESTION
    )
