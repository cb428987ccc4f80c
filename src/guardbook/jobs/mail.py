"""Sends what is in the outbox: at once when it is written, and every minute what still waits."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from guardbook.actions import mail
from guardbook.outside import mail as post
from guardbook.queries import access
from guardbook.queries import mail as questions

logger = logging.getLogger(__name__)


def send(arguments: Mapping[str, Any], now: datetime) -> None:
    """Send one message; where mail is not set up it waits."""
    if post.is_configured():
        send_one(UUID(arguments["organisation_id"]), UUID(arguments["message_id"]), now)


def send_waiting(arguments: Mapping[str, Any], now: datetime) -> None:  # noqa: ARG001 - every job has this shape
    """Send all messages whose turn it is; stop where the server does not answer."""
    if not post.is_configured():
        return
    with access.everything():
        due = questions.due(now)
    for organisation_id, message_id in due:
        if not send_one(organisation_id, message_id, now):
            return


def send_one(organisation_id: UUID, message_id: UUID, now: datetime) -> bool:
    """Try one message and note what became of it; False where the mail server does not answer.

    Each note is its own transaction, so that a crash at any point leaves the truth behind.
    """
    with access.scoped(organisation_id, None):
        letter = mail.claim(organisation_id, message_id, now)
    if letter is None:
        return True

    def note_hand_over() -> None:
        with access.scoped(organisation_id, None):
            mail.hand_over(organisation_id, message_id, now)

    try:
        post.send(letter, note_hand_over)
    except post.NotSent as reason:
        logger.warning("A message could not be sent: %s", reason.words)
        with access.scoped(organisation_id, None):
            mail.not_sent(organisation_id, message_id, reason, now)
        return not reason.is_server_down
    except post.Unsure:
        logger.warning("The connection broke while a message was being handed over.")
        return False
    with access.scoped(organisation_id, None):
        mail.sent(organisation_id, message_id, now)
    return True
