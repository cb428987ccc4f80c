"""Reminds of running clocks at 24, 48, 60 and 72 hours, each once, also after a restart."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guardbook.actions.incidents import alarming
from guardbook.outside import mail
from guardbook.queries import access
from guardbook.queries.incidents import alarms as questions
from guardbook.queries.incidents.alarms import Running
from guardbook.rules.incidents import alarms

logger = logging.getLogger(__name__)


def remind(arguments: Mapping[str, Any], now: datetime) -> None:
    """Look at every running clock. Doing it twice changes nothing more.

    A provider whose clocks cannot be read is left for the next round; the others are not held up.
    """
    del arguments  # it is about all organisations
    if not mail.is_configured():
        return
    with access.everything():
        found = questions.providers()
    for each in found:
        try:
            with access.scoped(each.organisation_id, None):
                look(each, now)
        except Exception:  # said in the log, and looked at again next round: one provider must not hold up the others
            logger.exception("The clocks of one provider could not be looked at.")


def look(of: Running, now: datetime) -> int:
    """Look at the clocks of one provider, in its scope; return how many letters were put in the outbox."""
    context = access.system("Reminders", of.organisation_id, now)
    sent = 0
    for to in questions.to_alarm(context):
        due = alarms.due(to.line.clock, to.sent, now) if to.line.clock else None
        if due is not None:
            sent += alarming.remind(of, to, due, now)
    return sent
