"""Private calendar addresses: made, replaced and ended by the person they belong to."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound
from guardbook.records.models import FeedAddress
from guardbook.rules.access import Permission
from guardbook.rules.agenda import calendars
from guardbook.rules.agenda.calendars import Whose


@dataclass(frozen=True, slots=True)
class Made:
    """A new address. Only a digest of the secret is kept, so it is shown now or never."""

    feed_id: UUID
    secret: str


@action(Permission.ORGANISATION_VIEW)
def make_feed(change: Change, *, whose: Whose) -> Made:
    """Make an address for somebody's own calendar; one that they had before for the same stops working."""
    _end(change, whose)
    secret = secrets.token_urlsafe(32)
    row = change.create(
        FeedAddress, user_id=change.by.user_id, whose=whose.value, digest=calendars.digest(secret), made_at=change.now
    )
    change.record("agenda.feed.made", subject=row)
    return Made(row.pk, secret)


@action(Permission.ORGANISATION_VIEW)
def end_feed(change: Change, *, whose: Whose) -> None:
    """Make somebody's own address stop working.

    Raises:
        NotFound: they have none.
    """
    row = _end(change, whose)
    if row is None:
        raise NotFound
    change.record("agenda.feed.ended", subject=row)


def _end(change: Change, whose: Whose) -> FeedAddress | None:
    if change.by.user_id is None:
        raise NotFound
    rows = FeedAddress.objects.of(change.organisation_id).filter(user_id=change.by.user_id, ended_at=None)
    row = rows.filter(whose=whose).first()
    if row is not None:
        row.ended_at = change.now
        change.save(row)
    return row
