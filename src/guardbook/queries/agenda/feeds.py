"""Calendar addresses: whose there are, and who is behind one that somebody's calendar opens."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.kernel.errors import NotFound
from guardbook.queries import access
from guardbook.queries.access import Actor, Context, question
from guardbook.records.models import ChainHead, FeedAddress, Organisation
from guardbook.rules.access import Permission
from guardbook.rules.agenda import calendars
from guardbook.rules.agenda.calendars import Whose


@dataclass(frozen=True, slots=True)
class Opened:
    """A calendar that may be read: for whom, whose dates, the provider's name, and how often its facts moved."""

    context: Context
    whose: Whose
    organisation: str
    facts_seq: int


@question(Permission.ORGANISATION_VIEW)
def own(context: Context) -> dict[Whose, datetime]:
    """The addresses of the person who asks that still work, and since when. One query."""
    if context.by.user_id is None:
        return {}
    rows = FeedAddress.objects.of(context.organisation_id).filter(user_id=context.by.user_id, ended_at=None)
    return {Whose(whose): at for whose, at in rows.values_list("whose", "made_at")}


def opened(organisation_id: UUID, feed_id: UUID, secret: str, now: datetime) -> Opened:
    """Who is behind a private address. Four queries, in the scope of the provider.

    Raises:
        NotFound: no such address, a wrong secret, one that was ended, or somebody who has no access any more.
            Which of these it is, nobody is told.
    """
    rows = FeedAddress.objects.of(organisation_id).filter(pk=feed_id, ended_at=None, user__is_active=True)
    row = rows.select_related("user").first()
    kept = row.digest if row else calendars.digest("")  # the same work for an address that never was
    if not secrets.compare_digest(kept, calendars.digest(secret)) or row is None:
        raise NotFound
    held = access.reach_of(row.user_id, organisation_id, now)
    if Permission.ORGANISATION_VIEW not in held.permissions:
        raise NotFound
    actor = Actor(row.user.name, held.roles[0], row.user_id, held.permissions, held.sites)
    name = Organisation.objects.values_list("name", flat=True).get(pk=organisation_id)
    moved = ChainHead.objects.filter(organisation_id=organisation_id).values_list("facts_seq", flat=True).first()
    return Opened(Context(actor, organisation_id, now), Whose(row.whose), name, moved or 0)
