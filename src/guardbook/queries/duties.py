"""Questions about what comes round: how each duty stands, and what was recorded of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from guardbook.content import duties as content
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import frameworks
from guardbook.queries.access import Context, question
from guardbook.queries.assessment import latest
from guardbook.queries.facts import gathering
from guardbook.queries.facts.within import One
from guardbook.records.models import DutyDone, Profile
from guardbook.rules.access import Permission
from guardbook.rules.assessment.status import Published
from guardbook.rules.duties import due, known
from guardbook.rules.duties.due import Done, Next, Waiver
from guardbook.rules.duties.duty import Condition, Duty, concerns
from guardbook.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Recorded:
    """One time a duty was ticked, or left out until ``left_out_until``."""

    id: UUID
    done_on: date | None
    settles: date | None
    done_by: str
    note: str
    left_out_until: date | None
    left_out_because: str
    approved_by: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How one duty stands. ``concerns`` is None where nobody knows whether it is for this provider.

    ``known`` are the times that the records themselves show; ``recorded`` what people ticked, the newest first.
    """

    duty: Duty
    concerns: bool | None
    next: Next
    known: tuple[Done, ...]
    recorded: tuple[Recorded, ...]


@question(Permission.REGISTER_VIEW)
def standings(context: Context) -> tuple[Standing, ...]:
    """How every duty stands today, in the order of the table. Ten queries, whatever is recorded."""
    batch, today = One(context.organisation_id), clock.uk_today(context.now)
    facts = gathering.gather(batch, today, {}).get(context.organisation_id)
    if facts is None:
        raise NotFound
    published = latest.published(batch, frameworks.TOOLKIT).get(context.organisation_id, ())
    return of(context, facts, published)


@question(Permission.REGISTER_VIEW)
def of(context: Context, facts: Facts, published: Iterable[Published]) -> tuple[Standing, ...]:
    """The same from facts that were gathered already. Two queries."""
    since, certificate = _beside(context)
    recorded, released = _recorded(context), tuple(published)
    situation = known.situation(facts, certificate, frozenset(recorded))
    return tuple(
        Standing(
            duty,
            concerns(duty, situation),
            due.next_due(_facts(duty, facts, since, recorded.get(duty.key, ()), shown)),
            shown,
            tuple(recorded.get(duty.key, ())),
        )
        for duty in content.published()
        for shown in [_shown(duty, facts, released, certificate)]
    )


@question(Permission.REGISTER_VIEW)
def one(context: Context, key: str) -> Standing:
    """How one duty stands today.

    Raises:
        NotFound: there is no such duty.
    """
    found = next((each for each in standings(context) if each.duty.key == key), None)
    if found is None:
        raise NotFound
    return found


def _shown(duty: Duty, facts: Facts, published: Iterable[Published], certificate: date | None) -> tuple[Done, ...]:
    if duty.only_if is Condition.CYBER_ESSENTIALS:
        return known.renewed_on(certificate)
    return known.done(duty, facts, published)


def _facts(duty: Duty, facts: Facts, since: date, recorded: Iterable[Recorded], shown: tuple[Done, ...]) -> due.Facts:
    ticked = tuple(Done(each.done_on, each.settles) for each in recorded if each.done_on)
    waivers = [
        Waiver(each.left_out_until, each.left_out_because, each.approved_by) for each in recorded if each.left_out_until
    ]
    return due.Facts(
        duty=duty,
        as_of=facts.as_of,
        done=(*shown, *ticked),
        since=since,
        period_starts_on=known.period_starts_on(facts),
        waiver=waivers[0] if waivers else None,
        role_is_vacant=known.is_vacant(duty, facts),
    )


def _beside(context: Context) -> tuple[date, date | None]:
    """The day the provider was set up here, and the last day of its Cyber Essentials certificate. One query."""
    columns = ("organisation__created_at", "cyber_essentials_until")
    created_at, certificate = Profile.objects.of(context.organisation_id).values_list(*columns).get()
    return clock.uk_today(created_at), certificate


def _recorded(context: Context) -> Mapping[str, list[Recorded]]:
    """What was recorded of each duty and not undone, the newest first. One query."""
    rows = DutyDone.objects.of(context.organisation_id).filter(undone_at=None).order_by("-recorded_at", "-id")
    found: defaultdict[str, list[Recorded]] = defaultdict(list)
    for key, *values in rows.values_list("duty", *Recorded.__slots__):
        found[key].append(Recorded(*values))
    return found
