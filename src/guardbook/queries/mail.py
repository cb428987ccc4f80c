"""Questions about mail that leaves: is it set up, what waits, and what could not be sent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from guardbook.outside import mail
from guardbook.queries.access import Context, question
from guardbook.records.models import OutboxMessage
from guardbook.rules.access import Permission

_MOST = 100


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message that was given up, and why."""

    to: str
    subject: str
    given_up_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Outbox:
    """How an organisation's mail is doing. ``last_error`` is why waiting mail has not left, if it was tried."""

    is_configured: bool
    waiting: int
    last_error: str
    unsent: tuple[Unsent, ...]


def is_configured() -> bool:
    """True where mail can be sent at all; where not, pages show links to copy instead."""
    return mail.is_configured()


@question(Permission.SETTINGS_MANAGE)
def outbox(context: Context) -> Outbox:
    """What waits and what was given up, newest first. Two queries."""
    rows = OutboxMessage.objects.of(context.organisation_id).filter(sent_at=None)
    errors = list(
        rows.filter(given_up_at=None).order_by("-next_attempt_at", "-id").values_list("last_error", flat=True)
    )
    given_up = rows.exclude(given_up_at=None).order_by("-given_up_at", "-id")[:_MOST]
    return Outbox(
        is_configured=mail.is_configured(),
        waiting=len(errors),
        last_error=next((error for error in errors if error), ""),
        unsent=tuple(
            Unsent(row.to, row.subject, row.given_up_at, row.last_error) for row in given_up if row.given_up_at
        ),
    )


def due(now: datetime) -> list[tuple[UUID, UUID]]:
    """Organisation and message of mail whose turn it is, oldest first. Needs the scope of everything."""
    waiting = OutboxMessage.objects.filter(sent_at=None, given_up_at=None, next_attempt_at__lte=now)
    free = waiting.filter(Q(claimed_until=None) | Q(claimed_until__lte=now))
    return list(free.order_by("next_attempt_at", "id").values_list("organisation_id", "id")[:_MOST])
