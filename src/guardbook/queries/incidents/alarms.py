"""Whose clocks are running, who is reminded of them, and what was sent."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.kernel import clock as clocks
from guardbook.queries.access import Context
from guardbook.queries.incidents import listing, members, reach
from guardbook.queries.incidents.listing import Line
from guardbook.queries.incidents.members import Member
from guardbook.queries.roles import held
from guardbook.records.models import Incident, IncidentAlarm
from guardbook.rules.access import AccessRole, Permission
from guardbook.rules.incidents.vocabulary import State
from guardbook.rules.roles.vocabulary import Role

TOLD = frozenset({Role.DSP_LEAD, Role.DPO, Role.SIRO})
"""Governance roles whose holders are reminded, besides the owner and whoever is in charge."""


@dataclass(frozen=True, slots=True)
class Running:
    """A provider with open incidents."""

    organisation_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ToAlarm:
    """Somebody to remind of one clock, and which reminders they had."""

    user_id: UUID
    email: str
    line: Line
    sent: frozenset[int]


def providers() -> list[Running]:
    """Every provider with an incident of which nobody has told the regulator, but made-up ones. One query."""
    rows = Incident.objects.exclude(state=State.CLOSED).filter(notified_at=None, organisation__is_demo=False)
    return [Running(*row) for row in rows.order_by().values_list("organisation_id", "organisation__name").distinct()]


def to_alarm(context: Context) -> tuple[ToAlarm, ...]:
    """Everybody to remind of each running clock of a provider. Six queries."""
    lines = [each for each in listing.running(context) if each.clock and each.clock.safe_start]
    people, hidden = _people(context), reach.hidden_users(context.organisation_id)
    sent = _sent(context.organisation_id)
    return tuple(
        ToAlarm(each.user_id, each.email, line, sent[line.id, each.user_id])
        for line in lines
        for each in people
        if each.user_id not in hidden.get(line.id, frozenset())
    )


def _people(context: Context) -> tuple[Member, ...]:
    holders = _holders(context.organisation_id, context.now)
    access = {AccessRole.OWNER, AccessRole.DPO, AccessRole.SIRO}
    return tuple(
        each
        for each in members.members(context)
        if each.email
        and Permission.INCIDENT_VIEW in each.permissions
        and (each.roles & access or each.user_id in holders or each.name.casefold() in holders)
    )


def _holders(organisation_id: UUID, now: datetime) -> frozenset[UUID | str]:
    """Who holds one of the roles today: as linked on the staff list, or else by the same name."""
    today = clocks.uk_today(now)
    rows = [each for each in held.holdings(organisation_id) if each.role in TOLD and each.holds_on(today)]
    return frozenset(each.user_id or each.name.casefold() for each in rows)


def _sent(organisation_id: UUID) -> Mapping[tuple[UUID, UUID], frozenset[int]]:
    found: defaultdict[tuple[UUID, UUID], set[int]] = defaultdict(set)
    for incident_id, user_id, hours in IncidentAlarm.objects.of(organisation_id).values_list(
        "incident_id", "user_id", "hours"
    ):
        found[incident_id, user_id].add(hours)
    return defaultdict(frozenset, {key: frozenset(hours) for key, hours in found.items()})
