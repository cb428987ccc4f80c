"""The outbox: which message is sent by whom, and what became of it. Nothing is sent twice, and nothing is lost unseen."""

from datetime import datetime, timedelta
from uuid import UUID

from guardbook.actions.shell import upkeep
from guardbook.outside.mail import Letter, NotSent
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import OutboxMessage

CLAIM = timedelta(minutes=5)
TOO_OLD = timedelta(days=7)
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=4)
_STALE = "This waited for a week and was not sent, because what it says may no longer hold."
_UNSURE = "The connection broke while this was being handed over. It may have arrived, so it is not sent again."


@upkeep
def claim(organisation_id: UUID, message_id: UUID, now: datetime) -> Letter | None:
    """Take a message for sending; None where it was sent, given up, waits its turn, or is in other hands.

    Call it in the organisation's scope, as all of these.
    """
    row = OutboxMessage.objects.of(organisation_id).select_for_update().filter(pk=message_id).first()
    if row is None or not _is_due(row, now):
        return None
    if row.created_at < now - TOO_OLD:
        row.given_up_at, row.last_error = now, _STALE
        row.save()
        return None
    row.claimed_until, row.attempts = now + CLAIM, row.attempts + 1
    row.save()
    return Letter(row.to, row.subject, row.body, row.message_id, row.created_at)


@upkeep
def hand_over(organisation_id: UUID, message_id: UUID, now: datetime) -> None:
    """Note that the text is about to leave. Until ``sent`` says otherwise this counts as perhaps arrived."""
    _row(organisation_id, message_id).update(given_up_at=now, last_error=_UNSURE)


@upkeep
def sent(organisation_id: UUID, message_id: UUID, now: datetime) -> None:
    """Note that the mail server has the message."""
    _row(organisation_id, message_id).update(sent_at=now, given_up_at=None, claimed_until=None, last_error="")


@upkeep
def not_sent(organisation_id: UUID, message_id: UUID, reason: NotSent, now: datetime) -> None:
    """Note why a message did not leave, and when to try again, if ever."""
    row = _row(organisation_id, message_id).get()
    row.claimed_until, row.last_error = None, reason.words[:300]
    row.given_up_at = None if reason.may_retry else now
    row.next_attempt_at = now + min(_FIRST_WAIT * int(4 ** max(row.attempts - 1, 0)), _LONGEST_WAIT)
    row.save()


def _row(organisation_id: UUID, message_id: UUID) -> TenantQuerySet[OutboxMessage]:
    return OutboxMessage.objects.of(organisation_id).filter(pk=message_id)


def _is_due(row: OutboxMessage, now: datetime) -> bool:
    is_open = row.sent_at is None and row.given_up_at is None
    return is_open and row.next_attempt_at <= now and (row.claimed_until is None or row.claimed_until <= now)
