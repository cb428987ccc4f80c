"""Who has accepted the current version of a policy, and what somebody has still to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.registers import entries, reading
from guardbook.queries.registers.reading import Found
from guardbook.records.base import TenantQuerySet
from guardbook.records.models import Person, PolicyAcceptance
from guardbook.rules.access import Permission
from guardbook.rules.registers import policies
from guardbook.rules.registers.policies import REGISTER, Policy

MOST = 300
"""How many names one page shows; a search narrows them."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who works here, and whether they accepted the current version."""

    id: UUID
    name: str
    job_title: str
    accepted_on: date | None = None
    is_own: bool = False
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the current version of a policy has come: who accepted it, and who has not yet (the first ``MOST``)."""

    found: Found[Policy]
    accepted: int
    total: int
    done: tuple[Reader, ...]
    open: tuple[Reader, ...]


@dataclass(frozen=True, slots=True)
class ToRead:
    """One document for the person who asks, and when they accepted its current version."""

    id: UUID
    policy: Policy
    accepted_on: date | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What the person who asks is to read. ``person`` None: they are not on the staff list.

    ``perhaps`` is the one person on the staff list of the same name whom nobody signs in as.
    """

    person: str | None
    perhaps: Reader | None
    documents: tuple[ToRead, ...]


@question(Permission.REGISTER_VIEW)
def standing(ctx: Context, policy_id: UUID, search: str = "") -> Standing:
    """Who has accepted the current version of a policy. Six queries at most.

    Raises:
        NotFound: there is no such policy.
    """
    found = entries.one(ctx, REGISTER, policy_id).found
    here = working(ctx.organisation_id, clock.uk_today(ctx.now)).visible_to(ctx.by.sites)
    accepted = _accepted(ctx.organisation_id, found)
    who = here.filter(pk__in=accepted.values("person"))
    rest = here.exclude(pk__in=accepted.values("person"))
    said = {each.person_id: each for each in accepted}
    return Standing(
        found=found,
        accepted=who.count(),
        total=here.count(),
        done=tuple(_reader(row, said[row[0]]) for row in _names(who, search)),
        open=tuple(Reader(*row) for row in _names(rest, search)),
    )


@question(Permission.REGISTER_VIEW)
def figure(ctx: Context, found: Found[Policy]) -> tuple[int, int]:
    """How many of those who work here accepted the current version, and how many work here. Two queries."""
    here = working(ctx.organisation_id, clock.uk_today(ctx.now)).visible_to(ctx.by.sites)
    accepted = _accepted(ctx.organisation_id, found)
    return here.filter(pk__in=accepted.values("person")).count(), here.count()


@question(Permission.POLICY_READ)
def mine(ctx: Context) -> Mine:
    """What the person who asks is to read, the unread first. Three queries."""
    here = working(ctx.organisation_id, clock.uk_today(ctx.now))
    me = here.filter(user_id=ctx.by.user_id).first() if ctx.by.user_id else None
    if me is None:
        return Mine(None, namesake(ctx.organisation_id, ctx.by.name, clock.uk_today(ctx.now)), ())
    said = {
        (policy_id, edition): on
        for policy_id, edition, on in PolicyAcceptance.objects.of(ctx.organisation_id)
        .filter(person=me)
        .values_list("policy_id", "edition", "accepted_on")
    }
    rows = reading.told_rows(ctx, REGISTER).filter(archived_at=None, is_checked=True).order_by("name", "id")
    documents = [
        ToRead(each.id, each.entry, said.get((each.id, each.entry.edition)))
        for each in reading.read(REGISTER, rows)
        if not policies.not_to_be_accepted(each.entry)
    ]
    return Mine(me.name, None, tuple(sorted(documents, key=lambda each: each.accepted_on is not None)))


def working(organisation_id: UUID, on: date) -> TenantQuerySet[Person]:
    """The people who work here on a day."""
    started = Q(started_on=None) | Q(started_on__lte=on)
    return Person.objects.of(organisation_id).filter(started, Q(left_on=None) | Q(left_on__gte=on))


def namesake(organisation_id: UUID, name: str, on: date) -> Reader | None:
    """The one person who works here under this name and whom nobody signs in as; None where there is not one."""
    rows = working(organisation_id, on).filter(name__iexact=name.strip(), user=None)[:2]
    found = list(rows.values_list("id", "name", "job_title"))
    return Reader(*found[0]) if len(found) == 1 else None


def _reader(row: tuple[UUID, str, str], said: PolicyAcceptance) -> Reader:
    return Reader(*row, said.accepted_on, said.is_own, said.recorded_by)


def _accepted(organisation_id: UUID, found: Found[Policy]) -> TenantQuerySet[PolicyAcceptance]:
    return PolicyAcceptance.objects.of(organisation_id).filter(policy=found.id, edition=found.entry.edition)


def _names(people: TenantQuerySet[Person], search: str) -> Sequence[tuple[UUID, str, str]]:
    for word in search.split()[:8]:
        people = people.filter(name__icontains=word)
    return list(people.order_by("name", "id").values_list("id", "name", "job_title")[:MOST])
